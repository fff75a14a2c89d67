import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { CancelledError } from '../../core/error';
import type { IPublicationItem } from '../../core/publications/item';
import { elsewhere, joinPublications } from '../../core/publications/join';
import { fits } from '../../core/publications/query';
import type { IRequestActions } from '../requests/requestsView';
import { textOf } from '../userText';
import type { IWallet } from '../wallet';
import { IDone, PublicationActions } from './actions';
import { CloserLook } from './closerLook';
import { JournalView } from './journalView';
import type { IPublicationsPorts } from './ports';
import { RequestBook } from './requestBook';
import { SiteList } from './siteList';
import type {
  INotice,
  IPublicationsSession,
  IPublicationsState
} from './state';
import { viewOf } from './views';

/** A pause in the typing after which the sites are asked, in milliseconds. */
const PAUSE = 400;

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
    this._typing.abort();
    this._lists.forEach(list => list.stop());
    this._ports.wallet.changed.disconnect(this._walletChanged, this);
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
      ...this._lists.map(list => list.load(this._query))
    ]);
    await this._requests.load(this._lists);
    await this._journal.lookForDeleted(this._lists);
  }

  requests(key: string): IRequestActions | null {
    const item = this._items.find(one => one.key === key);
    const list = item && this._listOf(item.site.id);
    return item && list
      ? this._requests.actions(item, list, () => list.load(this._query))
      : null;
  }

  async search(text: string): Promise<void> {
    this._query = text;
    this._show();
    this._typing.abort();
    this._typing = new AbortController();
    const { signal } = this._typing;
    try {
      await this._ports.clock.sleep(PAUSE, signal);
    } catch (error) {
      if (error instanceof CancelledError) {
        return;
      }
      throw error;
    }
    await Promise.all(this._lists.map(list => list.load(text)));
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

  signOut(siteId: string): void {
    const url = this._listOf(siteId)?.site.url;
    if (url) {
      this._ports.wallet.drop(url);
    }
  }

  openRecord(): void {
    this._ports.openRecord?.();
  }

  async look(key: string): Promise<void> {
    const item = this._items.find(one => one.key === key);
    const list = item && this._listOf(item.site.id);
    if (list) {
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
    const item = this._items.find(one => one.key === key);
    const list = item && this._listOf(item.site.id);
    if (!item || !list || this._busy.has(key)) {
      return;
    }
    this._busy.add(key);
    this._notices.delete(key);
    this._notice = null;
    this._show();
    let done: IDone | null = null;
    try {
      const entry = this._entryOf(item);
      if (action === 'compare' && entry) {
        await this._closer.compare(entry, true);
      }
      done = await this._actions.run(action, item, list.client);
      if (done.notice) {
        this._notices.set(key, done.notice);
      }
      if (done.isShared !== undefined) {
        this._shared.set(key, done.isShared);
      }
    } catch (error) {
      const { trans } = this._ports;
      const text = textOf(error, trans.__('This did not work.'));
      this._notices.set(key, { tone: 'error', text });
    } finally {
      this._busy.delete(key);
    }
    if (done?.isChanged) {
      list.remove(done.gone);
      await Promise.all([
        this._journal.read(),
        ...(done.gone.length === 0 ? [list.load(this._query)] : [])
      ]);
      if (!this._items.some(one => one.key === key)) {
        this._notice = done.notice;
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
    const { sites, clock } = this._ports;
    const { entries } = this._journal;
    this._items = joinPublications({
      entries,
      listings: this._lists.map(({ site, deposits }) => ({ site, deposits })),
      isGoingOn: entry => this._journal.isGoingOn(entry),
      now: clock.now()
    });
    return {
      sites: this._lists.map(list => ({
        ...list.view,
        count: this._items.filter(({ site }) => site === list.site).length
      })),
      defaultSiteId: sites.defaultId,
      siteId: this._siteId,
      query: this._query,
      items: this._fitting.map(item =>
        viewOf(item, {
          isBusy: this._busy.has(item.key),
          notice: this._notices.get(item.key) ?? null,
          isShared: this._shared.get(item.key) ?? null,
          canOpen: this._ports.openRecord !== null,
          requests: this._requests.view(item),
          comparison: this._closer.comparisonOf(item, this._entryOf(item)),
          doiResolves: this._closer.resolves(item.doi)
        })
      ),
      revealed: this._revealed,
      isReading: this._journal.isReading,
      notice: this._notice,
      problem: this._journal.problem,
      canOpen: this._ports.openRecord !== null,
      elsewhere: elsewhere(entries, sites.all)
    };
  }

  private get _fitting(): readonly IPublicationItem[] {
    const { _query: query, _siteId: siteId } = this;
    // What a site found fits, whatever made it find that.
    const found = new Set(
      this._lists.flatMap(list =>
        list.query === query
          ? list.deposits.map(({ id }) => `${list.site.url} ${id}`)
          : []
      )
    );
    return this._items.filter(
      item =>
        (siteId === null || item.site.id === siteId) &&
        (!query || found.has(item.key) || fits(item, query))
    );
  }

  private readonly _actions: PublicationActions;
  private readonly _journal: JournalView;
  private readonly _requests: RequestBook;
  private readonly _lists: readonly SiteList[];
  private _state: IPublicationsState;
  private _items: readonly IPublicationItem[] = [];
  private readonly _busy = new Set<string>();
  private readonly _notices = new Map<string, INotice>();
  private readonly _shared = new Map<string, boolean>();
  private _revealed: string | null = null;
  private readonly _closer: CloserLook;
  private _notice: INotice | null = null;
  private _query = '';
  private _siteId: string | null = null;
  private _isDisposed = false;
  private _loading: Promise<void> = Promise.resolve();
  private _typing = new AbortController();
  private _looking = new AbortController();
}
