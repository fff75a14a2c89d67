import {
  convertLock,
  IConvertedLock
} from '../core/environment/locks/convertLock';
import type { EnvironmentReader } from './environmentReader';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';

/**
 * Read a lock file of the bundle, and turn it into what Binder reads.
 *
 * @param python - version of the kernel (`3.12`), where one was read
 * @throws LockError, PublisherError where the file cannot be read
 */
export async function readLock(
  ports: Pick<ISessionPorts, 'clock' | 'trans'> & {
    readonly reader: EnvironmentReader;
    readonly inspection: Inspection;
  },
  path: string,
  python: string | null
): Promise<IConvertedLock> {
  const { clock, inspection, reader, trans } = ports;
  const manifest = reader.paths.includes('pixi.toml')
    ? await reader.readText('pixi.toml')
    : null;
  const { modules = [] } = inspection.uses ?? {};
  return convertLock(path, await reader.readText(path), {
    python,
    manifest,
    imports: modules.map(({ name }) => name.split('.', 1)[0]),
    now: clock.now(),
    trans
  });
}
