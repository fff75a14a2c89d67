import type { IPublicationItem } from '../../core/publications/item';
import { badgeFor } from '../../core/publish/badges';
import { doiUrl, draftPageUrl, recordPageUrl } from '../../core/zenodo/sites';
import type { IRequestsView } from '../requests/requestsView';
import { badgeSources } from '../shownBadges';
import type { IComparison } from './compare';
import type { INotice, IPublicationView, PublicationAction } from './state';

/** What is known of a publication besides the item itself. */
export interface IViewMore {
  readonly isBusy: boolean;
  readonly notice: INotice | null;
  /** It has a secret link that was made here; null = not known. */
  readonly isShared: boolean | null;
  /** Records can be opened into new folders. */
  readonly canOpen: boolean;
  readonly requests?: IRequestsView;
  /** Null = its files are not known here. */
  readonly comparison: IComparison | null;
  readonly doiResolves: boolean | null;
}

/** A publication as the list shows it: with its links, and what can be done. */
export function viewOf(
  item: IPublicationItem,
  {
    isBusy,
    notice,
    isShared,
    canOpen,
    comparison,
    doiResolves,
    requests
  }: IViewMore
): IPublicationView {
  const { site, depositId, doi, here, status } = item;
  const isPublic = isPublished(item);
  const first = here?.notebooks[0];
  const launch =
    isPublic && doi && first
      ? badgeFor(site, doi, first.path, here.binderReady).launchUrl
      : undefined;
  const view = {
    ...item,
    ...{ isBusy, notice, requests, comparison, doiResolves },
    pageUrl: !depositId
      ? ''
      : isPublic || status === 'withdrawn'
        ? recordPageUrl(site, depositId)
        : draftPageUrl(site, depositId),
    doiUrl: doi && isPublic ? doiUrl(site, doi) : '',
    launchUrl: launch ?? ''
  };
  const can = { open: canOpen, compare: comparison !== null };
  return { ...view, actions: actionsOf(view, isShared, can) };
}

/** It can be cited: there is a record. */
export function isPublished({ status }: IPublicationItem): boolean {
  return status === 'published' || status === 'test' || status === 'unfinished';
}

function actionsOf(
  item: Omit<IPublicationView, 'actions'>,
  isShared: boolean | null,
  can: { readonly open: boolean; readonly compare: boolean }
): PublicationAction[] {
  const { status, here, depositId, doi, hasEdit } = item;
  const isPublic = isPublished(item);
  const hasFiles = here !== null && here.selection.length > 0;
  const canResume = [
    'stopped',
    'unheard',
    'unfinished',
    'uploaded',
    'declined'
  ];
  const isDraft = ['stopped', 'uploaded', 'declined', 'draft'].includes(status);
  const isFinished = status === 'published' || status === 'test';
  const offers: readonly [PublicationAction, boolean][] = [
    ['resume', hasFiles && canResume.includes(status)],
    ['show', hasFiles && (status === 'going-on' || status === 'in-review')],
    ['new-version', hasFiles && isFinished],
    ['open-here', can.open && isPublic && depositId !== null],
    ['compare', isFinished && can.compare],
    ['replace-files', hasFiles && isFinished && item.undoUntil !== null],
    ['edit', isPublic && depositId !== null],
    ['discard-edit', hasEdit],
    ['launch', item.launchUrl !== ''],
    ['insert-badge', isPublic && badgeSources(item).length > 0],
    [
      'remove-badge',
      (isPublic || status === 'withdrawn') && badgeSources(item).length > 0
    ],
    ['copy-doi', doi !== null && status !== 'withdrawn'],
    ['copy-citation', isPublic],
    ['share', depositId !== null && !isPublic && status !== 'withdrawn'],
    ['unshare', isShared === true],
    ['open', item.pageUrl !== ''],
    ['discard', isDraft],
    ['delete', item.undoUntil !== null]
  ];
  return offers.flatMap(([action, isOffered]) => (isOffered ? action : []));
}
