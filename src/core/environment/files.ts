import { BINDER_PYTHONS, LEGACY_PYTHONS } from '../binder/pythonVersion';
import { IGeneratedFile } from '../bundle/generated';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { aptText } from './aptFile';
import { ICapture } from './capture';
import { condaText } from './condaFile';
import { headOf } from './fileHead';
import { normalizedName } from '../binder/distributionName';
import { environmentFinding } from './environmentFinding';

/** Versions in which Binder starts the notebooks themselves: 3.7 to 3.14 at the time of writing. */
const supported = BINDER_PYTHONS.filter(
  version => !LEGACY_PYTHONS.includes(version)
);

export interface IEnvironmentFiles {
  /** For the bundle's root: `runtime.txt` and `requirements.txt`, or `environment.yml`; `apt.txt` where the system has to help. */
  readonly files: readonly IGeneratedFile[];
  readonly findings: readonly IFinding[];
}

/**
 * Make the environment's files from what a kernel says: for conda only where
 * pip cannot install it all, because Binder is slower with conda.
 *
 * @param now - milliseconds since 1970, the files' time.
 * @param existingApt - the project's own apt.txt, whose lines are kept.
 */
export function environmentFiles(
  capture: ICapture,
  now: number,
  trans: ITranslator,
  existingApt = ''
): IEnvironmentFiles {
  const lastModified = new Date(now).toISOString();
  const file = (
    path: string,
    content: string,
    reason: string
  ): IGeneratedFile => ({ path, content, reason, lastModified });
  const python = binderPython(capture.python);
  const findings: IFinding[] = [];
  if (python !== capture.python) {
    findings.push(
      environmentFinding(
        'environment.python-version',
        'warning',
        trans.__(
          'Your kernel has Python %1, which Binder does not have. Binder takes Python %2.',
          capture.python,
          python
        )
      )
    );
  }
  const files = capture.needsConda
    ? [
        file(
          'environment.yml',
          condaText(capture, python),
          trans.__('made here: the packages of your kernel, for conda')
        )
      ]
    : [
        file(
          'runtime.txt',
          runtimeText(python),
          trans.__('made here: names the Python version')
        ),
        file(
          'requirements.txt',
          requirementsText(capture),
          trans.__('made here: the packages of your kernel')
        )
      ];
  if (capture.system.length > 0) {
    const names = capture.system.map(({ name }) => name);
    files.push(
      file(
        'apt.txt',
        aptText(existingApt, names),
        trans.__('made here: programs that the notebooks need')
      )
    );
    findings.push(...systemFindings(capture, trans));
  }
  return { files, findings };
}

function systemFindings({ system }: ICapture, trans: ITranslator): IFinding[] {
  return system.map(({ name, seen, place }) =>
    name.startsWith('texlive')
      ? environmentFinding(
          'environment.system-package',
          'warning',
          trans.__(
            '%1 needs LaTeX (%2). It is about 1 GB, so Binder will take long to start.',
            seen,
            name
          ),
          place && { place }
        )
      : environmentFinding(
          'environment.system-package',
          'info',
          trans.__('%1 needs the program %2. It is in apt.txt.', seen, name),
          place && { place }
        )
  );
}

/** `python-3.12`: one line with two numbers, all else makes repo2docker fail. */
export function runtimeText(python: string): string {
  return `python-${python}\n`;
}

/**
 * One `name==version` a line, sorted without regard to case. Always a file,
 * even with no line: an empty one already tells Binder that there is an
 * environment. LF only: other line ends reach the shell on Binder.
 */
export function requirementsText(capture: ICapture): string {
  const lines = new Map<string, string>();
  const options = new Set<string>();
  for (const { name, requirement, option } of capture.packages) {
    if (requirement !== null) {
      // The name in the line counts: two distributions can stand for one.
      const key = normalizedName(/^[\w.-]+/.exec(requirement)?.[0] ?? name);
      lines.set(key, lines.get(key) ?? requirement);
      if (option) {
        options.add(option);
      }
    }
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...headOf(capture),
    ...[...options].sort(),
    ...sorted.map(([, line]) => line),
    ''
  ].join('\n');
}

/** The version that Binder has and that is nearest. */
export function binderPython(version: string): string {
  const minor = (text: string) => Number(text.split('.')[1]);
  const [oldest] = supported;
  const newest = supported[supported.length - 1];
  if (supported.includes(version)) {
    return version;
  }
  return Number(version.split('.')[0]) < 3 || minor(version) < minor(oldest)
    ? oldest
    : newest;
}
