import { cleanLine } from '../clean';
import { isIsbn, isIssn } from '../identifiers/checkDigits';
import { isWebAddress } from '../identifiers/urls';
import type { IMetadata } from '../model';
import type { IRuleContext, Objections } from './fieldErrors';

/**
 * The fields of special kinds of works.
 *
 * Source: invenio-rdm-records, `contrib/codemeta`, `journal`, `imprint`,
 * `meeting`.
 */
export function validateSpecial(
  { software, publishingInformation, conference }: IMetadata,
  { trans }: IRuleContext,
  objections: Objections
): void {
  const check = (
    field: string,
    value: string,
    isRight: (value: string) => boolean,
    message: string
  ) => {
    const clean = cleanLine(value);
    objections.add(field, clean && !isRight(clean) ? message : null);
  };
  const address = trans.__('Write it as https://example.org/page.');
  const { journal, imprint } = publishingInformation;
  check('software.repository', software.repository, isWebAddress, address);
  check('conference.url', conference.url, isWebAddress, address);
  check(
    'publishingInformation.journal.issn',
    journal.issn,
    isIssn,
    trans.__('This is no ISSN: write it as 2077-9550, and look for typing errors.') // prettier-ignore
  );
  check(
    'publishingInformation.imprint.isbn',
    imprint.isbn,
    isIsbn,
    trans.__('This is no ISBN: look for typing errors.')
  );
}
