import { requestOf } from './request';
import type { ContentsPart } from './contentsPart';
import type { DataPart } from './dataPart';
import type { FindingsPart } from './findingsPart';
import type { MetadataPart } from './metadataPart';
import type { IPublicationRequest } from '../core/publish/request';
import { isReady } from './readiness';
import type { PublicationStore } from './store';
import type { TestRunPart } from './testRun/testRunPart';
import type { VersionPart } from './versionPart';

/** The parts that have to be ready before something is published. */
export interface IReadyParts {
  readonly contents: ContentsPart;
  readonly data: DataPart;
  readonly findings: FindingsPart;
  readonly metadata: MetadataPart;
  readonly version: VersionPart;
  readonly testRun: TestRunPart;
  /** Look for problems again, in what is known. */
  findingsChanged(): void;
  /** Resolved when the look into the files has ended. */
  checked(): Promise<void>;
}

/** What goes out, and whether it may. */
export class Readying {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _parts: IReadyParts
  ) {}

  /** All choices as they stand now. */
  request(): IPublicationRequest {
    const { contents, data, findings, metadata, version, testRun } =
      this._parts;
    return requestOf(this._store.state, contents, Object.keys(findings.aside), {
      split: data.request,
      versionOf: version.request,
      replaces: version.replaces,
      related: version.related,
      evidence: testRun.told,
      isEdited: metadata.ofSite === 'edited'
    });
  }

  /** Nothing is to fix, or it is listed now. */
  isReady(): boolean {
    this._store.set({ asked: true });
    this._parts.metadata.clearObjections();
    this._parts.findingsChanged();
    return isReady(this._store.state);
  }

  /** Save open documents and look through the files again. False = the user said no, or something is to fix. */
  async prepare(): Promise<boolean> {
    const { contents, metadata, version } = this._parts;
    if (!(await contents.saveOpenDocuments())) {
      return false;
    }
    await contents.reload();
    await this._parts.checked();
    await version.ask();
    if (await metadata.follow(true)) {
      return false;
    }
    await metadata.checkVocabularies();
    // What was found only now stops it as well.
    return this.isReady();
  }
}
