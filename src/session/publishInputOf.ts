import type { BadgesPart } from './badgesPart';
import { confirmationOf } from './confirmation';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';
import type { IPublishPartInput } from './publishInput';
import type { IReadyParts, Readying } from './readying';
import type { RoutePart } from './routePart';
import type { PublicationStore } from './store';

/** The parts that publishing asks and tells. */
export interface IPublishing extends Pick<
  IReadyParts,
  'contents' | 'metadata' | 'version' | 'findingsChanged'
> {
  readonly badges: BadgesPart;
  readonly inspection: Inspection;
  readonly readying: Readying;
  readonly route: RoutePart;
  /** Resolved when the form is filled in after opening; null = it is. Never rejects. */
  filling(): Promise<void> | null;
  /** Begin again with the files as they are now. */
  beginAnew(): Promise<void>;
  /** Keep the form where other pages find it. */
  begun(): void;
  /** Take the form of another page, if it is newer. */
  takeForm(): Promise<void>;
  formChanged(): void;
}

/** What publishing needs to know of the other parts, asked of them when it is needed. */
export function publishInputOf(
  store: PublicationStore,
  { dialogs, clock }: Pick<ISessionPorts, 'dialogs' | 'clock'>,
  parts: IPublishing
): IPublishPartInput {
  const { badges, contents, inspection, metadata, readying, version } = parts;
  return {
    request: () => readying.request(),
    route: () => parts.route.route,
    scanner: () => inspection.scanner,
    confirm: (request, doi) =>
      dialogs.confirmPublish(
        confirmationOf(store.state, request, doi, clock.now())
      ),
    filling: () => parts.filling(),
    isReady: () => readying.isReady(),
    prepare: () => readying.prepare(),
    refused: error => {
      metadata.object(error.errors);
      parts.findingsChanged();
    },
    unreadable: source => {
      contents.leaveOutUnreadable(source);
      parts.findingsChanged();
    },
    secretsFound: found => {
      inspection.add(found);
      parts.findingsChanged();
    },
    recordGone: () => version.askAgain(),
    takeFromSite: draft => metadata.takeFromSite(draft),
    readme: () => badges.readme,
    published: () => metadata.rememberPublished(),
    beginAnew: () => parts.beginAnew(),
    begun: () => parts.begun(),
    takeForm: () => parts.takeForm(),
    keep: () => parts.formChanged()
  };
}
