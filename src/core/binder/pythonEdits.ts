/** Texts of environment files that ask for another version of Python. */
import { lineEndOf } from './bundleText';
import { ICondaEnvironment } from './condaEnvironment';
import { applyEdits, editOf, ITextEdit } from './listItem';

/**
 * An environment.yml that asks for a version of Python, as `3.12`; null where
 * that has to be done by hand.
 *
 * @param environment - what the text says.
 */
export function condaWithPython(
  text: string,
  { pythonItem, unread, dependencies }: ICondaEnvironment,
  version: string
): string | null {
  const item = pythonItem ?? unread;
  const [first] = dependencies;
  const entry = `python=${version}`;
  const edit = item
    ? editOf(item, entry)
    : first
      ? lineBefore(text, first.start, entry)
      : null;
  return applyEdits(text, [edit]);
}

/** A new entry before the first one of a list in block style. */
function lineBefore(
  text: string,
  start: number,
  entry: string
): ITextEdit | null {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const head = text.slice(line, start);
  return /^\s*-\s+$/.test(head)
    ? { start: line, end: line, text: `${head}${entry}${lineEndOf(text)}` }
    : null;
}

const PIPFILE =
  /^([^\S\n]*python_(?:full_)?version\s*=\s*["'])([^"'\n]*)(["'])/m;

/** The version of Python that a Pipfile asks for; null where it names none. */
export function pipfileVersion(text: string): string | null {
  return PIPFILE.exec(text)?.[2] ?? null;
}

/** A Pipfile that asks for a version of Python; null where that has to be done by hand. */
export function pipfileWithPython(
  text: string,
  version: string
): string | null {
  const said = PIPFILE.exec(text);
  const end = lineEndOf(text);
  if (!said) {
    const gap = text === '' || text.endsWith('\n') ? '' : end;
    return /^\s*\[?requires\b/m.test(text)
      ? null
      : `${text}${gap}${end}[requires]${end}python_version = "${version}"${end}`;
  }
  return (
    text.slice(0, said.index) +
    said[1].replace('python_full_version', 'python_version') +
    version +
    said[3] +
    text.slice(said.index + said[0].length)
  );
}
