import { writeCff } from '../core/metadata/write/writeCff';
import type { CitationFormat } from '../core/zenodo/citations';
import type { AccountPart } from './accountPart';
import { cite } from './cite';
import type { ISessionPorts } from './ports';
import type { ICopyActions } from './actions/publishActions';
import type { PublicationStore } from './store';

/** Copies what can be pasted elsewhere. */
export class CopyPart implements ICopyActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: Pick<ISessionPorts, 'copy' | 'trans'>,
    private readonly _account: AccountPart,
    /** The id of the record; null before there is one. */
    private readonly _recordId: () => string | null
  ) {}

  doi(): void {
    this._copy(this._store.state.publish.outcome?.doi);
  }

  badge(): void {
    this._copy(this._store.state.publish.outcome?.badgeMarkdown);
  }

  async citation(format: CitationFormat | 'cff'): Promise<boolean> {
    const id = this._recordId();
    const text =
      id &&
      (format === 'cff'
        ? this._cff()
        : await cite(this._account.client, id, format));
    this._copy(text || undefined);
    return Boolean(text);
  }

  details(): void {
    this._copy(this._store.state.publish.trouble?.details);
  }

  /** What the form says as a CITATION.cff, with the DOI. */
  private _cff(): string {
    const { metadata, publish } = this._store.state;
    const { trans } = this._ports;
    const doi = publish.outcome?.doi ?? '';
    return writeCff(null, metadata.values, { doi, trans });
  }

  private _copy(text: string | undefined): void {
    if (text) {
      this._ports.copy(text);
    }
  }
}
