import { CancelledError } from '../error';
import { IFileEntry } from '../files';
import { IFinding } from '../finding';
import { companion } from './companions';
import { IPlan, IPlanEntry, byPath, isWithin } from './entry';
import { ILookOptions } from './plan';
import { filesOf } from './openFolder';
import { Listings } from './listings';
import { joinPath } from '../paths';
import { outline } from './found';

/** Hidden files and folders that a bundle wants, and that some servers give to those who ask by name. */
const knownHidden: readonly string[] = ['.binder', '.zenodo.json'];

/**
 * Ask for the known hidden files at the root by their names, and take into the
 * plan those that can be read. Those that the plan has already stay as they
 * are.
 *
 * @throws CancelledError
 */
export async function probeHidden(
  plan: IPlan,
  options: ILookOptions
): Promise<IPlan> {
  const listings = new Listings(options);
  const added: IPlanEntry[] = [];
  const findings: IFinding[] = [];
  for (const name of knownHidden) {
    if (plan.entries.some(({ path }) => isWithin(path, name))) {
      continue;
    }
    const source = joinPath(plan.root, name);
    const entry = await ask(listings, source);
    const match = entry && companion(name, entry.kind, options.trans);
    if (!entry || !match) {
      continue;
    }
    if (entry.kind === 'folder') {
      const found = await filesOf(plan, { path: name, source }, options, match);
      added.push(...(await readable(found.entries, options)));
      findings.push(...found.findings);
    } else {
      const file = { ...outline(entry), ...match, path: name, source, included: true }; // prettier-ignore
      added.push(...(await readable([file], options)));
    }
  }
  return added.length === 0
    ? plan
    : {
        ...plan,
        entries: [...plan.entries, ...added].sort(byPath),
        findings: [...plan.findings, ...findings]
      };
}

async function ask(
  listings: Listings,
  path: string
): Promise<IFileEntry | null> {
  try {
    return await listings.stat(path);
  } catch (error) {
    if (error instanceof CancelledError) {
      throw error;
    }
    // Not there, or not for us: the server does not say which.
    return null;
  }
}

/** Servers that tell of a hidden file can still refuse its bytes. */
async function readable(
  entries: readonly IPlanEntry[],
  { files, signal }: ILookOptions
): Promise<IPlanEntry[]> {
  const kept: IPlanEntry[] = [];
  for (const entry of entries) {
    if (entry.kind === 'file' && entry.included && entry.source !== null) {
      try {
        const { stream } = await files.read(entry.source, signal);
        await stream.cancel();
      } catch (error) {
        if (error instanceof CancelledError) {
          throw error;
        }
        continue;
      }
      kept.push(entry);
    }
  }
  return kept;
}
