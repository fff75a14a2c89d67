import { ROOT_FILES } from '../binder/binderFiles';
import { CancelledError } from '../error';
import { IFileEntry } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { companion, environmentFolders, environmentNames } from './companions';
import { IPlanEntry, ReasonKind, byPath } from './entry';
import { Listings } from './listings';
import { joinPath, nameOf, parentOf } from '../paths';
import { isGuarded, outline } from './found';

/** How far up to look: `project/analysis/notebooks/part-1` is deep already. */
const maxLevels = 4;

/** What a bundle is looked over for; of other companions, none is missed. */
const wanted: ReadonlySet<ReasonKind> = new Set([
  'environment',
  'readme',
  'license',
  'citation'
]);

/** What was found above the root. */
export interface IAbove {
  readonly proposals: readonly IPlanEntry[];
  readonly findings: readonly IFinding[];
}

/**
 * What lies above the root and would belong to the bundle if it lay in it: of
 * each kind that the bundle lacks, the files in the nearest folder that has
 * some. The search ends where an environment file or a licence marks the top
 * of a project: what is above that is about something else. Only proposed:
 * taking it publishes files that the user did not select. What describes a
 * package of its own, as `pyproject.toml` does, is of no use apart from the
 * package: there, the finding says which folder to choose as the root.
 *
 * @throws CancelledError
 */
export async function findAbove(
  root: string,
  included: readonly Pick<IPlanEntry, 'path'>[],
  listings: Listings,
  trans: ITranslator
): Promise<IAbove> {
  const has = kindsOf(included, trans);
  const missing = new Set([...wanted].filter(kind => !has.has(kind)));
  const proposals: IPlanEntry[] = [];
  const findings: IFinding[] = [];
  let folder = root;
  for (let level = 0; level < maxLevels && folder !== ''; level++) {
    folder = parentOf(folder);
    let listing: IFileEntry[];
    try {
      listing = await listings.list(folder);
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // A folder above that may not be read has nothing to propose.
      break;
    }
    const all = listing.flatMap(entry => proposal(entry, folder, trans));
    const hasEnvironment = all.some(({ path }) => isEnvironment(path));
    const found = all.filter(
      ({ reasonKind }) => reasonKind !== 'environment' || hasEnvironment
    );
    const lacking = found.filter(e => missing.has(e.reasonKind));
    proposals.push(...lacking.filter(e => !ROOT_FILES.includes(e.path)));
    const environment = lacking.filter(({ path }) => isEnvironment(path));
    if (environment.length > 0) {
      findings.push(environmentFinding(environment, folder, trans));
    }
    found.forEach(({ reasonKind }) => missing.delete(reasonKind));
    const isTop = hasEnvironment || found.some(e => e.reasonKind === 'license');
    if (isTop || missing.size === 0) {
      break;
    }
  }
  return { proposals: proposals.sort(byPath), findings };
}

function environmentFinding(
  environment: readonly IPlanEntry[],
  folder: string,
  trans: ITranslator
): IFinding {
  const movable = environment.find(({ path }) => !ROOT_FILES.includes(path));
  const first = movable ?? environment[0];
  const path = joinPath(folder, first.path);
  return {
    id: 'bundle.environment-above',
    severity: 'info',
    section: 'contents',
    message: movable
      ? trans.__(
          '“%1” lies above the top folder, so it is not included. Binder looks for it at the top.',
          path
        )
      : trans.__(
          '“%1” lies above the top folder, so Binder does not find it. If the notebooks need that project, choose its folder as the top folder.',
          path
        )
  };
}

/** Whether a name at the root makes Binder build an environment. */
function isEnvironment(name: string): boolean {
  return environmentNames.has(name) || environmentFolders.has(name);
}

function proposal(
  entry: IFileEntry,
  folder: string,
  trans: ITranslator
): IPlanEntry[] {
  const name = nameOf(entry.path);
  const match = companion(name, entry.kind, trans);
  if (!match || !wanted.has(match.reasonKind) || isGuarded(entry)) {
    return [];
  }
  return [
    {
      ...outline(entry),
      path: name,
      source: joinPath(folder, name),
      included: false,
      reason:
        folder === ''
          ? trans.__('%1, from the top folder of Jupyter', match.reason)
          : trans.__('%1, from the folder “%2”', match.reason, folder),
      reasonKind: match.reasonKind
    }
  ];
}

/** What a bundle has. Helpers such as `apt.txt` alone are no environment. */
function kindsOf(
  included: readonly Pick<IPlanEntry, 'path'>[],
  trans: ITranslator
): Set<ReasonKind> {
  const kinds = new Set<ReasonKind>();
  for (const { path } of included) {
    const [first, ...rest] = path.split('/');
    if (isEnvironment(first)) {
      kinds.add('environment');
    }
    const kind = companion(
      first,
      rest.length > 0 ? 'folder' : 'file',
      trans
    )?.reasonKind;
    if (kind !== undefined && kind !== 'environment') {
      kinds.add(kind);
    }
  }
  return kinds;
}
