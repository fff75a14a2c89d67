import { nameOf } from '../../paths';
import { parseCondaEnvironment } from '../../binder/condaEnvironment';

/**
 * An environment file with more lines for pip; null where that has to be done
 * by hand. What is there stays as it is, byte for byte, also its line ends.
 *
 * @param path - its name says what it is.
 * @param lines - as in requirements.txt: `numpy==2.3.1`.
 */
export function withLines(
  path: string,
  text: string,
  lines: readonly string[]
): string | null {
  const name = nameOf(path);
  if (name === 'requirements.txt') {
    const end = lineEnd(text);
    const start = text === '' || /[\r\n]$/.test(text) ? text : `${text}${end}`;
    return `${start}${lines.join(end)}${end}`;
  }
  if (/^environment\.ya?ml$/.test(name)) {
    return inConda(text, lines);
  }
  return name === 'Pipfile' ? inPipfile(text, lines) : name === 'pyproject.toml' ? inProject(text, lines) : null; // prettier-ignore
}

/** After the last line for pip, with its indentation; else in a new list for pip at the end. */
function inConda(text: string, lines: readonly string[]): string | null {
  const environment = parseCondaEnvironment(text);
  const pip = environment?.pip ?? [];
  const last = pip[pip.length - 1] ?? environment?.dependencies[environment.dependencies.length - 1]; // prettier-ignore
  if (!last) {
    return null;
  }
  const end = lineEnd(text);
  const start = text.lastIndexOf('\n', last.start - 1) + 1;
  const indent = /^([ \t]*)-[ \t]+["']?$/.exec(text.slice(start, last.start))?.[1] ?? /^([ \t]*)-[ \t]+/.exec(text.slice(start, last.end))?.[1]; // prettier-ignore
  if (indent === undefined) {
    return null;
  }
  const next = text.indexOf('\n', last.end);
  const at = next === -1 ? text.length : next + 1;
  const before = next === -1 ? `${text}${end}` : text.slice(0, at);
  const quoted = lines.map(line => (/[@#:]/.test(line) ? `'${line}'` : line));
  const added = pip.length > 0
    ? quoted.map(line => `${indent}- ${line}`)
    : [
        ...(environment?.dependencies.some(({ text: one }) => /^pip\b/.test(one)) ? [] : [`${indent}- pip`]), // prettier-ignore
        `${indent}- pip:`,
        ...quoted.map(line => `${indent}    - ${line}`)
      ];
  const after = `${before}${added.join(end)}${end}${text.slice(at)}`;
  // What was written has to be read again: the file may be of another form.
  const read = parseCondaEnvironment(after);
  const found = read?.pip.map(item => item.text) ?? [];
  return lines.every(line => found.includes(line)) ? after : null;
}

function inPipfile(text: string, lines: readonly string[]): string | null {
  const header = /^\[packages\][^\n]*(?:\n|$)/m.exec(text);
  const entries = lines.map(line => {
    const [, name, version] = /^([\w.-]+)((?:==|<)[\w.!+]+)?$/.exec(line) ?? [];
    return name ? `${name} = "${version ?? '*'}"` : null;
  });
  if (!header || entries.includes(null)) {
    return null;
  }
  const end = lineEnd(text);
  const at = header.index + header[0].length;
  const before = text.slice(0, at);
  const start = before.endsWith('\n') ? before : `${before}${end}`;
  return `${start}${entries.join(end)}${end}${text.slice(at)}`;
}

/** `dependencies` of `[project]`, where it is written with a line for each. */
function inProject(text: string, lines: readonly string[]): string | null {
  const table = /^\[project\][ \t]*(?:#[^\n]*)?\r?\n/m.exec(text);
  if (!table || lines.some(line => /["\\]/.test(line))) {
    return null;
  }
  const body = table.index + table[0].length;
  const next = /^\[/m.exec(text.slice(body));
  const section = text.slice(body, next ? body + next.index : text.length);
  const key = /^dependencies[ \t]*=[ \t]*\[/m.exec(section);
  if (!key) {
    return null;
  }
  const at = body + key.index + key[0].length;
  const end = lineEnd(text);
  const isEmpty = /^\s*\]/.test(text.slice(at));
  const entries = lines.map(line => `${end}  "${line}"`).join(',');
  return `${text.slice(0, at)}${entries}${isEmpty ? end : ','}${text.slice(at)}`;
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
