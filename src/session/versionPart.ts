import { PublisherError } from '../core/error';
import type { IFinding } from '../core/finding';
import type { IRelatedIdentifier } from '../core/metadata/toRecord';
import { readJournal } from '../core/publish/journalDocument';
import {
  changesSince,
  IKnownRecord,
  isUnchanged,
  IVersionOf,
  knownRecords
} from '../core/publish/versions';
import { cratePath } from '../core/crate/crate';
import { selectionKey } from '../core/selection';
import { GoneError } from '../core/zenodo/errors';
import { doiUrl } from '../core/zenodo/sites';
import type { AccountPart } from './accountPart';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';
import type { IVersionActions } from './publicationSession';
import { SourceHashes } from './sourceHashes';
import type { PublicationStore } from './store';
import {
  ILastVersion,
  IVersionChoices,
  noVersionChoices,
  PublishAs
} from './versionState';

/** What the site said of a record. */
interface IAsked {
  readonly title: string;
  readonly version: string;
  readonly published: string;
  readonly isOwn: boolean;
  readonly isGone: boolean;
}

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
  }

  /** Ask the site whose the records are, and whether they are still there. */
  async ask(): Promise<void> {
    if (!this._account.token) {
      return;
    }
    for (const { recordId, isOurs } of this._known) {
      if (!this._asked.has(recordId)) {
        const asked = await this._askFor(recordId, isOurs);
        if (asked) {
          this._asked.set(recordId, asked);
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
    const files = this._known.find(
      one => one.recordId === last?.recordId
    )?.files;
    const hashes =
      last && as === 'new-version' && files
        ? await this._hashes.of(this._contents.included)
        : null;
    // It was asked again meanwhile.
    if (hashes === undefined) {
      return;
    }
    const changes =
      hashes && files ? changesSince(files, hashes, [cratePath]) : null;
    this._store.update('version', { changes });
    const { trans } = this._ports;
    this.findings =
      last && changes && isUnchanged(changes)
        ? [
            {
              id: 'version.unchanged',
              severity: 'warning',
              section: 'publish',
              key: `version.unchanged ${last.doi}`,
              stops: true,
              message: trans.__(
                'No file has changed since %1. A new version would be the same again; details can be corrected on the page of the record.',
                last.version
                  ? trans.__('version %1', last.version)
                  : trans.__('the last version')
              )
            }
          ]
        : [];
    this._changes.findingsChanged();
  }

  private _choose(change: Partial<IVersionChoices>): void {
    this.choices = { ...this.choices, ...change };
    this._show();
    this._changes.formChanged();
    void this.compare();
  }

  private _show(): void {
    const { site } = this._account;
    const records = this._known.flatMap((known): ILastVersion[] => {
      const asked = this._asked.get(known.recordId);
      return asked?.isGone
        ? []
        : [
            {
              recordId: known.recordId,
              doi: known.doi,
              conceptDoi: known.conceptDoi,
              title: known.title || (asked?.title ?? ''),
              publishedAt: known.publishedAt || (asked?.published ?? ''),
              doiUrl: doiUrl(site, known.doi),
              version: asked?.version ?? '',
              isOwn: asked ? asked.isOwn : null
            }
          ];
    });
    const { as, recordId } = this.choices;
    const last =
      records.find(one => one.recordId === recordId) ?? records[0] ?? null;
    this._store.update('version', {
      records,
      last,
      as:
        last === null || last.isOwn === false
          ? 'separate'
          : (as ?? 'new-version')
    });
  }

  private async _askFor(id: string, isOurs: boolean): Promise<IAsked | null> {
    const { client } = this._account;
    try {
      const record = await client.getRecord(id);
      if (!record) {
        return { ...unknown, isGone: true };
      }
      const own = await client.listOwn(`id:"${id}"`, 5);
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      return {
        title: record.title,
        version: text(record.metadata.version),
        published: text(record.metadata.publication_date),
        // The index lags behind what was published just now.
        isOwn: isOurs || own.some(one => one.id === id),
        isGone: false
      };
    } catch (error) {
      if (error instanceof GoneError) {
        return { ...unknown, isGone: true };
      }
      if (error instanceof PublisherError) {
        // Not known now. Publishing asks again, and says what it hears.
        return null;
      }
      throw error;
    }
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
  private readonly _asked = new Map<string, IAsked>();
}

const unknown: Omit<IAsked, 'isGone'> = {
  title: '',
  version: '',
  published: '',
  isOwn: false
};
