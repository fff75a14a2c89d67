/** From a module, or a name in a message, to the line that installs it. */
import { normalizedName } from '../../binder/distributionName';
import { standIn } from '../../binder/platformPackages';
import type { ICapturedPackage } from '../../environment/capture';
import { distributionsOf, knownDistribution } from '../../environment/moduleNames'; // prettier-ignore
import { allNeeds } from '../../environment/needs/findNeeds';
import { Scene } from './scene';

/** What is to be installed. */
export interface IWanted {
  /** The distribution. */
  readonly name: string;
  /** The line for pip. */
  readonly line: string;
  /** The author's kernel says which version. */
  readonly isPinned: boolean;
}

/* Names in messages that are not those of the distributions. */
const spoken: Readonly<Record<string, string>> = {
  pytables: 'tables',
  odf: 'odfpy',
  psycopg2: 'psycopg2-binary',
  mysqldb: 'mysqlclient',
  huggingface_hub: 'huggingface-hub',
  vl_convert: 'vl-convert-python',
  netcdf4: 'netcdf4',
  // pandas 3 names the other reader of old workbooks first, which needs no more than this one.
  'python-calamine': 'python-calamine'
};

/** All distributions that the tables of needs name. */
const needed = new Set(
  allNeeds.flatMap(({ distributions = [] }) => distributions.map(normalizedName)) // prettier-ignore
);

/** What brings a module: as the author's kernel says, else by the tables; null = nobody knows. */
export function bringing(scene: Scene, module: string): IWanted | null {
  const [top] = module.split('.', 1);
  const packages = scene.context.kernel?.packages ?? [];
  const captured = packages.find(
    ({ modules, reason }) =>
      reason === 'import' &&
      modules.some(one => one === module || one === top || one.startsWith(`${top}.`)) // prettier-ignore
  );
  const other = spokenName(top);
  return (
    wantedOf(captured) ??
    byName(scene, distributionsOf(module)) ??
    known(knownDistribution(module)) ??
    known(other !== null || needed.has(normalizedName(top)) ? (other ?? normalizedName(top)) : null) // prettier-ignore
  );
}

/** What a message names; null where it is no name that is known here: anybody can take such a name on an index. */
export function named(scene: Scene, text: string): IWanted | null {
  const key = normalizedName(spokenName(text) ?? text);
  return (
    byName(scene, [key]) ??
    known(needed.has(key) || spokenName(text) !== null ? key : null) ??
    known(knownDistribution(text))
  );
}

function spokenName(text: string): string | null {
  const key = text.toLowerCase();
  return Object.hasOwn(spoken, key) ? spoken[key] : null;
}

/** A package of the author's kernel, by the names that it may have. */
export function byName(scene: Scene, names: readonly string[]): IWanted | null {
  const keys = names.map(normalizedName);
  const packages = scene.context.kernel?.packages ?? [];
  return wantedOf(
    packages.find(({ name }) => keys.includes(normalizedName(name)))
  );
}

function wantedOf(captured: ICapturedPackage | undefined): IWanted | null {
  return captured?.requirement
    ? { name: captured.name, line: captured.requirement, isPinned: true }
    : null;
}

function known(name: string | null): IWanted | null {
  return name === null ? null : unpinned(name);
}

/** A distribution of which no version is known; of two wheels the one that needs no screen. */
export function unpinned(name: string): IWanted {
  const other = standIn(name);
  const line = other?.endsWith('-headless') ? other : name;
  return { name: line, line, isPinned: false };
}

/** Whether a distribution is one that others load by themselves. */
export function isCompanion({ name }: IWanted): boolean {
  return needed.has(normalizedName(name));
}
