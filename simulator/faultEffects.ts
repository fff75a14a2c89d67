/** What a fault does to the state after its request was carried out. */

import { storedBytes } from './bytes';
import { IFault } from './faults';
import { State } from './state';

const CONTENT = /^\/api\/records\/(\d+)\/draft\/files\/(.+)\/content$/s;

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
