import { IModuleUse } from '../../uses/moduleUse';
import type { ICapture } from '../capture';
import { normalizedName } from '../../binder/distributionName';
import { isInBundle } from '../localModule';
import { distributionsOf, knownDistribution } from '../moduleNames';
import { isPlumbing } from '../plumbing';
import { isStandardModule } from '../standardLibrary';
import type { ICoveredModule } from './coverage';
import { IDeclaration, IDeclarations } from './declaration';

/** What is known beside the import itself. */
export interface ICoverContext {
  readonly declarations: IDeclarations;
  readonly kernel: ICapture | null;
  readonly paths: readonly string[];
  /** `3.12`; null where nobody knows. */
  readonly python: string | null;
}

/** Find what installs one import. */
export function coverModule(
  use: IModuleUse,
  { declarations, kernel, paths, python }: ICoverContext
): ICoveredModule {
  const said = kernel?.modules.find(({ name }) => name === use.name);
  const captured = (kernel?.packages ?? []).filter(
    ({ modules, reason }) => reason === 'import' && modules.includes(use.name)
  );
  const isSaid = captured.length > 0;
  const packages = isSaid
    ? captured.map(({ name }) => name)
    : distributionsOf(use.name);
  const known = knownDistribution(use.name);
  const module = (
    status: ICoveredModule['status'],
    by: IDeclaration | null = null,
    isIndirect = false
  ): ICoveredModule => ({
    name: use.name,
    status,
    by,
    isIndirect,
    packages,
    line: isSaid ? captured[0].requirement : known,
    places: use.places,
    optional: use.optional
  });
  if (
    said?.kind === 'standard' ||
    (!said && isStandardModule(use.name, python))
  ) {
    return module('standard');
  }
  const { declared, unclear } = declarations;
  // What stands for a package elsewhere (opencv's headless wheel) covers it, too.
  const keys = [...packages, ...distributionsOf(use.name)].map(normalizedName);
  const by = declared.find(({ key }) => keys.includes(key));
  if (by) {
    return module('covered', by);
  }
  if (said?.kind === 'local' || (!isSaid && isInBundle(use, paths))) {
    return module(isInBundle(use, paths) ? 'local' : 'unknown');
  }
  if (packages.some(isPlumbing)) {
    return module('covered');
  }
  const through = bringing(keys, declared, kernel);
  if (through) {
    return module('covered', through, true);
  }
  const isDoubtful =
    unclear.length > 0 ||
    said?.kind === 'shared' ||
    (!isSaid && !known && declared.some(({ key }) => isSimilar(key, use.name)));
  return module(isDoubtful ? 'unknown' : 'not-covered');
}

/** A declaration that needs one of these distributions, by what the kernel says. */
function bringing(
  keys: readonly string[],
  declared: readonly IDeclaration[],
  kernel: ICapture | null
): IDeclaration | undefined {
  const requires = kernel?.requires;
  return declared.find(({ key }) =>
    requires?.get(key)?.some(name => keys.includes(name))
  );
}

/** `python-foo`, `foo-py` and `pyfoo` may all bring `foo`. */
function isSimilar(key: string, module: string): boolean {
  const plain = (text: string) =>
    text.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/^python|^py|python$|py$|^lib/g, ''); // prettier-ignore
  const [left, right] = [plain(key), plain(module.split('.', 1)[0])];
  return (
    left.length > 2 &&
    right.length > 2 &&
    (left.includes(right) || right.includes(left))
  );
}
