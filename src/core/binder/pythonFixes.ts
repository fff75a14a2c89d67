/** Fixes that name a version of Python, or of R. */
import { Fix, IFinding, IFix } from '../finding';
import { lineEndOf } from './bundleText';
import { environmentOf } from './condaEnvironment';
import { FixChoice, IFixContext, leaveOut } from './fixTrial';
import { minorOf } from './options';
import { nameOf } from '../paths';
import { condaWithPython, pipfileVersion, pipfileWithPython } from './pythonEdits'; // prettier-ignore
import {
  BINDER_PYTHONS,
  DEFAULT_PYTHON,
  LEGACY_PYTHONS
} from './pythonVersion';
import { isBinderR, OLDEST_R_SNAPSHOT, parseRuntime } from './runtimeTxt';

/* Versions that run Jupyter themselves, the newest first. */
const MODERN = BINDER_PYTHONS.filter(
  version => !LEGACY_PYTHONS.includes(version)
).reverse();

/** Fixes of a finding about a version. */
export async function pythonFixes(
  finding: IFinding,
  context: IFixContext
): Promise<FixChoice[]> {
  const { tree, verdict } = context;
  const path = finding.place?.path ?? '';
  const name = nameOf(path);
  if (finding.id === 'binder.r-version') {
    const leave = [path, 'DESCRIPTION'].map(one => [leaveOut([one], context)]);
    return [await rRuntime(path, context), ...leave];
  }
  if (/^environment\.ya?ml$/.test(name)) {
    return [await condaPython(path, context)];
  }
  if (name === 'Pipfile') {
    return [await pipfilePython(path, context)];
  }
  if (verdict.kind === 'pipfile' || verdict.kind === 'conda') {
    return [];
  }
  const said =
    path === tree.path('runtime.txt') ? (await tree.text(path)).text : '';
  return parseRuntime(said)?.name === 'r'
    ? [await rRuntime(path, context)]
    : [
        await runtime(
          tree.path('runtime.txt'),
          versionsFor(said, context),
          context
        )
      ];
}

/**
 * The versions to try, the best first: what the file means, what the kernel is,
 * what the notebooks were run with, what Binder takes now, and all others.
 */
function versionsFor(
  said: string,
  { options, verdict }: IFixContext
): string[] {
  const meant = /(?:^|[^\d.])([23]\.\d+)/.exec(said)?.[1];
  const notebooks = (options.notebooks ?? []).map(one => minorOf(one.pythonVersion)); // prettier-ignore
  const wanted = [
    meant,
    minorOf(options.python),
    ...notebooks,
    verdict.pythonVersion,
    nearest(minorOf(options.python) ?? meant),
    DEFAULT_PYTHON,
    ...MODERN
  ];
  return [...new Set(wanted)].filter(
    (version): version is string =>
      version !== undefined && version !== null && MODERN.includes(version)
  );
}

/** Of a version that Binder does not have, the nearest one. */
function nearest(version: string | undefined): string | undefined {
  const [major, minor] = (version ?? '').split('.').map(Number);
  const isNew = major > 3 || (major === 3 && minor > 7);
  return version && (isNew ? MODERN[0] : MODERN[MODERN.length - 1]);
}

async function runtime(
  path: string,
  versions: readonly string[],
  { tree, trans }: IFixContext
): Promise<IFix[]> {
  const before = tree.isThere(path) ? (await tree.text(path)).text : null;
  const end = lineEndOf(before ?? '');
  return versions.map(version => ({
    label: trans.__('Use Python %1', version),
    fix: { kind: 'write-file', path, before, after: `python-${version}${end}` }
  }));
}

async function rRuntime(
  path: string,
  { tree, options, trans }: IFixContext
): Promise<IFix[]> {
  const before = (await tree.text(path)).text;
  const value = parseRuntime(before);
  const date = value?.date ?? options.today ?? null;
  if (!value || date === null) {
    return [];
  }
  const day = date < OLDEST_R_SNAPSHOT ? OLDEST_R_SNAPSHOT : date;
  const minor = value.name === 'r' ? (minorOf(value.version) ?? '4.4') : '4.4';
  const version = isBinderR(minor) ? minor : '4.4';
  return [
    {
      label: trans.__('Use R %1', version),
      fix: {
        kind: 'write-file',
        path,
        before,
        after: `r-${version}-${day}${lineEndOf(before)}`
      }
    }
  ];
}

async function condaPython(
  path: string,
  context: IFixContext
): Promise<IFix[]> {
  const { tree, trans } = context;
  const { text: before } = await tree.text(path);
  const environment = environmentOf(await tree.text(path));
  if (!environment) {
    return [];
  }
  // A runtime.txt beside it is not read, but says what was meant.
  const beside = tree.has('runtime.txt')
    ? (await tree.text(tree.path('runtime.txt'))).text
    : '';
  const item = environment.pythonItem ?? environment.unread;
  return versionsFor(item?.text ?? beside, context).flatMap(version => {
    const after = condaWithPython(before, environment, version);
    const fix: Fix | null =
      after === null ? null : { kind: 'write-file', path, before, after };
    return fix ? [{ label: trans.__('Use Python %1', version), fix }] : [];
  });
}

async function pipfilePython(
  path: string,
  context: IFixContext
): Promise<IFix[]> {
  const { tree, trans } = context;
  const { text: before } = await tree.text(path);
  return versionsFor(pipfileVersion(before) ?? '', context).flatMap(version => {
    const after = pipfileWithPython(before, version);
    const fix: Fix | null =
      after === null ? null : { kind: 'write-file', path, before, after };
    return fix ? [{ label: trans.__('Use Python %1', version), fix }] : [];
  });
}
