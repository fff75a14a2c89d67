import { CancelledError, PublisherError } from '../error';
import { FileChangedError } from '../bundle/stability';
import { FileAccessError, FileMissingError } from '../files';
import type { ITranslator } from '../text';
import {
  ChecksumMismatchError,
  IErrorContext,
  NotFoundError,
  PermissionDeniedError,
  RefusedRequestError,
  SiteTroubleError,
  SiteUnreachableError
} from '../zenodo/errors';
import type { ISite } from '../zenodo/sites';
import type { ITransferFailure } from './transfers';

/** Jupyter's server could not do what it was asked for. */
export class TransferError extends PublisherError {
  constructor(
    /** The server's name for the reason, as `too-large`. */
    readonly code: string,
    message: string
  ) {
    super(message);
  }
}

/** The server does not begin the transfer. The step that asked makes the user's text of it. */
export class TransferRefusedError extends PublisherError {
  constructor(
    readonly failure: ITransferFailure,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** Why a transfer failed, as the error that the same would be in the page. */
export function transferError(
  { code, path, text, status }: ITransferFailure,
  site: ISite,
  trans: ITranslator
): PublisherError {
  const context: IErrorContext = {
    ...{ site, trans },
    details: { method: 'PUT', url: site.url, status, message: text }
  };
  switch (code) {
    case 'file-changed':
      return new FileChangedError(
        path,
        trans.__(
          '“%1” changed while it was read. Nothing of it was used.',
          path
        )
      );
    case 'file-missing':
      return new FileMissingError(
        path,
        trans.__('%1 is not there any more.', path)
      );
    case 'file-forbidden':
      return new FileAccessError(
        path,
        trans.__(
          'Jupyter may not read %1: it is a link that leaves the folder that Jupyter shows, or your account has no right to it.',
          path
        )
      );
    case 'draft-gone':
      return new NotFoundError(context);
    case 'sign-in':
      return new PermissionDeniedError(context);
    case 'refused':
      return new RefusedRequestError(context);
    case 'checksum':
      return new ChecksumMismatchError(trans, path, '', '');
    case 'site-trouble':
      return new SiteTroubleError(context, status ?? 500);
    case 'unreachable':
    case 'answer-lost':
    case 'rate-limited':
      return new SiteUnreachableError(context);
    case 'cancelled':
      return new CancelledError(
        trans.__('The upload was cancelled. The draft stays on the site.')
      );
    case 'too-large':
      return new TransferError(
        code,
        trans.__(
          'Jupyter’s server has no room for these files, or is set up to send less. Choose “through this browser”, or leave some files out.'
        )
      );
    case 'unknown-site':
      return new TransferError(
        code,
        trans.__(
          'Jupyter’s server is not set up to send files to %1. Choose “through this browser”.',
          site.name
        )
      );
    default:
      return new TransferError(
        code,
        trans.__(
          'Jupyter’s server could not send the files. Try again, or choose “through this browser”.'
        )
      );
  }
}
