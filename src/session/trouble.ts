import { CancelledError, PublisherError } from '../core/error';
import {
  DraftGoneError,
  PublicationUnknownError,
  RecordDeletedError
} from '../core/publish/errors';
import { ChecksumMismatchError, SiteError } from '../core/zenodo/errors';
import {
  IJournalEntry,
  IJournalRecord,
  mayBePublic
} from '../core/publish/journalEntry';
import type { IVersionOf } from '../core/publish/versions';
import type { ITranslator } from '../core/text';
import type { ISite } from '../core/zenodo/sites';
import { withoutPrivate } from './reportText';
import type { ITrouble } from './state';
import { whatToDo, whatToDoAboutFiles } from './whatToDo';

/**
 * What an error is to the user: what happened, what was kept, what to do.
 *
 * @param token - the present one, which must not be in the details
 */
export function troubleOf(
  error: unknown,
  entry: IJournalEntry | null,
  site: ISite,
  trans: ITranslator,
  token: string | null = null
): ITrouble {
  const happened =
    error instanceof CancelledError
      ? cancelledText(entry, site, trans)
      : error instanceof PublisherError
        ? error.message
        : trans.__('Something unexpected happened in this page.');
  const what = entry?.replaces
    ? whatToDoAboutFiles(error, site, trans)
    : whatToDo(error, site, trans);
  const actions =
    entry && (entry.record || mayBePublic(entry))
      ? what.actions.filter(action => action !== 'discard')
      : what.actions;
  return {
    happened,
    kept: whatIsKept(error, entry, trans),
    next: what.next,
    actions,
    details: withoutPrivate(detailsOf(error), [token])
  };
}

/** What is said of a publication that was stopped in another page, or by closing this one. */
export function interruptedTrouble(
  entry: IJournalEntry,
  site: ISite,
  trans: ITranslator
): ITrouble {
  const { draft, record } = entry;
  const next = trans.__('Sign in, then press Resume.');
  if (record) {
    return {
      happened: trans.__(
        'This page was closed before the badge was in your files.'
      ),
      kept: publishedText(record, trans),
      next,
      details: '',
      actions: ['sign-in', 'resume']
    };
  }
  if (mayBePublic(entry)) {
    return {
      happened: entry.review
        ? trans.__(
            'We did not hear whether %1 sent it to the community.',
            site.name
          )
        : trans.__('We did not hear whether %1 published it.', site.name),
      kept: trans.__('It is never published twice.'),
      next,
      details: '',
      actions: ['sign-in', 'resume']
    };
  }
  return {
    happened: trans.__('This publication was stopped on the way.'),
    kept: entry.replaces
      ? replacingText(entry.replaces, trans)
      : draft?.doi
        ? trans.__('The draft, its DOI %1 and everything you typed.', draft.doi)
        : trans.__('Everything you typed.'),
    next,
    details: '',
    actions: ['sign-in', 'resume', 'discard']
  };
}

function cancelledText(
  entry: IJournalEntry | null,
  site: ISite,
  trans: ITranslator
): string {
  if (entry?.record) {
    return trans.__('You cancelled before the badge was in all your files.');
  }
  if (entry && mayBePublic(entry)) {
    return trans.__('You cancelled while %1 was publishing.', site.name);
  }
  return entry?.uploadBegun
    ? trans.__('You cancelled the upload.')
    : trans.__('You cancelled before anything was uploaded.');
}

function publishedText({ doi }: IJournalRecord, trans: ITranslator): string {
  return trans.__('It is published, with the DOI %1.', doi);
}

function replacingText({ doi }: IVersionOf, trans: ITranslator): string {
  return trans.__(
    'The record %1 with the files that it has, and everything you typed.',
    doi
  );
}

function whatIsKept(
  error: unknown,
  entry: IJournalEntry | null,
  trans: ITranslator
): string {
  if (error instanceof DraftGoneError || error instanceof RecordDeletedError) {
    return trans.__('Your choices and details.');
  }
  if (error instanceof PublicationUnknownError) {
    return trans.__('It is never published twice.');
  }
  if (error instanceof ChecksumMismatchError) {
    return trans.__('Draft and DOI. The broken file was removed.');
  }
  if (entry?.record) {
    return publishedText(entry.record, trans);
  }
  if (!entry?.draft) {
    return trans.__('Everything you typed.');
  }
  if (mayBePublic(entry)) {
    return trans.__('It is never published twice.');
  }
  if (entry.replaces) {
    return replacingText(entry.replaces, trans);
  }
  return entry.draft.doi
    ? trans.__(
        'The draft, its DOI %1 and everything you typed. Nothing is public.',
        entry.draft.doi
      )
    : trans.__('The draft and everything you typed. Nothing is public.');
}

/** For a report: kinds and words of the error and its causes. */
function detailsOf(error: unknown): string {
  const lines: string[] = [];
  for (
    let current: unknown = error;
    current instanceof Error && lines.length < 20;
    current = (current as { cause?: unknown }).cause
  ) {
    lines.push(`${current.name}: ${current.message}`);
    if (current instanceof SiteError) {
      const { method, url, status, message } = current.details;
      lines.push(`  ${method} ${url} ${status ?? '-'} ${message}`);
    }
  }
  return lines.join('\n');
}
