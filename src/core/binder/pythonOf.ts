/** The Python version that repo2docker takes, for each way to build with Python. */
import { BinderFindings } from './binderFindings';
import { BinderKind } from './binderFiles';
import { BinderTree } from './binderTree';
import { environmentOf } from './condaEnvironment';
import {
  BINDER_PYTHONS,
  DEFAULT_PYTHON,
  LEGACY_PYTHONS,
  ofMajor,
  parseSpecifier,
  pythonFor
} from './pythonVersion';
import { IRuntime, runtimePython } from './runtimeTxt';
import { outlineToml } from './toml';
import { textFor } from './unreadable';
import { yamlMistake } from '../yamlText';

/** A version, and the file that says so; null where none does. */
interface IPython {
  readonly version: string;
  readonly from: string | null;
  /** The line that says so (from 1), where that is known. */
  readonly line?: number;
}

/**
 * The Python version of a bundle, with findings about it; undefined if Binder
 * brings none, or fails.
 */
export async function pythonOf(
  kind: BinderKind,
  file: string,
  tree: BinderTree,
  runtime: IRuntime | null,
  say: BinderFindings
): Promise<string | undefined> {
  if (kind === 'docker' || kind === 'nix') {
    return undefined;
  }
  const python =
    kind === 'conda'
      ? await ofConda(file, tree, say)
      : kind === 'pipfile'
        ? await ofPipfile(tree, say)
        : await ofProject(tree, runtime, say);
  if (!python) {
    return undefined;
  }
  const { version, from, line } = python;
  if (!BINDER_PYTHONS.includes(version)) {
    say.unsupportedPython(from ?? file, version, line);
    return undefined;
  }
  if (LEGACY_PYTHONS.includes(version)) {
    say.oldPython(from ?? file, version);
  } else if (from === null && (kind === 'pipfile' || kind === 'python')) {
    say.defaultPython(file, version);
  }
  return version;
}

async function ofConda(
  file: string,
  tree: BinderTree,
  say: BinderFindings
): Promise<IPython | null> {
  const text = await textFor(tree, file, say, 'mark');
  const environment =
    text === null ? null : environmentOf(await tree.text(file));
  if (!environment) {
    if (text !== null) {
      say.environment(file, yamlMistake(text));
    }
    return null;
  }
  const { python, pythonItem, unread } = environment;
  if (python !== null) {
    return { version: python, from: file, line: pythonItem?.line };
  }
  if (unread === null) {
    say.defaultPython(file, DEFAULT_PYTHON);
  } else {
    say.unreadPython(file, unread.text, DEFAULT_PYTHON, unread.line);
  }
  return { version: DEFAULT_PYTHON, from: null };
}

/** `buildpacks/pipfile/__init__.py`: the lock file first, the full version first. */
async function ofPipfile(
  tree: BinderTree,
  say: BinderFindings
): Promise<IPython | null> {
  const found: (readonly [string, unknown])[] = [];
  const keys = ['python_full_version', 'python_version'];
  if (tree.has('Pipfile.lock')) {
    const path = tree.path('Pipfile.lock');
    const text = await textFor(tree, path, say);
    const requires = text === null ? null : lockRequires(text);
    if (!requires) {
      if (text !== null) {
        say.unreadable(path);
      }
      return null;
    }
    keys.forEach(key => found.push(['Pipfile.lock', requires[key]]));
  }
  if (tree.has('Pipfile')) {
    const path = tree.path('Pipfile');
    const text = await textFor(tree, path, say);
    const { strings, mistake } = outlineToml(text ?? '');
    if (mistake !== null) {
      say.unreadable(path, mistake);
    }
    if (text === null || mistake !== null) {
      return null;
    }
    keys.forEach(key =>
      found.push(['Pipfile', strings.get(`requires.${key}`)])
    );
  }
  for (const [name, value] of found) {
    const number =
      typeof value === 'string' ? /^\d+(?:\.\d+)*/.exec(value)?.[0] : undefined;
    if (number !== undefined) {
      const minor = number.split('.').slice(0, 2).join('.');
      return { version: ofMajor(minor) ?? minor, from: tree.path(name) };
    }
  }
  return { version: DEFAULT_PYTHON, from: null };
}

/** What a Pipfile.lock requires; null if repo2docker stumbles over it. */
function lockRequires(text: string): Record<string, unknown> | null {
  try {
    const lock = object(JSON.parse(text));
    return lock && object(object(lock._meta ?? {})?.requires ?? {});
  } catch {
    return null;
  }
}

function object(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown> | null)
    : null;
}

/** `buildpacks/python/__init__.py`, which those for R and Julia build on. */
async function ofProject(
  tree: BinderTree,
  runtime: IRuntime | null,
  say: BinderFindings
): Promise<IPython | null> {
  let project: string | null = null;
  if (tree.hasAtRoot('pyproject.toml')) {
    project = await textFor(tree, 'pyproject.toml', say);
    const mistake = project === null ? null : outlineToml(project).mistake;
    if (mistake !== null) {
      say.unreadable('pyproject.toml', mistake);
    }
    if (project === null || mistake !== null) {
      return null;
    }
  }
  if (runtime && runtime.name !== 'python') {
    return { version: DEFAULT_PYTHON, from: null };
  }
  const asked = runtime?.version ?? null;
  const path = tree.path('runtime.txt');
  if (asked !== null && runtimePython(asked) === null) {
    say.runtime(path, `python-${asked}`);
    return null;
  }
  const requires =
    project === null
      ? undefined
      : outlineToml(project).strings.get('project.requires-python');
  const allows = requires === undefined ? null : parseSpecifier(requires);
  if (requires !== undefined && !allows) {
    say.unreadable('pyproject.toml');
    return null;
  }
  /* A single number in runtime.txt counts as none at all here. */
  const wanted = asked === null ? null : runtimePython(asked);
  if (asked !== null && wanted !== null && asked.includes('.')) {
    if (allows && !allows(wanted)) {
      say.contradiction(path, wanted);
      return null;
    }
    return { version: wanted, from: path };
  }
  const version = wanted ?? DEFAULT_PYTHON;
  if (requires === undefined || !allows || allows(version)) {
    return { version, from: null };
  }
  const line = lineOf(project ?? '', 'requires-python');
  const newest = pythonFor(requires, version);
  if (newest === null) {
    say.unsupportedPython('pyproject.toml', requires, line);
    return null;
  }
  say.newestPython(newest, line);
  return { version: newest, from: 'pyproject.toml' };
}

/** The first line (from 1) in which a word is. */
function lineOf(text: string, word: string): number {
  return text.slice(0, Math.max(text.indexOf(word), 0)).split('\n').length;
}
