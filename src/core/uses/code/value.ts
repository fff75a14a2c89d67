/** What is known, without a run, of the text that an expression gives. */
import { HOLE } from './token';

/** More alternatives, or longer ones, are not followed. */
const most = 50;
const longest = 2000;

/** Where a relative path begins: the working folder, the module's own file, the project (R's `here`). */
export type Anchor = 'working' | 'file' | 'project';

/** The text of an expression; a `HOLE` stands for what only a run can say. */
export interface IValue {
  /** At least one; several for a list, or for the variable of a loop over it. */
  readonly texts: readonly string[];
  readonly anchor: Anchor;
  /** Made by `Path(…)`, `os.path.join(…)` or the like. */
  readonly isPath: boolean;
  readonly isList: boolean;
  /** A literal stands in the expression itself, not behind a name. */
  readonly isFresh: boolean;
}

/** A value of which nothing is known. */
export const unknown: IValue = {
  texts: [HOLE],
  anchor: 'working',
  isPath: false,
  isList: false,
  isFresh: false
};

/** The value of a literal. */
export function literal(text: string): IValue {
  return { ...unknown, texts: [bounded(text)], isFresh: true };
}

/** A path that stands in no literal, as the working folder. */
export function pathOf(text: string, anchor: IValue['anchor']): IValue {
  return { ...unknown, texts: [text], anchor, isPath: true };
}

/** Whether all of a text is known. */
export function isExact(text: string): boolean {
  return !text.includes(HOLE);
}

/** Whether anything at all is known of a value. */
export function isKnown({ texts }: IValue): boolean {
  return texts.some(text => text !== HOLE);
}

/** The only text of a value; null if there are several, or it is not known. */
export function onlyText(value: IValue | undefined): string | null {
  const text = value && !value.isList && value.texts.length === 1 ? value.texts[0] : HOLE; // prettier-ignore
  return isExact(text) ? text : null;
}

/** One text after the other. */
export function concat(left: IValue, right: IValue): IValue {
  if (left.isList && right.isList) {
    return listOf([left, right]);
  }
  return combine(left, right, (a, b) => a + b, left.isPath);
}

/** One path below the other; an absolute one stands for itself. */
export function join(left: IValue, right: IValue): IValue {
  return combine(left, right, joinTexts, true);
}

function joinTexts(folder: string, name: string): string {
  if (/^(?:[/~]|[A-Za-z]:[\\/]|\\\\)/.test(name) || !folder || folder === '.') {
    return name;
  }
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** A list of values; the texts of all of them. */
export function listOf(values: readonly IValue[]): IValue {
  const texts = values.flatMap(value => value.texts);
  return {
    ...unknown,
    anchor: values[0]?.anchor ?? 'working',
    texts: texts.length ? texts.slice(0, most) : [HOLE],
    isList: true,
    isFresh: values.some(value => value.isFresh)
  };
}

/** Change each text of a value. */
export function map(value: IValue, change: (text: string) => string): IValue {
  return { ...value, texts: value.texts.map(text => bounded(change(text))) };
}

/** The folder that holds a path. */
export function parent(value: IValue): IValue {
  return map(value, text => {
    const parts = text.replace(/\/+$/, '').split('/');
    const last = parts.pop();
    if (!last || last === '.' || last === '..') {
      return parts.length || last === '..' ? `${text}/..` : '..';
    }
    return parts.length === 1 && parts[0] === '' ? '/' : parts.join('/');
  });
}

function combine(
  left: IValue,
  right: IValue,
  change: (a: string, b: string) => string,
  isPath: boolean
): IValue {
  const isTooMany = left.texts.length * right.texts.length > most;
  const ends = isTooMany ? [HOLE] : right.texts;
  return {
    texts: left.texts
      .flatMap(a => ends.map(b => bounded(change(a, b))))
      .slice(0, most),
    anchor: left.anchor,
    isPath,
    isList: false,
    isFresh: left.isFresh || right.isFresh
  };
}

function bounded(text: string): string {
  const short = text.length > longest ? text.slice(0, longest) + HOLE : text;
  return short.replace(/\u0000{2,}/g, HOLE);
}

/** What `%` or `format` leaves of a text. */
export function formatted(text: string): string {
  return text.replace(/%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]/g, HOLE);
}
