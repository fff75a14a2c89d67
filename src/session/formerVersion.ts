import type { IPlanEntry } from '../core/bundle/entry';
import type { ExistingRecord } from '../core/metadata/fromRecord';
import type { IFormerVersion } from '../core/metadata/prefillSources';
import { isCited } from '../core/metadata/sources/sourceFiles';
import type { IJournalFile } from '../core/publish/journalEntry';
import { withoutLaunchLinks } from '../core/publish/replaceFiles';
import { changesSince } from '../core/publish/versions';
import type { ITranslator } from '../core/text';
import type { ISite } from '../core/zenodo/sites';
import { SourceHashes } from './sourceHashes';
import type { ISessionPorts } from './ports';
import type { ILastVersion } from './versionState';

/** What is known of the last version. */
export interface IFormerOptions {
  readonly last: ILastVersion;
  readonly details: ExistingRecord;
  /** Its files, where the journal has them. */
  readonly files: readonly IJournalFile[] | null;
  /** The files that are there now. */
  readonly present: readonly IPlanEntry[];
  readonly site: ISite;
  readonly ports: Pick<ISessionPorts, 'files' | 'trans'>;
}

/** The last version as a source of the next one's details. */
export async function formerVersion(
  options: IFormerOptions
): Promise<IFormerVersion> {
  const { last, details, files, present, site, ports } = options;
  const hashes = files
    ? await new SourceHashes(ports).of(
        present.filter(({ path }) => isCited(path))
      )
    : undefined;
  const since = files && hashes ? changesSince(files, hashes) : null;
  return {
    origin: originOf(last, site, ports.trans),
    // They open the last version, not this one.
    record: withoutLaunchLinks(details, site.binder, last.doi),
    // Without the journal, nobody knows: what lies in the folder counts.
    isNewer: path =>
      since === null ||
      since.added.includes(path) ||
      since.changed.includes(path)
  };
}

/** As it stands under fields: `from version 1.0.0 on Zenodo`. */
function originOf(
  { version }: ILastVersion,
  site: ISite,
  trans: ITranslator
): string {
  return version
    ? trans.__('version %1 on %2', version, site.name)
    : trans.__('the last version on %1', site.name);
}
