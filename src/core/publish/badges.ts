import { binderBadgeUrl, launchUrl } from '../binder/launchUrl';
import {
  badgeMarkdown,
  IBadge,
  IPublishedIdentity,
  PLACEHOLDER_DOI
} from '../notebook/badge';
import { type ITestEvidence, evidenceSentence } from '../testRun/evidence';
import { doiBadgeUrl, doiUrl, ISite } from '../zenodo/sites';
import type { IJournalDraft } from './journalEntry';

/**
 * The badge of a notebook (or, with its path, what a README opens). Sites
 * without Binder, and bundles that Binder would refuse, get the DOI only.
 */
export function badgeFor(
  site: ISite,
  doi: string,
  notebook: string | undefined,
  binderReady: boolean
): IBadge {
  const shown = doi || PLACEHOLDER_DOI;
  const hub = binderReady && notebook ? site.binder : null;
  return {
    form: hub ? 'doi-and-binder' : 'doi',
    doi: shown,
    doiUrl: doiUrl(site, shown),
    doiBadgeUrl: doiBadgeUrl(site, shown),
    ...(hub && notebook
      ? {
          binderBadgeUrl: binderBadgeUrl(hub),
          launchUrl: launchUrl({ hub, doi: shown, path: notebook })
        }
      : {}),
    testOnly: site.test
  };
}

/** What stands in a README: the badges, and below them what a test run showed. */
export function readmeBadge(
  badge: IBadge,
  evidence: ITestEvidence | null | undefined
): string {
  const badges = badgeMarkdown(badge);
  return badges && evidence
    ? `${badges}\n\n✔ ${evidenceSentence(evidence)}`
    : badges;
}

/**
 * The notebook metadata for a draft with a reserved DOI. The concept DOI has
 * the same form with the parent's id (invenio-rdm-records, PIDs by
 * `<prefix>/zenodo.<id>`), so it is known before publishing; where the DOI has
 * another form, it is left out.
 */
export function identityFor(
  site: ISite,
  draft: IJournalDraft
): IPublishedIdentity {
  const { id, conceptId, doi } = draft;
  return {
    version: 1,
    site: site.url,
    record: id,
    doi,
    ...(conceptId && doi.endsWith(`.${id}`)
      ? { concept_doi: doi.slice(0, -id.length) + conceptId }
      : {})
  };
}
