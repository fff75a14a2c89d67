/**
 * The Python versions that Binder has, and version specifiers (PEP 440) on
 * them. From repo2docker of 2026-08-21: `buildpacks/conda/__init__.py`, its lock
 * files, and `supported_python_version.py`.
 */

/** What repo2docker takes where nothing names a version. */
export const DEFAULT_PYTHON = '3.10';

/** Versions of which repo2docker makes a kernel beside a newer Jupyter. */
export const LEGACY_PYTHONS: readonly string[] = ['2.7', '3.5', '3.6'];

/** What repo2docker chooses from for a project's `requires-python`. */
const CHOICES = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];

/** All versions for which repo2docker has a base environment. */
export const BINDER_PYTHONS: readonly string[] = [
  ...LEGACY_PYTHONS,
  '3.7',
  ...CHOICES
];

const MAJOR: Record<string, string> = { '2': '2.7', '3': DEFAULT_PYTHON };

/** The version that repo2docker takes for `2` or `3`; null for others. */
export function ofMajor(major: string): string | null {
  return Object.prototype.hasOwnProperty.call(MAJOR, major)
    ? MAJOR[major]
    : null;
}

/**
 * The version that repo2docker takes for a project.
 *
 * It keeps the default if the specifier allows it, and else takes the *newest*
 * that is allowed, not the least.
 *
 * @param preferred - the default, or what a number in runtime.txt stands for.
 * @returns null if it has no such version, or if the specifier is not one.
 */
export function pythonFor(
  requires: string,
  preferred = DEFAULT_PYTHON
): string | null {
  const allows = parseSpecifier(requires);
  if (!allows) {
    return null;
  }
  return allows(preferred) ? preferred : (CHOICES.filter(allows).pop() ?? null);
}

/**
 * Read a version specifier of PEP 440, as `>=3.9,<3.13`.
 *
 * @returns a predicate on versions, or null if it is no specifier.
 */
export function parseSpecifier(
  text: string
): ((version: string) => boolean) | null {
  const clauses: ((version: string) => boolean)[] = [];
  for (const clause of text.split(',')) {
    if (!clause.trim()) {
      continue;
    }
    const [, operator, number, star] =
      /^\s*(===|~=|[=!<>]=|[<>])\s*v?(\d+(?:\.\d+)*)(\.\*)?(?:\.?(?:a|b|rc|dev|post)\d*)*\s*$/.exec(
        clause
      ) ?? [];
    if (!operator || (star && operator !== '==' && operator !== '!=')) {
      return null;
    }
    clauses.push(version => fits(version, operator, number, Boolean(star)));
  }
  return version => clauses.every(clause => clause(version));
}

function fits(
  version: string,
  operator: string,
  number: string,
  star: boolean
): boolean {
  const order = compare(version, number);
  const parts = number.split('.');
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '~=':
      return order >= 0 && startsWith(version, parts.slice(0, -1));
    case '!=':
      return star ? !startsWith(version, parts) : order !== 0;
    case '===':
      return version === number;
    default:
      return star ? startsWith(version, parts) : order === 0;
  }
}

function startsWith(version: string, start: readonly string[]): boolean {
  const parts = version.split('.');
  return start.every((part, i) => Number(parts[i] ?? 0) === Number(part));
}

function compare(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference) {
      return difference;
    }
  }
  return 0;
}
