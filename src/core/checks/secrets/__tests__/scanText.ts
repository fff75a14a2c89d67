import { TestClock } from '../../../clock';
import { scanBytes } from '../scanner';
import { ISecretHit } from '../secretHit';
import { OWN_TOKEN } from './labelled/tokens';
import { quickKeys } from './quickKeys';

export const OPTIONS = { salt: 'a salt for these tests', token: OWN_TOKEN };

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Scan a text as a file, with quick keys. */
export function hitsIn(
  text: string,
  path = 'notes.txt'
): Promise<ISecretHit[]> {
  const run = { keys: quickKeys, clock: new TestClock() };
  return scanBytes(path, utf8(text), OPTIONS, run);
}

/** The rules that find something, each once. */
export async function rulesIn(text: string, path?: string): Promise<string[]> {
  const hits = await hitsIn(text, path);
  return [...new Set(hits.map(hit => hit.rule))];
}
