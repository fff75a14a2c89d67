/** By what a finding is known again, without keeping what was found. */
import { createSHA256 } from 'hash-wasm';

/**
 * Get ready to make keys.
 *
 * @param salt - random, the user's own, kept beside what is accepted: so nobody
 * else can try out which address or name a key stands for.
 * @returns a function that gives the key of a rule (the finding's id) and a
 * value: a SHA-256 in hexadecimal. The same value found elsewhere by the same
 * rule has the same key.
 */
export async function findingKeys(
  salt: string
): Promise<(rule: string, value: string) => string> {
  const hash = await createSHA256();
  return (rule, value) =>
    hash
      .init()
      .update(JSON.stringify([salt, rule, value]))
      .digest('hex');
}
