import { IInstallNote, Manager, Note } from './note';

/* Options that take a value. */
const WITH_VALUE = /^(?:-c|--channel|-n|--name|-p|--prefix|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--python|--platform|--root|--timeout|--retries|--cache-dir|--trusted-host|--proxy|--solver|-C|--config-settings|--file|-r|--requirement|--constraint|-e|--editable)$/; // prettier-ignore

/**
 * What a command installs: one note for each requirement, and a path for each
 * file of requirements. Null if it is no command that installs.
 */
export function installNotes(
  words: readonly string[],
  at: number
): Note[] | null {
  const program = (words[0] ?? '').split('/').pop() ?? '';
  let rest = words.slice(1);
  let name = program;
  if (
    /^(?:python[\d.]*|py|\{?sys\.executable\}?|\$\{?\w+\}?|\u0000)$/.test(
      program
    ) &&
    rest[0] === '-m'
  ) {
    name = rest[1] ?? '';
    rest = rest.slice(2);
  }
  if (name === 'uv' && rest[0] === 'pip') {
    name = 'pip';
    rest = rest.slice(1);
  }
  const manager = managerOf(name);
  // `apt-get -y install x`: options may stand before the verb.
  const verb = rest.find(word => !word.startsWith('-'));
  if (!manager || !/^(?:install|add|update|upgrade)$/.test(verb ?? '')) {
    return manager && verb ? [] : null;
  }
  if (verb !== 'install' && verb !== 'add') {
    return [];
  }
  const notes: Note[] = [];
  for (let i = rest.indexOf(verb ?? '') + 1; i < rest.length; i++) {
    const word = rest[i];
    if (/^(?:-r|--requirement|--file)$/.test(word)) {
      notes.push({
        type: 'path',
        role: 'read',
        text: rest[i + 1] ?? '',
        anchor: 'working',
        sure: 'high',
        at
      });
    }
    if (/^[<>]{1,2}$/.test(word)) {
      // An unquoted `a>=1` is a redirection to a shell, and a version to its author.
      i++;
    } else if (word.startsWith('-')) {
      i += WITH_VALUE.test(word) ? 1 : 0;
    } else {
      const requirement = requirementOf(word, manager, at);
      const bound =
        /^[<>]$/.test(rest[i + 1] ?? '') && /^=?\d/.test(rest[i + 2] ?? '');
      if (requirement) {
        notes.push(
          bound
            ? {
                ...requirement,
                version: rest[i + 1] + rest[i + 2],
                text: word + rest[i + 1] + rest[i + 2]
              }
            : requirement
        );
      }
    }
  }
  return notes;
}

function managerOf(program: string): Manager | null {
  return /^pip[\d.]*$/.test(program)
    ? 'pip'
    : /^(?:conda|mamba|micromamba)$/.test(program)
      ? 'conda'
      : /^(?:apt|apt-get|aptitude)$/.test(program)
        ? 'apt'
        : null;
}

/** Read one requirement; null for a path, or what is none. */
export function requirementOf(
  text: string,
  manager: Manager,
  at: number
): IInstallNote | null {
  if (text.length > 500) {
    return null;
  }
  const note = (name: string, version: string): IInstallNote => ({
    type: 'install',
    manager,
    name,
    version,
    // What stands before an `@` in an address may be a password.
    text: text.replace(/\/\/[^/@\s]{1,300}@/, '//'),
    at
  });
  const direct = /^(?:([\w.-]+)(?:\[[^\]]*\])?\s*@\s*)?((?:git|hg|svn)\+\S+|https?:\/\/\S+)$/.exec(text); // prettier-ignore
  if (direct) {
    const egg = /[#&]egg=([\w.-]+)/.exec(direct[2])?.[1];
    const path = direct[2].replace(/[#?].*$/, '').replace(/\.git(?:@.*)?$|@[^/@]*$/, ''); // prettier-ignore
    const last = path.split('/').pop() ?? '';
    const wheel = /^([\w.]+)-(\d[\w.]*)-.*\.whl$/.exec(last);
    const name = direct[1] ?? egg ?? wheel?.[1] ?? last;
    return name ? note(name, wheel ? `==${wheel[2]}` : '') : null;
  }
  if (manager === 'conda') {
    const conda = /^(?:[\w.-]+::)?([\w.-]+)\s*((?:[=<>!~]=?)[^\s]*)?$/.exec(
      text
    );
    return conda ? note(conda[1], conda[2] ?? '') : null;
  }
  if (manager === 'apt') {
    const apt = /^([a-z0-9][a-z0-9+.-]*)(=\S+)?$/.exec(text);
    return apt ? note(apt[1], apt[2] ?? '') : null;
  }
  const pip = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*((?:[=<>!~]=?=?)[^;]*)?(?:;.*)?$/.exec(text); // prettier-ignore
  const isFile = /\.(?:whl|zip|tar\.gz|txt|py)$/.test(text);
  return pip && !isFile ? note(pip[1], (pip[2] ?? '').trim()) : null;
}
