/**
 * The port to the other pages of this browser that have the same Jupyter server.
 * Adapters: `BroadcastTabs`; `TabsOfTest` (tests); `noTabs`.
 */
export interface ITabs {
  post(message: object): void;
  /** @param listener - told of what another page posted; untrusted */
  listen(listener: (message: unknown) => void): void;
}

/** The port of a page that is alone. */
export const noTabs: ITabs = {
  post: () => undefined,
  listen: () => undefined
};
