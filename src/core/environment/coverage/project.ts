import { readRequirement } from '../../binder/requirementLine';
import { normalizedName } from '../../binder/distributionName';
import { tomlTable, tomlText, tomlTexts } from '../toml';
import { DeclarationList } from './declaration';
import { lineOf } from './lineOf';
import { tomlOf } from './tomlOf';

/** Characters of a setup.py that are looked at. */
const longest = 200_000;

/** pyproject.toml: the project's dependencies (PEP 621), or Poetry's. */
export function readProject(
  path: string,
  text: string,
  list: DeclarationList
): void {
  const document = tomlOf(path, text, list);
  if (!document) {
    return;
  }
  const project = tomlTable(document.project);
  addOwnName(tomlText(project.name), path, text, list);
  tomlTexts(project.dependencies).forEach(one => addEntry(one, path, text, list));
  if (tomlTexts(project.dynamic).includes('dependencies')) {
    list.notRead(path, 'dynamic dependencies');
  }
  const poetry = tomlTable(tomlTable(document.tool).poetry);
  addOwnName(tomlText(poetry.name), path, text, list);
  for (const name of Object.keys(tomlTable(poetry.dependencies))) {
    if (name !== 'python') {
      addEntry(name, path, text, list);
    }
  }
}

/** setup.cfg: `install_requires` of `[options]`. */
export function readSetupCfg(
  path: string,
  text: string,
  list: DeclarationList
): void {
  let section = '';
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    const key = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line);
    if (header !== undefined) {
      section = header.trim();
      isInside = false;
    } else if (key) {
      isInside = section === 'options' && key[1] === 'install_requires';
      if (section === 'metadata' && key[1] === 'name') {
        addOwnName(key[2].trim(), path, text, list);
      }
      if (isInside && key[2].trim()) {
        addEntry(key[2].trim(), path, text, list);
      }
    } else if (isInside && /^\s+[^\s#]/.test(line)) {
      addEntry(line.trim(), path, text, list);
    }
  }
}

/** setup.py: `install_requires` where it is a list of texts. What is computed is not read. */
export function readSetupPy(
  path: string,
  text: string,
  list: DeclarationList
): void {
  const code = text.slice(0, longest);
  const name = /\bname\s*=\s*["']([\w.-]+)["']/.exec(code)?.[1];
  addOwnName(name ?? '', path, text, list);
  const start = /\binstall_requires\s*=\s*/.exec(code);
  if (!start) {
    return;
  }
  const rest = code.slice(start.index + start[0].length);
  const body =
    /^\[((?:"[^"\n]*"|'[^'\n]*'|#[^\n]*|[^\]"'#])*)\]/.exec(rest)?.[1];
  if (body === undefined) {
    list.notRead(path, 'install_requires');
    return;
  }
  const literal = /"([^"\n]*)"|'([^'\n]*)'|#[^\n]*/g;
  for (const [, double, single] of body.matchAll(literal)) {
    const entry = double ?? single;
    if (entry !== undefined) {
      addEntry(entry, path, text, list);
    }
  }
  if (/[^\s,]/.test(body.replace(literal, ''))) {
    list.notRead(path, 'install_requires');
  }
}

function addEntry(
  entry: string,
  path: string,
  text: string,
  list: DeclarationList
): void {
  const requirement = readRequirement(entry);
  const name =
    requirement.kind === 'named' || requirement.kind === 'url'
      ? requirement.name
      : null;
  if (name === null) {
    list.notRead(path, entry);
  } else {
    const line = lineOf(text, entry);
    list.add({ name, key: normalizedName(name), text: entry, path, line });
  }
}

/** What the project itself is called: installing the project covers its import. */
function addOwnName(
  name: string,
  path: string,
  text: string,
  list: DeclarationList
): void {
  if (name) {
    const line = lineOf(text, name);
    list.add({ name, key: normalizedName(name), text: '.', path, line });
  }
}
