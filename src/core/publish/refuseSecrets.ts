import { secretFindings } from '../checks/secrets/secretFindings';
import type { IContext } from './context';
import { SecretsFoundError } from './errors';
import type { IPreparedFile } from './prepare';

/**
 * Look for secrets in exactly the bytes that would go out. The files were
 * looked through before, but the last look counts.
 *
 * @throws SecretsFoundError when there are some that the user did not accept;
 *   CancelledError; what reading the files throws
 */
export async function refuseSecrets(
  context: IContext,
  prepared: readonly IPreparedFile[]
): Promise<void> {
  const { scanner, observer, request, trans, signal } = context;
  const total = prepared.reduce((sum, { size }) => sum + (size ?? 0), 0);
  let done = 0;
  const hits = await scanner.scan(
    prepared.map(({ path, size, open }) => ({
      path,
      open: async () => {
        observer.progress('pack', path, done, total);
        done += size ?? 0;
        return open();
      }
    })),
    signal
  );
  const findings = secretFindings(hits, trans).filter(
    ({ stops, key }) => stops && !request.accepted.includes(key ?? '')
  );
  if (findings.length > 0) {
    throw new SecretsFoundError(
      findings,
      trans._n(
        '%1 possible secret. Nothing was uploaded.',
        '%1 possible secrets. Nothing was uploaded.',
        findings.length
      )
    );
  }
}
