import { IPathNote } from './code/note';
import { isExact } from './code/value';
import { pathWithin } from '../paths';
import { Where, locate, withSlashes } from './where';

/** Where the paths of a notebook begin, and where it looks for modules; code changes both. */
export class WorkingFolder {
  /** @param _home - the notebook's folder in the bundle, in which its kernel starts. */
  constructor(private readonly _home: string) {
    this._base = _home;
  }

  /**
   * Where a path leads to; from then on, what code does with it holds.
   *
   * @param folder - the folder of the file that the code stands in.
   */
  locate(
    note: IPathNote,
    folder: string
  ): { readonly where: Where; readonly text: string } {
    const bases = { working: this._base, file: folder, project: '' };
    const text = withSlashes(note.text);
    const where = locate(text, bases[note.anchor], note.sure === 'high');
    const known =
      where.kind === 'inside' && isExact(where.path) ? where.path : null;
    if (note.role === 'move') {
      this._base = known;
    } else if (note.role === 'search' && known !== null) {
      this._search.push(known);
    } else if (note.role === 'write' && known?.endsWith('.py')) {
      this._made.add(known);
    }
    return { where, text };
  }

  /** The folders in which Python looks for modules, with those that projects are laid out with. */
  get search(): string[] {
    const beside = pathWithin(this._home, 'src') ?? '';
    const all = [this._base ?? this._home, ...this._search, this._home, '', beside, 'src']; // prettier-ignore
    return [...new Set(all)];
  }

  /** Whether the notebook itself writes the file of a module. */
  makes(module: string): boolean {
    const name = `${module.split('.', 1)[0]}.py`;
    return this.search.some(folder => this._made.has(pathWithin(folder, name) ?? '')); // prettier-ignore
  }

  /** Null where nobody can tell. */
  private _base: string | null;
  private readonly _search: string[] = [];
  private readonly _made = new Set<string>();
}
