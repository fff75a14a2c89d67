import type { AccountPart } from './accountPart';
import type { ISessionPorts } from './ports';
import type { IReviewActions } from './actions/publishActions';
import type { PublishPart } from './publishPart';
import { RecordRequests } from './requests/recordRequests';
import { IRequestActions, noRequests } from './requests/requestsView';
import { ReviewRun } from './reviewRun';
import type { PublicationStore } from './store';

/** What communities have to do with the open publication, before and after it is published. */
export class ReviewPart implements IReviewActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _account: AccountPart,
    private readonly _publication: PublishPart,
    private readonly _onChoice: () => void
  ) {
    this._run = new ReviewRun(_publication.reviewHost);
  }

  readonly requests: IRequestActions = {
    refresh: async () => {
      await this._current?.refresh();
    },
    answer: async (id, text) =>
      (await this._current?.answer(id, text)) ?? false,
    withdraw: async id => {
      await this._current?.withdraw(id);
    }
  };

  setFirst(on: boolean): void {
    this._store.update('publish', { reviewFirst: on });
    this._onChoice();
  }

  async check(): Promise<void> {
    await this._run.look(false);
    await this.requests.refresh();
  }

  async withdraw(): Promise<void> {
    await this._run.look(true);
    await this.requests.refresh();
  }

  insertBadges(): Promise<void> {
    return this._run.answerOffer(true);
  }

  leaveFiles(): Promise<void> {
    return this._run.answerOffer(false);
  }

  /** The site can be asked now: what became of a review meanwhile? */
  async signedIn(): Promise<void> {
    const { phase, publish } = this._store.state;
    if (publish.review && (phase === 'in-review' || phase === 'editing')) {
      await this.check();
    }
  }

  /** Of the present draft or record; made anew when it is another. */
  private get _current(): RecordRequests | null {
    const { depositId } = this._publication;
    if (depositId === null || !this._account.token) {
      return null;
    }
    const key = `${this._account.site.url} ${depositId}`;
    if (this._known?.key !== key) {
      this._store.update('publish', { requests: noRequests });
      const requests = new RecordRequests(depositId, {
        client: () => this._account.client,
        trans: this._ports.trans,
        titles: this._titles,
        onChange: () => {
          if (this._known?.key === key) {
            this._store.update('publish', { requests: requests.view });
          }
        }
      });
      this._known = { key, requests };
    }
    return this._known.requests;
  }

  private _known: {
    readonly key: string;
    readonly requests: RecordRequests;
  } | null = null;
  private readonly _run: ReviewRun;
  private readonly _titles = new Map<string, string>();
}
