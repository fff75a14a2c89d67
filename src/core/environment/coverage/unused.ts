import type { ICapture } from '../capture';
import { normalizedName } from '../../binder/distributionName';
import { allNeeds } from '../needs/findNeeds';
import { allPartners } from '../partners';
import { isPlumbing } from '../plumbing';
import type { ICoveredModule } from './coverage';
import { IDeclaration } from './declaration';

/** What runs or is loaded without being imported, so that nobody can say it is not used. */
const loaded = new Set([
  ...allPartners,
  ...allNeeds.flatMap(({ distributions = [] }) => distributions),
  'python',
  'nodejs',
  'compilers'
]);

/**
 * Declarations that no import needs. Lines for the interface, for what is loaded
 * without an import, and names that an import may come from count as used.
 */
export function unusedDeclarations(
  declared: readonly IDeclaration[],
  modules: readonly ICoveredModule[],
  kernel: ICapture | null
): IDeclaration[] {
  if (modules.length === 0) {
    return [];
  }
  const used = new Set(
    modules.flatMap(({ by, packages }) => [
      ...(by ? [by.key] : []),
      ...packages.map(normalizedName)
    ])
  );
  for (const { name } of kernel?.packages ?? []) {
    used.add(normalizedName(name));
  }
  // Lock files list everything, so nothing in them is a mistake.
  return declared.filter(
    ({ key, text, path }) =>
      text !== '.' &&
      !path.endsWith('.lock') &&
      !used.has(key) &&
      !loaded.has(key) &&
      !isPlumbing(key) &&
      !/^(?:jupyter|jupyterlab|lib|r)-|^_/.test(key)
  );
}
