/** What the callback page hands on. All of it is untrusted. */
export interface ICallback {
  readonly state: string;
  /** '' = the site gave none. */
  readonly code: string;
  /** The site's reason, as `access_denied`; '' = none. */
  readonly error: string;
}

/** A window in which the user signs in on the site's own page. */
export interface ISignInWindow {
  /** Show a page of the site. */
  go(url: string): void;
  /**
   * Resolved with what the callback page hands on.
   *
   * @param state - names the channel on which the callback page speaks when the
   *   site cut the tie between the windows
   * @param callback - the address of the callback page: others are not listened to
   * @throws CancelledError
   */
  answer(
    state: string,
    callback: string,
    signal: AbortSignal
  ): Promise<ICallback>;
  /** It looks closed. A site can make it look so while it is open. */
  readonly looksClosed: boolean;
  /** Bring it to the front. */
  show(): void;
  close(): void;
}

/** The port to windows. */
export interface ISignInWindows {
  /** Open one; only a click may do so. Null = the browser does not let us. */
  open(): ISignInWindow | null;
}

/** The port of those who have no windows. */
export const noWindows: ISignInWindows = { open: () => null };
