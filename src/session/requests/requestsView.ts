import type { RequestStatus } from '../../core/zenodo/requests';

/** What was asked of a community about one draft or record. */
export interface IRequestView {
  readonly id: string;
  /** To look at a draft before it is published, or to take a record in. */
  readonly kind: 'review' | 'inclusion';
  /** The community's title in plain text; '' = not known. */
  readonly community: string;
  readonly status: RequestStatus;
  /** Its page on the site. */
  readonly url: string;
  /** ISO 8601, or ''. */
  readonly active: string;
  readonly canWithdraw: boolean;
  /** The oldest first; null = not read yet. */
  readonly comments: readonly ICommentView[] | null;
}

/** What somebody wrote about a request. */
export interface ICommentView {
  readonly id: string;
  readonly who: 'you' | 'curator' | 'site';
  /** Plain text with line ends. */
  readonly text: string;
  /** ISO 8601, or ''. */
  readonly at: string;
}

/** All that was asked about one draft or record. */
export interface IRequestsView {
  /** The latest first. */
  readonly requests: readonly IRequestView[];
  /** The site is being asked, or told something. */
  readonly isBusy: boolean;
  /** Why that did not work: the user's text. */
  readonly problem: string | null;
}

/** Before anything is known. */
export const noRequests: IRequestsView = {
  requests: [],
  isBusy: false,
  problem: null
};

/** What can be done about requests. Nothing here rejects. */
export interface IRequestActions {
  /** Ask the site how they stand, and what was written. */
  refresh(): Promise<void>;
  /** Write to the curators; false = it did not work, and the text is to be kept. */
  answer(id: string, text: string): Promise<boolean>;
  /** Take a request back. */
  withdraw(id: string): Promise<void>;
}
