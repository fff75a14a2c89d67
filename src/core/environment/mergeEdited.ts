import { nameOf } from '../paths';
import { normalizedName } from '../binder/distributionName';

/** One line of a generated file, and by what it is known again. */
interface ILine {
  readonly text: string;
  readonly key: string;
}

/**
 * A file that was made from a kernel, edited by the user, and is made anew.
 * Lines are known again by the name in them:
 *
 * - lines that the user added, or whose version they changed, stay;
 * - lines that the user took out stay out;
 * - all others become as the kernel says now.
 *
 * @param path - its name says what a line's name is.
 * @param previous - as it was made before.
 * @param edited - as the user has it now.
 * @param next - as it is made now.
 */
export function mergeEdited(
  path: string,
  previous: string,
  edited: string,
  next: string
): string {
  if (plain(edited) === plain(previous)) {
    return next;
  }
  const name = nameOf(path);
  const before = byKey(linesOf(name, previous));
  const made = linesOf(name, next);
  const now = byKey(made);
  const mine = linesOf(name, edited);
  const merged: ILine[] = [];
  for (const line of mine) {
    const isMine = before.get(line.key) !== line.text;
    const fresh = isMine ? line.text : now.get(line.key);
    if (fresh !== undefined) {
      merged.push({ key: line.key, text: fresh });
    }
  }
  const known = new Set([...before.keys(), ...mine.map(({ key }) => key)]);
  made.forEach((line, i) => {
    if (!known.has(line.key)) {
      merged.splice(placeAfter(merged, made.slice(0, i)), 0, line);
    }
  });
  return merged.map(({ text }) => `${text}\n`).join('');
}

/** Behind the nearest line before it that is there, too; at the top without one. */
function placeAfter(
  merged: readonly ILine[],
  before: readonly ILine[]
): number {
  for (let i = before.length - 1; i >= 0; i--) {
    const at = merged.findIndex(({ key }) => key === before[i].key);
    if (at !== -1) {
      return at + 1;
    }
  }
  return 0;
}

function byKey(lines: readonly ILine[]): Map<string, string> {
  return new Map(lines.map(({ key, text }) => [key, text]));
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

/** The lines; what stands in a part of a file (`dependencies:`, `[deps]`) is known along with it. */
function linesOf(name: string, text: string): ILine[] {
  const all = plain(text);
  let part = '';
  return (all === '' ? [] : all.split('\n')).map((line, i) => {
    const trimmed = line.trim();
    if (/^(?:- )?[\w-]+:$|^\[.*\]$/.test(trimmed)) {
      part = trimmed;
      return { text: line, key: `part ${trimmed}` };
    }
    return { text: line, key: keyOf(name, trimmed, part, i) };
  });
}

function keyOf(name: string, line: string, part: string, i: number): string {
  if (line === '') {
    return `blank ${i}`;
  }
  if (/^(?:#|--?[a-z])/.test(line)) {
    return `whole ${line}`;
  }
  switch (name) {
    case 'runtime.txt':
      return 'runtime';
    case 'install.R':
      return `package ${/"([^"]*)"/.exec(line)?.[1] ?? line}`;
    default: {
      const entry = line.replace(/^- /, '').replace(/^["']/, '');
      const [, found] = /^(?:[\w-]+::)?([A-Za-z0-9][\w.-]*)/.exec(entry) ?? [];
      return found ? `${part} ${normalizedName(found)}` : `whole ${line}`;
    }
  }
}
