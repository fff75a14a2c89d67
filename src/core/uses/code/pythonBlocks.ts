import { IWalker } from './dialect';
import { isClosing, isOpening } from './ends';
import { HOLE } from './token';
import { IValue, unknown } from './value';

type Kind =
  /** Its code runs whenever it is reached. */
  | 'plain'
  /** Only one of its branches runs. */
  | 'choice'
  /** What fails in it is borne. */
  | 'try'
  /** It runs when it is called. */
  | 'function'
  /** It never runs. */
  | 'never';

interface IBlock {
  readonly kind: Kind;
  /** White space before its first line. */
  readonly indent: number;
  /** The names of a function. */
  readonly names?: Map<string, IValue>;
}

const NEVER = /^\(?(?:(?:\w+\.)?TYPE_CHECKING|False|0)\)?$/;
const ALWAYS = /^\(?(?:True|1|__name__)\b/;

/** The blocks of Python around a statement, and the values of the names in them. */
export class PythonBlocks {
  /** A line begins: leave the blocks that it is not in. */
  at(indent: number): void {
    while ((this._top?.indent ?? -1) >= indent) {
      this._left = this._blocks.pop() ?? null;
    }
    this._line = indent;
  }

  /** A cell begins. */
  leaveAll(): void {
    this._blocks.length = 0;
    this._left = null;
    this._line = 0;
  }

  /** The code here never runs. */
  get never(): boolean {
    return this._top?.kind === 'never';
  }

  /** The code here may not run, or may fail. */
  get isOptional(): boolean {
    return this._blocks.some(({ kind }) => kind !== 'plain');
  }

  /** The code here runs when its function is called. */
  get isInFunction(): boolean {
    return this._blocks.some(({ kind }) => kind === 'function');
  }

  /** Enter the block whose head stands here; false if it is none. */
  enter(walker: IWalker): boolean {
    const word = walker.peek()?.text ?? '';
    const previous = this._left;
    switch (word) {
      case 'async':
        walker.index++;
        return true;
      case 'def':
        this._function(walker);
        return true;
      case 'if':
      case 'elif': {
        const kind = this._condition(walker);
        this._head(walker, kind);
        return true;
      }
      case 'for':
        this._loop(walker);
        return true;
      case 'class':
      case 'with':
      case 'while':
      case 'finally':
        this._head(walker, 'plain');
        return true;
      case 'try':
      case 'except':
        this._head(walker, 'try');
        return true;
      case 'else':
        this._head(walker, previous?.kind === 'choice' || previous?.kind === 'try' ? previous.kind : 'plain'); // prettier-ignore
        return true;
    }
    return false;
  }

  /** The value of a name. */
  lookup(name: string): IValue {
    for (let i = this._blocks.length - 1; i >= 0; i--) {
      const value = this._blocks[i].names?.get(name);
      if (value) {
        return value;
      }
    }
    return this._names.get(name) ?? unknown;
  }

  /** Give a name a value. In a branch, another value than before leaves it open. */
  assign(name: string, value: IValue): void {
    const inner = [...this._blocks].reverse().find(({ names }) => names)?.names;
    const names = inner ?? this._names;
    const isBranch = this._blocks.some(
      ({ kind }) => kind === 'choice' || kind === 'try'
    );
    const before = names.get(name);
    const isOther =
      before !== undefined && before.texts.join() !== value.texts.join();
    names.set(name, isBranch && isOther ? unknown : value);
  }

  private get _top(): IBlock | undefined {
    return this._blocks[this._blocks.length - 1];
  }

  private _condition(walker: IWalker): Kind {
    let text = '';
    for (let ahead = 1; ahead < 8 && !walker.is(':', ahead); ahead++) {
      text += walker.peek(ahead)?.text ?? '';
    }
    return NEVER.test(text) ? 'never' : ALWAYS.test(text) ? 'plain' : 'choice';
  }

  private _head(walker: IWalker, kind: Kind, names?: IBlock['names']): void {
    walker.index++;
    this._toColon(walker);
    this._push(kind, names);
  }

  /** Read the expressions of a head; its colon stays. */
  private _toColon(walker: IWalker): void {
    for (let token = walker.peek(); token; token = walker.peek()) {
      if (
        token.kind === 'newline' ||
        token.kind === 'magic' ||
        token.text === ':'
      ) {
        return;
      }
      const before = walker.index;
      walker.loose(walker.expression());
      walker.index += walker.index === before ? 1 : 0;
    }
  }

  private _function(walker: IWalker): void {
    walker.index += 2;
    const names = new Map<string, IValue>();
    let depth = 0;
    for (let ahead = 0; ahead < 400; ahead++) {
      const token = walker.peek(ahead);
      depth += token && isOpening(token) ? 1 : 0;
      depth -= token && isClosing(token) ? 1 : 0;
      if (!token || depth === 0) {
        break;
      }
      const before = walker.peek(ahead - 1)?.text ?? '';
      if (
        depth === 1 &&
        token.kind === 'name' &&
        /^(?:[(,]|\*\*?)$/.test(before)
      ) {
        names.set(token.text, unknown);
      }
    }
    this._toColon(walker);
    this._push('function', names);
  }

  private _loop(walker: IWalker): void {
    const isSimple = walker.peek(1)?.kind === 'name' && walker.is('in', 2);
    const name = walker.peek(1)?.text ?? '';
    walker.index += isSimple ? 3 : 1;
    if (isSimple) {
      const value = walker.expression();
      walker.loose(value);
      const isList = value.isList && !value.texts.includes(HOLE) && !walker.is(','); // prettier-ignore
      this.assign(name, isList ? { ...value, isList: false, isFresh: false } : unknown); // prettier-ignore
    }
    this._toColon(walker);
    this._push('plain');
  }

  private _push(kind: Kind, names?: IBlock['names']): void {
    this._blocks.push({ kind, indent: this._line, names });
  }

  private readonly _blocks: IBlock[] = [];
  private readonly _names = new Map<string, IValue>();
  private _left: IBlock | null = null;
  private _line = 0;
}
