/**
 * Goes through a notebook and through the code that it runs, in the order in
 * which it runs, and gathers what is used. Nothing is judged yet.
 */
import { IPlanEntry } from '../bundle/entry';
import { nameOf, parentOf } from '../paths';
import { CancelledError } from '../error';
import { IPlace } from '../finding';
import { DATA_TAG } from '../notebook/dataCell';
import {
  INotebook,
  asNotebook,
  cellSource,
  hasTag,
  isBadgeCell
} from '../notebook/notebook';
import { Breath } from './breath';
import { CodeReader, PlainNote } from './code/codeReader';
import { markdownNotes } from './code/markdown';
import { IImportNote, IPathNote } from './code/note';
import { Found, IRawPath } from './found';
import { Listing } from './listing';
import { localModule } from './localModules';
import { cellLanguage, fileLanguage, notebookLanguage } from './notebookLanguage'; // prettier-ignore
import { isExact } from './code/value';
import { WorkingFolder } from './workingFolder';

/** Bytes of the largest file of code that is read. */
const largest = 2 * 1024 * 1024;
/** Modules in modules, and how many of them. */
const deepest = 20;
const mostFiles = 500;
/** More uses in one notebook are not followed. */
const mostPaths = 20_000;

export interface ICollectOptions {
  readonly listing: Listing;
  readonly breath: Breath;
  /** Read a file of code of the project as text. */
  readonly readText: (entry: IPlanEntry) => Promise<string>;
}

/** Where code stands, and where its paths begin. */
interface IStand {
  readonly place: IPlace;
  /** The folder of the file that the code stands in. */
  readonly folder: string;
  readonly depth: number;
}

/** Gathers what one notebook uses. */
export class Collector {
  constructor(
    private readonly _notebook: string,
    private readonly _options: ICollectOptions,
    private readonly _found: Found
  ) {
    this._folder = new WorkingFolder(parentOf(_notebook));
    this._seen.add(_notebook);
  }

  /**
   * Go through the notebook.
   *
   * @throws CancelledError
   */
  async run(notebook: INotebook): Promise<void> {
    await this._cells(notebook, this._notebook, 0);
  }

  private async _cells(
    notebook: INotebook,
    path: string,
    depth: number
  ): Promise<void> {
    const language = notebookLanguage(notebook);
    const reader = new CodeReader();
    for (const [cell, content] of notebook.cells.entries()) {
      await this._options.breath.take();
      // Ours: a cell that was put there when the notebook was published.
      if (isBadgeCell(content) || hasTag(content, DATA_TAG)) {
        continue;
      }
      const stand = { place: { path, cell }, folder: parentOf(path), depth };
      const own = cellLanguage(content, language);
      if (content.cell_type === 'markdown') {
        await this._notes(markdownNotes(cellSource(content)), stand);
      } else if (content.cell_type === 'code' && own) {
        const { notes, isPartly } = reader.read(cellSource(content), own);
        this._found.partly.push(...(isPartly ? [stand.place] : []));
        await this._notes(notes, stand);
      }
    }
  }

  private async _notes(
    notes: readonly PlainNote[],
    stand: IStand,
    source = ''
  ): Promise<void> {
    const lineAt = lineCounter(source);
    for (const note of notes) {
      const line = lineAt(note.at);
      const place = source ? { ...stand.place, line } : stand.place;
      switch (note.type) {
        case 'import':
          await this._import(note, { ...stand, place });
          break;
        case 'path':
          await this._path(note, { ...stand, place });
          break;
        case 'url':
          this._found.urls.push({ text: note.text, place });
          break;
        case 'program':
          this._found.program(note.name, place);
          break;
        case 'install':
          this._found.declared.push({
            manager: note.manager,
            name: note.name,
            version: note.version,
            text: note.text,
            place
          });
          break;
      }
    }
  }

  private async _import(note: IImportNote, stand: IStand): Promise<void> {
    const { listing } = this._options;
    const { search } = this._folder;
    const isPython = note.language === 'python';
    const files = isPython
      ? await localModule(note, stand.folder, search, listing)
      : [];
    if (note.level === 0) {
      const isMade = isPython && this._folder.makes(note.name);
      this._found.module(note, stand.place, files.length > 0 || isMade);
    }
    for (const { path } of files) {
      this._push({ role: 'read', path, sure: 'high', kind: 'module' }, stand);
    }
    for (const entry of files) {
      await this._code(entry, stand.depth + 1);
    }
  }

  private async _path(note: IPathNote, stand: IStand): Promise<void> {
    const { role, sure } = note;
    const { where, text } = this._folder.locate(note, stand.folder);
    if (where.kind === 'far') {
      this._push(
        { role, path: text, sure, kind: 'data', far: where.far },
        stand
      );
    }
    if (where.kind !== 'inside' || role === 'move' || role === 'search') {
      return;
    }
    const { path } = where;
    const hasBackslash = text !== note.text;
    this._push({ role, path, sure, kind: null, hasBackslash }, stand);
    if (role === 'run' && isExact(path)) {
      const entry = await this._options.listing.find(path);
      if (entry && typeof entry === 'object') {
        await this._code(entry, stand.depth + 1);
      }
    }
  }

  /** Read a file of code that the notebook runs, once. */
  private async _code(entry: IPlanEntry, depth: number): Promise<void> {
    const { path, size } = entry;
    const isTooMuch =
      depth > deepest || this._seen.size > mostFiles || (size ?? 0) > largest;
    const language = fileLanguage(path);
    if (
      this._seen.has(path) ||
      isTooMuch ||
      !(language || path.endsWith('.ipynb'))
    ) {
      return;
    }
    this._seen.add(path);
    await this._options.breath.take();
    let source: string;
    try {
      source = await this._options.readText(entry);
      if (!language) {
        return await this._cells(asNotebook(JSON.parse(source)), path, depth);
      }
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // The file cannot be read, or is no notebook; the others still can.
      this._found.partly.push({ path });
      return;
    }
    const code = source.slice(0, largest);
    const { notes, isPartly } = new CodeReader(nameOf(path)).read(
      code,
      language
    );
    this._found.partly.push(...(isPartly ? [{ path }] : []));
    await this._notes(
      [...notes].sort((a, b) => a.at - b.at),
      { place: { path }, folder: parentOf(path), depth },
      code
    );
  }

  private _push(
    raw: Pick<
      IRawPath,
      'role' | 'path' | 'sure' | 'kind' | 'far' | 'hasBackslash'
    >,
    stand: IStand
  ): void {
    if (this._count++ < mostPaths) {
      this._found.paths.push({
        ...raw,
        notebook: this._notebook,
        place: stand.place
      });
    }
  }

  private readonly _folder: WorkingFolder;
  private readonly _seen = new Set<string>();
  private _count = 0;
}

/** Gives the line of an offset, counted from one; the offsets must not fall. */
function lineCounter(source: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return at => {
    for (; counted < at && counted < source.length; counted++) {
      line += source[counted] === '\n' ? 1 : 0;
    }
    return line;
  };
}
