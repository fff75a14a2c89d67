import type { ITranslator } from '../../core/text';
import type { ZenodoClient } from '../../core/zenodo/client';
import {
  AnswerLostError,
  PermissionDeniedError,
  SiteTroubleError
} from '../../core/zenodo/errors';
import type { IRequest, IRequestComment } from '../../core/zenodo/requests';
import { requestPageUrl } from '../../core/zenodo/sites';
import { textOf } from '../userText';
import {
  ICommentView,
  IRequestActions,
  IRequestsView,
  IRequestView,
  noRequests
} from './requestsView';

/** Of so many requests the comments are read; the others are old. */
const mostRead = 5;

/** What the requests of a record need of their surroundings. */
export interface IRecordRequestsOptions {
  readonly client: () => ZenodoClient;
  readonly trans: ITranslator;
  /** The titles of communities by UUID, as far as they are known; added to. */
  readonly titles: Map<string, string>;
  readonly onChange: () => void;
}

/**
 * What was asked of communities about one draft or record. The site is asked
 * when somebody wants to know, never by itself: reviews take days.
 */
export class RecordRequests implements IRequestActions {
  /** @param topic - the id of the draft or record */
  constructor(
    readonly topic: string,
    private readonly _options: IRecordRequestsOptions
  ) {}

  get view(): IRequestsView {
    return this._view;
  }

  /** Take what a list said, without the comments. */
  take(requests: readonly IRequest[]): void {
    this._requests = requests.filter(({ status }) => status !== 'created');
    this._show({});
  }

  refresh(): Promise<void> {
    return this._busy(async client => {
      this.take(await client.requests.own(this.topic));
      await readTitles(client, this._requests, this._options.titles);
      for (const { id } of this._requests.slice(0, mostRead)) {
        this._comments.set(id, await client.requests.comments(id));
      }
    });
  }

  async answer(id: string, text: string): Promise<boolean> {
    if (!text.trim()) {
      return false;
    }
    let isDone = false;
    await this._busy(async client => {
      const known = this._comments.get(id) ?? [];
      try {
        const comment = await client.requests.comment(id, text);
        this._comments.set(id, [...known, comment]);
      } catch (error) {
        // It may be there: sent twice, curators would read it twice.
        const isThere =
          (error instanceof AnswerLostError ||
            error instanceof SiteTroubleError) &&
          (await this._arrived(client, id, known));
        if (!isThere) {
          throw error;
        }
      }
      isDone = true;
    });
    return isDone;
  }

  withdraw(id: string): Promise<void> {
    return this._busy(async client => {
      let failure: unknown = null;
      try {
        await client.requests.cancel(id);
      } catch (error) {
        if (!(
          error instanceof AnswerLostError ||
          error instanceof SiteTroubleError ||
          error instanceof PermissionDeniedError
        )) {
          throw error;
        }
        failure = error;
      }
      const present = await client.requests.get(id);
      this._requests = this._requests.map(one =>
        one.id === id ? (present ?? { ...one, status: 'cancelled' }) : one
      );
      if (present?.status === 'submitted' && failure) {
        throw failure;
      }
    });
  }

  private async _arrived(
    client: ZenodoClient,
    id: string,
    known: readonly IRequestComment[]
  ): Promise<boolean> {
    const present = await client.requests.comments(id);
    this._comments.set(id, present);
    return present.some(
      one => this._isOwn(id, one) && !known.some(old => old.id === one.id)
    );
  }

  private _isOwn(id: string, comment: IRequestComment): boolean {
    return this._requests.some(one => one.id === id && one.by === comment.by);
  }

  /** Do it, and tell how that went; one thing at a time. */
  private async _busy(
    act: (client: ZenodoClient) => Promise<void>
  ): Promise<void> {
    if (this._view.isBusy) {
      return;
    }
    const { client, trans } = this._options;
    this._show({ isBusy: true, problem: null });
    let problem: string | null = null;
    try {
      await act(client());
    } catch (error) {
      problem = textOf(error, trans.__('This did not work.'));
    }
    this._show({ isBusy: false, problem });
  }

  private _show(change: Partial<IRequestsView>): void {
    this._view = {
      ...this._view,
      ...change,
      requests: this._requests.map(one => this._viewOf(one))
    };
    this._options.onChange();
  }

  private _viewOf(request: IRequest): IRequestView {
    const { client, titles } = this._options;
    const { id, kind, status, active, by, community } = request;
    const comments = this._comments.get(id);
    return {
      ...{ id, kind, status, active },
      community: titles.get(community) ?? '',
      url: requestPageUrl(client().site, id),
      canWithdraw: request.canCancel && status === 'submitted',
      comments: comments?.map(one => commentOf(one, by)) ?? null
    };
  }

  private _view: IRequestsView = noRequests;
  private _requests: readonly IRequest[] = [];
  private readonly _comments = new Map<string, readonly IRequestComment[]>();
}

/** So many communities are asked for their title at once. */
const mostTitles = 10;

/** Ask for the titles of the communities that are not known yet. Rejects with CancelledError only. */
export async function readTitles(
  client: ZenodoClient,
  requests: readonly IRequest[],
  titles: Map<string, string>
): Promise<void> {
  const missing = new Set(
    requests
      .map(({ community }) => community)
      .filter(community => community && !titles.has(community))
  );
  for (const community of [...missing].slice(0, mostTitles)) {
    const title = await client.requests.communityTitle(community);
    if (title) {
      titles.set(community, title);
    }
  }
}

function commentOf(
  { id, by, text, at }: IRequestComment,
  asker: string
): ICommentView {
  return {
    ...{ id, text, at },
    who: by === 'system' ? 'site' : by === asker ? 'you' : 'curator'
  };
}
