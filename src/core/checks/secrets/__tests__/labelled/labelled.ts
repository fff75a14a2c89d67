/**
 * The labelled set, by which the rules are judged. It was written and split
 * before the rules. Rules are made and mended by the development half only;
 * the test half is there to be measured.
 */
import { builds } from './builds';
import { contextItems, nameItems } from './contexts';
import { formItems } from './holders';
import { IItem } from './item';
import { nearMisses } from './nearMisses';
import { fnv1a } from './random';
import { science } from './science';
import { itemsOf } from './snippet';

export const labelled: readonly IItem[] = [
  ...formItems(),
  ...contextItems(),
  ...nameItems(),
  ...itemsOf('science', science, 2),
  ...itemsOf('build', builds, 2),
  ...itemsOf('miss', nearMisses, 1)
];

/* The middle bits: the lowest ones of FNV-1a follow the last character. */
function isDevelopment(item: IItem): boolean {
  return ((fnv1a(item.id) >>> 11) & 1) === 0;
}

export const developmentHalf = labelled.filter(isDevelopment);
export const testHalf = labelled.filter(item => !isDevelopment(item));
