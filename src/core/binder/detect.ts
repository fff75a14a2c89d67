/**
 * Which environment Binder will make of a bundle: the rules of repo2docker
 * (`app.py`, the list of build packs, and each one's `detect`), as mybinder.org
 * runs it, where a bundle without an environment file is refused
 * (`default_buildpack=None`, since 2026-03-16). All names are case-sensitive.
 *
 * A test holds this file to the real repo2docker.
 */
import { IFinding } from '../finding';
import { ITranslator, plainEnglish } from '../text';

import { BinderKind } from './binderFiles';
import { BinderFindings } from './binderFindings';
import { BinderTree, ReadBundleFile } from './binderTree';
import { sayUnknown, sayWhyNone, shadowedFiles } from './leftAside';
import { pythonOf } from './pythonOf';
import {
  IRuntime,
  isBinderR,
  OLDEST_R_SNAPSHOT,
  parseRuntime
} from './runtimeTxt';
import { outlineToml } from './toml';

/** What Binder will do with a bundle. */
export interface IBinderDetection {
  /** Binder will begin to build this. Whether that succeeds, it alone knows. */
  readonly accepted: boolean;
  /** The way to build that it chooses, even if it then fails; null for none. */
  readonly kind: BinderKind | null;
  /** The file that made it choose. */
  readonly file: string | null;
  /** `x.y`, where Binder brings Python. */
  readonly pythonVersion?: string;
  /** Environment files that Binder does not look at, because of others. */
  readonly shadowed: readonly string[];
  readonly findings: readonly IFinding[];
}

interface IChoice {
  readonly kind: BinderKind;
  readonly file: string;
}

/**
 * Say what Binder will do with a bundle.
 *
 * @param paths - all files of the bundle, relative to its root.
 * @param read - a file's text; it is asked for the few files that matter.
 */
export async function detectBinder(
  paths: readonly string[],
  read: ReadBundleFile,
  trans: ITranslator = plainEnglish
): Promise<IBinderDetection> {
  const tree = new BinderTree(paths, read);
  const say = new BinderFindings(trans);
  if (tree.folders.length > 1) {
    say.twoFolders();
    return refused(say);
  }
  const runtime = await readRuntime(tree);
  const choice = await choose(tree, runtime, say);
  if (!choice) {
    if (!say.hasErrors) {
      sayWhyNone(tree, runtime, say);
    }
    sayUnknown(tree, say);
    return refused(say);
  }
  const { kind, file } = choice;
  const isRuntime = typeof runtime !== 'string';
  const python =
    isRuntime && !say.hasErrors
      ? await pythonOf(kind, file, tree, runtime, say)
      : undefined;
  const shadowed = shadowedFiles(tree, kind, file);
  shadowed.forEach(path => say.shadowed(path, file));
  sayUnknown(tree, say);
  return {
    accepted: !say.hasErrors,
    kind,
    file,
    ...(python === undefined ? {} : { pythonVersion: python }),
    shadowed,
    findings: say.all
  };
}

function refused(say: BinderFindings): IBinderDetection {
  return {
    accepted: false,
    kind: null,
    file: null,
    shadowed: [],
    findings: say.all
  };
}

/** What runtime.txt says: null without one; its text if it cannot be read. */
async function readRuntime(
  tree: BinderTree
): Promise<IRuntime | string | null> {
  if (!tree.has('runtime.txt')) {
    return null;
  }
  const text = await tree.read('runtime.txt');
  return parseRuntime(text) ?? text.trim();
}

/** Go through the ways to build in repo2docker's order; the first one wins. */
async function choose(
  tree: BinderTree,
  runtime: IRuntime | string | null,
  say: BinderFindings
): Promise<IChoice | null> {
  const pick = (kind: BinderKind, ...names: string[]): IChoice | null => {
    const name = names.find(candidate => tree.has(candidate));
    return name === undefined ? null : { kind, file: tree.path(name) };
  };
  if (tree.isAtRoot('Dockerfile') && (await isLegacy(tree))) {
    say.legacyDockerfile();
    return null;
  }
  const docker = pick('docker', 'Dockerfile');
  if (docker) {
    say.dockerfile(docker.file);
    return docker;
  }
  const julia = pick('julia', 'JuliaProject.toml', 'Project.toml');
  if (julia) {
    sayRuntime(tree, runtime, say);
    return julia;
  }
  if (tree.has('REQUIRE')) {
    say.require(tree.path('REQUIRE'));
    return null;
  }
  const nix = pick('nix', 'default.nix');
  if (nix) {
    return nix;
  }
  /* From here on a runtime.txt that cannot be read stops repo2docker. */
  if (typeof runtime === 'string') {
    sayRuntime(tree, runtime, say);
    return null;
  }
  return (
    chooseR(tree, runtime, say) ??
    pick('conda', 'environment.yml', 'environment.yaml') ??
    (runtime && runtime.name !== 'python'
      ? null
      : (pick('pipfile', 'Pipfile.lock', 'Pipfile') ??
        (await choosePython(tree, runtime))))
  );
}

function sayRuntime(
  tree: BinderTree,
  runtime: IRuntime | string | null,
  say: BinderFindings
): void {
  if (typeof runtime === 'string') {
    say.runtime(tree.path('runtime.txt'), runtime);
  }
}

/** repo2docker looks at the first line that begins with FROM, at the root always. */
async function isLegacy(tree: BinderTree): Promise<boolean> {
  const text = await tree.readAtRoot('Dockerfile');
  const from = text.split('\n').find(line => line.startsWith('FROM')) ?? '';
  return from.split('#')[0].toLowerCase().includes('andrewosh/binder-base');
}

function chooseR(
  tree: BinderTree,
  runtime: IRuntime | null,
  say: BinderFindings
): IChoice | null {
  const path = tree.path('runtime.txt');
  const hasDay = runtime?.name === 'r' && runtime.date !== null;
  if (!hasDay && !tree.hasAtRoot('DESCRIPTION')) {
    return null;
  }
  /* The version counts even if it is one of Python: repo2docker does not ask. */
  const version = runtime?.version ?? null;
  const isTooOld = hasDay && (runtime.date ?? '') < OLDEST_R_SNAPSHOT;
  if (runtime && ((version && !isBinderR(version)) || isTooOld)) {
    const parts = [runtime.name, runtime.version, runtime.date];
    say.rVersion(path, parts.filter(part => part !== null).join('-'));
  }
  return { kind: 'r', file: hasDay ? path : 'DESCRIPTION' };
}

async function choosePython(
  tree: BinderTree,
  runtime: IRuntime | null
): Promise<IChoice | null> {
  const choice = (file: string): IChoice => ({ kind: 'python', file });
  if (runtime) {
    return choice(tree.path('runtime.txt'));
  }
  if (tree.has('requirements.txt')) {
    return choice(tree.path('requirements.txt'));
  }
  if (tree.hasAtRoot('setup.py')) {
    return choice('setup.py');
  }
  if (tree.hasAtRoot('pyproject.toml')) {
    const { top } = outlineToml(await tree.readAtRoot('pyproject.toml'));
    return top.has('project') && top.has('build-system')
      ? choice('pyproject.toml')
      : null;
  }
  return null;
}
