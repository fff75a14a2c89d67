import { IFileEntry, IFileLink } from '../files';
import { nameOf } from '../paths';
import { ITranslator } from '../text';
import { IPlanEntry, ReasonKind } from './entry';

/** An entry with its path on the server, before it has a place in the bundle. */
export type IFound = Omit<IPlanEntry, 'path' | 'source'> & {
  readonly source: string;
};

/** Why the files of a walk are in. */
export type Because = Pick<IPlanEntry, 'reason' | 'reasonKind'>;

/** What an entry of the plan takes over from the server. */
export function outline(
  entry: IFileEntry
): Pick<IPlanEntry, 'kind' | 'size' | 'lastModified' | 'link'> {
  return {
    kind: entry.kind,
    size: entry.kind === 'file' ? entry.size : null,
    lastModified: entry.lastModified,
    ...(entry.link ? { link: entry.link } : {})
  };
}

/** Whether an entry is in only where the user chooses it, or never. */
export function isGuarded({ link }: Pick<IFileEntry, 'link'>): boolean {
  return link !== undefined && !(link.inside && link.allowed);
}

/** A link that is left out until the user chooses it, or for good. */
export function guardedLink(
  entry: IFileEntry,
  source: string,
  trans: ITranslator
): IFound {
  const found = { ...outline(entry), source, included: false };
  return entry.link?.allowed
    ? {
        ...found,
        reason: trans.__('left out: leads out of Jupyter’s folder'),
        reasonKind: 'outside'
      }
    : {
        ...found,
        reason: entry.link?.inside
          ? trans.__('left out: leads to a hidden file')
          : trans.__(
              'left out: leads out of Jupyter’s folder, which this server does not allow'
            ),
        reasonKind: 'unreadable',
        locked: true
      };
}

/** An entry of a folder that is a link, or lies in one: it leads elsewhere, too. */
export function inLinked(
  entry: IFileEntry,
  folder: IFileLink | undefined
): IFileEntry {
  if (!folder || entry.link) {
    return entry;
  }
  const target = `${folder.target.replace(/\/$/, '')}/${nameOf(entry.path)}`;
  return { ...entry, link: { ...folder, target } };
}

/** A folder that is left out as a whole. */
export function folderEntry(
  source: string,
  reasonKind: ReasonKind,
  reason: string
): IFound {
  return { source, kind: 'folder', size: null, lastModified: '', included: false, reason, reasonKind }; // prettier-ignore
}
