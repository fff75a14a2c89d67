import {
  NotFoundError,
  PermissionDeniedError,
  TokenRefusedError
} from '../zenodo/errors';
import type { IContext } from './context';
import { TokenEndedError } from './errors';
import { whatBecameOf } from './goneDraft';
import type { IJournalEntry } from './journalEntry';

/**
 * A 403 on the way may mean that the token has ended, and a 404 that the draft
 * is gone or published: only asking the site can tell.
 */
export async function guarded(
  context: IContext,
  id: string,
  work: () => Promise<IJournalEntry>
): Promise<IJournalEntry> {
  try {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFoundError) {
        return await whatBecameOf(context, id, error);
      }
      throw error;
    }
  } catch (error) {
    if (error instanceof PermissionDeniedError && (await hasEnded(context))) {
      throw new TokenEndedError(
        context.trans.__(
          '%1 no longer accepts your token.',
          context.request.site.name
        ),
        { cause: error }
      );
    }
    throw error;
  }
}

function hasEnded({ client, signal }: IContext): Promise<boolean> {
  return client.verifyToken(signal).then(
    () => false,
    reason => reason instanceof TokenRefusedError
  );
}
