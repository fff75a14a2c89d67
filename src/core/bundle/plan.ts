import { CancelledError, PublisherError } from '../error';
import { FileAccessError, IFileEntry, IFiles } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { findFolderAbove } from './above';
import { environmentFolders, environmentNames } from './companions';
import { IPlan, IPlanEntry, byPath, isWithin } from './entry';
import { IIgnoreRule, defaultRules, ignoreTest } from './ignore';
import { addFromRoot, selectedFile } from './planRoot';
import { bundleRoot, joinPath, parentOf } from './root';
import { IFound, IWalkProgress, Walker } from './walk';

export type { IFolderAbove, IPlan, IPlanEntry, ReasonKind } from './entry';

export interface IPlanOptions {
  readonly files: IFiles;
  /** Paths on the server, of files and folders. */
  readonly selection: readonly string[];
  /** A folder above the selection that the user chose as the root. */
  readonly root?: string;
  /** More rules for what is left out, as `settingsRule`. */
  readonly rules?: readonly IIgnoreRule[];
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IWalkProgress) => void;
}

/**
 * Find what goes into the bundle: the selection and all in its folders, what
 * belongs with it at the root, less what is ignored. What lies beside the
 * selection at the root is listed as left out. One request a folder and one
 * for each selected path, at most four at once.
 *
 * @throws CancelledError
 * @throws PublisherError when `root` does not hold the selection
 */
export async function planBundle(options: IPlanOptions): Promise<IPlan> {
  const { files, trans, signal, onProgress } = options;
  const ignored = ignoreTest([
    ...defaultRules(trans),
    ...(options.rules ?? [])
  ]);
  const walker = new Walker({ files, trans, ignored, signal, onProgress });
  const findings: IFinding[] = [];
  const paths = [...new Set(options.selection)];
  const selected = await statAll(walker, paths, trans, findings);
  const root = options.root ?? bundleRoot(selected);
  if (!selected.every(({ path }) => isWithin(path, root))) {
    throw new PublisherError(
      trans.__('The top folder must hold everything that you selected.')
    );
  }
  const entries = new Map<string, IPlanEntry>();
  const add = (found: IFound) => {
    const path = root ? found.source.slice(root.length + 1) : found.source;
    entries.set(path, { ...found, path });
  };
  for (const { path, kind } of selected) {
    if (kind === 'folder') {
      const reason = trans.__('selected by you');
      for (const found of await walker.walk(path, 'selected', reason)) {
        add(found);
      }
    }
  }
  for (const entry of selected) {
    if (entry.kind === 'file') {
      add(selectedFile(entry, ignored, trans, findings));
    }
  }
  // When files of several folders meet at the server's root only, that folder
  // is not theirs: nothing in it belongs to them.
  const isTheirs =
    root !== '' ||
    options.root !== undefined ||
    selected.some(({ path }) => parentOf(path) === '');
  if (isTheirs) {
    await addFromRoot(root, selected, walker, ignored, entries, add, trans);
  }
  const hasEnvironment = [...entries.values()].some(
    ({ path, included }) =>
      included &&
      (environmentNames.has(path) || environmentFolders.has(path.split('/')[0]))
  );
  const above = hasEnvironment ? null : await findFolderAbove(root, walker);
  if (above) {
    findings.push({
      id: 'bundle.environment-above',
      severity: 'info',
      section: 'contents',
      message: trans.__(
        '“%1” lies above the top folder, so it is not included. Binder looks for it at the top.',
        joinPath(above.folder, above.names[0])
      )
    });
  }
  return {
    root,
    selection: paths,
    entries: [...entries.values()].sort(byPath),
    findings: [...findings, ...relativeTo(root, walker.findings)],
    above
  };
}

/**
 * Look into a folder that the plan leaves out as a whole, and put its files in
 * the folder's place, all included but what the rules leave out.
 *
 * @throws CancelledError
 */
export async function openFolder(
  plan: IPlan,
  path: string,
  options: Omit<IPlanOptions, 'selection' | 'root'>
): Promise<IPlan> {
  const folder = plan.entries.find(e => e.path === path && e.kind === 'folder');
  if (!folder?.source) {
    return plan;
  }
  const { files, trans, signal, onProgress } = options;
  const ignored = ignoreTest([
    ...defaultRules(trans),
    ...(options.rules ?? [])
  ]);
  const walker = new Walker({ files, trans, ignored, signal, onProgress });
  const found = await walker.walk(
    folder.source,
    'selected',
    trans.__('selected by you')
  );
  const added = found.map(entry => ({
    ...entry,
    path: plan.root ? entry.source.slice(plan.root.length + 1) : entry.source
  }));
  return {
    ...plan,
    entries: [...plan.entries.filter(e => e !== folder), ...added].sort(byPath),
    findings: [
      ...plan.findings.filter(f => f.place?.path !== path),
      ...relativeTo(plan.root, walker.findings)
    ]
  };
}

async function statAll(
  walker: Walker,
  paths: readonly string[],
  trans: ITranslator,
  findings: IFinding[]
): Promise<IFileEntry[]> {
  const entries = await Promise.all(
    paths.map(async path => {
      // The server's root is always a folder; some drives cannot say so.
      if (path === '') {
        return { path, kind: 'folder', size: null, lastModified: '' } as const;
      }
      try {
        return { ...(await walker.stat(path)), path };
      } catch (error) {
        if (error instanceof CancelledError) {
          throw error;
        }
        findings.push({
          id: 'bundle.missing',
          severity: 'warning',
          section: 'contents',
          message:
            error instanceof FileAccessError
              ? trans.__('“%1” may not be read. It is left out.', path)
              : trans.__('“%1” is not there any more. It is left out.', path)
        });
        return null;
      }
    })
  );
  return entries.filter(entry => entry !== null);
}

function relativeTo(root: string, findings: readonly IFinding[]): IFinding[] {
  return findings.map(finding => ({
    ...finding,
    place: finding.place?.path
      ? { ...finding.place, path: root ? finding.place.path.slice(root.length + 1) : finding.place.path } // prettier-ignore
      : finding.place
  }));
}
