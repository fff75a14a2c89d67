import { longestName, longestPath } from './limits';
import type { LeftOutReason } from './leftOut';

/** What became of a name: the path to write, or why there is none. */
export type Taken =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: LeftOutReason };

/**
 * Decides for each name in a record where it may be written below a folder.
 * Names are untrusted: what would lead out of the folder, or stand in the way
 * of another one on some disk, is refused; the first one of a name has it.
 */
export class PathTaker {
  /** Take the name of a file. */
  file(name: string): Taken {
    return this._take(name, 'file');
  }

  /** Take the name of a folder; one that is there already is fine. */
  folder(name: string): Taken {
    return this._take(name.replace(/\/+$/, ''), 'folder');
  }

  private _take(name: string, kind: 'file' | 'folder'): Taken {
    const reason = reasonAgainst(name);
    if (reason) {
      return { reason };
    }
    const parts = name.split('/').filter(part => part !== '' && part !== '.');
    const keys = parts.map((_, i) => keyOf(parts.slice(0, i + 1).join('/')));
    const own = keys[keys.length - 1];
    if (keys.slice(0, -1).some(key => this._kinds.get(key) === 'file')) {
      return { reason: 'collision' };
    }
    const there = this._kinds.get(own);
    if (there && there !== kind) {
      return { reason: 'collision' };
    }
    if (there && kind === 'file') {
      return { reason: 'duplicate' };
    }
    keys.forEach(key => this._kinds.set(key, 'folder'));
    this._kinds.set(own, kind);
    return { path: parts.join('/') };
  }

  private readonly _kinds = new Map<string, 'file' | 'folder'>();
}

/** The same for names that are one on disks which ignore case, or how accents are written. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** What is wrong with a name by itself. Source: APPNOTE.TXT 6.3.10, 4.4.17.1. */
function reasonAgainst(name: string): LeftOutReason | null {
  const parts = name.split('/');
  // Control characters, and half of a character, which no file system keeps.
  if (/[\u0000-\u001f\u007f]/.test(name) || /\p{Surrogate}/u.test(name)) {
    return 'name';
  }
  // In any part: what is before it may be taken off, as a folder around all.
  if (name.includes('\\') || parts.some(part => /^[a-z]:/i.test(part))) {
    return 'windows';
  }
  if (name.startsWith('/')) {
    return 'absolute';
  }
  if (parts.includes('..')) {
    return 'outside';
  }
  if (parts.every(part => part === '' || part === '.')) {
    return 'name';
  }
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  return bytes(name) > longestPath ||
    parts.some(part => bytes(part) > longestName)
    ? 'too-long'
    : null;
}
