import { CancelledError } from '../error';
import { IFileEntry } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { Breather } from './breather';
import { companion } from './companions';
import { IPlanEntry, isWithin } from './entry';
import { FolderRules } from './folderRules';
import { Listings } from './listings';
import { joinPath, nameOf } from '../paths';
import { IFound, guardedLink, isGuarded, outline } from './found';
import { Walker } from './walk';

/** A file that the user selected is taken, but for one that may hold a secret. */
export function selectedFile(
  entry: IFileEntry,
  rules: FolderRules,
  trans: ITranslator,
  findings: IFinding[]
): IFound {
  const name = nameOf(entry.path);
  const rule = rules.test(entry.path, 'file');
  if (rule?.kind === 'private') {
    findings.push({
      id: 'bundle.private',
      severity: 'warning',
      section: 'contents',
      message: trans.__(
        '“%1” may hold passwords or keys, so it is left out. Tick it if you are sure.',
        name
      )
    });
    return {
      ...outline(entry),
      source: entry.path,
      included: false,
      reason: rule.reason,
      reasonKind: 'private'
    };
  }
  return {
    ...outline(entry),
    source: entry.path,
    included: true,
    reason: trans.__('selected by you'),
    reasonKind: 'selected'
  };
}

export interface IRootOptions {
  /** The bundle's root, on the server. */
  readonly root: string;
  readonly selected: readonly IFileEntry[];
  readonly listings: Listings;
  readonly walker: Walker;
  /** The rules at the root. */
  readonly rules: FolderRules;
  /** What was found so far, by its path in the bundle. */
  readonly entries: ReadonlyMap<string, IPlanEntry>;
  readonly add: (found: IFound) => void;
  readonly trans: ITranslator;
}

/** What belongs to the bundle at its root, and what lies beside it. */
export async function addFromRoot(options: IRootOptions): Promise<void> {
  const { root, selected, listings, walker, rules, entries, add, trans } = options; // prettier-ignore
  const byHand = new Set(selected.map(({ path }) => path));
  const holdsSelected = new Set(
    selected.map(({ path }) => joinPath(root, firstPart(path, root)))
  );
  let listing: IFileEntry[];
  try {
    listing = await listings.list(root);
  } catch (error) {
    if (error instanceof CancelledError) {
      throw error;
    }
    // The selected files themselves can still be read.
    return;
  }
  const breather = new Breather();
  for (const entry of listing) {
    await breather.rest();
    const name = nameOf(entry.path);
    const source = joinPath(root, name);
    if (
      byHand.has(source) ||
      (entry.kind === 'folder' && holdsSelected.has(source))
    ) {
      continue;
    }
    const match = companion(name, entry.kind, trans);
    const rule = rules.test(source, entry.kind);
    if (!rule && isGuarded(entry)) {
      if (!entries.has(name) && !byHand.has(root)) {
        add(guardedLink(entry, source, trans));
      }
      continue;
    }
    if (match && (!rule || match.locked)) {
      if (entry.kind === 'file') {
        add({ ...outline(entry), ...match, source, included: true });
        continue;
      }
      const walked = [...entries.values()].filter(e => isWithin(e.path, name));
      const found =
        walked.length > 0
          ? walked
              .filter(({ reasonKind }) => reasonKind === 'selected')
              .map(e => ({ ...e, ...match, source: joinPath(root, e.path) }))
          : await walker.walk(source, match, entry.link);
      found.forEach(add);
    } else if (!entries.has(name) && !byHand.has(root)) {
      add({
        ...outline(entry),
        source,
        included: false,
        reason: rule?.reason ?? trans.__('left out: not selected'),
        reasonKind: rule?.kind ?? 'unselected'
      });
    }
  }
}

/** The name at the root of a path that lies in it. */
function firstPart(path: string, root: string): string {
  return path.slice(root ? root.length + 1 : 0).split('/', 1)[0];
}
