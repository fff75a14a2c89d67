/**
 * Cut code into tokens, in one pass and without ever failing. Python follows
 * its reference (2, "Lexical analysis"), R and Julia only so far that strings,
 * comments and brackets are told apart.
 */
import { readString } from './strings';
import { IToken, ITokenOptions, ITokens } from './token';

/**
 * Cut code into tokens. Code that is left open is read again line by line, so
 * that one slip does not hide what follows.
 */
export function tokenize(source: string, options: ITokenOptions): ITokens {
  const whole = new Tokenizer(source, options, false);
  whole.run();
  if (!whole.isOpen) {
    return { tokens: whole.tokens, isBroken: whole.isBroken };
  }
  const lines = new Tokenizer(source, options, true);
  lines.run();
  return { tokens: lines.tokens, isBroken: true };
}

const PYTHON_NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NAMES = {
  python: PYTHON_NAME,
  R: /[\p{L}.][\p{L}\p{N}._]*/uy,
  julia: /[\p{L}_][\p{L}\p{N}_!]*/uy
};
const NUMBER = /\.?\d[\w.]*/y;
const OPERATOR =
  /\*\*=?|\/\/=?|<<-|<-|->|:::?|:=|[=!<>+\-*/%|&@^]=|=>|\|>|&&|\|\||[^\s]/y;

/* Line magics that run the Python after them. */
const PYTHON_LINE_MAGIC =
  /^%(?:time|timeit|prun|memit|lprun|mprun)\b(?:[ \t]+-\w+(?:[ \t]+\d+)?)*/;

class Tokenizer {
  constructor(
    private readonly _source: string,
    private readonly _options: ITokenOptions,
    private readonly _byLines: boolean
  ) {}

  readonly tokens: IToken[] = [];
  /** Something is open at the end. */
  isOpen = false;
  isBroken = false;

  run(): void {
    const { language } = this._options;
    const source = this._source;
    while (this._at < source.length) {
      const character = source[this._at];
      if (character === '\n') {
        this._newline();
      } else if (/\s/.test(character)) {
        this._at++;
      } else if (character === '#') {
        this._comment();
      } else if (
        character === '\\' &&
        /^\\\r?\n/.test(source.slice(this._at, this._at + 3))
      ) {
        this._at = this._lineEnd(this._at) + 1;
      } else if (this._isMagic(character)) {
        this._magic();
      } else if (
        character === '"' ||
        (character === "'" && !this._isTranspose())
      ) {
        this._string(this._at, '');
      } else if (language !== 'python' && character === '`') {
        this._backticks();
      } else if (
        !this._match(NAMES[language], 'name') &&
        !this._match(NUMBER, 'number')
      ) {
        this._operator();
      }
    }
    this.isOpen = this.isOpen || this._open.length > 0;
  }

  private _newline(): void {
    const top = this._open[this._open.length - 1];
    const { language } = this._options;
    /* In braces R has statements; in Python they end outside of all brackets. */
    if (!top || this._byLines || (top === '{' && language === 'R')) {
      this._add('newline', '', this._at + 1);
    }
    if (this._byLines) {
      this._open.length = 0;
    }
    this._at++;
    this._lineStart = this._at;
    this._isFirst = true;
  }

  private _comment(): void {
    if (
      this._options.language === 'julia' &&
      this._source[this._at + 1] === '='
    ) {
      const stop = this._byLines
        ? this._lineEnd(this._at)
        : this._source.length;
      const end = this._byLines ? -1 : this._source.indexOf('=#', this._at + 2);
      this.isOpen ||= end === -1 && !this._byLines;
      this._at = end === -1 ? stop : end + 2;
    } else {
      this._at = this._lineEnd(this._at);
    }
  }

  private _isMagic(character: string): boolean {
    const { language, isCell } = this._options;
    if (!isCell || this._open.length > 0) {
      return false;
    }
    if (language === 'julia') {
      return this._isFirst && /[\];?]/.test(character);
    }
    const last = this.tokens[this.tokens.length - 1];
    return (
      language === 'python' &&
      /[%!?]/.test(character) &&
      (this._isFirst || (last?.kind === 'operator' && last.text === '='))
    );
  }

  private _magic(): void {
    const head = this._source.slice(this._at, this._at + 200);
    const python = PYTHON_LINE_MAGIC.exec(head);
    if (python && this._options.language === 'python') {
      this._at += python[0].length;
      return;
    }
    let end = this._lineEnd(this._at);
    while (
      end < this._source.length &&
      /\\\r?$/.test(this._source.slice(Math.max(this._at, end - 2), end))
    ) {
      end = this._lineEnd(end + 1);
    }
    this._add('magic', this._source.slice(this._at, end), end);
    this._at = end;
  }

  /** Julia writes the transposed of `a` as `a'`. */
  private _isTranspose(): boolean {
    const last = this.tokens[this.tokens.length - 1];
    return (
      this._options.language === 'julia' &&
      last?.end === this._at &&
      (last.kind === 'name' || last.kind === 'number' || /[)\]}']/.test(last.text)) // prettier-ignore
    );
  }

  private _string(start: number, prefix: string): void {
    const { language } = this._options;
    const limit = this._byLines ? this._lineEnd(this._at) : undefined;
    const read = readString(this._source, this._at, prefix, language, limit);
    const isMultiLine = read.end === this._source.length;
    this.isBroken ||= read.isOpen;
    this.isOpen ||= read.isOpen && isMultiLine && this._source.includes('\n', this._at); // prettier-ignore
    this._at = start;
    this._add('string', '', read.end, read.parts);
    this._at = read.end;
  }

  /** R's quoted names are names; Julia's commands are of no use here. */
  private _backticks(): void {
    const end = this._source.indexOf('`', this._at + 1);
    const stop = this._lineEnd(this._at);
    const close = end === -1 || end > stop ? stop : end + 1;
    this._add('name', this._source.slice(this._at + 1, close - 1), close);
    this._at = close;
  }

  private _match(pattern: RegExp, kind: IToken['kind']): boolean {
    pattern.lastIndex = this._at;
    const text = pattern.exec(this._source)?.[0];
    if (text === undefined || (kind === 'name' && text === '.')) {
      return false;
    }
    const next = this._source[this._at + text.length];
    if (kind === 'name' && this._isPrefix(text, next)) {
      const start = this._at;
      this._at += text.length;
      this._string(start, text.toLowerCase());
    } else {
      this._add(kind, text, this._at + text.length);
      this._at += text.length;
    }
    return true;
  }

  private _isPrefix(text: string, next: string): boolean {
    const { language } = this._options;
    return language === 'python'
      ? (next === '"' || next === "'") && /^[rbuft]{1,3}$/i.test(text)
      : language === 'R'
        ? (next === '"' || next === "'") && /^r$/i.test(text)
        : next === '"';
  }

  private _operator(): void {
    OPERATOR.lastIndex = this._at;
    const text = OPERATOR.exec(this._source)?.[0] ?? this._source[this._at];
    if ('([{'.includes(text)) {
      this._open.push(text);
    } else if (')]}'.includes(text)) {
      const opened = this._open.pop();
      this.isBroken ||= opened === undefined || '([{'.indexOf(opened) !== ')]}'.indexOf(text); // prettier-ignore
    }
    this._add('operator', text, this._at + text.length);
    this._at += text.length;
  }

  private _add(
    kind: IToken['kind'],
    text: string,
    end: number,
    parts?: IToken['parts']
  ): void {
    const indent =
      this._isFirst && kind !== 'newline' ? this._at - this._lineStart : -1;
    this.tokens.push({ kind, text, at: this._at, end, indent, parts });
    this._isFirst = this._isFirst && kind === 'newline';
  }

  private _lineEnd(at: number): number {
    const end = this._source.indexOf('\n', at);
    return end === -1 ? this._source.length : end;
  }

  private readonly _open: string[] = [];
  private _at = 0;
  private _lineStart = 0;
  private _isFirst = true;
}
