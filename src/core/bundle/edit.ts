import { ITranslator } from '../text';
import { IPlan, IPlanEntry, ReasonKind, byPath, isWithin } from './entry';

/** Kinds that a folder's check box never ticks: each needs a tick of its own. */
const onlyByName: ReadonlySet<ReasonKind> = new Set([
  'ignored',
  'private',
  'outside',
  'unreadable',
  'over-limit',
  'elsewhere'
]);

/** What the user ticked or unticked: a path in the bundle, of a file or folder. */
export type Choice = readonly [path: string, included: boolean];

/**
 * Tick or untick a file, or all files in a folder. A folder's tick leaves out
 * what the rules leave out; an entry that is a folder nobody looked into stays
 * as it is, see `openFolder`.
 */
export function toggle(
  plan: IPlan,
  path: string,
  included: boolean,
  trans: ITranslator
): IPlan {
  return toggleAll(plan, [[path, included]], trans);
}

/**
 * Tick and untick in the given order, as `toggle` would one by one, but in one
 * pass over the files however many choices there are.
 */
export function toggleAll(
  plan: IPlan,
  choices: readonly Choice[],
  trans: ITranslator
): IPlan {
  const byPlace = new Map<string, number[]>();
  choices.forEach(([path], index) => {
    const indices = byPlace.get(path) ?? [];
    indices.push(index);
    byPlace.set(path, indices);
  });
  const entries = plan.entries.map(entry => {
    if (entry.kind === 'folder' || entry.locked) {
      return entry;
    }
    const concerned = placesOf(entry.path).flatMap(
      place => byPlace.get(place) ?? []
    );
    return concerned
      .sort((a, b) => a - b)
      .reduce((ticked, index) => choose(ticked, choices[index], trans), entry);
  });
  return { ...plan, entries };
}

function choose(
  entry: IPlanEntry,
  [path, included]: Choice,
  trans: ITranslator
): IPlanEntry {
  const byName = entry.path === path;
  return entry.included !== included &&
    (byName || !included || !onlyByName.has(entry.reasonKind))
    ? tick(entry, included, trans)
    : entry;
}

/** A path and all folders that hold it, from '' on. */
function placesOf(path: string): string[] {
  const places = [''];
  for (
    let end = path.indexOf('/');
    end !== -1;
    end = path.indexOf('/', end + 1)
  ) {
    // prettier-ignore
    places.push(path.slice(0, end));
  }
  return [...places, path];
}

function tick(
  entry: IPlanEntry,
  included: boolean,
  trans: ITranslator
): IPlanEntry {
  const { planned = entry } = entry;
  if (planned.included === included) {
    const { planned: _, ...rest } = entry;
    return { ...rest, included, reason: planned.reason };
  }
  return {
    ...entry,
    included,
    reason: included ? trans.__('added by you') : trans.__('left out: by you'),
    planned: { included: planned.included, reason: planned.reason }
  };
}

/**
 * Put entries into the plan, in the place of those with the same path: files
 * made here, or files that a check found to be read or imported.
 */
export function withEntries(
  plan: IPlan,
  entries: readonly IPlanEntry[]
): IPlan {
  const paths = new Set(entries.map(({ path }) => path));
  return {
    ...plan,
    entries: [
      ...plan.entries.filter(({ path }) => !paths.has(path)),
      ...entries
    ].sort(byPath)
  };
}

/** Leave out files that turned out not to be readable, with a finding for each. */
export function withoutUnreadable(
  plan: IPlan,
  paths: readonly string[],
  trans: ITranslator
): IPlan {
  const unreadable = new Set(paths);
  return {
    ...plan,
    entries: plan.entries.map(entry =>
      unreadable.has(entry.path)
        ? {
            ...entry,
            included: false,
            locked: false,
            reason: trans.__('left out: cannot be read'),
            reasonKind: 'unreadable' as const
          }
        : entry
    ),
    findings: [
      ...plan.findings.filter(
        ({ id, place }) =>
          id !== 'bundle.unreadable' || !unreadable.has(place?.path ?? '')
      ),
      ...paths.map(path => ({
        id: 'bundle.unreadable',
        severity: 'warning' as const,
        section: 'contents' as const,
        message: trans.__(
          '“%1” is a link to outside of Jupyter’s folder, or you may not read it. It cannot be included here.',
          path
        ),
        place: { path }
      }))
    ]
  };
}

/** The files that go in, sorted by path. */
export function includedEntries(plan: IPlan): IPlanEntry[] {
  return plan.entries.filter(
    ({ included, kind }) => included && kind === 'file'
  );
}

/** How much goes in. */
export interface ITotals {
  readonly count: number;
  /** Sum of the sizes that are known. */
  readonly bytes: number;
  /** Files whose size the server does not say. */
  readonly unknown: number;
}

/** Count what goes in; with a folder's path, what goes in from that folder. */
export function totals(plan: IPlan, folder = ''): ITotals {
  const inside = includedEntries(plan).filter(({ path }) =>
    isWithin(path, folder)
  );
  return {
    count: inside.length,
    bytes: inside.reduce((sum, { size }) => sum + (size ?? 0), 0),
    unknown: inside.filter(({ size }) => size === null).length
  };
}
