import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { emptyMetadata } from '../../core/metadata/empty';
import { afterEmbargo } from '../../core/metadata/embargo';
import {
  type ExistingRecord,
  fromRecord
} from '../../core/metadata/fromRecord';
import type { IMetadata } from '../../core/metadata/model';
import { changeDetails, openDetails } from '../../core/publish/editDetails';
import { RefusedMetadataError } from '../../core/zenodo/errors';
import { doiUrl, ISite, recordPageUrl } from '../../core/zenodo/sites';
import type { IRecord } from '../../core/zenodo/types';
import { AccountPart } from '../accountPart';
import { commonLists } from '../lists/lists';
import { LookUps } from '../lookUps';
import type { ISessionPorts } from '../ports';
import { noSignIn } from '../signIn/signInState';
import { Store } from '../store';
import { textOf } from '../userText';
import { EditForm } from './editForm';
import type { IEditSession, IEditState } from './editState';
import { KeptEdit, type KeptForms } from './keptEdit';

/** Changes the details of one published record. */
export class EditSession implements IEditSession, IDisposable {
  constructor(private readonly _options: EditSession.IOptions) {
    const { site, recordId, forms } = _options;
    this._store = new Store(firstState(_options), () =>
      this.stateChanged.emit()
    );
    this._kept = new KeptEdit(forms, site, recordId);
    this.metadata = new EditForm(
      this._store,
      () => ({ site, now: _options.clock.now(), trans: _options.trans }),
      edit =>
        void (this.state.changed.length > 0
          ? this._kept.save(edit)
          : this._kept.forget())
    );
    this.account = new AccountPart(
      this._store,
      _options,
      {
        siteChanged: async () => undefined,
        signedIn: () => this.reload(),
        findingsChanged: () => this._signedOut()
      },
      () => undefined
    );
    this.lookUps = new LookUps(this._store, this.account);
    this.ready = this.account.token ? this.reload() : Promise.resolve();
  }

  readonly metadata: EditForm;
  readonly account: AccountPart;
  readonly lookUps: LookUps;

  /** Resolved when the record was asked for, where somebody is signed in. */
  readonly ready: Promise<void>;

  readonly stateChanged: Signal<IEditSession, void> = new Signal<
    IEditSession,
    void
  >(this);

  get state(): IEditState {
    return this._store.state;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._stop.abort();
      this.account.dispose();
      Signal.clearData(this);
    }
  }

  async reload(): Promise<void> {
    await this._do('loading', async () => {
      const { recordId, trans, site } = this._options;
      const { signal } = this._stop;
      const { record, edit, isOwn } = await openDetails(
        this._client,
        recordId,
        signal
      );
      if (!record || !isOwn) {
        this._store.set({
          phase: 'missing',
          problem: record
            ? trans.__(
                'This record is not among yours on %1. Only its owners can change its details.',
                site.name
              )
            : trans.__('%1 has no record %2.', site.name, recordId)
        });
        return;
      }
      const before = this._detailsOf(edit ?? record);
      const kept = await this._kept.load();
      this._show(record);
      this.metadata.fill(kept ?? { before, after: before });
      this._store.set({ phase: 'editing', isBegun: edit !== null });
      await this.metadata.check(this._client.vocabularies);
    });
  }

  async publish(): Promise<void> {
    const { phase, changed, isBegun } = this.state;
    if (phase !== 'editing' || (changed.length === 0 && !isBegun)) {
      return;
    }
    this._store.set({ done: null });
    // From here on, so that a second press finds it at work.
    await this._do('saving', async () => {
      this.metadata.ask();
      await this.metadata.check(this._client.vocabularies);
      if (Object.keys(this.state.metadata.errors).length > 0) {
        this._store.set({ phase: 'editing' });
        return;
      }
      const { recordId, trans, site } = this._options;
      const record = await changeDetails({
        client: this._client,
        id: recordId,
        before: this.metadata.before,
        after: this.metadata.after,
        trans,
        signal: this._stop.signal
      });
      await this._kept.forget();
      const now = this._detailsOf(record);
      this._show(record);
      this.metadata.fill({ before: now, after: now });
      this._store.set({
        phase: 'editing',
        isBegun: false,
        done: trans.__(
          'The change is public on %1. DOI and files are as they were.',
          site.name
        )
      });
    });
  }

  async discard(): Promise<void> {
    const { record, isBegun, phase } = this.state;
    const { site, confirmDiscard } = this._options;
    if (
      phase !== 'editing' ||
      // It may be somebody's work on the site's own page.
      (isBegun && !(await confirmDiscard(record?.title ?? '', site)))
    ) {
      return;
    }
    await this._do('loading', async () => {
      await this._client.deleteDraft(this._options.recordId, this._stop.signal);
      await this._kept.forget();
    });
    if (this.state.problem === null) {
      this._store.set({ done: null });
      await this.reload();
    }
  }

  /** Do something that keeps the user waiting; what goes wrong is told. */
  private async _do(
    phase: IEditState['phase'],
    work: () => Promise<void>
  ): Promise<void> {
    const { trans } = this._options;
    this._store.set({ phase, problem: null });
    try {
      await work();
    } catch (error) {
      if (this._isDisposed) {
        return;
      }
      if (error instanceof RefusedMetadataError) {
        this.metadata.object(error.errors);
      }
      const problem = textOf(error, trans.__('This did not work.'));
      this._store.set({
        // What was sent may stand there, not published.
        isBegun: this.state.isBegun || phase === 'saving',
        phase: !this.account.token
          ? 'signed-out'
          : this.state.record
            ? 'editing'
            : 'missing',
        problem: [problem, ...this.metadata.general].join(' ')
      });
    }
  }

  private _show({ id, title, doi }: IRecord): void {
    const { site } = this._options;
    this._store.set({
      record: {
        ...{ id, title, doi: doi ?? '' },
        doiUrl: doi ? doiUrl(site, doi) : '',
        pageUrl: recordPageUrl(site, id)
      }
    });
  }

  private _detailsOf(record: ExistingRecord): IMetadata {
    return afterEmbargo(fromRecord(record), this._options.clock.now());
  }

  private _signedOut(): void {
    this._store.set({ phase: 'signed-out' });
  }

  private get _client() {
    return this.account.client;
  }

  private readonly _store: Store<IEditState>;
  private readonly _kept: KeptEdit;
  private readonly _stop = new AbortController();
  private _isDisposed = false;
}

function firstState({ site, trans, wallet }: EditSession.IOptions): IEditState {
  return {
    phase: wallet.tokenOf(site.url) ? 'loading' : 'signed-out',
    record: null,
    isBegun: false,
    changed: [],
    problem: null,
    done: null,
    asked: false,
    findings: [],
    metadata: {
      values: emptyMetadata(''),
      ...{ origins: {}, candidates: {}, errors: {} },
      lists: commonLists(trans)
    },
    account: {
      ...{ sites: [site], site, status: 'signed-out' as const },
      ...{ refused: null, otherSite: null, signIn: noSignIn, problems: [] }
    }
  };
}

export namespace EditSession {
  export interface IOptions extends Pick<
    ISessionPorts,
    'http' | 'clock' | 'wallet' | 'signIns' | 'trans'
  > {
    readonly forms: KeptForms;
    readonly site: ISite;
    readonly recordId: string;
    /** Ask before a change that stands on the site is given up. */
    confirmDiscard(title: string, site: ISite): Promise<boolean>;
  }
}
