import { createSHA256 } from 'hash-wasm';
import { byPath } from './entry';

/** A file as the plan's fingerprint sees it. */
export interface IFingerprintFile {
  readonly path: string;
  readonly size: number;
  /** Hash of the file before badges, DOI and generated text go in. */
  readonly sourceHash: string;
}

/**
 * The identity of a bundle: SHA-256 in hexadecimal of the sorted list of path,
 * size and source hash, and of the parameters of badges and DOI. Not the
 * archive's checksum: deflate differs between browsers and their versions.
 *
 * @param parameters - what goes into the copies: the DOI, the badge's form,
 *   the Binder hub, the notebooks that get a badge …
 */
export async function planFingerprint(
  files: readonly IFingerprintFile[],
  parameters: Readonly<Record<string, string>>
): Promise<string> {
  const canonical = JSON.stringify([
    1,
    [...files]
      .sort(byPath)
      .map(({ path, size, sourceHash }) => [path, size, sourceHash]),
    Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))
  ]);
  const hash = await createSHA256();
  return hash.init().update(canonical).digest('hex');
}
