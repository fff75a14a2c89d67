/** Holds a scan against the labels. */
import { TestClock } from '../../../../clock';
import { scanBytes } from '../../scanner';
import { quickKeys } from '../quickKeys';
import { asFile } from './asFile';
import { IItem } from './item';
import { OWN_TOKEN } from './tokens';

export interface IJudgement {
  /** Of the secrets that should be found, the share that was. */
  readonly recall: number;
  /** Of what was found, the share that should be. */
  readonly precision: number;
  /** What went wrong, in words without values: `missed form/github/1 (github)`. */
  readonly mistakes: readonly string[];
}

/** Scan items and compare. */
export async function judge(items: readonly IItem[]): Promise<IJudgement> {
  let right = 0;
  let missed = 0;
  let wrong = 0;
  const mistakes: string[] = [];
  for (const item of items) {
    const { path, bytes } = asFile(item);
    const hits = await scanBytes(
      path,
      bytes,
      { salt: 'a salt for these tests', token: OWN_TOKEN },
      { keys: quickKeys, clock: new TestClock() }
    );
    const found = new Set<string>(hits.map(hit => hit.rule));
    for (const rule of item.expected) {
      if (found.has(rule)) {
        right++;
      } else {
        missed++;
        mistakes.push(`missed ${item.id} (${item.kind})`);
      }
    }
    for (const rule of found) {
      if (!item.expected.includes(rule)) {
        wrong++;
        mistakes.push(`wrong ${item.id} (${item.kind}): ${rule}`);
      }
    }
  }
  return {
    recall: right / (right + missed),
    precision: right / (right + wrong),
    mistakes
  };
}
