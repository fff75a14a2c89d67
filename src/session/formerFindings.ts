import type { IFinding } from '../core/finding';
import { comparable } from '../core/metadata/candidates';
import type { MetadataField } from '../core/metadata/model';
import type { IFormerVersion } from '../core/metadata/prefillSources';
import { fieldNames } from '../core/publish/fieldNames';
import type { ITranslator } from '../core/text';
import { plainText } from '../core/zenodo/errors';
import { asText } from '../core/zenodo/parse';
import type { ISite } from '../core/zenodo/sites';
import type { IPublicationState } from './state';

/** What became of the details of the last version. */
export interface IFormerDetails {
  readonly former: IFormerVersion | null;
  /** The site did not tell them. */
  readonly isUntold: boolean;
  /** They came when the user had pressed `Publish` already. */
  readonly isLate: boolean;
  readonly metadata: Pick<
    IPublicationState['metadata'],
    'candidates' | 'values'
  >;
  /** Fields that the user changed. */
  readonly touched: ReadonlySet<MetadataField>;
}

/** The server's names of fields that are told by name. */
const NAMES: ReadonlyMap<MetadataField, string> = new Map([
  ['title', 'metadata.title'],
  ['additionalTitles', 'metadata.additional_titles'],
  ['resourceType', 'metadata.resource_type'],
  ['creators', 'metadata.creators'],
  ['contributors', 'metadata.contributors'],
  ['description', 'metadata.description'],
  ['additionalDescriptions', 'metadata.additional_descriptions'],
  ['licenses', 'metadata.rights'],
  ['copyright', 'metadata.copyright'],
  ['languages', 'metadata.languages'],
  ['dates', 'metadata.dates'],
  ['publisher', 'metadata.publisher'],
  ['funding', 'metadata.funding'],
  ['alternateIdentifiers', 'metadata.identifiers'],
  ['relatedWorks', 'metadata.related_identifiers'],
  ['references', 'metadata.references'],
  ['keywords', 'metadata.subjects'],
  ['subjects', 'metadata.subjects'],
  ['access', 'access']
]);

/** What the user should know about the details of the last version. */
export function formerFindings(
  { former, isUntold, isLate, metadata, touched }: IFormerDetails,
  site: ISite,
  trans: ITranslator
): IFinding[] {
  if (isUntold) {
    return [
      {
        id: 'metadata.former-untold',
        severity: 'warning',
        section: 'metadata',
        message: trans.__(
          '%1 did not tell the details of the last version, so the form is filled in from your files only. What was corrected on its page may be missing. Nothing that you typed was changed. Press Reload from files to ask again.',
          site.name
        )
      }
    ];
  }
  if (!former) {
    return [];
  }
  const findings: IFinding[] = [];
  if (isLate) {
    findings.push({
      id: 'metadata.former-late',
      severity: 'warning',
      section: 'metadata',
      message: trans.__(
        'The details of %1 came only now, and fill in what you did not change. Nothing was sent. Look at the form, and press Publish again.',
        former.origin
      )
    });
  }
  const number = asText(former.record.metadata.version);
  if (number !== '' && metadata.values.version === number) {
    findings.push({
      id: 'metadata.former-number',
      severity: 'warning',
      section: 'metadata',
      message: trans.__(
        'The last version has the number %1, too. Readers tell versions apart by it: give this one another.',
        plainText(number, 40)
      )
    });
  }
  const others = (Object.keys(metadata.candidates) as MetadataField[]).filter(
    field => {
      const [first, ...rest] = metadata.candidates[field] ?? [];
      const said = rest.find(({ origin }) => origin === former.origin);
      // Of lists to which all add, the sum is no contradiction.
      const isSum = first?.origin.split(', ').includes(former.origin);
      return (
        said !== undefined &&
        !isSum &&
        !touched.has(field) &&
        comparable(first.values) !== comparable(said.values)
      );
    }
  );
  if (others.length > 0) {
    findings.push({
      id: 'metadata.former-differs',
      severity: 'info',
      section: 'metadata',
      message: trans.__(
        'Your files say something else than %1 (%2). What the files say is filled in, as they may be newer. The other value can be chosen under each field.',
        former.origin,
        fieldNames(
          others.map(field => NAMES.get(field) ?? field),
          trans
        )
      )
    });
  }
  return findings;
}
