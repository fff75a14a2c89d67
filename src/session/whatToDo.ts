import { ArchiveError } from '../core/bundle/archive';
import { FileChangedError } from '../core/bundle/stability';
import { FileAccessError, FileMissingError } from '../core/files';
import {
  DraftChangedError,
  DraftGoneError,
  EditBegunError,
  FilesLostError,
  JournalTooNewError,
  OpenElsewhereError,
  PublicationUnknownError,
  RecordDeletedError,
  ReviewRefusedError,
  SecretsFoundError,
  StrangeFilesError,
  TokenEndedError,
  WindowOverError
} from '../core/publish/errors';
import {
  AnswerLostError,
  NotSignedInError,
  RefusedMetadataError,
  SiteTroubleError,
  SiteUnreachableError
} from '../core/zenodo/errors';
import { JournalNotSavedError } from '../jupyter/errors';
import type { ITranslator } from '../core/text';
import type { ISite } from '../core/zenodo/sites';
import type { TroubleAction } from './state';

/** Words, and buttons. */
interface IWhatToDo {
  readonly next: string;
  readonly actions: readonly TroubleAction[];
}

/** The same where only the files of a record are replaced: the form does not go out. */
export function whatToDoAboutFiles(
  error: unknown,
  site: ISite,
  trans: ITranslator
): IWhatToDo {
  const what = whatToDo(error, site, trans);
  if (error instanceof DraftGoneError) {
    return {
      ...what,
      next: trans.__('Publish begins to replace them again.')
    };
  }
  if (error instanceof DraftChangedError) {
    return {
      next: trans.__(
        'Use what is on %1, which is published with the new files; or discard the draft.',
        site.name
      ),
      actions: ['use-site', 'discard']
    };
  }
  return what;
}

/** What the user can do about an error, in words and buttons. */
export function whatToDo(
  error: unknown,
  site: ISite,
  trans: ITranslator
): IWhatToDo {
  if (error instanceof TokenEndedError) {
    return {
      next: trans.__('Sign in again, and it goes on by itself.'),
      actions: ['sign-in', 'resume']
    };
  }
  if (error instanceof NotSignedInError) {
    return {
      next: trans.__('Sign in again, then press Resume.'),
      actions: ['sign-in', 'resume']
    };
  }
  if (error instanceof RefusedMetadataError) {
    return {
      next: trans.__('Correct them, then press Resume.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof DraftGoneError || error instanceof RecordDeletedError) {
    return {
      next: trans.__('Publish makes a new draft with a new DOI.'),
      actions: []
    };
  }
  if (error instanceof EditBegunError) {
    return {
      next: trans.__(
        'Publish that change on %1, or discard it there or in Zenodo Publications; then press Resume.',
        site.name
      ),
      actions: ['resume']
    };
  }
  if (error instanceof WindowOverError) {
    return {
      next: trans.__(
        'Choose “A new version of that record” above: it gets a DOI of its own, and the DOI for all versions will lead to it.'
      ),
      actions: []
    };
  }
  if (error instanceof PublicationUnknownError) {
    return {
      next: trans.__('Resume asks %1 first.', site.name),
      actions: ['resume']
    };
  }
  if (error instanceof ReviewRefusedError) {
    return {
      next: trans.__(
        'Choose another community, or publish without a review, then press Resume.'
      ),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof SecretsFoundError) {
    return {
      next: trans.__('Answer each of them under Contents, then press Resume.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof StrangeFilesError) {
    return {
      next: trans.__(
        'Remove it from the draft on %1, then press Resume. Binder needs the archive to be alone.',
        site.name
      ),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof OpenElsewhereError) {
    return {
      next: trans.__(
        'Wait until it is done there, or close that tab; then press Resume.'
      ),
      actions: ['resume', 'take-over']
    };
  }
  if (error instanceof DraftChangedError) {
    return {
      next: trans.__(
        'Choose which details count: those on %1, or those in this form.',
        site.name
      ),
      actions: ['use-site', 'use-mine', 'discard']
    };
  }
  if (error instanceof JournalTooNewError) {
    return {
      next: trans.__('Update this extension, then press Resume.'),
      actions: ['resume']
    };
  }
  if (error instanceof JournalNotSavedError) {
    return {
      next:
        error.status === null
          ? trans.__(
              'Look whether your Jupyter server still runs, then press Resume.'
            )
          : trans.__(
              'Your Jupyter server has to have space left, and the right to write the folder of its settings (`jupyter --paths` names it under config). On a shared server, ask those who run it. Then press Resume.'
            ),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof FilesLostError) {
    return {
      next: trans.__('Resume sends again what is missing.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof FileChangedError) {
    return {
      next: trans.__('Resume packs again and asks you again.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof FileAccessError) {
    return {
      next: trans.__('It is left out now. Press Resume to go on without it.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof FileMissingError || error instanceof ArchiveError) {
    return {
      next: trans.__('Leave this file out under Contents, then press Resume.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof SiteUnreachableError) {
    return {
      next: trans.__('Check your connection, then press Resume.'),
      actions: ['resume', 'discard']
    };
  }
  if (error instanceof SiteTroubleError || error instanceof AnswerLostError) {
    return {
      next: trans.__('Wait a little, then press Resume.'),
      actions: ['resume', 'discard']
    };
  }
  return {
    next: trans.__('Press Resume to go on from here.'),
    actions: ['resume', 'discard']
  };
}
