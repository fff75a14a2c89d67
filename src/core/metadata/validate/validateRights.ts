import { cleanLine } from '../clean';
import { isUrl, isWebAddress } from '../identifiers/urls';
import { embargoEnd } from '../embargo';
import type { IMetadata } from '../model';
import type { IRuleContext, Objections } from './fieldErrors';

/**
 * Licences, access and embargo, funding.
 *
 * Source: invenio-rdm-records, `RightsSchema`, `EmbargoSchema`, `FundingSchema`;
 * invenio-vocabularies, `FunderRelationSchema`, `AwardRelationSchema`.
 */
export function validateRights(
  { licenses, access, embargo, funding }: IMetadata,
  { trans, now, restrictedRecords }: IRuleContext,
  objections: Objections
): void {
  licenses.forEach(({ title, own }, index) => {
    if (own) {
      const link = cleanLine(own.link);
      objections.add(
        `licenses.${index}.title`,
        cleanLine(title) ? null : trans.__('Enter a title.')
      );
      objections.add(
        `licenses.${index}.own.link`,
        link && !isWebAddress(link)
          ? trans.__('Write it as https://example.org/terms.')
          : null
      );
    }
  });
  objections.add(
    'access',
    access === 'restricted-record' && !restrictedRecords
      ? trans.__('This site lets only files be restricted, not whole records.')
      : null
  );
  if (access !== 'public' && embargo.active) {
    const until = embargoEnd(embargo);
    objections.add(
      'embargo.until',
      until === null
        ? trans.__('Write the day on which it ends as 2027-06-01.')
        : until < now
          ? trans.__('Choose a day in the future.')
          : null
    );
  }
  funding.forEach(({ funder, award }, index) => {
    const prefix = `funding.${index}`;
    objections.add(
      `${prefix}.funder`,
      funder.id || cleanLine(funder.name) ? null : trans.__('Enter a funder.')
    );
    if (award && !award.id) {
      const url = cleanLine(award.url);
      objections.add(
        `${prefix}.award`,
        cleanLine(award.number) || cleanLine(award.title)
          ? null
          : trans.__('Enter the number or the title of the award.')
      );
      objections.add(
        `${prefix}.award.url`,
        url && !isUrl(url)
          ? trans.__('Write it as https://example.org/award.')
          : null
      );
    }
  });
}
