import type { IFinding } from '../core/finding';
import { fromRecord } from '../core/metadata/fromRecord';
import type { IMetadata } from '../core/metadata/model';
import type { IRelatedIdentifier } from '../core/metadata/toRecord';
import { readJournal } from '../core/publish/journalDocument';
import type { IReplacement } from '../core/publish/replaceFiles';
import {
  changesSince,
  IKnownRecord,
  IVersionOf,
  knownRecords
} from '../core/publish/versions';
import type { IFormerVersion } from '../core/metadata/prefillSources';
import type { IJournalFile } from '../core/publish/journalEntry';
import { cratePath } from '../core/crate/crate';
import { selectionKey } from '../core/selection';
import type { AccountPart } from './accountPart';
import { askForRecord, IAskedRecord } from './askedRecord';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import { formerVersion } from './formerVersion';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';
import type { IVersionActions } from './actions/detailsActions';
import { SourceHashes } from './sourceHashes';
import type { PublicationStore } from './store';
import { lastVersions, possible } from './lastVersions';
import { versionFindings } from './versionFindings';
import {
  ILastVersion,
  IVersionChoices,
  noVersionChoices,
  PublishAs
} from './versionState';

/**
 * The record that the bundle belongs to: found by the notebooks and the
 * journal, confirmed by the site, and compared with the files.
 */
export class VersionPart implements IVersionActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _account: AccountPart,
    private readonly _changes: IChanges
  ) {
    this._hashes = new SourceHashes(_ports);
  }

  choices: IVersionChoices = noVersionChoices;

  findings: readonly IFinding[] = [];

  /** The record of which this becomes the next version; undefined = of none. */
  get request(): IVersionOf | undefined {
    const { last, as } = this._store.state.version;
    return last && as === 'new-version'
      ? { recordId: last.recordId, doi: last.doi }
      : undefined;
  }

  /**
   * The last version as a source of the next one's details; null where this
   * becomes none, and where the site did not tell them.
   */
  async former(): Promise<IFormerVersion | null> {
    const { last } = this._store.state.version;
    const details = last && this._asked.get(last.recordId)?.details;
    return last && this.request && details
      ? formerVersion({
          ...{ last, details, ports: this._ports },
          site: this._account.site,
          files: this._filesOf(last),
          present: this._contents.included
        })
      : null;
  }

  /** Whether their details could not be had when they were asked for. */
  get isUntold(): boolean {
    const { recordId } = this.request ?? {};
    return recordId !== undefined && this._untold.has(recordId);
  }

  /** The record whose files this replaces; undefined = of none. */
  get replaces(): IReplacement | undefined {
    const { last, as } = this._store.state.version;
    return last && as === 'replace-files'
      ? { recordId: last.recordId, doi: last.doi, files: last.files ?? [] }
      : undefined;
  }

  /** The details that stay where only files are replaced; null = it is no such, or the site did not tell. */
  get kept(): IMetadata | null {
    const { recordId } = this.replaces ?? {};
    const details = recordId && this._asked.get(recordId)?.details;
    return details ? fromRecord(details) : null;
  }

  /** The link to somebody else's record that this one comes from. */
  get related(): IRelatedIdentifier[] {
    const { last } = this._store.state.version;
    return last?.isOwn === false
      ? [
          {
            identifier: last.doi,
            scheme: 'doi',
            relation_type: { id: 'isderivedfrom' }
          }
        ]
      : [];
  }

  publishAs(as: PublishAs): void {
    this._choose({ as });
  }

  chooseRecord(recordId: string): void {
    this._choose({ recordId });
  }

  /** Look which records the bundle may belong to. Nothing is asked of the site. */
  async look(): Promise<void> {
    const { id, selection, account } = this._store.state;
    const { site } = account;
    const key = selectionKey(selection);
    const entries = await this._entries();
    const own = entries.find(entry => entry.id === id);
    // Once the record is open for other files, it can become nothing else.
    this._begun = (own?.draft && !own.record && own.replaces?.recordId) || null;
    const opened = await this._ports.opened.of(selection);
    const identities = new Set(opened.map(({ recordId }) => recordId));
    const notebooks = this._inspection.notebooks.flatMap(
      ({ notebook }) => notebook ?? []
    );
    for (const { recordId } of knownRecords(site.url, notebooks, [])) {
      identities.add(recordId);
    }
    this._known = knownRecords(
      site.url,
      notebooks,
      entries.filter(
        entry =>
          entry.id !== id &&
          (selectionKey(entry.selection) === key ||
            identities.has(entry.record?.id ?? ''))
      ),
      opened
    );
    this._show();
  }

  /** What the site said does not hold any more: it is asked when the user goes on. */
  askAgain(): void {
    this._asked.clear();
    this._untold.clear();
  }

  /** Ask the site whose the records are, and whether they are still there. */
  async ask(): Promise<void> {
    if (!this._account.token) {
      return;
    }
    for (const { recordId, isOurs } of this._known) {
      if (!this._asked.has(recordId)) {
        const { client } = this._account;
        const asked = await askForRecord(client, recordId, isOurs);
        if (asked) {
          this._asked.set(recordId, asked);
          this._untold.delete(recordId);
        } else {
          this._untold.add(recordId);
        }
      }
    }
    this._show();
  }

  /**
   * Compare the files with those of the last version. Asked again meanwhile, it
   * is done when the last one is.
   */
  async compare(): Promise<void> {
    const run = this._compare();
    this._comparing = run;
    await run;
    if (this._comparing !== run) {
      await this._comparing;
    }
  }

  private async _compare(): Promise<void> {
    const { last, as } = this._store.state.version;
    const files = this._filesOf(last);
    const hashes =
      last && as !== 'separate' && files
        ? await this._hashes.of(this._contents.included)
        : null;
    // It was asked again meanwhile.
    if (hashes === undefined) {
      return;
    }
    const changes =
      hashes && files ? changesSince(files, hashes, [cratePath]) : null;
    this._store.update('version', { changes });
    this.findings = versionFindings(
      last,
      as,
      changes,
      this._store.state.data.paths.length > 0,
      this._ports.trans
    );
    this._changes.findingsChanged();
  }

  private _filesOf(last: ILastVersion | null): readonly IJournalFile[] | null {
    const known = this._known.find(one => one.recordId === last?.recordId);
    return known?.files ?? null;
  }

  private _choose(change: Partial<IVersionChoices>): void {
    this.choices = { ...this.choices, ...change };
    this._show();
    this._changes.formChanged();
    void this.compare();
    void this._changes.lastVersionChanged();
  }

  private _show(): void {
    const { site } = this._account;
    const now = this._ports.clock.now();
    const records = lastVersions(this._known, this._asked, site, now);
    const { as, recordId } = this.choices;
    const wanted = this._begun ?? recordId;
    const last =
      records.find(one => one.recordId === wanted) ?? records[0] ?? null;
    this._store.update('version', {
      records,
      last,
      as: this._begun ? 'replace-files' : possible(as, last)
    });
  }

  private async _entries() {
    try {
      const document = await this._ports.journal.load();
      return Object.values(readJournal(document).publications);
    } catch {
      // Without the journal, the notebooks still say where they belong.
      return [];
    }
  }

  private _comparing: Promise<void> = Promise.resolve();
  private readonly _hashes: SourceHashes;
  private _known: readonly IKnownRecord[] = [];
  private readonly _untold = new Set<string>();
  private readonly _asked = new Map<string, IAskedRecord>();
  /** The record that is open for other files, as the journal knows. */
  private _begun: string | null = null;
}
