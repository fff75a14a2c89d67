/** Reads the cells of a notebook, or a file of code, into notes. */
import { Language } from '../moduleUse';
import { JuliaReader } from './julia';
import { magicNotes } from './magics';
import { IImportNote, IInstallNote, IPathNote, IProgramNote, IUrlNote, Note } from './note'; // prettier-ignore
import { PythonReader } from './python';
import { RReader } from './r';
import { shellNotes } from './shell';

/** What is left when magics and shell lines are read as well. */
export type PlainNote =
  IPathNote | IImportNote | IInstallNote | IUrlNote | IProgramNote;

/** What a piece of code says. */
export interface ICodeNotes {
  /** In the order in which they stand there. */
  readonly notes: readonly PlainNote[];
  /** It was read in part only: it is no complete code, or too long. */
  readonly isPartly: boolean;
}

/** More code in one piece was not written by hand. */
const longest = 300_000;

/* Cell magics whose body is Python that runs (reference: environment-capture.md, 2). */
const PYTHON_BODIES = new Set('time timeit capture prun memit mprun lprun snakeviz debug skip heat python python3 cython pypy ipytest manim wandb scalene'.split(' ')); // prettier-ignore

const SHELL_BODIES = new Set(['bash', 'sh', 'zsh', 'sx', 'system', '!', 'cmd']);

/** Reads code piece by piece; names keep their values from one to the next. */
export class CodeReader {
  /** @param file - the name of a file of code; none for cells. */
  constructor(file?: string) {
    this._python = new PythonReader(file);
    this._r = new RReader(file === undefined);
    this._julia = new JuliaReader(file === undefined);
    this._isFile = file !== undefined;
  }

  /** Read a cell or a file. Never fails. */
  read(whole: string, language: Language): ICodeNotes {
    const source = whole.slice(0, longest);
    const magic = /^\s*%%(!|[\w.-]+)([^\n]*)/.exec(source.slice(0, 5000));
    const read =
      language === 'python' && magic && !this._isFile
        ? this._cellMagic(magic[1], magic[2].trim(), source.slice(magic[0].length)) // prettier-ignore
        : this._plain(source, language);
    return {
      notes: read.notes.flatMap(plainNotes),
      isPartly: read.isBroken || whole.length > longest
    };
  }

  private _plain(
    source: string,
    language: Language
  ): { notes: readonly Note[]; isBroken: boolean } {
    const readers = { python: this._python, R: this._r, julia: this._julia };
    return readers[language].read(source);
  }

  private _cellMagic(
    name: string,
    rest: string,
    body: string
  ): { notes: readonly Note[]; isBroken: boolean } {
    const needs = magicNotes({ type: 'magic', name, rest: '', at: 0 });
    const read = (language: Language) => {
      const { notes, isBroken } = this._plain(body, language);
      return { notes: [...needs, ...notes], isBroken };
    };
    if (PYTHON_BODIES.has(name)) {
      return read('python');
    }
    if (name === 'R' || name === 'julia') {
      return read(name);
    }
    const program = rest.split(/\s+/).find(word => !word.startsWith('-')) ?? '';
    if (
      SHELL_BODIES.has(name) ||
      (name === 'script' && SHELL_BODIES.has(program))
    ) {
      return { notes: shellNotes(body), isBroken: false };
    }
    if (name === 'writefile' || name === 'file') {
      const path = rest
        .replace(/^(?:-\w+\s+)*/, '')
        .replace(/^["']|["']$/g, '');
      const write: Note = {
        type: 'path',
        role: 'write',
        text: path,
        anchor: 'working',
        sure: 'high',
        at: 0
      };
      const file = /\.py$/.test(path)
        ? new PythonReader(path.split('/').pop()).read(body)
        : null;
      // Where the module itself is imported, its imports are needed.
      const imports = (file?.notes ?? []).filter(
        ({ type }) => type === 'import'
      );
      return { notes: [write, ...imports], isBroken: file?.isBroken ?? false };
    }
    const started =
      name === 'script'
        ? program
        : /^(?:ruby|perl|node)$/.test(name)
          ? name
          : '';
    const programs: Note[] = /^[\w.+-]+$/.test(started)
      ? [{ type: 'program', name: started, at: 0 }]
      : [];
    return { notes: [...needs, ...programs], isBroken: false };
  }

  private readonly _python: PythonReader;
  private readonly _r: RReader;
  private readonly _julia: JuliaReader;
  private readonly _isFile: boolean;
}

function plainNotes(note: Note): PlainNote[] {
  if (note.type === 'shell') {
    return shellNotes(note.command, note.at).flatMap(plainNotes);
  }
  return note.type === 'magic' ? magicNotes(note).flatMap(plainNotes) : [note];
}
