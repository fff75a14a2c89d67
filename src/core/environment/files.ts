import { BINDER_PYTHONS, LEGACY_PYTHONS } from '../binder/pythonVersion';
import { IGeneratedFile } from '../bundle/generated';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { ICapture } from './capture';
import { normalizedName } from './requirement';

/** Versions in which Binder starts the notebooks themselves: 3.7 to 3.14 at the time of writing. */
const supported = BINDER_PYTHONS.filter(
  version => !LEGACY_PYTHONS.includes(version)
);

export interface IEnvironmentFiles {
  /** `runtime.txt` and `requirements.txt`, for the bundle's root. */
  readonly files: readonly IGeneratedFile[];
  readonly findings: readonly IFinding[];
}

/**
 * Make `runtime.txt` and `requirements.txt` from what a kernel says.
 *
 * @param now - milliseconds since 1970, the files' time.
 */
export function environmentFiles(
  capture: ICapture,
  now: number,
  trans: ITranslator
): IEnvironmentFiles {
  const lastModified = new Date(now).toISOString();
  const python = binderPython(capture.python);
  const findings: IFinding[] = [];
  if (python !== capture.python) {
    findings.push({
      id: 'environment.python-version',
      severity: 'warning',
      section: 'environment',
      message: trans.__(
        'Your kernel has Python %1, which Binder does not have. Binder takes Python %2.',
        capture.python,
        python
      )
    });
  }
  return {
    files: [
      {
        path: 'runtime.txt',
        content: runtimeText(python),
        reason: trans.__('made here: names the Python version'),
        lastModified
      },
      {
        path: 'requirements.txt',
        content: requirementsText(capture),
        reason: trans.__('made here: the packages of your kernel'),
        lastModified
      }
    ],
    findings
  };
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
  for (const { name, requirement } of capture.packages) {
    if (requirement !== null) {
      // The name in the line counts: two distributions can stand for one.
      const key = normalizedName(/^[\w.-]+/.exec(requirement)?.[0] ?? name);
      lines.set(key, lines.get(key) ?? requirement);
    }
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Packages that the notebooks import, as installed in the kernel',
    `# (Python ${capture.python}). Made by jupyterlab-zenodo-publisher.`,
    ...sorted.map(([, line]) => line),
    ''
  ].join('\n');
}

/** The version that Binder has and that is nearest. */
function binderPython(version: string): string {
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
