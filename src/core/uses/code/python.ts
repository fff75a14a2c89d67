/** Python code, read without running it: its statements, blocks and names. */
import { CallNotes } from './callNotes';
import { ICall, IDialect, IWalker } from './dialect';
import { Walker } from './expressions';
import { Note } from './note';
import { pythonCall } from './pythonCalls';
import { PythonBlocks } from './pythonBlocks';
import { readImport } from './pythonImports';
import { HOLE, IToken } from './token';
import { tokenize } from './tokenize';
import { IValue, concat, literal, parent, pathOf, unknown } from './value';

const KEYWORDS = new Set(
  'and as assert async await break case continue del else exec except False finally for global if in is lambda match None nonlocal not or pass raise return True while with yield'.split(
    ' '
  )
);

/** Reads the code of one notebook, cell by cell, or of one module. */
export class PythonReader implements IDialect {
  /** @param file - the name of a module's own file; none for cells. */
  constructor(private readonly _file?: string) {}

  readonly concatenates = '+';
  readonly hasBlocks = false;
  readonly keywords = KEYWORDS;

  /** What the code says; names keep their values from cell to cell. */
  read(source: string): { notes: Note[]; isBroken: boolean } {
    const isCell = this._file === undefined;
    const { tokens, isBroken } = tokenize(source, {
      language: 'python',
      isCell
    });
    this._notes = new CallNotes([]);
    this._blocks.leaveAll();
    new Walker(tokens, this).run();
    return { notes: this._notes.notes, isBroken };
  }

  statement(walker: IWalker): boolean {
    const token = walker.peek();
    if (!token) {
      return false;
    }
    if (token.indent >= 0) {
      this._blocks.at(token.indent);
    }
    if (this._blocks.never) {
      skipLine(walker);
      return true;
    }
    if (token.kind === 'newline' || /^[;:,=)\]}]$|^->$/.test(token.text)) {
      walker.index++;
      return true;
    }
    if (token.kind === 'magic') {
      this._magic(token);
      walker.index++;
      return true;
    }
    if (token.kind === 'string') {
      return skipDocString(walker);
    }
    if (token.kind !== 'name') {
      return false;
    }
    const isImport = readImport(
      walker,
      this._blocks.isOptional,
      this._notes.notes
    );
    return (
      isImport || this._blocks.enter(walker) || this._assign(walker, token)
    );
  }

  call(call: ICall): IValue {
    const { isOptional } = this._blocks;
    // What a module's functions read, they read only when they are called.
    const isCertain = this._file === undefined || !this._blocks.isInFunction;
    return pythonCall(call, this._notes, isOptional, isCertain);
  }

  attribute(receiver: IValue, name: string): IValue {
    if (name === 'sep') {
      return { ...unknown, texts: ['/'] };
    }
    return name === 'parent' && receiver.isPath ? parent(receiver) : unknown;
  }

  lookup(name: string): IValue {
    return name === '__file__' && this._file !== undefined
      ? pathOf(this._file, 'file')
      : this._blocks.lookup(name);
  }

  text(token: IToken): IValue {
    return (token.parts ?? []).reduce<IValue>((value, part) => {
      if (typeof part === 'string') {
        return concat(value, literal(part));
      }
      const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part.code);
      const put = isName ? this._blocks.lookup(part.code) : unknown;
      return concat(value, { ...put, isPath: false, isList: false });
    }, literal(''));
  }

  loose(value: IValue, at: number): void {
    this._notes.loose(value, at);
  }

  private _assign(walker: IWalker, token: IToken): boolean {
    if (KEYWORDS.has(token.text)) {
      return false;
    }
    if (
      walker.is(',', 1) ||
      (walker.peek(-1)?.text === ',' && walker.is('=', 1))
    ) {
      this._blocks.assign(token.text, unknown);
      return false;
    }
    const isAugmented = /^(?:\+|-|\*|\/|%|&|\||\^|@|\*\*|\/\/)=$/.test(walker.peek(1)?.text ?? ''); // prettier-ignore
    if (isAugmented) {
      this._blocks.assign(token.text, unknown);
      walker.index += 2;
      return true;
    }
    const names = [];
    while (walker.peek()?.kind === 'name' && this._skipTo(walker)) {
      names.push(walker.peek(-2)?.text ?? '');
    }
    if (names.length === 0) {
      return false;
    }
    if (walker.peek()?.kind === 'magic') {
      return true;
    }
    const at = walker.peek()?.at ?? 0;
    const value = walker.expression();
    // The rest of a tuple belongs to no name.
    const own = walker.is(',') ? unknown : value;
    // A path that is given a name may as well be one that is written later.
    this._notes.loose({ ...value, isPath: false }, at);
    for (const name of [token.text, ...names]) {
      this._blocks.assign(name, { ...own, isFresh: false });
    }
    return true;
  }

  /** Go behind `name =` or `name: type =`. */
  private _skipTo(walker: IWalker): boolean {
    if (walker.is('=', 1)) {
      walker.index += 2;
      return true;
    }
    if (walker.is(':', 1)) {
      for (let ahead = 2; ahead < 30; ahead++) {
        if (walker.is('=', ahead)) {
          walker.index += ahead + 1;
          return true;
        }
        if (walker.peek(ahead)?.kind === 'newline') {
          return false;
        }
      }
    }
    return false;
  }

  private _magic(token: IToken): void {
    const { text, at } = token;
    if (text.startsWith('!')) {
      const command = text.replace(/^!+/, '');
      this._notes.notes.push({ type: 'shell', command, at });
    } else if (text.startsWith('%')) {
      const [, name = '', rest = ''] = /^%+\s*([\w.]*)([^]*)$/.exec(text) ?? [];
      this._notes.notes.push({ type: 'magic', name, rest: this._filled(rest.trim()), at }); // prettier-ignore
    }
  }

  /** IPython puts the values of names in braces and after `$` into its lines. */
  private _filled(line: string): string {
    return line.replace(
      /[{$]([\p{L}_][\p{L}\p{N}_]*)\}?/gu,
      (_whole, name: string) => {
        const { texts, isList } = this._blocks.lookup(name);
        return texts.length === 1 && !isList ? texts[0] : HOLE;
      }
    );
  }

  private readonly _blocks = new PythonBlocks();
  private _notes = new CallNotes([]);
}

/** A text alone is a comment. */
function skipDocString(walker: IWalker): boolean {
  let ahead = 0;
  while (walker.peek(ahead)?.kind === 'string') {
    ahead++;
  }
  const next = walker.peek(ahead);
  if (next && next.kind !== 'newline' && next.text !== ';') {
    return false;
  }
  walker.index += ahead;
  return true;
}

function skipLine(walker: IWalker): void {
  while (walker.peek() && walker.peek()?.kind !== 'newline') {
    walker.index++;
  }
  walker.index++;
}
