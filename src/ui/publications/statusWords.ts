import type { PublicationGroup } from '../../core/publications/item';
import type { ITranslator } from '../../core/text';
import type { IPublicationView } from '../../session/publications/state';
import type { IconName, IconTone } from '../Icon';
import { formatDate, formatMoment } from '../format';

/** The name of a group. */
export function groupName(group: PublicationGroup, trans: ITranslator): string {
  switch (group) {
    case 'needs-you':
      return trans.__('Needs you');
    case 'on-their-way':
      return trans.__('On their way');
    case 'published':
      return trans.__('Published');
  }
}

/** How a publication stands: a sentence with emphasis, and an icon that says it too. */
export function statusWords(
  view: IPublicationView,
  trans: ITranslator
): { text: string; icon: IconName; tone?: IconTone } {
  const { site, status, updated, publishedAt, version } = view;
  if (view.replaces && (status === 'stopped' || status === 'uploaded')) {
    return {
      icon: 'warn',
      tone: 'warn',
      text:
        status === 'stopped'
          ? trans.__(
              '**Stopped** while replacing the files, %1. The record has the files that it had.',
              formatMoment(updated)
            )
          : trans.__(
              '**New files uploaded**, %1. They wait for you to replace those of the record.',
              formatMoment(updated)
            )
    };
  }
  switch (status) {
    case 'stopped':
      return {
        icon: 'warn',
        tone: 'warn',
        text: trans.__(
          '**Stopped**, %1. Nothing is lost.',
          formatMoment(updated)
        )
      };
    case 'unheard':
      return {
        icon: 'warn',
        tone: 'warn',
        text: trans.__(
          '**Not heard** whether %1 published it. Resume asks first.',
          site.name
        )
      };
    case 'unfinished':
      return {
        icon: 'warn',
        tone: 'warn',
        text: trans.__(
          '**Published**, but the badges are not in your files yet.'
        )
      };
    case 'uploaded':
      return {
        icon: 'info',
        tone: 'info',
        text: trans.__(
          '**Uploaded** and checked, %1. It waits for you to publish it.',
          formatMoment(updated)
        )
      };
    case 'declined':
      return {
        icon: 'warn',
        tone: 'warn',
        text: trans.__('**Not accepted** by the community. The draft is there.')
      };
    case 'going-on':
      return {
        icon: 'now',
        tone: 'brand',
        text: trans.__('**Going on** in a panel or another tab.')
      };
    case 'in-review':
      return {
        icon: 'now',
        tone: 'brand',
        text: trans.__('**In review** by a community.')
      };
    case 'draft':
      return {
        icon: 'edit',
        text: trans.__('**Draft** on %1, only you can see it.', site.name)
      };
    case 'test':
      return {
        icon: 'flask',
        tone: 'warn',
        text: trans.__('**Test** on %1, not citable', site.name)
      };
    case 'withdrawn':
      return {
        icon: 'remove',
        text: trans.__(
          '**Deleted** on %1. Its DOI leads to a note that says so.',
          site.name
        )
      };
    case 'published':
      return {
        icon: 'ok',
        tone: 'ok',
        text: publishedText(publishedAt, version, trans)
      };
  }
}

function publishedText(
  publishedAt: string,
  version: string,
  trans: ITranslator
): string {
  const day = publishedAt && formatDate(new Date(publishedAt));
  if (day) {
    return version
      ? trans.__('**Published** %1, version %2', day, version)
      : trans.__('**Published** %1', day);
  }
  return version
    ? trans.__('**Published**, version %1', version)
    : trans.__('**Published**');
}
