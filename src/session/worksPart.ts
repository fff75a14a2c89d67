import { readText } from '../core/files';
import { PublisherError } from '../core/error';
import type { IFinding, IWorkLink } from '../core/finding';
import type { IMetadata, IRelatedWork } from '../core/metadata/model';
import {
  type IFoundWork,
  type IWorkText,
  workKey,
  worksInText
} from '../core/metadata/worksInText';
import { readPublishedIdentity } from '../core/notebook/badge';
import { cellSource, isBadgeCell } from '../core/notebook/notebook';
import type { ContentsPart } from './contentsPart';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import { addedFinding, proposalFindings } from './worksFindings';

/** A longer README, in bytes, is not looked at. */
const LARGEST = 1_000_000;

/** Proposes what the notebooks and the README name as related works. */
export class WorksPart {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: Pick<ISessionPorts, 'trans'>,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _set: (change: Pick<IMetadata, 'relatedWorks'>) => void
  ) {}

  /** What is not in the form yet; and what was added here, to be taken out again. */
  get findings(): IFinding[] {
    const { trans } = this._ports;
    const known = this._known;
    const own = this._own;
    const fresh = this._found.filter(({ link }) => {
      const key = keyOf(link);
      return !known.has(key) && !own.has(key);
    });
    const isThere = new Set(this._works.map(keyOf));
    return [
      ...proposalFindings(fresh, trans),
      ...this._added
        .filter(link => isThere.has(keyOf(link)))
        .map(link => addedFinding(link, trans))
    ];
  }

  /** Look which works the files name. What cannot be read names none. */
  async look(): Promise<void> {
    this._found = worksInText([...this._cells(), ...(await this._readme())]);
  }

  /** Add links to the form, unless the works are there. */
  add(links: readonly IWorkLink[]): void {
    const known = this._known;
    const fresh = links.filter(link => !known.has(keyOf(link)));
    const works = [...this._works];
    for (const link of fresh) {
      works.push({ ...link, key: freshKey(works) });
    }
    this._added = [...this._added, ...fresh];
    this._set({ relatedWorks: works });
  }

  /** Take links out of the form again. */
  remove(links: readonly IWorkLink[]): void {
    const keys = new Set(links.map(keyOf));
    this._added = this._added.filter(link => !keys.has(keyOf(link)));
    this._set({
      relatedWorks: this._works.filter(work => !keys.has(keyOf(work)))
    });
  }

  private _cells(): IWorkText[] {
    return this._inspection.notebooks.flatMap(({ path, notebook }) =>
      (notebook?.cells ?? []).flatMap((cell, index) =>
        isBadgeCell(cell)
          ? []
          : [
              {
                text: cellSource(cell),
                place: { path, cell: index },
                isCode: cell.cell_type === 'code'
              }
            ]
      )
    );
  }

  private async _readme(): Promise<IWorkText[]> {
    const entry = this._contents.included.find(({ path }) =>
      /^readme(?:\.(?:md|markdown|txt|rst))?$/i.test(path)
    );
    if (!entry || (entry.size ?? 0) > LARGEST) {
      return [];
    }
    const { path } = entry;
    try {
      const text = await readText(this._contents.files, path);
      return [{ text, place: { path }, isCode: false }];
    } catch (error) {
      if (error instanceof PublisherError) {
        return [];
      }
      throw error;
    }
  }

  private get _works(): readonly IRelatedWork[] {
    return this._store.state.metadata.values.relatedWorks;
  }

  /** What the form names already, wherever. */
  private get _known(): ReadonlySet<string> {
    const { relatedWorks, references, alternateIdentifiers } =
      this._store.state.metadata.values;
    return new Set(
      [...relatedWorks, ...references, ...alternateIdentifiers]
        .filter(({ identifier }) => identifier !== '')
        .map(keyOf)
    );
  }

  /** The DOIs of the work itself, of all its versions as far as they are known. */
  private get _own(): ReadonlySet<string> {
    const { version, publish } = this._store.state;
    const dois = [
      ...version.records.flatMap(({ doi, conceptDoi }) => [doi, conceptDoi]),
      ...this._inspection.notebooks.flatMap(({ notebook }) => {
        const identity = notebook && readPublishedIdentity(notebook);
        return identity ? [identity.doi, identity.concept_doi ?? ''] : [];
      }),
      publish.draft?.doi ?? '',
      publish.outcome?.doi ?? ''
    ];
    return new Set(dois.filter(doi => doi).map(doi => workKey(doi, 'doi')));
  }

  private _found: readonly IFoundWork[] = [];
  private _added: readonly IWorkLink[] = [];
}

function keyOf({
  identifier,
  scheme
}: Pick<IWorkLink, 'identifier' | 'scheme'>): string {
  return workKey(identifier, scheme);
}

/** A key that no work of the list has. */
function freshKey(works: readonly IRelatedWork[]): string {
  let number = works.length + 1;
  while (works.some(({ key }) => key === `found-${number}`)) {
    number += 1;
  }
  return `found-${number}`;
}
