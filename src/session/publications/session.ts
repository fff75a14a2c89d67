import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { IPublicationItem } from '../../core/publications/item';
import { joinPublications } from '../../core/publications/join';
import type { ISite } from '../../core/zenodo/sites';
import type { IRequestActions } from '../requests/requestsView';
import { type ISignInActions, signInActions } from '../signIn/signInState';
import type { IWallet } from '../wallet';
import { PublicationActions } from './actions';
import { CloserLook } from './closerLook';
import { Doings } from './doings';
import { JournalView } from './journalView';
import { listState } from './listState';
import type { IPublicationsPorts } from './ports';
import { RequestBook } from './requestBook';
import { SiteList } from './siteList';
import type { IPublicationsSession, IPublicationsState } from './state';
import { TypingPause } from './typingPause';

/** The list of publications: joins the journal with the sites, and carries out what is asked. */
export class PublicationsSession implements IPublicationsSession, IDisposable {
  constructor(private readonly _ports: IPublicationsPorts) {
    this._actions = new PublicationActions(_ports);
    this._journal = new JournalView(_ports, () => this._show());
    this._requests = new RequestBook(_ports.trans, () => this._show());
    this._lists = _ports.sites.all.map(
      site => new SiteList(site, _ports, () => this._show())
    );
    _ports.wallet.changed.connect(this._walletChanged, this);
    _ports.signIns.changed.connect(this._show, this);
    this._typing = new TypingPause(_ports.clock);
    this._doings = new Doings(_ports.trans, () => this._show());
    this._closer = new CloserLook(_ports, () => this._show());
    this._state = this._makeState();
  }

  readonly stateChanged: Signal<IPublicationsSession, void> = new Signal<
    IPublicationsSession,
    void
  >(this);

  get state(): IPublicationsState {
    return this._state;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.setShown(false);
    this._typing.stop();
    this._lists.forEach(list => list.stop());
    this._ports.wallet.changed.disconnect(this._walletChanged, this);
    this._ports.signIns.changed.disconnect(this._show, this);
    Signal.clearData(this);
  }

  /** The list is seen, or no longer: only then it is kept up to date. */
  setShown(shown: boolean): void {
    this._looking.abort();
    if (!shown) {
      this._closer.stop();
    } else {
      this._looking = new AbortController();
      const { signal } = this._looking;
      void this.refresh().then(() => this._journal.keepReading(signal));
    }
  }

  async refresh(): Promise<void> {
    await Promise.all([
      this._journal.read(),
      ...this._lists.map(list => list.refresh(this._query))
    ]);
    await this._requests.load(this._lists);
    await this._journal.lookForDeleted(this._lists);
  }

  requests(key: string): IRequestActions | null {
    const { item, list } = this._find(key);
    return item && list
      ? this._requests.actions(item, list, () => list.load(this._query))
      : null;
  }

  async search(text: string): Promise<void> {
    this._query = text;
    this._show();
    if (await this._typing.wait()) {
      await Promise.all(this._lists.map(list => list.find(text)));
    }
  }

  showSite(id: string | null): void {
    this._siteId = id;
    this._show();
  }

  async more(): Promise<void> {
    await Promise.all(this._shownLists.map(list => list.more()));
  }

  async signIn(siteId: string, token: string): Promise<void> {
    await this._listOf(siteId)?.signIn(token);
    await this._loading;
  }

  async tryOtherSite(siteId: string): Promise<void> {
    const list = this._listOf(siteId);
    const other = list?.view.otherSite;
    const token = list?.takeRefused();
    if (other && token) {
      this.showSite(other.id);
      await this.signIn(other.id, token);
    }
  }

  signInThere(site: ISite): ISignInActions {
    return signInActions(this._ports.signIns, site);
  }

  signOut(siteId: string): void {
    const site = this._listOf(siteId)?.site;
    if (site) {
      this._ports.signIns.signOut(site);
    }
  }

  openRecord(): void {
    this._ports.openRecord?.();
  }

  async look(key: string): Promise<void> {
    const { item, list } = this._find(key);
    if (item && list) {
      await this._closer.look(item, this._entryOf(item), list.client);
    }
  }

  reveal(siteUrl: string, recordId: string): void {
    this._revealed = `${siteUrl} ${recordId}`;
    this._siteId = null;
    this._query = '';
    this._show();
  }

  async act(
    key: string,
    action: Parameters<IPublicationsSession['act']>[1]
  ): Promise<void> {
    const { item, list } = this._find(key);
    if (!item || !list || this._doings.of(key).isBusy) {
      return;
    }
    const done = await this._doings.run(key, async () => {
      const entry = this._entryOf(item);
      if (action === 'compare' && entry) {
        await this._closer.compare(entry, true);
      }
      return this._actions.run(action, item, list.client);
    });
    if (done?.isChanged) {
      list.remove(done.gone);
      await Promise.all([
        this._journal.read(),
        ...(done.gone.length === 0 ? [list.load(this._query)] : [])
      ]);
      if (!this._items.some(one => one.key === key)) {
        this._doings.notice = done.notice;
      }
    }
    this._show();
  }

  private _walletChanged(_sender: IWallet, siteUrl: string): void {
    const list = this._lists.find(({ site }) => site.url === siteUrl);
    if (list) {
      list.tokenChanged();
      this._requests.forget(siteUrl);
      this._loading = list
        .load(this._query)
        .then(() => this._requests.load([list]));
      this._show();
    }
  }

  private _find(key: string) {
    const item = this._items.find(one => one.key === key);
    return { item, list: item && this._listOf(item.site.id) };
  }

  private _entryOf({ here }: IPublicationItem) {
    return this._journal.entries.find(({ id }) => id === here?.id);
  }

  private _listOf(siteId: string): SiteList | undefined {
    return this._lists.find(({ site }) => site.id === siteId);
  }

  private get _shownLists(): readonly SiteList[] {
    return this._lists.filter(
      ({ site }) => this._siteId === null || site.id === this._siteId
    );
  }

  private _show(): void {
    if (!this._isDisposed) {
      this._state = this._makeState();
      this.stateChanged.emit();
    }
  }

  private _makeState(): IPublicationsState {
    const { entries } = this._journal;
    this._items = joinPublications({
      entries,
      listings: this._lists.map(({ site, deposits }) => ({ site, deposits })),
      isGoingOn: entry => this._journal.isGoingOn(entry),
      now: this._ports.clock.now()
    });
    return listState({
      ...{ ports: this._ports, journal: this._journal, lists: this._lists },
      ...{ doings: this._doings, closer: this._closer },
      ...{ requests: this._requests, items: this._items },
      ...{ query: this._query, siteId: this._siteId, revealed: this._revealed },
      entryOf: item => this._entryOf(item)
    });
  }

  private readonly _actions: PublicationActions;
  private readonly _journal: JournalView;
  private readonly _requests: RequestBook;
  private readonly _lists: readonly SiteList[];
  private _state: IPublicationsState;
  private _items: readonly IPublicationItem[] = [];
  private _revealed: string | null = null;
  private readonly _closer: CloserLook;
  private readonly _doings: Doings;
  private _query = '';
  private _siteId: string | null = null;
  private _isDisposed = false;
  private _loading: Promise<void> = Promise.resolve();
  private readonly _typing: TypingPause;
  private _looking = new AbortController();
}
