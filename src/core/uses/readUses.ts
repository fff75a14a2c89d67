import { IPlanEntry } from '../bundle/entry';
import { ignoreTest } from '../bundle/ignore';
import { nameOf } from '../paths';
import { IFiles } from '../files';
import { INotebook } from '../notebook/notebook';
import { ITranslator } from '../text';
import { Breath } from './breath';
import { Collector } from './collect';
import { Found } from './found';
import { Listing } from './listing';
import { ISettled, Settler } from './settle';
import { IUrlUse, IUses } from './use';
import { findingsOfUses } from './findingsOfUses';
import { urlFlags, withoutSecrets } from './urls';

export interface IReadUsesOptions {
  /** The notebooks of the bundle, with their paths in it. */
  readonly notebooks: readonly {
    readonly path: string;
    readonly notebook: INotebook;
  }[];
  /** Read a file of code on the server as text. What it throws is a finding. */
  readonly readText: (source: string, signal?: AbortSignal) => Promise<string>;
  readonly listing: {
    /** The plan's entries, left-out ones too. */
    readonly entries: readonly IPlanEntry[];
    /** Where to look for what the plan does not list; each folder is asked for once, four at a time. */
    readonly files?: IFiles;
    /** What the rules leave out; none: the rules that hold for every bundle. */
    readonly ignored?: ReturnType<typeof ignoreTest>;
  };
  /** The server's folder that is the root of the bundle. */
  readonly root: string;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * Find out what notebooks use, without running them: modules, files, addresses
 * and programs. Cells that are no complete code are read as far as possible.
 *
 * @throws CancelledError
 */
export async function readUses(options: IReadUsesOptions): Promise<IUses> {
  const { notebooks, root, trans, signal } = options;
  const listing = new Listing({ ...options.listing, root, trans, signal });
  const breath = new Breath(trans, signal);
  const found = new Found();
  const readText = async ({ source, content }: IPlanEntry) =>
    source === null
      ? new TextDecoder().decode(content)
      : options.readText(source, signal);
  for (const { path, notebook } of notebooks) {
    const collector = new Collector(path, { listing, breath, readText }, found);
    await collector.run(notebook);
  }
  const settled = await new Settler(found.paths, listing, breath).run();
  const urls = urlUses(found);
  return {
    modules: found.modules,
    localModules: found.localModules,
    files: settled.map(({ use }) => use),
    urls,
    programs: found.programs,
    declared: found.declared,
    findings: findingsOfUses(settled, urls, found.partly, trans),
    proposedEntries: proposedEntries(settled, trans)
  };
}

function urlUses(found: Found): IUrlUse[] {
  const urls = new Map<string, IUrlUse>();
  for (const { text, place } of found.urls) {
    const url = withoutSecrets(text);
    const key = JSON.stringify([url, place.path]);
    if (!urls.has(key)) {
      urls.set(key, { url, place, flags: urlFlags(text) });
    }
  }
  return [...urls.values()];
}

/** Files that nobody decided to leave out; the first use gives the reason. */
function proposedEntries(
  settled: readonly ISettled[],
  trans: ITranslator
): IPlanEntry[] {
  const entries = new Map<string, IPlanEntry>();
  for (const { use, entry } of settled) {
    const isFree =
      use.state === 'left-out' && entry?.reasonKind === 'unselected';
    if (entry && isFree && !entries.has(entry.path)) {
      const by = nameOf(use.place.path ?? use.notebook);
      const reason =
        use.kind === 'module'
          ? trans.__('imported by %1', by)
          : trans.__('read by %1', by);
      entries.set(entry.path, { ...entry, included: true, reason, reasonKind: 'used' }); // prettier-ignore
    }
  }
  return [...entries.values()];
}
