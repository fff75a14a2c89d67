/** What mends the findings of Binder's own rules. */
import { IFinding, IFix } from '../finding';
import { ENVIRONMENT_FILES } from './binderFiles';
import { FixChoice, IFixContext, leaveOut, provenFixes } from './fixTrial';
import { misnamed } from './misnamed';
import { parentOf, nameOf } from '../paths';
import { pythonFixes } from './pythonFixes';
import { shadowFixes } from './shadowFixes';
import { outlineToml } from './toml';
import { aptMistakes } from './unreadable';

/** The finding with the fixes that are known to mend it. */
export async function withFixes(
  finding: IFinding,
  context: IFixContext
): Promise<IFinding> {
  const choices = await choicesFor(finding, context);
  const fixes = await provenFixes(finding, choices, context);
  return fixes.length ? { ...finding, fixes } : finding;
}

function choicesFor(
  finding: IFinding,
  context: IFixContext
): Promise<FixChoice[]> | FixChoice[] {
  const path = finding.place?.path ?? '';
  switch (finding.id) {
    case 'binder.two-folders':
      return ['binder', '.binder'].map(name => [leaveFolder(name, context)]);
    case 'binder.none':
      return noneFixes(context);
    case 'binder.hidden':
      return hiddenFixes(path, context);
    case 'binder.project':
      return projectFixes(path, context);
    case 'binder.dockerfile':
    case 'binder.nix':
    case 'binder.require':
    case 'binder.unreadable':
      return [[leaveOut([path], context)]];
    case 'binder.encoding':
      return encodingFixes(path, context);
    case 'binder.apt':
      return aptFixes(path, context);
    case 'binder.shadowed':
      return shadowFixes(path, context);
    case 'binder.python-old':
    case 'binder.unknown':
      // Nothing here says what the old version, or the other program, needs.
      return [];
    default:
      return pythonFixes(finding, context);
  }
}

function leaveFolder(folder: string, { tree, trans }: IFixContext): IFix {
  return {
    label: trans.__('Leave the folder %1 out', folder),
    fix: {
      kind: 'exclude',
      paths: tree.files.filter(path => path.startsWith(`${folder}/`))
    }
  };
}

function capture({ trans }: IFixContext): IFix {
  return { label: trans.__('Read the kernel'), fix: { kind: 'capture' } };
}

/* Files that are an environment wherever they are put. */
const MOVABLE = [
  'environment.yml',
  'environment.yaml',
  'requirements.txt',
  'Pipfile',
  'Project.toml'
];

async function noneFixes(context: IFixContext): Promise<FixChoice[]> {
  const { tree, options, trans } = context;
  const near = (options.leftOut ?? []).filter(path =>
    ENVIRONMENT_FILES.some(name => path === tree.path(name))
  );
  const include: FixChoice = near.length
    ? [
        {
          label: trans.__('Add %1 to the files', nameOf(near[0])),
          fix: { kind: 'include', paths: near }
        }
      ]
    : [];
  const deeper = tree.files
    .filter(path => MOVABLE.includes(nameOf(path)) && parentOf(path) !== '')
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, 3);
  const copies = await Promise.all(
    [
      ...misnamed(tree, ENVIRONMENT_FILES),
      ...deeper.map(path => [path, nameOf(path)])
    ].map(([from, name]) => copy(from, tree.path(name), context))
  );
  return [include, copies.flat(), [capture(context)]];
}

/** A copy of a text file at another place, if its text stays right there. */
async function copy(
  from: string,
  to: string,
  { tree, trans }: IFixContext
): Promise<FixChoice> {
  const { meant: after } = await tree.text(from);
  // What it reads in turn is named relative to it.
  if (/^\s*(?:-\s+)?(?:-[rc]|--requirement|--constraint)\b/m.test(after)) {
    return [];
  }
  return [
    {
      label: trans.__('Copy it to %1', to),
      fix: { kind: 'write-file', path: to, before: null, after }
    }
  ];
}

async function hiddenFixes(
  path: string,
  context: IFixContext
): Promise<FixChoice[]> {
  const { tree, trans } = context;
  const copies = ENVIRONMENT_FILES.includes(path)
    ? await copy(path, tree.path(path), context)
    : [];
  // Only at the root a package is seen by itself; pip starts there.
  const isPackage = path === 'setup.py' || path === 'pyproject.toml';
  const fix = {
    kind: 'write-file',
    path: tree.path('requirements.txt'),
    before: null,
    after: '.\n'
  } as const;
  return [
    isPackage ? [{ label: trans.__('Install it with pip'), fix }] : copies,
    [leaveFolder(tree.folder, context)]
  ];
}

async function projectFixes(
  path: string,
  context: IFixContext
): Promise<FixChoice[]> {
  const { tree, trans } = context;
  const { text } = await tree.text(path);
  const packages = outlineToml(text).lists.get('project.dependencies') ?? [];
  const fix = {
    kind: 'write-file',
    path: 'requirements.txt',
    before: null,
    after: packages.map(line => `${line}\n`).join('')
  } as const;
  return [
    packages.length
      ? [{ label: trans.__('Write its packages to requirements.txt'), fix }]
      : [],
    [capture(context)]
  ];
}

async function encodingFixes(
  path: string,
  { tree, trans }: IFixContext
): Promise<FixChoice[]> {
  const { text: before, meant: after } = await tree.text(path);
  const fix = { kind: 'write-file', path, before, after } as const;
  return [[{ label: trans.__('Save as UTF-8'), fix }]];
}

async function aptFixes(
  path: string,
  { tree, trans }: IFixContext
): Promise<FixChoice[]> {
  const { text: before } = await tree.text(path);
  const bad = new Set(aptMistakes(before));
  const after = before
    .split('\n')
    .map((line, i) => (bad.has(i + 1) ? `# ${line}` : line))
    .join('\n');
  const fix = { kind: 'write-file', path, before, after } as const;
  return [[{ label: trans.__('Turn these lines into comments'), fix }]];
}
