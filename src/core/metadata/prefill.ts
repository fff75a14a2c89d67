import type { IFinding } from '../finding';
import type { Candidates } from './candidates';
import { type IMerged, mergeSources } from './mergeSources';
import type { IMetadata, Origins } from './model';
import { nextVersionSource } from './nextVersion';
import { type IPrefillOptions, PrefillSources } from './prefillSources';
import {
  affiliated,
  defaultsSource,
  lastPublicationSource,
  noDefaults
} from './sources/defaults';

/** What was found. Fields without a source are missing. */
export interface IPrefill {
  readonly values: Partial<IMetadata>;
  readonly origins: Origins;
  /** All values of all sources, by field. */
  readonly candidates: Candidates;
  /** What is odd about the sources. */
  readonly findings: readonly IFinding[];
}

/**
 * Fill in what the project's own files say, then what git, the user's last
 * publication and the institution say. Nothing is made up. For each field the
 * first source counts that has a value (`mergeSources`), in this order:
 *
 * 1. `.zenodo.json`, `zenodo.json`: written for this purpose
 * 2. `CITATION.cff`, `codemeta.json`, `ro-crate-metadata.json`, `datapackage.json`
 * 3. for a next version, the record of the last one, as it stands on the site:
 *    all but its version number and publication date. Files of 1 and 2 that are
 *    still the ones it was published with come after it: what it says otherwise
 *    was corrected in the form or on the site. What it decides, sources below
 *    it do not add to.
 * 4. the notebooks, the main one first
 * 5. files of packages: `pyproject.toml`, `setup.cfg`, `package.json`,
 *    `DESCRIPTION`, `Project.toml`
 * 6. README, licence, git
 * 7. for a next version, the number after the last one's
 * 8. the user's last publication, the institution's defaults, today's date
 *
 * Source: metadata crosswalk 2.2.
 *
 * @throws CancelledError when the signal is aborted
 */
export async function prefill(options: IPrefillOptions): Promise<IPrefill> {
  const { today, former, last, defaults = noDefaults, trans } = options;
  const prefill = new PrefillSources(options);
  await prefill.addCited();
  await prefill.addNotebooks();
  await prefill.addFiles('package');
  await prefill.addFiles('loose');
  await prefill.addGit();
  if (former) {
    const origin = trans.__('the number after %1', former.origin);
    prefill.add(origin, nextVersionSource(former.record));
  }
  if (last) {
    prefill.add(trans.__('your last publication'), lastPublicationSource(last));
  }
  prefill.add(trans.__('your institution'), defaultsSource(defaults));
  if (today) {
    prefill.add(trans.__('today'), {
      values: { publicationDate: today },
      findings: []
    });
  }
  const merged = withAffiliation(mergeSources(prefill.sources), options);
  return { ...merged, findings: prefill.findings };
}

/**
 * Offer the institution's affiliation for those who have none. It is not filled
 * in: who of several authors works there, nobody but the user knows.
 */
function withAffiliation(
  merged: IMerged,
  { defaults = noDefaults, trans }: IPrefillOptions
): IMerged {
  const { creators = [] } = merged.values;
  const affiliatedOnes = creators.map(one => affiliated(one, defaults));
  return affiliatedOnes.every((one, index) => one === creators[index])
    ? merged
    : {
        ...merged,
        candidates: {
          ...merged.candidates,
          creators: [
            ...(merged.candidates.creators ?? []),
            {
              values: { creators: affiliatedOnes },
              origin: trans.__('your institution')
            }
          ]
        }
      };
}
