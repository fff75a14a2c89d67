import { foldedName } from './where';

/** Names that come more often are not one file's. */
const mostPaths = 50;

/** Finds paths by the name of their file, in whatever spelling and folder. */
export class NameIndex {
  /** Note a path. */
  add(path: string): void {
    const name = foldedName(path);
    const paths = this._paths.get(name) ?? [];
    this._paths.set(name, paths);
    if (paths.length < mostPaths) {
      paths.push(path);
    }
  }

  /** The only path with the name of this one; null where there are several, or none. */
  only(path: string): string | null {
    const named = this._paths.get(foldedName(path)) ?? [];
    return named.length === 1 ? named[0] : null;
  }

  private readonly _paths = new Map<string, string[]>();
}
