/**
 * `runtime.txt`, as repo2docker reads it (`buildpacks/base.py`, `runtime`):
 * `name-version`, `name-yyyy-mm-dd` or `name-version-yyyy-mm-dd`.
 */
import { BinderFindings } from './binderFindings';
import { BinderTree } from './binderTree';
import { BINDER_PYTHONS, ofMajor } from './pythonVersion';

/** What a runtime.txt says. */
export interface IRuntime {
  /** `python`, `r`, or anything else, which switches Python off. */
  readonly name: string;
  readonly version: string | null;
  /** ISO 8601 date of a snapshot, used for R. */
  readonly date: string | null;
  /** As it stands there. */
  readonly text: string;
}

/** The runtime.txt of a bundle, or that there is none. */
export class RuntimeFile {
  private constructor(
    readonly path: string,
    /** What it says; null if it is not there, or bad. */
    readonly value: IRuntime | null,
    private readonly _bad: string | null,
    private readonly _isUtf8 = true
  ) {}

  /** Read the file in the place where Binder looks. */
  static async read(tree: BinderTree): Promise<RuntimeFile> {
    const path = tree.path('runtime.txt');
    if (!tree.has('runtime.txt')) {
      return new RuntimeFile(path, null, null);
    }
    const { text, isUtf8, hasMark } = await tree.text(path);
    if (!isUtf8) {
      return new RuntimeFile(path, null, text.trim(), false);
    }
    // A byte order mark is a part of the name then.
    const value = parseRuntime(hasMark ? `\ufeff${text}` : text);
    return new RuntimeFile(path, value, value ? null : text.trim());
  }

  /** repo2docker cannot read it, and stops. */
  get isBad(): boolean {
    return this._bad !== null;
  }

  /** Say that it is bad, if it is. */
  say(say: BinderFindings): void {
    if (!this._isUtf8) {
      say.encoding(this.path);
    } else if (this._bad !== null) {
      say.runtime(this.path, this._bad);
    }
  }
}

/** Read a runtime.txt; null if repo2docker refuses it. */
export function parseRuntime(text: string): IRuntime | null {
  // Python's `strip` leaves a byte order mark, JavaScript's `trim` does not.
  const value = text.replace(/^[^\S\ufeff]+/, '').trimEnd();
  const parts = value.split('-');
  const { length } = parts;
  if (![2, 4, 5].includes(length) || parts.some(part => part === '')) {
    return null;
  }
  const date = length >= 4 ? parts.slice(-3).join('-') : null;
  if (date !== null && !isDate(date)) {
    return null;
  }
  return {
    name: parts[0],
    version: length === 4 ? null : parts[1],
    date,
    text: value.slice(0, 80)
  };
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
}

/**
 * The Python version that repo2docker takes for the version of a runtime.txt:
 * two numbers (or `3` alone), of a version that it has; else it fails.
 */
export function runtimePython(version: string): string | null {
  return (
    ofMajor(version) ?? (BINDER_PYTHONS.includes(version) ? version : null)
  );
}

/*
 * R by its minor version (`buildpacks/r.py`); other versions only in full.
 */
const R_MINORS = /^(?:3\.[3-6]|4\.[0-6])$/;

/** Whether repo2docker takes a version of R, as `4.4` or `4.4.2`. */
export function isBinderR(version: string): boolean {
  return R_MINORS.test(version) || version.split('.').length === 3;
}

/** The oldest day of which the package manager of Posit has a snapshot. */
export const OLDEST_R_SNAPSHOT = '2018-12-07';
