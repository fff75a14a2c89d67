import { overlay } from './overlay';
import { sameValue } from './json';

/** How the elements of a list are read, reduced and sent. */
export interface IListRules<T> {
  /** An element of the server's as the form holds it. */
  read(element: unknown, key: string): T;
  /** An element of a GET answer as a PUT takes it. */
  reduce(element: unknown): unknown;
  /** An element of the form as it is sent. */
  write(element: T): unknown;
}

/** What an element of the form's list is known by. */
function keyOf(element: object): string {
  return 'key' in element
    ? String(element.key)
    : 'own' in element
      ? String((element.own as { key: string }).key)
      : JSON.stringify(element);
}

/**
 * The server's list with what the user changed. Elements are found again by
 * what the form made of them, so that those which changed on the site
 * meanwhile are not taken for others.
 */
export function mergeList<T extends object>(
  original: readonly unknown[],
  before: readonly T[],
  after: readonly T[],
  rules: IListRules<T>
): unknown[] {
  if (sameValue(before, after)) {
    return original.map(rules.reduce);
  }
  const known = original.map((element, index) =>
    rules.read(element, String(index))
  );
  const used = new Set<number>();
  return after.map(element => {
    const at = before.findIndex(one => keyOf(one) === keyOf(element));
    const was = before[at];
    if (was === undefined) {
      return rules.write(element);
    }
    // At its own place first: equal elements are told apart by their order.
    const found = [at, ...known.keys()].find(
      index => !used.has(index) && sameValue(known[index], was)
    );
    if (found === undefined) {
      return rules.write(element);
    }
    used.add(found);
    return overlay(
      rules.reduce(original[found]),
      rules.write(was),
      rules.write(element)
    );
  });
}
