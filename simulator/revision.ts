/** `If-Match`: a bare integer, against lost updates (FINDINGS 14). */

import { invalid, refuse } from './http';
import { IDraft } from './model';

/** Refuse a change that was made against another revision. */
export function checkRevision(request: Request, draft: IDraft): void {
  const header = request.headers.get('If-Match');
  if (header === null) {
    return;
  }
  if (!/^\s*[+-]?\d+\s*$/.test(header)) {
    throw invalid([{ field: 'if_match', messages: ['Not a valid integer.'] }]);
  }
  if (Number(header) !== draft.revision) {
    throw refuse(
      412,
      `Revision id provided(${Number(header)}) doesn't match record's one(${draft.revision})`
    );
  }
}
