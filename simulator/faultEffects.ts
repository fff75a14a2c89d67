/** What faults do to the state, before and after a request is carried out. */

import { storedBytes } from './bytes';
import { Drafts } from './drafts';
import { IFault } from './faults';
import { State } from './state';

const CONTENT = /^\/api\/records\/(\d+)\/draft\/files\/(.+)\/content$/s;

const DRAFT = /^\/api\/records\/(\d+)\/draft/;

/** What the owner does on the site's page a moment before a request. */
export function beforehand(fault: IFault, drafts: Drafts, path: string): void {
  if (fault.kind === 'discard-draft') {
    drafts.discardById(DRAFT.exec(path)?.[1] ?? '');
  }
}

/** Lose or corrupt what an upload stored. */
export async function afterwards(
  fault: IFault,
  state: State,
  path: string
): Promise<void> {
  const [, id, key] = CONTENT.exec(path) ?? [];
  const bucket = state.drafts.get(id ?? '')?.bucket;
  const file = bucket?.files.get(key ?? '');
  if (!bucket || !file) {
    return;
  }
  if (fault.kind === 'lose-content') {
    file.bytes?.discard();
    bucket.files.delete(key);
  } else if (fault.kind === 'corrupt' && file.bytes) {
    const bytes = Uint8Array.from(await file.bytes.all());
    if (bytes.length) {
      bytes[bytes.length - 1] ^= 0xff;
    }
    file.bytes.discard();
    file.bytes = storedBytes(bytes);
  }
}
