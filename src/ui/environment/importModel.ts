import type { ICoveredModule } from '../../core/environment/coverage/coverage';
import type { IDeclaration } from '../../core/environment/coverage/declaration';

/** Imports in the order in which they are read: what is to be done comes first. */
export interface IImportRows {
  readonly open: readonly ICoveredModule[];
  readonly covered: readonly ICoveredModule[];
  /** Imports that Binder will not have and that the notebooks cannot do without. */
  readonly missing: number;
  readonly unsure: number;
}

/** Sort imports: missing, missing but optional, not sure; then what is covered. */
export function importRows(modules: readonly ICoveredModule[]): IImportRows {
  const missing = modules.filter(one => rank(one) === 0);
  const optional = modules.filter(one => rank(one) === 1);
  const unsure = modules.filter(one => rank(one) === 2);
  return {
    open: [...missing, ...optional, ...unsure],
    covered: modules.filter(one => rank(one) === 3),
    missing: missing.length,
    unsure: unsure.length
  };
}

function rank({ status, optional }: ICoveredModule): 0 | 1 | 2 | 3 {
  switch (status) {
    case 'not-covered':
      return optional ? 1 : 0;
    case 'unknown':
      return 2;
    default:
      return 3;
  }
}

/** What is asked for and not used, by the file that asks; each name once. */
export function unusedByFile(
  unused: readonly IDeclaration[]
): readonly (readonly [path: string, names: readonly string[]])[] {
  const files = new Map<string, Set<string>>();
  for (const { path, name } of unused) {
    files.set(path, (files.get(path) ?? new Set()).add(name));
  }
  return [...files].map(([path, names]) => [path, [...names]] as const);
}
