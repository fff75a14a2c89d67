import { CancelledError, throwIfCancelled } from '../../core/error';
import { doiIn, ownQuery } from '../../core/publications/query';
import { ZenodoClient } from '../../core/zenodo/client';
import { PermissionDeniedError } from '../../core/zenodo/errors';
import type { ISite } from '../../core/zenodo/sites';
import type { IDraft } from '../../core/zenodo/types';
import { TokenTrial } from '../tokenTrial';
import { textOf } from '../userText';
import type { IPublicationsPorts } from './ports';
import type { ISiteView } from './state';

/** Entries of a page. */
const PAGE = 25;

/** What one site lists for its user, and the user's token for it. */
export class SiteList {
  constructor(
    readonly site: ISite,
    private readonly _ports: Pick<
      IPublicationsPorts,
      'http' | 'clock' | 'trans' | 'wallet' | 'signIns'
    >,
    private readonly _onChange: () => void
  ) {
    const { http, clock, trans } = _ports;
    this.client = new ZenodoClient({
      site,
      http,
      clock,
      trans,
      getToken: () => this._trial.candidate ?? this.token
    });
    this._trial = new TokenTrial({
      ...{ trans, wallet: _ports.wallet, onChange: _onChange },
      getClient: () => this.client
    });
  }

  readonly client: ZenodoClient;

  /** Drafts and records, as far as they were listed for `query`. */
  deposits: readonly IDraft[] = [];

  /** The search that they answer. */
  query = '';

  get token(): string | null {
    return this._ports.wallet.tokenOf(this.site.url);
  }

  /** All that fits the search was listed, and the search was for all. */
  get isComplete(): boolean {
    return this._isAnswered && !this._hasMore && this.query === '';
  }

  get view(): Omit<ISiteView, 'count'> {
    const { isChecking, refused, otherSite } = this._trial.state;
    return {
      site: this.site,
      status: isChecking ? 'checking' : this.token ? 'signed-in' : 'signed-out',
      ...{ refused, otherSite },
      signIn: this._ports.signIns.stateOf(this.site.url),
      isLoading: this._loading !== null,
      hasMore: this._hasMore,
      problem: this._problem
    };
  }

  /** Ask for the first page; a question that is under way is given up. */
  load(query: string): Promise<void> {
    const done = this._ask(async signal => {
      const { deposits, hasMore } = await this._first(query, signal);
      throwIfCancelled(signal, 'Asked anew');
      this.deposits = deposits.filter(this._isThere);
      this.query = query;
      this._page = 1;
      this._hasMore = hasMore;
      this._isAnswered = true;
    });
    this._latest = { query, done };
    return done;
  }

  /**
   * Ask for the first page once more. An answer to the same question that is
   * under way is shown before: of a slow site, none would come if each press
   * gave up the last one.
   */
  refresh(query: string): Promise<void> {
    const latest = this._latest;
    if (latest?.query !== query || !this._loading) {
      return this.load(query);
    }
    latest.again ??= latest.done.then(() =>
      this._latest === latest ? this.load(query) : undefined
    );
    return latest.again;
  }

  /**
   * Ask for the first page of what was typed, unless it is there already, or
   * about to come: further pages stay.
   */
  async find(query: string): Promise<void> {
    const answered = this._isAnswered ? this.query : null;
    const asked = this._latest?.query ?? answered;
    if (this._problem !== null || asked !== query) {
      await this.load(query);
    }
  }

  /** Ask for the next page, after the first one where that is asked for anew. */
  async more(): Promise<void> {
    while (this._loading && this._latest) {
      await (this._latest.again ?? this._latest.done);
    }
    if (!this._hasMore || this._loading) {
      return;
    }
    await this._ask(async signal => {
      const page = this._page + 1;
      const { deposits, hasMore } = await this.client.searchOwn(
        { query: ownQuery(this.query), size: PAGE, page },
        signal
      );
      throwIfCancelled(signal, 'Asked anew');
      // What was made meanwhile moves the others on to the next page.
      const known = new Set(this.deposits.map(({ id }) => id));
      this.deposits = [
        ...this.deposits,
        ...deposits.filter(one => !known.has(one.id) && this._isThere(one))
      ];
      this._page = page;
      this._hasMore = hasMore;
    });
  }

  /** Check a token, and keep it in the page's wallet. */
  signIn(token: string): Promise<void> {
    return this._trial.run(token);
  }

  /** See `TokenTrial.takeRefused`. */
  takeRefused(): string | null {
    return this._trial.takeRefused();
  }

  /** The wallet has another token of this site, or none. */
  tokenChanged(): void {
    this.stop();
    this.deposits = [];
    this._isAnswered = false;
    this._hasMore = false;
    this._problem = null;
    if (this.token) {
      this._trial.forget();
    }
  }

  /** They are gone, though the site's index may list them for another second. */
  remove(ids: readonly string[]): void {
    ids.forEach(id => this._gone.add(id));
    this.deposits = this.deposits.filter(this._isThere);
  }

  /** Give up what is asked. */
  stop(): void {
    this._loading?.abort();
    this._loading = null;
    this._latest = null;
  }

  /**
   * The first page. The DOI of an older version leads to its work, which is
   * what the list has (FINDINGS 33).
   */
  private async _first(text: string, signal: AbortSignal) {
    const ask = (query: string, allVersions = false) =>
      this.client.searchOwn(
        { query, size: PAGE, page: 1, allVersions },
        signal
      );
    const found = await ask(ownQuery(text));
    if (found.deposits.length > 0 || !doiIn(text)) {
      return found;
    }
    const [older] = (await ask(ownQuery(text), true)).deposits;
    return older?.conceptId ? ask(`parent.id:"${older.conceptId}"`) : found;
  }

  private async _ask(
    question: (signal: AbortSignal) => Promise<void>
  ): Promise<void> {
    this.stop();
    if (!this.token) {
      return;
    }
    const controller = new AbortController();
    this._loading = controller;
    this._problem = null;
    this._onChange();
    try {
      await question(controller.signal);
    } catch (error) {
      if (this._loading === controller) {
        this._failed(error);
      }
    } finally {
      if (this._loading === controller) {
        this._loading = null;
        this._onChange();
      }
    }
  }

  private _failed(error: unknown): void {
    const { trans, wallet } = this._ports;
    if (error instanceof CancelledError) {
      return;
    }
    if (error instanceof PermissionDeniedError) {
      // One's own list is refused only to those whose token has ended.
      wallet.drop(this.site.url);
      this._trial.refuse(
        trans.__('%1 no longer accepts your token.', this.site.name)
      );
      return;
    }
    this._problem = textOf(
      error,
      trans.__('The list of %1 could not be read.', this.site.name)
    );
  }

  /** Ids are never given twice, so what is gone stays gone. */
  private readonly _gone = new Set<string>();
  private readonly _isThere = ({ id }: IDraft) => !this._gone.has(id);
  private _page = 1;
  private _hasMore = false;
  private _isAnswered = false;
  private _problem: string | null = null;
  private _loading: AbortController | null = null;
  /** The last question for a first page, unless it was given up. */
  private _latest: {
    readonly query: string;
    readonly done: Promise<void>;
    /** It is asked once more, after its answer. */
    again?: Promise<void>;
  } | null = null;
  private readonly _trial: TokenTrial;
}
