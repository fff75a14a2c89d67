import { CancelledError, PublisherError } from '../error';
import { FileAccessError, IFileEntry, IFileLink, IFiles } from '../files';
import { IFinding } from '../finding';
import { parentOf } from '../paths';
import { ITranslator } from '../text';
import { findAbove } from './above';
import { IPlan, IPlanEntry, byPath, isWithin } from './entry';
import { IIgnoreRule, defaultRules } from './ignore';
import { IgnoreFiles } from './ignoreFiles';
import { ILimits, defaultLimits } from './limits';
import { Listings } from './listings';
import { addFromRoot, selectedFile } from './planRoot';
import { bundleRoot } from './root';
import { IFound } from './found';
import { IWalkProgress, Walker } from './walk';

export type { IPlan, IPlanEntry, ReasonKind } from './entry';

/** How the folders are looked through. */
export interface ILookOptions {
  readonly files: IFiles;
  /** More rules for what is left out, as `settingsRule`. */
  readonly rules?: readonly IIgnoreRule[];
  /** Also leave out what the project's `.gitignore` files leave out. */
  readonly gitignore?: boolean;
  /** Texts of files with rules that the server does not hand out, by path in the bundle. */
  readonly ruleFiles?: ReadonlyMap<string, string>;
  /** What the site takes; a file above it is left out. */
  readonly limits?: ILimits;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IWalkProgress) => void;
}

export interface IPlanOptions extends ILookOptions {
  /** Paths on the server, of files and folders. */
  readonly selection: readonly string[];
  /** A folder above the selection that the user chose as the root. */
  readonly root?: string;
}

/** What looks through the folders of one bundle. */
export interface ILook {
  readonly listings: Listings;
  readonly rules: IgnoreFiles;
  readonly walker: Walker;
}

/** Make what looks through the folders. */
export function lookInto(
  root: string,
  options: ILookOptions,
  listings: Listings = new Listings(options)
): ILook {
  const { trans, gitignore = false, onProgress } = options;
  const rules = new IgnoreFiles({
    listings,
    trans,
    root,
    rules: [...defaultRules(trans), ...(options.rules ?? [])],
    gitignore,
    ruleFiles: options.ruleFiles ?? new Map()
  });
  const maxFileBytes = (options.limits ?? defaultLimits).bytes;
  const walker = new Walker({ listings, rules, trans, maxFileBytes, onProgress }); // prettier-ignore
  return { listings, rules, walker };
}

/** What was noticed on the way, with the places' paths as they are in the bundle. */
export function lookFindings(root: string, look: ILook): IFinding[] {
  return [...look.rules.findings, ...look.walker.findings].map(finding => {
    const path = finding.place?.path;
    return path === undefined || root === '' || !isWithin(path, root)
      ? finding
      : { ...finding, place: { ...finding.place, path: path.slice(root.length + 1) } }; // prettier-ignore
  });
}

/**
 * Find what goes into the bundle: the selection and all in its folders, what
 * belongs with it at the root, less what is ignored. What lies beside the
 * selection at the root is listed as left out. One request a folder, or one for
 * a folder with all below it where the server can; one for each selected path
 * and each file with rules; at most four at once.
 *
 * @throws CancelledError
 * @throws PublisherError when `root` does not hold the selection
 */
export async function planBundle(options: IPlanOptions): Promise<IPlan> {
  const { trans } = options;
  const listings = new Listings(options);
  const findings: IFinding[] = [];
  const paths = [...new Set(options.selection)];
  const selected = await statAll(listings, paths, trans, findings);
  const root = options.root ?? bundleRoot(selected);
  if (!selected.every(({ path }) => isWithin(path, root))) {
    throw new PublisherError(
      trans.__('The top folder must hold everything that you selected.')
    );
  }
  const look = lookInto(root, options, listings);
  const entries = new Map<string, IPlanEntry>();
  const add = (found: IFound) => {
    const path = root ? found.source.slice(root.length + 1) : found.source;
    // The root itself, when it cannot be read: a finding says so.
    if (path !== '') {
      entries.set(path, { ...found, path });
    }
  };
  const reason = trans.__('selected by you');
  for (const { path, kind, link } of selected) {
    if (kind === 'folder') {
      const found = await look.walker.walk(path, { reason, reasonKind: 'selected' }, link); // prettier-ignore
      found.forEach(add);
    }
  }
  const rules = await look.rules.at(root);
  for (const entry of selected) {
    if (entry.kind === 'file') {
      add(selectedFile(entry, rules, trans, findings));
    }
  }
  // When files of several folders meet at the server's root only, that folder
  // is not theirs: nothing in it belongs to them.
  const isTheirs =
    root !== '' ||
    options.root !== undefined ||
    selected.some(({ path }) => parentOf(path) === '');
  if (isTheirs) {
    await addFromRoot({ ...look, root, selected, rules, entries, add, trans });
  }
  const sorted = [...entries.values()].sort(byPath);
  const included = sorted.filter(entry => entry.included);
  const above = await findAbove(root, included, listings, trans);
  return {
    root,
    selection: paths,
    entries: sorted,
    findings: [
      ...findings,
      ...above.findings,
      ...lookFindings(root, look).filter(
        // A file that was selected by its name goes in whatever its size.
        ({ id, place }) =>
          id !== 'bundle.over-limit' ||
          !entries.get(place?.path ?? '')?.included
      )
    ],
    above: above.proposals,
    showsHidden: listings.showsHidden
  };
}

/** A link that was selected, but leads to what the server does not give. */
function refusedLink(
  { inside, target }: IFileLink,
  path: string,
  trans: ITranslator
): IFinding {
  return {
    id: 'bundle.missing',
    severity: 'warning',
    section: 'contents',
    message: inside
      ? trans.__(
          '“%1” is a link to the hidden file “%2”. It is left out.',
          path,
          target
        )
      : trans.__(
          '“%1” is a link that leads out of Jupyter’s folder, to “%2”. This server does not allow that, so it is left out. Put a copy in its place to publish it.',
          path,
          target
        )
  };
}

async function statAll(
  listings: Listings,
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
        const entry = { ...(await listings.stat(path)), path };
        if (entry.link?.allowed === false) {
          findings.push(refusedLink(entry.link, path, trans));
          return null;
        }
        return entry;
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
