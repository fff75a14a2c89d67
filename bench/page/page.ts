/** What the benchmark calls in the page. */
import { packJszip, packOurs, packTree, planTree, send } from './packing';
import { packAndUpload } from './publishing';
import {
  makeCorpus,
  scanInThread,
  scanInWorker,
  scanRules,
  scanSecretlint
} from './scanning';

/** Keep the main thread busy, so that it is seen whether that is seen. */
async function beBusy(milliseconds: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 50));
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    // Nothing else: that is what it is for.
  }
}

const bench = {
  packOurs,
  packJszip,
  packTree,
  planTree,
  send,
  packAndUpload,
  makeCorpus,
  scanInThread,
  scanInWorker,
  scanSecretlint,
  scanRules,
  beBusy
};

Object.assign(window, { bench });
