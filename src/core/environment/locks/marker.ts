import { parseSpecifier } from '../../binder/pythonVersion';

/** What markers ask of the computer: Binder's, with one version of Python. */
export interface IMarkerContext {
  /** `3.12` */
  readonly python: string;
  /** Extras and groups that are installed (PEP 751). */
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
}

type Operand = { readonly text: string; readonly name: string | null };

/** Tokens in a marker, at most. */
const longest = 2000;

const tokenPattern = /\s*(?:("[^"]*"|'[^']*')|(===|~=|[=!<>]=|[<>()])|([A-Za-z_][\w.]*))/y; // prettier-ignore

const versions = ['python_version', 'python_full_version', 'implementation_version']; // prettier-ignore

/**
 * Whether a marker is true on Binder (Linux x86-64, CPython). Source: PEP 508.
 * One that cannot be read counts as true: then too much is installed, not too
 * little.
 */
export function isTrueOnBinder(
  marker: string,
  context: IMarkerContext
): boolean {
  const tokens = tokensOf(marker);
  if (tokens.length === 0) {
    return true;
  }
  const reader = new MarkerReader(tokens, context);
  const value = reader.either();
  return value === null || !reader.isAtEnd ? true : value;
}

function tokensOf(marker: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  const text = marker.trimEnd();
  let at = 0;
  while (at < text.length && tokens.length < longest) {
    tokenPattern.lastIndex = at;
    const found = tokenPattern.exec(text);
    if (!found) {
      return [...tokens, '?'];
    }
    tokens.push(found[0].trim());
    at = tokenPattern.lastIndex;
  }
  return tokens;
}

/** Reads a marker by its grammar; null where it does not fit. */
class MarkerReader {
  constructor(
    private readonly _tokens: readonly string[],
    private readonly _context: IMarkerContext
  ) {}

  get isAtEnd(): boolean {
    return this._at >= this._tokens.length;
  }

  either(depth = 0): boolean | null {
    return this._chain('or', () => this._both(depth));
  }

  private _both(depth: number): boolean | null {
    return this._chain('and', () => this._one(depth));
  }

  private _chain(
    word: 'or' | 'and',
    next: () => boolean | null
  ): boolean | null {
    // prettier-ignore
    let value = next();
    while (this._tokens[this._at] === word) {
      this._at++;
      const other = next();
      value =
        value === null || other === null
          ? null
          : word === 'or'
            ? value || other
            : value && other;
    }
    return value;
  }

  private _one(depth: number): boolean | null {
    if (this._tokens[this._at] === '(') {
      if (depth > 50) {
        return null;
      }
      this._at++;
      const value = this.either(depth + 1);
      return this._tokens[this._at++] === ')' ? value : null;
    }
    const left = this._operand();
    let operator = this._tokens[this._at++];
    if (operator === 'not' && this._tokens[this._at] === 'in') {
      operator = 'not in';
      this._at++;
    }
    const right = this._operand();
    return left && right && operator !== undefined
      ? this._compare(left, operator, right)
      : null;
  }

  private _operand(): Operand | null {
    const token = this._tokens[this._at++];
    if (token === undefined) {
      return null;
    }
    if (/^["']/.test(token)) {
      return { text: token.slice(1, -1), name: null };
    }
    const value = this._variables.get(token.replace(/^os\.name$/, 'os_name').replace(/^sys\.platform$/, 'sys_platform')); // prettier-ignore
    return value === undefined ? null : { text: value, name: token };
  }

  private _compare(
    left: Operand,
    operator: string,
    right: Operand
  ): boolean | null {
    // prettier-ignore
    const sets: Record<string, readonly string[]> = {
      extra: this._context.extras ?? [],
      extras: this._context.extras ?? [],
      dependency_groups: this._context.groups ?? []
    };
    for (const [one, other] of [
      [left, right],
      [right, left]
    ]) {
      // prettier-ignore
      if (one.name !== null && Object.hasOwn(sets, one.name)) {
        const has = sets[one.name].includes(other.text);
        return operator === 'not in' || operator === '!=' ? !has : has;
      }
    }
    if (operator === 'in' || operator === 'not in') {
      return right.text.includes(left.text) === (operator === 'in');
    }
    const isVersion = [left, right].some(one => one.name !== null && versions.includes(one.name)); // prettier-ignore
    if (isVersion) {
      const turned = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }[operator] ?? operator; // prettier-ignore
      const [value, clause] = left.name !== null ? [left.text, operator + right.text] : [right.text, turned + left.text]; // prettier-ignore
      return parseSpecifier(clause)?.(value) ?? null;
    }
    switch (operator) {
      case '==':
      case '===':
        return left.text === right.text;
      case '!=':
        return left.text !== right.text;
      default:
        // Orders of texts, as in platform_release, cannot be known before.
        return null;
    }
  }

  private get _variables(): Map<string, string> {
    const { python } = this._context;
    // Binder's images have the last patch of a version.
    const full = `${python}.99`;
    return new Map([
      ['os_name', 'posix'],
      ['sys_platform', 'linux'],
      ['platform_machine', 'x86_64'],
      ['platform_python_implementation', 'CPython'],
      ['python_implementation', 'CPython'],
      ['platform_system', 'Linux'],
      ['implementation_name', 'cpython'],
      ['python_version', python],
      ['python_full_version', full],
      ['implementation_version', full],
      ['platform_release', ''],
      ['platform_version', ''],
      ['extra', ''],
      ['extras', ''],
      ['dependency_groups', '']
    ]);
  }

  private _at = 0;
}
