import type { IPlanEntry } from '../../core/bundle/entry';
import { testRunEntries } from '../../core/testRun/testRunEntries';
import { testRunStamp } from '../../core/testRun/testRunStamp';
import type { ITestRunOrder } from '../../core/testRun/testRuns';
import { isMadeCrate } from '../bundlePlan';
import type { ContentsPart } from '../contentsPart';
import type { Inspection } from '../inspection';
import type { ISessionPorts } from '../ports';
import { SourceHashes } from '../sourceHashes';

/** The files of a test run, and by what they are known again. */
export class TestRunFiles {
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection
  ) {
    this._now = new SourceHashes(_ports);
    this._ofRun = new SourceHashes(_ports);
  }

  /** The stamp of the files as they are now; undefined = it is being asked for anew. */
  stampNow(): Promise<string | undefined> {
    return this._stamp(this._now);
  }

  /** The same, which a change of the files does not interrupt. */
  stampOfRun(): Promise<string | undefined> {
    return this._stamp(this._ofRun);
  }

  /**
   * What is to be run, of the files as they are saved; null = the user did not
   * want to save them.
   *
   * @throws as `testRunEntries`
   */
  async order(
    signal: AbortSignal
  ): Promise<Pick<ITestRunOrder, 'stamp' | 'entries'> | null> {
    const { files, trans } = this._ports;
    if (!(await this._contents.saveOpenDocuments())) {
      return null;
    }
    await this._contents.reload();
    const stamp = (await this.stampOfRun()) ?? '';
    const entries = await testRunEntries({
      ...{ files, trans, signal, entries: this._entries },
      copyEdits: this._contents.choices.copyEdits,
      scanner: this._inspection.scanner
    });
    return { stamp, entries };
  }

  private async _stamp(hashes: SourceHashes): Promise<string | undefined> {
    const entries = this._entries;
    const hashed = await hashes.of(entries);
    return hashed === undefined
      ? undefined
      : testRunStamp(
          hashed.map((file, index) => ({
            ...file,
            lastModified: entries[index].lastModified
          })),
          this._contents.choices.copyEdits
        );
  }

  private get _entries(): IPlanEntry[] {
    return this._contents.outgoing.filter(entry => !isMadeCrate(entry));
  }

  private readonly _now: SourceHashes;
  private readonly _ofRun: SourceHashes;
}
