/** What the benchmark calls in the page. */
import { IMaterial, packJszip, packOurs, packTree, planTree, send } from './packing'; // prettier-ignore
import { makeCorpus, scanInThread, scanInWorker, scanSecretlint } from './scanning'; // prettier-ignore
import { IBusy, seesLongTasks, watched } from './tasks';

const bench = {
  packOurs,
  packJszip,
  send,
  makeCorpus,
  scanInThread,
  scanInWorker,
  scanSecretlint,
  seesLongTasks,
  watchPlan: (): Promise<IBusy> => watched(planTree),
  watchPackTree: (): Promise<IBusy> => watched(packTree),
  watchPack: (files: readonly IMaterial[]): Promise<IBusy> =>
    watched(() => packOurs(files)),
  watchScanInWorker: (): Promise<IBusy> => watched(scanInWorker),
  watchScanInThread: (): Promise<IBusy> => watched(scanInThread)
};

Object.assign(window, { bench });
