import { readKeptMetadata } from '../core/metadata/keptMetadata';
import type { IMetadata } from '../core/metadata/model';
import type { ISessionPorts } from './ports';

/** The name among the kept forms; those of publications are UUIDs. */
const ID = 'last-publication';

/** Keep what was published: the next publication begins with it. Never rejects. */
export async function rememberPublication(
  { forms, clock }: Pick<ISessionPorts, 'forms' | 'clock'>,
  metadata: IMetadata
): Promise<void> {
  const kept = new Date(clock.now()).toISOString();
  await forms.save(ID, { version: 1, kept, metadata });
}

/** What was published last; null where that is not known. Never rejects. */
export async function lastPublication({
  forms
}: Pick<ISessionPorts, 'forms'>): Promise<IMetadata | null> {
  const kept = await forms.load(ID);
  const metadata =
    typeof kept === 'object' && kept !== null && 'metadata' in kept
      ? kept.metadata
      : null;
  return metadata ? readKeptMetadata(metadata) : null;
}
