import type { ISignal } from '@lumino/signaling';
import type { MetadataField } from '../../core/metadata/model';
import type { IAccountActions } from '../actions/publishActions';
import type { IFieldActions, ILookUpActions } from '../actions/detailsActions';
import type { IPublicationState } from '../state';

/**
 * - `signed-out`: the site's token is asked for
 * - `loading`: the record is asked for
 * - `editing`: its details can be changed
 * - `saving`: a change is sent and published
 * - `missing`: there is no such record, or it is not the user's: `problem` says why
 */
export type EditPhase =
  'signed-out' | 'loading' | 'editing' | 'saving' | 'missing';

/** The record whose details are changed. */
export interface IEditedRecord {
  readonly id: string;
  readonly title: string;
  readonly doi: string;
  readonly doiUrl: string;
  readonly pageUrl: string;
}

/** What the panel shows in which a record's details are changed. Immutable. */
export interface IEditState extends Pick<
  IPublicationState,
  'metadata' | 'account' | 'asked' | 'findings'
> {
  readonly phase: EditPhase;
  /** Null until it was heard of. */
  readonly record: IEditedRecord | null;
  /** A change was begun, here or on the site, and is not published. */
  readonly isBegun: boolean;
  /** The fields that the user changed, in no order. */
  readonly changed: readonly MetadataField[];
  /** What went wrong last: the user's text; null = nothing. */
  readonly problem: string | null;
  /** The change was published; the user's text. */
  readonly done: string | null;
}

/** Changing the details of one record. Nothing here rejects. */
export interface IEditSession {
  readonly state: IEditState;
  readonly stateChanged: ISignal<IEditSession, void>;
  readonly metadata: IFieldActions;
  readonly lookUps: ILookUpActions;
  readonly account: Pick<IAccountActions, 'signIn' | 'there'>;
  /** Publish what was changed. DOI and files stay. */
  publish(): Promise<void>;
  /** Give up what was changed, here and in the change that was begun. */
  discard(): Promise<void>;
  /** Ask the site anew. What was typed stays. */
  reload(): Promise<void>;
}
