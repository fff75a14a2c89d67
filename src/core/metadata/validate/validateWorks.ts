import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import { detectScheme } from '../identifiers/detect';
import { normalizeIdentifier } from '../identifiers/normalize';
import { isOfScheme, WORK_SCHEMES } from '../identifiers/schemes';
import type { IAlternateIdentifier, IMetadata } from '../model';
import type { IRuleContext, Objections } from './fieldErrors';

type Identified = Pick<IAlternateIdentifier, 'identifier' | 'scheme'>;

function validateIdentifier(
  one: Identified,
  prefix: string,
  trans: ITranslator,
  objections: Objections
): void {
  const identifier = cleanLine(one.identifier);
  if (!identifier) {
    objections.add(
      `${prefix}.identifier`,
      trans.__('Enter an identifier, as a DOI or a web address.')
    );
  } else if (!one.scheme) {
    objections.add(
      `${prefix}.scheme`,
      detectScheme(identifier, WORK_SCHEMES) === null
        ? trans.__(
            'It cannot be told what kind of identifier this is. Write it as a web address, or choose its kind.'
          )
        : null
    );
  } else if (!WORK_SCHEMES.includes(one.scheme)) {
    objections.add(
      `${prefix}.scheme`,
      trans.__('The site does not know identifiers of this kind.')
    );
  } else if (!isOfScheme(identifier, one.scheme)) {
    objections.add(
      `${prefix}.identifier`,
      trans.__('This is not an identifier of the chosen kind.')
    );
  }
}

/** What an identifier is once the server has it. */
function normalized({ identifier, scheme }: Identified): string {
  const clean = cleanLine(identifier);
  const known = scheme || (detectScheme(clean, WORK_SCHEMES) ?? '');
  return `${known} ${normalizeIdentifier(clean, known)}`;
}

/**
 * Alternate identifiers, related works and references.
 *
 * Source: invenio-rdm-records, `RelatedIdentifierSchema`, `ReferenceSchema`;
 * marshmallow-utils, `IdentifierSchema`, `IdentifierValueSet`.
 */
export function validateWorks(
  { alternateIdentifiers, relatedWorks, references }: IMetadata,
  { trans }: IRuleContext,
  objections: Objections
): void {
  alternateIdentifiers.forEach((one, index) => {
    validateIdentifier(one, `alternateIdentifiers.${index}`, trans, objections);
  });
  const seen = alternateIdentifiers
    .filter(({ identifier }) => cleanLine(identifier))
    .map(normalized);
  objections.add(
    'alternateIdentifiers',
    new Set(seen).size < seen.length
      ? trans.__('One identifier is in the list twice.')
      : null
  );
  relatedWorks.forEach((work, index) => {
    const prefix = `relatedWorks.${index}`;
    validateIdentifier(work, prefix, trans, objections);
    objections.add(
      `${prefix}.relation`,
      work.relation
        ? null
        : trans.__('Choose how this work is related to yours.')
    );
  });
  references.forEach((one, index) => {
    const prefix = `references.${index}`;
    objections.add(
      `${prefix}.reference`,
      cleanLine(one.reference) ? null : trans.__('Enter the reference.')
    );
    if (cleanLine(one.identifier)) {
      validateIdentifier(one, prefix, trans, objections);
    }
  });
}
