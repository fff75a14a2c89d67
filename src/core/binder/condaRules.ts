/** What conda on Binder cannot install, or may install otherwise. */
import { IFinding, Severity } from '../finding';
import { ITranslator } from '../text';
import { ICondaDependency, readDependency } from './condaDependency';
import { ICondaEnvironment } from './condaEnvironment';
import { applyEdits, editOf, IListItem, ITextEdit } from './listItem';
import { condaPlatform } from './platformPackages';

/** What is known beside the file. */
export interface ICondaKnowledge {
  readonly versions?: ReadonlyMap<string, string>;
}

interface IRule {
  readonly id: string;
  readonly severity: Severity;
  readonly items: readonly IListItem[];
  /** What they are called, where not as they stand there. */
  readonly names?: readonly string[];
  readonly edits: readonly (ITextEdit | null)[];
  readonly message: (names: string) => string;
  readonly label: string;
}

/** Findings about a file for conda, one for each rule. What pip installs is not looked at. */
export function condaFindings(
  path: string,
  text: string,
  environment: ICondaEnvironment,
  { versions = new Map() }: ICondaKnowledge,
  trans: ITranslator
): IFinding[] {
  const read = environment.dependencies.map(readDependency);
  const rules = [
    elsewhere(path, read, trans),
    locals(path, environment.dependencies, trans),
    builds(path, read, trans),
    prefix(path, environment, trans),
    defaults(path, environment, trans),
    unpinned(path, read, versions, trans)
  ];
  return rules
    .filter(({ items }) => items.length)
    .map(rule => findingOf(rule, path, text, environment));
}

function elsewhere(
  path: string,
  read: readonly ICondaDependency[],
  trans: ITranslator
): IRule {
  const items = read
    .filter(({ name }) => condaPlatform(name))
    .map(({ item }) => item);
  // The list itself must stay a list.
  const isAll = items.length === read.length;
  return {
    id: 'platform',
    severity: 'error',
    items,
    edits: items.map(item => (isAll ? null : editOf(item, null))),
    message: names =>
      trans.__(
        '%1 has packages for another operating system only: %2. Binder runs on Linux.',
        path,
        names
      ),
    label: trans.__('Take the line out')
  };
}

function locals(
  path: string,
  dependencies: readonly IListItem[],
  trans: ITranslator
): IRule {
  const items = dependencies.filter(({ text }) =>
    /^(?:file:|\.{0,2}\/|[a-z]:[\\/])/i.test(text)
  );
  return {
    id: 'local-path',
    severity: 'error',
    items,
    edits: items.map(() => null),
    message: names =>
      trans.__(
        '%1 names a place on your computer, which Binder does not have: %2.',
        path,
        names
      ),
    label: ''
  };
}

function builds(
  path: string,
  read: readonly ICondaDependency[],
  trans: ITranslator
): IRule {
  const found = read.filter(({ build }) => build !== null && build !== '*');
  return {
    id: 'build-strings',
    severity: 'warning',
    items: found.map(({ item }) => item),
    edits: found.map(({ item, version }) => {
      const at = item.text.indexOf(version);
      return editOf(item, item.text.slice(0, at) + version);
    }),
    message: names =>
      trans.__(
        '%1 asks for builds that may exist for your computer only: %2. Binder runs on Linux; a version is enough.',
        path,
        names
      ),
    label: trans.__('Keep the versions only')
  };
}

function prefix(
  path: string,
  { prefix: line }: ICondaEnvironment,
  trans: ITranslator
): IRule {
  const items = line ? [line] : [];
  return {
    id: 'prefix',
    severity: 'warning',
    items,
    edits: items.map(item => editOf(item, null)),
    message: () =>
      trans.__(
        '%1 says where the environment lies on your computer (prefix). Nobody needs that, and it shows names of your folders.',
        path
      ),
    label: trans.__('Take the line out')
  };
}

/* Names and addresses of the channels that Anaconda itself keeps. */
const DEFAULTS =
  /^(?:defaults|anaconda|https?:\/\/repo\.(?:anaconda|continuum)\.(?:com|io)\/.*)$/i;

function defaults(
  path: string,
  { channels }: ICondaEnvironment,
  trans: ITranslator
): IRule {
  const items = channels.filter(({ text }) => DEFAULTS.test(text));
  const hasForge = channels.some(({ text }) => /\bconda-forge\b/.test(text));
  return {
    id: 'defaults-channel',
    severity: 'warning',
    items,
    edits: items.map((item, i) =>
      hasForge || i > 0 ? editOf(item, null) : editOf(item, 'conda-forge')
    ),
    message: names =>
      trans.__(
        '%1 takes packages from %2. Binder has conda-forge; the mixture often cannot be installed, and that channel is not free for everybody.',
        path,
        names
      ),
    label: trans.__('Use conda-forge')
  };
}

/* What every environment has, in the version that fits. */
const WITHOUT_VERSION = /^(?:pip|python|setuptools|wheel|nodefaults)$/; // prettier-ignore

function unpinned(
  path: string,
  read: readonly ICondaDependency[],
  versions: ReadonlyMap<string, string>,
  trans: ITranslator
): IRule {
  const found = read.filter(
    ({ name, version, item }) =>
      name !== '' &&
      !WITHOUT_VERSION.test(name) &&
      !item.text.includes('/') &&
      !/^(?:={1,2}\s*\d|\d)/.test(version)
  );
  return {
    id: 'unpinned',
    severity: 'warning',
    items: found.map(({ item }) => item),
    names: found.map(({ name }) => name),
    edits: found.map(({ item, name, version }) => {
      const known = versions.get(name)?.split('+')[0];
      const bare = item.text.slice(0, item.text.length - version.length);
      return known === undefined
        ? null
        : editOf(item, `${bare.trim()}=${known}`);
    }),
    message: names =>
      trans._n(
        '%3 in %2 has no version. Binder will install the newest one, which may not work with your notebooks.',
        '%1 packages in %2 have no version: %3. Binder will install the newest ones, which may not work with your notebooks.',
        found.length,
        path,
        names
      ),
    label: trans.__('Write the versions of your kernel')
  };
}

function findingOf(
  { id, severity, items, names, edits, message, label }: IRule,
  path: string,
  before: string,
  environment: ICondaEnvironment
): IFinding {
  const after = applyEdits(before, edits);
  const called = names ?? items.map(({ text }) => text.slice(0, 60));
  const all = [...new Set(called)];
  const shown = all.slice(0, 3).join(', ') + (all.length > 3 ? ' …' : '');
  const isWhole = id === 'prefix' && environment.prefix?.removable === null;
  return {
    id: `binder.${id}`,
    severity,
    section: 'environment',
    message: message(shown),
    place: { path, line: items[0].line },
    ...(id === 'prefix' ? {} : { excerpt: items[0].text.slice(0, 80) }),
    ...(after === null || after === before || isWhole
      ? {}
      : {
          fixes: [{ label, fix: { kind: 'write-file', path, before, after } }]
        })
  };
}
