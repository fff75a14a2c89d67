/**
 * Which environment Binder will make of a bundle: the rules of repo2docker
 * (`app.py`, the list of build packs, and each one's `detect`), as mybinder.org
 * runs it, where a bundle without an environment file is refused
 * (`default_buildpack=None`, since 2026-03-16). All names are case-sensitive.
 *
 * A test holds this file to the real repo2docker.
 */
import { IFinding } from '../finding';
import { ITranslator } from '../text';

import { BinderKind } from './binderFiles';
import { BinderFindings } from './binderFindings';
import { BinderTree } from './binderTree';
import { sayUnknown, sayWhyNone, shadowedFiles } from './leftAside';
import { pythonOf } from './pythonOf';
import { isBinderR, OLDEST_R_SNAPSHOT, RuntimeFile } from './runtimeTxt';
import { outlineToml } from './toml';
import { sayApt, sayFolders, sayOtherEnvironment, textFor } from './unreadable';

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

/** Say what repo2docker does with a bundle before it builds. */
export async function judge(
  tree: BinderTree,
  trans: ITranslator
): Promise<IBinderDetection> {
  const say = new BinderFindings(trans);
  if (tree.folders.length > 1) {
    say.twoFolders();
    return refused(say);
  }
  const runtime = await RuntimeFile.read(tree);
  const choice = await choose(tree, runtime, say);
  if (!choice) {
    if (!say.hasErrors) {
      sayWhyNone(tree, runtime.value, say);
    }
    sayUnknown(tree, say, true);
    return refused(say);
  }
  const { kind, file } = choice;
  sayFolders(tree, kind, file, say);
  if (kind !== 'docker') {
    await sayApt(tree, say);
  }
  if (kind === 'r' || kind === 'julia') {
    await sayOtherEnvironment(tree, say);
  }
  const python = runtime.isBad
    ? undefined
    : await pythonOf(kind, file, tree, runtime.value, say);
  const shadowed = await shadowedFiles(tree, kind, file);
  shadowed.forEach(path => say.shadowed(path, file));
  sayUnknown(tree, say, false);
  return {
    accepted: !say.hasErrors,
    kind,
    file,
    ...(python === undefined || say.hasErrors ? {} : { pythonVersion: python }),
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

/** Go through the ways to build in repo2docker's order; the first one wins. */
async function choose(
  tree: BinderTree,
  runtime: RuntimeFile,
  say: BinderFindings
): Promise<IChoice | null> {
  const pick = (kind: BinderKind, ...names: string[]): IChoice | null => {
    const name = names.find(candidate => tree.has(candidate));
    return name === undefined ? null : { kind, file: tree.path(name) };
  };
  if (tree.isThere('Dockerfile') && (await isLegacy(tree, say))) {
    return null;
  }
  const docker = pick('docker', 'Dockerfile');
  if (docker) {
    say.dockerfile(docker.file);
    return docker;
  }
  const julia = pick('julia', 'JuliaProject.toml', 'Project.toml');
  if (julia) {
    runtime.say(say);
    const text = await textFor(tree, julia.file, say);
    const mistake = text === null ? null : outlineToml(text).mistake;
    if (mistake !== null) {
      say.unreadable(julia.file, mistake);
    }
    return julia;
  }
  if (tree.has('REQUIRE')) {
    say.require(tree.path('REQUIRE'));
    return null;
  }
  const nix = pick('nix', 'default.nix');
  if (nix) {
    say.nix(nix.file);
    return nix;
  }
  /* From here on a runtime.txt that cannot be read stops repo2docker. */
  if (runtime.isBad) {
    runtime.say(say);
    return null;
  }
  const { value } = runtime;
  return (
    chooseR(tree, runtime, say) ??
    pick('conda', 'environment.yml', 'environment.yaml') ??
    (value && value.name !== 'python'
      ? null
      : (pick('pipfile', 'Pipfile.lock', 'Pipfile') ??
        (await choosePython(tree, runtime, say))))
  );
}

/** repo2docker looks at the first line that begins with FROM, at the root always. */
async function isLegacy(
  tree: BinderTree,
  say: BinderFindings
): Promise<boolean> {
  const text = await textFor(tree, 'Dockerfile', say, 'mark');
  if (text === null) {
    return true;
  }
  const from = text.split('\n').find(line => line.startsWith('FROM')) ?? '';
  const isOld = from
    .split('#')[0]
    .toLowerCase()
    .includes('andrewosh/binder-base');
  if (isOld) {
    say.legacyDockerfile();
  }
  return isOld;
}

function chooseR(
  tree: BinderTree,
  runtime: RuntimeFile,
  say: BinderFindings
): IChoice | null {
  const { value, path } = runtime;
  const hasDay = value?.name === 'r' && value.date !== null;
  if (!hasDay && !tree.hasAtRoot('DESCRIPTION')) {
    return null;
  }
  /* The version counts even if it is one of Python: repo2docker does not ask. */
  const version = value?.version ?? null;
  const isTooOld = hasDay && (value.date ?? '') < OLDEST_R_SNAPSHOT;
  if (value && ((version && !isBinderR(version)) || isTooOld)) {
    say.rVersion(path, value.text);
  }
  return { kind: 'r', file: hasDay ? path : 'DESCRIPTION' };
}

async function choosePython(
  tree: BinderTree,
  runtime: RuntimeFile,
  say: BinderFindings
): Promise<IChoice | null> {
  const choice = (file: string): IChoice => ({ kind: 'python', file });
  if (runtime.value) {
    return choice(runtime.path);
  }
  const isPackage = tree.hasAtRoot('setup.py');
  const hasProject = tree.hasAtRoot('pyproject.toml');
  if (tree.has('requirements.txt')) {
    return choice(tree.path('requirements.txt'));
  }
  if (isPackage || !hasProject) {
    return isPackage ? choice('setup.py') : null;
  }
  const text = await textFor(tree, 'pyproject.toml', say);
  if (text === null) {
    return null;
  }
  const { top, mistake } = outlineToml(text);
  if (mistake !== null) {
    say.unreadable('pyproject.toml', mistake);
    return null;
  }
  return top.has('project') && top.has('build-system')
    ? choice('pyproject.toml')
    : null;
}
