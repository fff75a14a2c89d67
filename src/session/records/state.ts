import type { ISignal } from '@lumino/signaling';
import type { ILeftOut } from '../../core/records/leftOut';
import type { FetchStep } from '../../core/records/fetchRecord';
import type { IOpenableRecord } from '../../core/records/record';
import type { ISite } from '../../core/zenodo/sites';
import type { ISiteView } from '../publications/state';
import type { ISignInActions } from '../signIn/signInState';

/**
 * - `asking`: which record
 * - `looking`: the site is asked
 * - `found`: what comes is shown; nothing is downloaded yet
 * - `running`: downloaded and written
 * - `done`
 * - `stopped`: by the user or by trouble; part of it may be there
 */
export type OpenPhase =
  'asking' | 'looking' | 'found' | 'running' | 'done' | 'stopped';

/** How far it is. */
export interface IOpenProgress {
  readonly step: FetchStep;
  /** The file that is under way: plain text. */
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** What is waited for: the user's text; null = nothing. */
  readonly waiting: string | null;
}

/** What was opened. */
export interface IOpenResult {
  /** From the server's root. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly notebooks: number;
  readonly leftOut: readonly ILeftOut[];
  /** Files that say which packages it needs. */
  readonly packageLists: readonly string[];
}

/** Why it stopped, and what is there. */
export interface IOpenStop {
  /** The user's text. */
  readonly text: string;
  readonly isCancelled: boolean;
  /** The folder that was made; null = nothing was written, or it was removed. */
  readonly kept: { readonly folder: string; readonly files: number } | null;
  /** What came of removing it: the user's text; '' = not tried. */
  readonly notice: string;
}

export interface IOpenRecordState {
  readonly phase: OpenPhase;
  /** What was typed. */
  readonly address: string;
  /** What is wrong with it, or why the record cannot be opened: the user's text. */
  readonly problem: string | null;
  /** The sites that the address may be of, where there are several. */
  readonly sites: readonly ISite[];
  readonly siteId: string | null;
  /** Signing in would help. */
  readonly signIn: Pick<
    ISiteView,
    'site' | 'status' | 'refused' | 'otherSite' | 'signIn'
  > | null;
  readonly record: IOpenableRecord | null;
  /** The folder in which the new one is made; '' is the server's root. */
  readonly parent: string;
  /** The name of the new folder. */
  readonly name: string;
  readonly nameProblem: string | null;
  readonly progress: IOpenProgress | null;
  readonly result: IOpenResult | null;
  readonly stop: IOpenStop | null;
}

/** One record on its way into a folder: the only thing that its components talk to. Nothing here rejects. */
export interface IOpenRecordSession {
  readonly state: IOpenRecordState;
  readonly stateChanged: ISignal<IOpenRecordSession, void>;
  /** Ask for the record of an address. */
  lookUp(address: string): Promise<void>;
  /** The address is of this site. */
  chooseSite(id: string): Promise<void>;
  signIn(token: string): Promise<void>;
  /** Signing in on the site's own page. */
  signInThere(site: ISite): ISignInActions;
  setName(name: string): void;
  /** Download it into the new folder. */
  open(): Promise<void>;
  cancel(): void;
  /** Remove what was written before it stopped. */
  removeKept(): Promise<void>;
  /** Go back to the question which record. */
  startAgain(): void;
  /** Open the panel for the next version of what was opened. */
  publish(): Promise<void>;
}

/** Nothing was asked yet. */
export const nothingAsked: IOpenRecordState = {
  phase: 'asking',
  address: '',
  problem: null,
  sites: [],
  siteId: null,
  signIn: null,
  record: null,
  parent: '',
  name: '',
  nameProblem: null,
  progress: null,
  result: null,
  stop: null
};
