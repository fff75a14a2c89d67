import type {
  IContentsActions,
  IDataActions,
  IPickedActions,
  IPreviewActions
} from './actions/contentsActions';
import type {
  ILookUpActions,
  IMetadataActions,
  IVersionActions
} from './actions/detailsActions';
import type {
  IAccountActions,
  IBadgeActions,
  ICopyActions,
  IPublicationActions,
  IReviewActions,
  IRouteActions
} from './actions/publishActions';
import type {
  IEnvironmentActions,
  IFindingActions
} from './actions/readingActions';
import type { IPublicationState } from './state';
import type { ITestRunActions } from './testRun/testRunActions';
import type { ISignal } from '@lumino/signaling';

/**
 * The state of one open publication, and all that a user can do with it, by
 * section of the panel. The only thing that the panel talks to. Actions never
 * reject: what goes wrong is in the state, in the user's words.
 */
export interface IPublicationSession {
  readonly state: IPublicationState;
  readonly stateChanged: ISignal<IPublicationSession, void>;
  /** What time it is for the session; milliseconds since 1970. */
  now(): number;
  readonly findings: IFindingActions;
  readonly contents: IContentsActions;
  readonly data: IDataActions;
  readonly version: IVersionActions;
  readonly picked: IPickedActions;
  readonly previews: IPreviewActions;
  readonly environment: IEnvironmentActions;
  readonly testRun: ITestRunActions;
  readonly metadata: IMetadataActions;
  readonly lookUps: ILookUpActions;
  readonly account: IAccountActions;
  readonly badges: IBadgeActions;
  readonly publication: IPublicationActions;
  readonly copy: ICopyActions;
  readonly review: IReviewActions;
  readonly route: IRouteActions;
}
