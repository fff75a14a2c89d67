import { isWithin } from '../bundle/entry';
import { parentOf } from '../paths';
import { isExact } from './code/value';
import { IRawPath } from './found';
import { isPattern, knownFolder } from './where';

/** Folders that one notebook fills; more are not followed. */
const mostFolders = 500;

/** What notebooks make: files, folders whose content nobody knows, and what they ask for. */
export class Writes {
  /** @param raws - in the order in which the code runs. */
  constructor(raws: readonly IRawPath[]) {
    raws.forEach((raw, index) => this._add(raw, index));
  }

  /** Whether a file is made before it is read; for what only looks like a file, or after. */
  isBefore(raw: IRawPath, index: number): boolean {
    const at = this._files.get(raw.path)?.get(raw.notebook);
    return at !== undefined && (at < index || raw.sure === 'low');
  }

  /** Whether another notebook makes a file. */
  isByAnother(raw: IRawPath): boolean {
    const writers = this._files.get(raw.path) ?? new Map<string, number>();
    return writers.size > (writers.has(raw.notebook) ? 1 : 0);
  }

  /** Whether a notebook puts into a folder what nobody knows. */
  fills(notebook: string, folder: string): boolean {
    const filled = this._filled.get(notebook) ?? [];
    return filled.some(other => isWithin(folder, other));
  }

  /** Whether a notebook makes files in a folder. */
  isBelow(notebook: string, folder: string): boolean {
    return this._folders.has(`${notebook}\n${folder}`);
  }

  /** Whether a notebook asks if a file is there, or removes it. */
  isAsked(raw: IRawPath): boolean {
    return this._asked.has(`${raw.notebook}\n${raw.path}`);
  }

  /** Whether a file outside of the bundle is made by a notebook. */
  isFar(path: string): boolean {
    return this._far.has(path);
  }

  private _add(raw: IRawPath, index: number): void {
    const { role, path, notebook } = raw;
    const makes = role === 'write' || role === 'fill';
    if (raw.far) {
      if (makes) {
        this._far.add(path);
      }
    } else if (role === 'write' && isExact(path) && !isPattern(path)) {
      const writers = this._files.get(path) ?? new Map<string, number>();
      writers.set(notebook, writers.get(notebook) ?? index);
      this._files.set(path, writers);
      for (let at = path; at; at = parentOf(at)) {
        this._folders.add(`${notebook}\n${parentOf(at)}`);
      }
    } else if (makes) {
      const folder = role === 'fill' && isExact(path) ? path : knownFolder(path); // prettier-ignore
      const filled = this._filled.get(notebook) ?? [];
      this._filled.set(notebook, filled);
      if (filled.length < mostFolders) {
        filled.push(folder);
      }
    } else if (role === 'ask') {
      this._asked.add(`${notebook}\n${path}`);
    }
  }

  /** By path: the notebooks that make it, and where they do so first. */
  private readonly _files = new Map<string, Map<string, number>>();
  private readonly _filled = new Map<string, string[]>();
  private readonly _folders = new Set<string>();
  private readonly _asked = new Set<string>();
  private readonly _far = new Set<string>();
}
