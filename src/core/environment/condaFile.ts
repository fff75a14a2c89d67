import { ICapture } from './capture';
import { normalizedName } from '../binder/distributionName';
import { headOf } from './fileHead';

/**
 * environment.yml from what a kernel says: versions without builds, which
 * belong to one operating system; no name and no prefix, which Binder ignores
 * and which tell of the user's computer. What conda did not install is left to
 * pip. Names and versions have been checked to be plain, so none needs quotes.
 *
 * @param python - as `3.12`, the version that Binder has.
 */
export function condaText(capture: ICapture, python: string): string {
  const conda = new Map<string, string>();
  const pip = new Set<string>();
  for (const { conda: own, requirement, option, reason } of capture.packages) {
    if (own) {
      // What conda's packages are compiled for, conda itself sees to.
      if (reason !== 'partner') {
        conda.set(normalizedName(own.name), `${own.name}=${own.version}`);
      }
    } else if (requirement !== null) {
      if (option) {
        pip.add(option);
      }
      pip.add(requirement);
    }
  }
  const sorted = [...conda].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...headOf(capture),
    'channels:',
    ...capture.channels.map(name => `  - ${name}`),
    '  - nodefaults',
    'dependencies:',
    `  - python=${python}`,
    ...sorted.map(([, line]) => `  - ${line}`),
    ...(pip.size > 0
      ? ['  - pip', '  - pip:', ...[...pip].map(line => `      - '${line}'`)]
      : []),
    ''
  ].join('\n');
}
