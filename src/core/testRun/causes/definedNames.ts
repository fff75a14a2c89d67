import { pythonOfCell, statementsOf } from '../../notebook/pythonText';

/* What a statement defines, its strings blanked. */
const IMPORT = /^(?:from\s+[\w.]+\s+)?import\s+(.+)$/;
const DEFINITION = /^(?:async\s+)?(?:def|class)\s+(\w+)/;
const LOOP = /^(?:async\s+)?for\s+(.+?)\s+in\b/;
const AS = /\bas\s+\(?([\w\s,]+)\)?/g;
const WALRUS = /\b(\w+)\s*:=/g;
const STORED =
  /^\s*%store\s+-r\s+([\w ]+)$|^\s*%%capture\s+(?:-\S+\s+)*(\w+)/gm;

/**
 * The names that a cell gives a value to where others see them: not inside of
 * functions and classes. Read without running it: what is put together
 * (`globals()[x] = …`, `from x import *`) is not found.
 */
export function definedNames(source: string): Set<string> {
  const names = new Set<string>();
  const add = (text: string) =>
    text.match(/[A-Za-z_]\w*/g)?.forEach(name => names.add(name));
  for (const [, restored = '', captured = ''] of source.matchAll(STORED)) {
    add(`${restored} ${captured}`);
  }
  // Read as it stands there: in brackets, only the colon tells it from an argument.
  for (const [, name] of pythonOfCell(source).matchAll(WALRUS)) {
    names.add(name);
  }
  let inside = -1;
  for (const { text, indent } of statementsOf(pythonOfCell(source))) {
    if (indent !== -1 && indent <= inside) {
      inside = -1;
    }
    if (inside !== -1) {
      continue;
    }
    const definition = DEFINITION.exec(text);
    if (definition) {
      names.add(definition[1]);
      inside = Math.max(indent, 0);
      continue;
    }
    assigned(text).forEach(add);
  }
  return names;
}

/** The parts of a statement that get a value. */
function assigned(text: string): string[] {
  const imported = IMPORT.exec(text)?.[1];
  if (imported !== undefined) {
    return imported
      .replace(/[()]/g, '')
      .split(',')
      .map(one => /\bas\s+(\w+)/.exec(one)?.[1] ?? one.trim().split('.', 1)[0]);
  }
  const parts = [...text.matchAll(AS)].map(one => one[1]); // prettier-ignore
  const loop = LOOP.exec(text)?.[1];
  if (loop !== undefined) {
    parts.push(loop);
  }
  // `a = b = 1`, `a, (b, c) = f()`; not `a.b = 1`, `a[0] = 1`, `f(x=1)`, `a == b`.
  const targets = text.split(/(?<![=!<>+\-*/%&|^@:])=(?!=)/).slice(0, -1);
  for (const target of targets) {
    if (/^[\w\s,()[\]*]+$/.test(target) && !/\w\s*[([]/.test(target)) {
      parts.push(target);
    } else {
      break;
    }
  }
  return parts;
}
