import { cleanLine } from '../clean';
import { dateTrouble } from '../edtf';
import { descriptionText } from '../html';
import type { ICreator, IMetadata } from '../model';
import { normalizeOrcid, orcidTrouble } from '../orcid';
import { rorId } from '../sources/ror';
import { webAddress } from '../sources/workIdentifier';
import { spdxSpelling } from '../spdxSpelling';

/** A person or entity as CFF has it. */
export type CffPerson = Readonly<Record<string, string>>;

/** DOIs that CFF's schema takes. Source: CFF 1.2.0, `definitions.doi`. */
const DOI = /^10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;

/** Keys with a text each, without those that say nothing. */
function saying(pairs: readonly (readonly [string, string])[]): CffPerson {
  return Object.fromEntries(pairs.filter(([, text]) => text));
}

/** An ORCID as CFF has it; '' for one that is wrong. */
function orcidAddress(orcid: string): string {
  return orcid && orcidTrouble(orcid) === null
    ? `https://orcid.org/${normalizeOrcid(orcid)}`
    : '';
}

/** A creator; null for one without a name. */
export function cffPersonOf(creator: ICreator): CffPerson | null {
  const affiliation = creator.affiliations
    .map(({ name }) => cleanLine(name))
    .filter(name => name)
    .join('; ');
  const identifier = (scheme: string) =>
    creator.identifiers.find(one => one.scheme === scheme)?.identifier ?? '';
  if (creator.kind === 'organisation') {
    const name = cleanLine(creator.name);
    const ror = rorId(identifier('ror'));
    return name
      ? saying([
          ['name', name],
          ['website', ror ? `https://ror.org/${ror}` : ''],
          ['orcid', orcidAddress(identifier('orcid'))]
        ])
      : null;
  }
  const family = cleanLine(creator.familyName);
  return family
    ? saying([
        ['family-names', family],
        ['given-names', cleanLine(creator.givenName)],
        ['orcid', orcidAddress(creator.orcid)],
        ['affiliation', affiliation]
      ])
    : null;
}

/** Licences that SPDX has; several are alternatives. */
export function cffLicense(
  licenses: IMetadata['licenses']
): string | string[] | undefined {
  const names = [
    ...new Set(
      licenses.flatMap(({ id }) => {
        const name = spdxSpelling(id);
        return name ? [name] : [];
      })
    )
  ];
  return names.length > 1 ? names : names[0];
}

/** The address of a licence that SPDX has not, where there is no other. */
export function cffLicenseUrl({
  licenses
}: Pick<IMetadata, 'licenses'>): string | undefined {
  return cffLicense(licenses) === undefined
    ? licenses.map(({ own }) => webAddress(own?.link ?? '')).find(url => url)
    : undefined;
}

export function cffAbstract(
  metadata: Pick<IMetadata, 'description' | 'descriptionFormat'>
): string {
  return descriptionText(metadata.description, metadata.descriptionFormat);
}

export function cffKeywords({
  keywords,
  subjects
}: Pick<IMetadata, 'keywords' | 'subjects'>): string[] {
  const words = [...keywords, ...subjects.map(({ subject }) => subject)];
  return [...new Set(words.map(cleanLine).filter(word => word))];
}

/** The day of publication; undefined where only month or year is known. */
export function cffDate(date: string): string | undefined {
  const day = cleanLine(date);
  return /^\d{4}-\d\d-\d\d$/.test(day) && dateTrouble(day) === null
    ? day
    : undefined;
}

/** Other names of the work. */
export function cffIdentifiers({
  alternateIdentifiers
}: Pick<IMetadata, 'alternateIdentifiers'>): object[] {
  const seen = new Set<string>();
  return alternateIdentifiers.flatMap(({ identifier, scheme }) => {
    const value = cleanLine(identifier);
    if (!value || seen.has(value)) {
      return [];
    }
    seen.add(value);
    const isDoi = scheme === 'doi' && DOI.test(value);
    const type = isDoi
      ? 'doi'
      : webAddress(value)
        ? 'url'
        : /^swh:1:(?:snp|rel|rev|dir|cnt):[\da-f]{40}$/i.test(value)
          ? 'swh'
          : 'other';
    return [{ type, value }];
  });
}

/** A DOI that CFF's schema takes; undefined for another. */
export function cffDoi(doi: string): string | undefined {
  return DOI.test(doi) ? doi : undefined;
}
