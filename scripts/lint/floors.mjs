/*
 * The house has floors, and an import goes down only:
 *
 *   index > plugins > tokens > ui > session > jupyter > core
 *
 * In core, the files beside the rooms (findings, files, text, errors, the
 * clock) are the ground: they import no room. The simulator stands on its own
 * ground. A wrong import is easily written by an editor's auto-import, and
 * then core needs a browser; so this is a lint rule.
 */
import path from 'node:path';

const floors = [
  'core',
  'jupyter',
  'session',
  'ui',
  'tokens',
  'plugins',
  'index'
];

/** Packages that need JupyterLab or a page, and so do not belong into core. */
const pagePackages = /^(@jupyterlab|@jupyter|@lumino|react|react-dom)(\/|$)/;

/** What components may know of only as types: they ask the session to act. */
const typesOnlyInUi =
  /^(jupyter(\/|$)|core\/publish(\/|$)|core\/zenodo\/(client|http)(\/|$))/;

/**
 * Who implements an interface names its type, though it stands above: the
 * session what extensions see, the adapters the session's ports.
 */
const mayNameAbove = {
  ui: /^tokens$/,
  session: /^tokens$/,
  jupyter: /^session\/ports$/
};

/** `src/ui/fields/title.tsx` → `ui`; the integration tests stand on top. */
function floorOf(inSource) {
  const [first] = inSource.split('/');
  const name = first.replace(/\.tsx?$/, '');
  return name === '__tests__' ? 'index' : name;
}

function isTest(file) {
  return /(^|\/)__tests__\//.test(file) || /\.spec\.tsx?$/.test(file);
}

/** `core/finding` → null, `core/zenodo/client` → `zenodo`. */
function roomOf(inSource) {
  const parts = inSource.split('/');
  return parts.length > 2 ? parts[1] : null;
}

function startsWithFolder(file, folder) {
  return file === folder || file.startsWith(`${folder}/`);
}

/** Why this import is wrong, or null. Paths are relative to the top, with `/`. */
export function objection(file, source, typesOnly) {
  const relative = /^\.{1,2}(\/|$)/.test(source);
  const target = relative
    ? path.posix.join(path.posix.dirname(file), source)
    : null;

  if (startsWithFolder(file, 'simulator')) {
    return target !== null && startsWithFolder(target, 'src')
      ? 'The simulator imports nothing of src: it must not share its mistakes.'
      : null;
  }
  if (!startsWithFolder(file, 'src')) {
    return null;
  }

  const here = file.slice('src/'.length);
  const from = floorOf(here);
  if (target === null) {
    return from === 'core' && pagePackages.test(source)
      ? `core runs without JupyterLab and without a page: no '${source}' here.`
      : null;
  }
  if (!startsWithFolder(target, 'src')) {
    return startsWithFolder(target, 'simulator') && !isTest(file)
      ? 'Only tests may import the simulator.'
      : null;
  }

  const there = target.slice('src/'.length);
  const to = floorOf(there);
  if (!floors.includes(from)) {
    return `src/${from} is on no floor: add it to scripts/lint/floors.mjs.`;
  }
  if (!floors.includes(to)) {
    return `src/${to} is on no floor: add it to scripts/lint/floors.mjs.`;
  }
  if (from === to) {
    return from === 'core' &&
      roomOf(here) === null &&
      /^core\/[^/]+\//.test(there)
      ? 'What all of core shares imports no room of core.'
      : null;
  }
  if (typesOnly && mayNameAbove[from]?.test(there)) {
    return null;
  }
  if (floors.indexOf(to) > floors.indexOf(from)) {
    return `${from} imports only floors below it, and ${to} is above.`;
  }
  if (
    from === 'ui' &&
    !typesOnly &&
    !isTest(file) &&
    typesOnlyInUi.test(there)
  ) {
    return `Components use '${there}' through the session: import types only.`;
  }
  return null;
}

function hasOnlyTypes(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') {
    return true;
  }
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every(
      specifier =>
        specifier.importKind === 'type' || specifier.exportKind === 'type'
    )
  );
}

const rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Each floor of src imports only floors below it.' },
    schema: []
  },
  create(context) {
    const file = path
      .relative(context.cwd, context.filename)
      .split(path.sep)
      .join('/');

    function check(node, source, typesOnly) {
      const message =
        typeof source === 'string' ? objection(file, source, typesOnly) : null;
      if (message !== null) {
        context.report({ node, message });
      }
    }

    return {
      ImportDeclaration: node =>
        check(node, node.source.value, hasOnlyTypes(node)),
      ExportNamedDeclaration: node =>
        check(node, node.source?.value, hasOnlyTypes(node)),
      ExportAllDeclaration: node =>
        check(node, node.source.value, hasOnlyTypes(node)),
      ImportExpression: node => check(node, node.source.value, false),
      TSImportType: node =>
        check(node, (node.source ?? node.argument?.literal)?.value, true),
      TSExternalModuleReference: node =>
        check(node, node.expression.value, false),
      'CallExpression[callee.name="require"]': node =>
        check(node, node.arguments[0]?.value, false)
    };
  }
};

export default { rules: { floors: rule } };
