import { nameOf, parentOf, pathWithin } from '../paths';
import { HOLE } from './code/token';

/** What keeps a path from being found elsewhere. */
export type FarKind =
  /** Above the top folder of the bundle. */
  | 'above'
  /** In somebody's home folder. */
  | 'personal'
  /** In a folder of Colab, Kaggle or Databricks. */
  | 'service'
  /** In a folder of this machine. */
  | 'machine';

/** Where a path in code leads to. */
export type Where =
  /** A path in the bundle. A `HOLE` in it stands for what only a run can say. */
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'far'; readonly far: FarKind }
  /** A part of the operating system, or of memory. */
  | { readonly kind: 'system' }
  /** Nobody can tell without a run. */
  | { readonly kind: 'unknown' };

const PERSONAL =
  /^(?:~|\$HOME\b|\$\{HOME\}|%USERPROFILE%|\/home\/(?!jovyan\/)[^/]+\/|\/Users\/[^/]+\/|\/root\/|[A-Za-z]:[\\/]+Users[\\/])/i;
const SERVICE =
  /^(?:\/content\/|\/kaggle\/|dbfs:\/|\/dbfs\/|\/databricks\/|\/mnt\/data\/)/;
const SYSTEM =
  /^(?:\/(?:dev|proc|sys|etc|usr|bin|lib|sbin|boot)(?:\/|$)|:memory:|\/vsi|<)/;
const MACHINE =
  /^(?:\/(?:home|Users|root|mnt|media|data|scratch|work|tmp|var|opt|content|kaggle|gpfs|lustre|nfs|Volumes|srv|projects?|shared?|cluster|storage)\/|[A-Za-z]:[\\/]|\\\\\w)/;

/**
 * Say where a path leads to.
 *
 * @param base - the folder in the bundle in which it begins; null: not known.
 * @param isSure - it stands in a call that reads; else `/x` may be anything.
 */
export function locate(
  text: string,
  base: string | null,
  isSure: boolean
): Where {
  if (text.startsWith(HOLE) || (SYSTEM.test(text) && !SERVICE.test(text))) {
    return { kind: text.startsWith(HOLE) ? 'unknown' : 'system' };
  }
  if (PERSONAL.test(text)) {
    return { kind: 'far', far: 'personal' };
  }
  if (SERVICE.test(text)) {
    return { kind: 'far', far: 'service' };
  }
  if (MACHINE.test(text) || (text.startsWith('/') && isSure)) {
    return { kind: 'far', far: 'machine' };
  }
  if (text.startsWith('/')) {
    return { kind: 'unknown' };
  }
  if (base === null) {
    return { kind: 'unknown' };
  }
  const inside = pathWithin(base, text);
  return inside === null
    ? { kind: 'far', far: 'above' }
    : { kind: 'inside', path: inside };
}

/** The folder before the first part of a path that only a run can say. */
export function knownFolder(path: string): string {
  const known = path.split(/[\u0000*?[]/, 1)[0];
  return parentOf(known);
}

/** Whether a name fits a pattern with `*`, `?`, `[abc]` and holes. */
export function fits(name: string, pattern: string): boolean {
  /* The place behind the last star, and where to try from next. */
  let star = -1;
  let from = 0;
  let n = 0;
  let p = 0;
  while (n < name.length) {
    const character = pattern[p];
    if (character === '*' || character === HOLE) {
      star = ++p;
      from = n;
      continue;
    }
    const end = character === '[' ? pattern.indexOf(']', p + 2) : -1;
    const isOne =
      end !== -1
        ? inSet(name[n], pattern.slice(p + 1, end))
        : character === '?' || character === name[n];
    if (p < pattern.length && isOne) {
      n++;
      p = end === -1 ? p + 1 : end + 1;
    } else if (star !== -1) {
      p = star;
      n = ++from;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*' || pattern[p] === HOLE) {
    p++;
  }
  return p >= pattern.length;
}

function inSet(character: string, set: string): boolean {
  const isNot = set.startsWith('!');
  const members = isNot ? set.slice(1) : set;
  let isIn = false;
  for (let i = 0; i < members.length; i++) {
    if (members[i + 1] === '-' && i + 2 < members.length) {
      isIn ||= character >= members[i] && character <= members[i + 2];
      i += 2;
    } else {
      isIn ||= members[i] === character;
    }
  }
  return isIn !== isNot;
}

/** Whether the last part of a path is a pattern. */
export function isPattern(path: string): boolean {
  return /[*?]|\[[^\]]+\]/.test(path);
}

/** The same name in another spelling: upper and lower case, composed letters, blanks. */
export function foldedName(path: string): string {
  return nameOf(path)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** A relative path as it is written on every system; Windows also takes `\\`. */
export function withSlashes(path: string): string {
  const isRelative = !path.includes('/') && !/^(?:[A-Za-z]:|\\\\)/.test(path);
  return isRelative ? path.replace(/\\/g, '/') : path;
}
