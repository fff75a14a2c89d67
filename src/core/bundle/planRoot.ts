import { CancelledError } from '../error';
import { IFileEntry } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { companion } from './companions';
import { IPlanEntry, isWithin } from './entry';
import { ignoreTest } from './ignore';
import { joinPath, nameOf } from './root';
import { IFound, Walker, outline } from './walk';

/** A file that the user selected is taken, but for one that may hold a secret. */
export function selectedFile(
  entry: IFileEntry,
  ignored: ReturnType<typeof ignoreTest>,
  trans: ITranslator,
  findings: IFinding[]
): IFound {
  const name = nameOf(entry.path);
  const rule = ignored(name, 'file');
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

/** What belongs to the bundle at its root, and what lies beside it. */
export async function addFromRoot(
  root: string,
  selected: readonly IFileEntry[],
  walker: Walker,
  ignored: ReturnType<typeof ignoreTest>,
  entries: ReadonlyMap<string, IPlanEntry>,
  add: (found: IFound) => void,
  trans: ITranslator
): Promise<void> {
  const byHand = new Set(selected.map(({ path }) => path));
  let listing: IFileEntry[];
  try {
    listing = await walker.list(root);
  } catch (error) {
    if (error instanceof CancelledError) {
      throw error;
    }
    // The selected files themselves can still be read.
    return;
  }
  for (const entry of listing) {
    const name = nameOf(entry.path);
    const source = joinPath(root, name);
    const holdsEntries = [...byHand].some(path => isWithin(path, source));
    if (byHand.has(source) || (entry.kind === 'folder' && holdsEntries)) {
      continue;
    }
    const match = companion(name, entry.kind, trans);
    const rule = ignored(name, entry.kind);
    const walked = [...entries.values()].filter(e => isWithin(e.path, name));
    if (match && entry.kind === 'folder' && walked.length > 0) {
      walked
        .filter(({ reasonKind }) => reasonKind === 'selected')
        .forEach(e => add({ ...e, ...match, source: joinPath(root, e.path) }));
    } else if (match && entry.kind === 'folder') {
      for (const found of await walker.walk(
        source,
        match.reasonKind,
        match.reason
      )) {
        // prettier-ignore
        add(found);
      }
    } else if (match) {
      add({ ...outline(entry), ...match, source, included: true });
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
