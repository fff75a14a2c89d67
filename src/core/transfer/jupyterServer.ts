import { asList, asObject } from '../zenodo/parse';
import type { ITestRuns } from '../testRun/testRuns';
import type { ITransfers } from './transfers';

/** How the files travel: `server` = from Jupyter's server straight to the site. */
export type Route = 'browser' | 'server';

/** What the settings say about the route; `auto` = what fits. */
export type TransferMode = 'auto' | Route;

/** What the server extension offers, by its configuration. */
export interface IServerOffer {
  /** The addresses of the sites that it sends to. */
  readonly sites: readonly string[];
  /** Bytes of one transfer, at most. */
  readonly maxBytes: number;
}

/** Jupyter's server, as far as it helps with publishing. */
export interface IJupyterServer {
  /**
   * What it offers; null = it has no such extension, or cannot send files.
   * Never rejects: without an answer, the page does all by itself.
   */
  offer(): Promise<IServerOffer | null>;
  /** Whether it gives hidden files that belong to a publication. Never rejects. */
  givesHidden(): Promise<boolean>;
  readonly transfers: ITransfers | null;
  readonly testRuns: ITestRuns | null;
  readonly mode: TransferMode;
  /** It is another computer than the browser's, as far as the address tells. */
  readonly isRemote: boolean;
}

/** The port where there is no such server, as in JupyterLite. */
export const noServer: IJupyterServer = {
  offer: async () => null,
  givesHidden: async () => false,
  transfers: null,
  testRuns: null,
  mode: 'auto',
  isRemote: false
};

/** More bytes than this go straight from the server, unless the settings say otherwise. */
export const muchToSend = 50e6;

/** What is known of a file that is to be sent. */
export interface IRouteFile {
  /** From the server's root; null = it is in no folder there. */
  readonly source: string | null;
  readonly size: number | null;
}

/** Whether the server could send these files to the site. */
export function canSend(
  offer: IServerOffer | null,
  siteUrl: string,
  files: readonly IRouteFile[]
): boolean {
  const bytes = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return (
    offer !== null &&
    offer.sites.includes(siteUrl) &&
    bytes <= offer.maxBytes &&
    files.every(
      ({ source, size }) =>
        source === null || (size !== null && !isOnOtherDrive(source))
    )
  );
}

/** The route of those who do not choose one. */
export function usualRoute(
  { mode, isRemote }: Pick<IJupyterServer, 'mode' | 'isRemote'>,
  files: readonly IRouteFile[]
): Route {
  if (mode !== 'auto') {
    return mode;
  }
  const bytes = files.reduce((sum, { size }) => sum + (size ?? 0), 0);
  return isRemote || bytes > muchToSend ? 'server' : 'browser';
}

/** What the server extension says of itself; null = nothing that we can use. */
export function readOffer(value: unknown): IServerOffer | null {
  const { sites, transfers } = asObject(value);
  const { maxBytes } = asObject(transfers);
  return typeof maxBytes === 'number'
    ? {
        sites: asList(sites).filter(
          (site): site is string => typeof site === 'string'
        ),
        maxBytes
      }
    : null;
}

/** Paths of other drives begin with their names, as `S3:data.csv`. */
export function isOnOtherDrive(path: string): boolean {
  return /^[^/]+:/.test(path);
}
