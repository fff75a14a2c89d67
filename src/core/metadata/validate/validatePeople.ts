import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import { gndFits, rorFits } from '../identifiers/checkDigits';
import { detectScheme } from '../identifiers/detect';
import { normalizeIdentifier } from '../identifiers/normalize';
import { isOfScheme, PERSON_SCHEMES } from '../identifiers/schemes';
import type { ICreator, IMetadata, IPersonIdentifier } from '../model';
import { orcidTrouble } from '../orcid';
import type { IRuleContext, Objections } from './fieldErrors';

/** Schemes that Zenodo has beside those of InvenioRDM. Source: metadata crosswalk 5.3. */
const MORE_SCHEMES: readonly string[] = ['edmo'];

function orcidError(orcid: string, trans: ITranslator): string | null {
  switch (orcid.trim() === '' ? null : orcidTrouble(orcid)) {
    case 'form':
      return trans.__('Write it as 0000-0002-1825-0097.');
    case 'check-digit':
      return trans.__(
        'There is a typing error in this ORCID: its last digit does not fit the others.'
      );
    case 'range':
      return trans.__('This number is not an ORCID.');
    case null:
      return null;
  }
}

/** The scheme as which an identifier is sent; '' = none can be told. */
function schemeOf({ scheme, identifier }: IPersonIdentifier): string {
  return scheme || (detectScheme(identifier, PERSON_SCHEMES) ?? '');
}

function identifierError(
  one: IPersonIdentifier,
  trans: ITranslator
): string | null {
  const identifier = cleanLine(one.identifier);
  const scheme = schemeOf(one);
  if (!identifier) {
    return trans.__('Enter the identifier, or remove it.');
  }
  if (MORE_SCHEMES.includes(scheme)) {
    return null;
  }
  if (scheme === 'orcid') {
    return orcidError(identifier, trans);
  }
  if (!PERSON_SCHEMES.includes(scheme)) {
    return trans.__('This is no ORCID, ISNI, GND or ROR id.');
  }
  if (!isOfScheme(identifier, scheme)) {
    return trans.__('This is no %1 id.', scheme.toUpperCase());
  }
  const id = normalizeIdentifier(identifier, scheme);
  const fits =
    (scheme !== 'ror' || rorFits(id)) &&
    (scheme !== 'gnd' || gndFits(id.replace(/^gnd:/, '')));
  return fits
    ? null
    : trans.__('There is a typing error in this %1 id: its digits do not fit together.', scheme.toUpperCase()); // prettier-ignore
}

/** The first name that is in the list twice, as the server compares them. */
function repeated(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names.map(cleanLine)) {
    if (name && seen.has(name)) {
      return name;
    }
    seen.add(name);
  }
  return null;
}

function validatePerson(
  creator: ICreator,
  prefix: string,
  trans: ITranslator,
  objections: Objections
): void {
  const isPerson = creator.kind === 'person';
  if (isPerson) {
    objections.add(
      `${prefix}.familyName`,
      cleanLine(creator.familyName) ? null : trans.__('Enter a family name.')
    );
    objections.add(`${prefix}.orcid`, orcidError(creator.orcid, trans));
  } else {
    objections.add(
      `${prefix}.name`,
      cleanLine(creator.name)
        ? null
        : trans.__('Enter the name of the organisation.')
    );
  }
  creator.identifiers.forEach((one, index) => {
    objections.add(
      `${prefix}.identifiers.${index}`,
      identifierError(one, trans)
    );
  });
  const schemes = [
    ...(isPerson && creator.orcid.trim() ? ['orcid'] : []),
    ...creator.identifiers.map(schemeOf)
  ];
  const twice = repeated(schemes);
  objections.add(
    `${prefix}.identifiers`,
    twice === null
      ? null
      : trans.__('There are two %1 ids. Keep one of them.', twice.toUpperCase())
  );
  const affiliation = repeated(
    creator.affiliations.map(({ id, name }) => id ?? name)
  );
  objections.add(
    `${prefix}.affiliations`,
    affiliation === null
      ? null
      : trans.__('“%1” is in the list twice.', affiliation)
  );
}

/**
 * Creators and contributors. Check digits of ROR and GND ids are looked at here
 * alone.
 *
 * Source: invenio-rdm-records, `CreatorSchema`, `ContributorSchema`,
 * `PersonOrOrganizationSchema`; metadata crosswalk 4.3, 4.4.
 */
export function validatePeople(
  { creators, contributors }: IMetadata,
  { trans }: IRuleContext,
  objections: Objections
): void {
  objections.add(
    'creators',
    creators.length === 0 ? trans.__('Add at least one creator.') : null
  );
  creators.forEach((creator, index) => {
    validatePerson(creator, `creators.${index}`, trans, objections);
  });
  contributors.forEach((contributor, index) => {
    const prefix = `contributors.${index}`;
    validatePerson(contributor, prefix, trans, objections);
    objections.add(
      `${prefix}.role`,
      contributor.role ? null : trans.__('Choose a role.')
    );
  });
}
