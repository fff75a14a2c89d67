/**
 * Walks over tokens once, follows the texts of literals through `+`, `/`,
 * names and calls, and tells a dialect of each call. It never fails: what it
 * does not know is a value of which nothing is known.
 */
import { IArgument, ICall, IDialect, IWalker } from './dialect';
import { isClosing, isEnd, isOpening } from './ends';
import { IToken } from './token';
import { IValue, concat, formatted, isKnown, join, listOf, unknown } from './value'; // prettier-ignore

/** Brackets in brackets beyond any that people write. */
const deepest = 60;

/** Walks over the tokens of one piece of code. */
export class Walker implements IWalker {
  constructor(
    readonly tokens: readonly IToken[],
    private readonly _dialect: IDialect
  ) {}

  /** The index of the next token. */
  index = 0;

  /** Read all statements. */
  run(): void {
    while (this.index < this.tokens.length) {
      const before = this.index;
      if (!this._dialect.statement(this)) {
        this.loose(this.expression());
      }
      if (this.index === before) {
        this.index++;
      }
    }
  }

  /** The token that comes `ahead` tokens after the next one. */
  peek(ahead = 0): IToken | undefined {
    return this.tokens[this.index + ahead];
  }

  /** Whether the next token is this operator or name. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token?.text === text && (token.kind === 'operator' || token.kind === 'name'); // prettier-ignore
  }

  /** Read an expression up to a comma, a closing bracket or the end of the statement. */
  expression(): IValue {
    const start = this.peek()?.at ?? 0;
    this._depth++;
    let value = this._operand();
    let isText = true;
    for (let token = this.peek(); token && !isEnd(token); token = this.peek()) {
      const before = this.index;
      const isOperator = token.kind === 'operator' && !isOpening(token);
      if (
        isOperator ||
        (token.kind === 'name' && this._dialect.keywords.has(token.text))
      ) {
        this.index++;
      }
      const operator = isOperator ? token.text : '';
      const right = this._operand();
      if (isText && operator === this._dialect.concatenates) {
        value = concat(value, right);
      } else if (isText && operator === '/' && (value.isPath || right.isPath)) {
        value = join(value, right);
      } else if (isText && operator === '%') {
        value = { ...value, texts: value.texts.map(formatted) };
      } else {
        this._dialect.loose(value, start);
        value = right;
        isText = false;
      }
      if (this.index === before) {
        this.index++;
      }
    }
    this._depth--;
    if (!isText) {
      this._dialect.loose(value, start);
      return unknown;
    }
    return value;
  }

  /** Say that nobody took a value. */
  loose(value: IValue, at = this.peek(-1)?.at ?? 0): void {
    this._dialect.loose(value, at);
  }

  private _operand(): IValue {
    const { keywords } = this._dialect;
    let token = this.peek();
    while (
      (token?.kind === 'operator' && !isEnd(token) && !isOpening(token)) ||
      (token?.kind === 'name' && keywords.has(token.text))
    ) {
      this.index++;
      token = this.peek();
    }
    if (!token || isEnd(token)) {
      return unknown;
    }
    if (token.kind === 'string') {
      let value: IValue | null = null;
      for (; token?.kind === 'string'; token = this.peek()) {
        const next = this._dialect.text(token);
        value = value ? concat(value, next) : next;
        this.index++;
      }
      return this._trailers(value ?? unknown, '?', '');
    }
    if (token.kind === 'name') {
      this.index++;
      return this._trailers(this._dialect.lookup(token.text), '', token.text);
    }
    if (token.kind === 'operator') {
      const value = this._group(token.text === '[');
      return this._trailers(value, '?', '');
    }
    this.index++;
    return unknown;
  }

  /** Dots, calls and subscripts after a value. */
  private _trailers(first: IValue, owner: string, name: string): IValue {
    let value = first;
    let receiver = unknown;
    for (
      let token = this.peek();
      token?.kind === 'operator';
      token = this.peek()
    ) {
      const next = this.peek(1);
      if (/^(?:\.|::|:::|\$|@)$/.test(token.text) && next?.kind === 'name') {
        this.index += 2;
        owner = name === '' ? '?' : owner ? `${owner}.${name}` : name;
        receiver = value;
        name = next.text;
        value = this._dialect.attribute(receiver, name);
      } else if (
        token.text === '(' ||
        (token.text === '.' && next?.text === '(')
      ) {
        this.index += token.text === '(' ? 0 : 1;
        const args = this._arguments();
        const call: ICall = { name, owner, receiver, args, at: token.at };
        value = this._dialect.call(call);
        args
          .filter(({ taken }) => !taken)
          .forEach(arg => this._dialect.loose(arg.value, token?.at ?? 0));
        owner = '?';
        name = '';
      } else if (token.text === '[') {
        this.loose(this._group(false));
        value = unknown;
        owner = '?';
        name = '';
      } else {
        break;
      }
    }
    return value;
  }

  private _arguments(): IArgument[] {
    const args: IArgument[] = [];
    this._bracket(() => {
      const token = this.peek();
      const isNamed = token?.kind === 'name' && this.is('=', 1);
      this.index += isNamed ? 2 : 0;
      const first = this.peek();
      const before = this.index;
      const value = this.expression();
      const isBare = first?.kind === 'name' && this.index === before + 1;
      if (this.index > before) {
        args.push({
          name: isNamed ? token.text : null,
          value,
          bare: isBare ? first.text : null,
          taken: false
        });
      }
    });
    return args;
  }

  /** A bracket: the value in it, or the list of its values. */
  private _group(isList: boolean): IValue {
    const values: IValue[] = [];
    const start = this.peek()?.at ?? 0;
    const isRound = this.is('(');
    let commas = 0;
    this._bracket(() => {
      values.push(this.expression());
      commas += this.is(',') ? 1 : 0;
    });
    if (isRound && commas === 0 && values.length === 1) {
      return values[0];
    }
    if (isList || isRound) {
      return listOf(values);
    }
    values.filter(isKnown).forEach(value => this._dialect.loose(value, start));
    return unknown;
  }

  /** Read what is between brackets, element by element. */
  private _bracket(element: () => void): void {
    const isBlock = this.is('{') && this._dialect.hasBlocks;
    this.index++;
    const isTooDeep = this._depth > deepest;
    let flat = 0;
    for (let token = this.peek(); token; token = this.peek()) {
      if (token.kind === 'newline' && !isBlock) {
        // Only in code that is read line by line: the bracket is left open.
        return;
      }
      if (isClosing(token)) {
        this.index++;
        if (flat-- === 0) {
          return;
        }
      } else if (isTooDeep) {
        flat += isOpening(token) ? 1 : 0;
        this.index++;
      } else if (isEnd(token)) {
        this.index++;
      } else if (!isBlock || !this._dialect.statement(this)) {
        element();
      }
    }
  }

  private _depth = 0;
}
