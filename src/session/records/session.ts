import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { CancelledError, throwIfCancelled } from '../../core/error';
import { IRecordPlace, recordPlaces } from '../../core/records/address';
import { RecordRestrictedError } from '../../core/records/errors';
import { fetchRecord, IFetched } from '../../core/records/fetchRecord';
import {
  folderNameFor,
  folderNameProblem,
  freeName
} from '../../core/records/folderName';
import { IOpenableRecord, lookUpRecord } from '../../core/records/record';
import type { RecordFolder } from '../../core/records/recordFolder';
import { RecordFiles } from '../../core/zenodo/recordFiles';
import type { ISite } from '../../core/zenodo/sites';
import { type ISignInActions, signInActions } from '../signIn/signInState';
import { textOf } from '../userText';
import { resultOf, stopOf } from './outcome';
import { RecordLogin } from './recordLogin';
import type { IOpenRecordPorts } from './ports';
import { nothingAsked } from './state';
import type { IOpenRecordSession, IOpenRecordState } from './state';
import { OpenProgressView } from './progressView';

/** Brings one record into a new folder. */
export class OpenRecordSession implements IOpenRecordSession, IDisposable {
  /** @param parent - the folder in which the new one is made; '' is the server's root */
  constructor(
    private readonly _ports: IOpenRecordPorts,
    parent: string
  ) {
    this._state = { ...nothingAsked, parent };
    this._login = new RecordLogin({
      ports: _ports,
      onChange: signIn => this._set({ signIn }),
      onSignedIn: site => this._signedIn(site)
    });
    this._view = new OpenProgressView(
      _ports,
      () => this._state.progress,
      progress => this._set({ progress })
    );
  }

  readonly stateChanged: Signal<IOpenRecordSession, void> = new Signal<
    IOpenRecordSession,
    void
  >(this);

  get state(): IOpenRecordState {
    return this._state;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._work.abort();
      this._login.dispose();
      Signal.clearData(this);
    }
  }

  async lookUp(address: string): Promise<void> {
    const { sites, trans } = this._ports;
    this._login.offer(null);
    this._set({ ...nothingAsked, parent: this._state.parent, address });
    try {
      this._places = recordPlaces(address, sites.all, sites.defaultId, trans);
    } catch (error) {
      this._set({ problem: this._textOf(error) });
      return;
    }
    const [first] = this._places;
    this._set({
      sites: this._places.length > 1 ? this._places.map(one => one.site) : [],
      siteId: first.site.id
    });
    await this._lookAt(first);
  }

  async chooseSite(id: string): Promise<void> {
    const place = this._places.find(({ site }) => site.id === id);
    if (place && !this._isRunning) {
      this._set({ siteId: id });
      await this._lookAt(place);
    }
  }

  signIn(token: string): Promise<void> {
    return this._login.signIn(token);
  }

  signInThere(site: ISite): ISignInActions {
    return signInActions(this._ports.signIns, site);
  }

  setName(name: string): void {
    const { trans } = this._ports;
    this._set({ name, nameProblem: folderNameProblem(name, trans) });
  }

  async open(): Promise<void> {
    const { record, parent, name, nameProblem } = this._state;
    if (!record || nameProblem !== null || this._isRunning) {
      return;
    }
    const signal = this._begin();
    const { writer, trans, limits } = this._ports;
    this._folder = null;
    this._set({ phase: 'running', stop: null, progress: null });
    try {
      const fetched = await fetchRecord({
        ...{ record, parent, writer, trans, limits, signal },
        name: name.trim(),
        source: this._source(record.site),
        observer: {
          folderMade: folder => {
            this._folder = folder;
          },
          progress: (...progress) => this._view.progress(...progress)
        }
      });
      await this._opened(record, fetched);
    } catch (error) {
      this._set({
        phase: 'stopped',
        progress: null,
        stop: stopOf(error, this._textOf(error), this._folder)
      });
    }
  }

  cancel(): void {
    this._work.abort();
  }

  async removeKept(): Promise<void> {
    const { stop } = this._state;
    const { trans } = this._ports;
    if (!stop?.kept || !this._folder) {
      return;
    }
    const { folder } = stop.kept;
    try {
      await this._folder.remove();
      const notice = trans.__('The folder “%1” was removed.', folder);
      this._set({ stop: { ...stop, kept: null, notice } });
    } catch (error) {
      const notice = this._textOf(error);
      const files = this._folder.files.length;
      this._set({ stop: { ...stop, kept: { folder, files }, notice } });
    }
  }

  startAgain(): void {
    if (!this._isRunning) {
      const { parent, address } = this._state;
      this._set({ ...nothingAsked, parent, address });
    }
  }

  async publish(): Promise<void> {
    const { result } = this._state;
    if (result) {
      await this._ports.publish([result.folder]);
    }
  }

  private async _lookAt({ site, id }: IRecordPlace): Promise<void> {
    const { trans, writer } = this._ports;
    const signal = this._begin();
    this._set({ phase: 'looking', problem: null, record: null });
    this._login.offer(null);
    try {
      const source = this._source(site);
      const record = await lookUpRecord(source, id, trans, signal);
      const { parent } = this._state;
      const proposed = folderNameFor(record.title, record.id);
      const name = await freeName(writer, parent, proposed, signal);
      throwIfCancelled(signal, 'Asked anew');
      this._set({ phase: 'found', record, name, nameProblem: null });
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this._set({ phase: 'asking', problem: this._textOf(error) });
      if (error instanceof RecordRestrictedError) {
        this._login.offer(site);
      }
    }
  }

  private async _signedIn(site: ISite): Promise<void> {
    const place = this._places.find(one => one.site === site);
    if (place && this._state.phase === 'asking') {
      await this._lookAt(place);
    }
  }

  private async _opened(
    record: IOpenableRecord,
    fetched: IFetched
  ): Promise<void> {
    const { opened, show } = this._ports;
    const { folder } = fetched;
    const { site, id: recordId, doi, conceptDoi, title } = record;
    if (doi) {
      await opened.note({
        ...{ recordId, doi, conceptDoi, title },
        folder: folder.path,
        siteUrl: site.url
      });
    }
    this._set({
      phase: 'done',
      progress: null,
      result: resultOf(fetched)
    });
    await show(folder.path);
  }

  private _source(site: ISite): RecordFiles {
    const { http, downloads, clock, trans, wallet } = this._ports;
    return new RecordFiles({
      ...{ site, http, downloads, clock, trans },
      getToken: () => wallet.tokenOf(site.url),
      onWait: wait => this._view.wait(site, wait)
    });
  }

  /** Give up what is under way. */
  private _begin(): AbortSignal {
    this._work.abort();
    this._work = new AbortController();
    return this._work.signal;
  }

  private get _isRunning(): boolean {
    return this._state.phase === 'running';
  }

  private _textOf(error: unknown): string {
    const { trans } = this._ports;
    return error instanceof CancelledError
      ? trans.__('Stopped.')
      : textOf(error, trans.__('This did not work.'));
  }

  private _set(change: Partial<IOpenRecordState>): void {
    if (!this._isDisposed) {
      this._state = { ...this._state, ...change };
      this.stateChanged.emit();
    }
  }

  private readonly _view: OpenProgressView;
  private _state: IOpenRecordState;
  private _places: readonly IRecordPlace[] = [];
  private readonly _login: RecordLogin;
  private _folder: RecordFolder | null = null;
  private _work = new AbortController();
  private _isDisposed = false;
}
