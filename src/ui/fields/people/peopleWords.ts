import type { ICreator } from '../../../core/metadata/model';
import type { ITranslator } from '../../../core/text';

/** The two lists of people. */
export type PeopleField = 'creators' | 'contributors';

/** A name as it is sorted: `Silva, Ana Marques`. */
export function personName(person: ICreator, trans: ITranslator): string {
  const parts =
    person.kind === 'person'
      ? [person.familyName, person.givenName]
      : [person.name];
  return (
    parts
      .map(part => part.trim())
      .filter(Boolean)
      .join(', ') || trans.__('somebody without a name')
  );
}

/** What the two lists call things. */
export interface IPeopleWords {
  readonly title: string;
  readonly add: string;
  /** The name of a button, so that it is told from the other list's. */
  readonly paste: string;
  readonly kind: string;
  card(number: number, name: string | null): string;
  moved(name: string, number: number, count: number): string;
}

export function peopleWords(
  field: PeopleField,
  trans: ITranslator
): IPeopleWords {
  return field === 'creators'
    ? {
        title: trans.__('Creators'),
        add: trans.__('Add creator'),
        paste: trans.__('Paste a list of creators…'),
        kind: trans.__('Kind of creator'),
        card: (number, name) =>
          name === null
            ? trans.__('Creator %1', number)
            : trans.__('Creator %1: %2', number, name),
        moved: (name, number, count) =>
          trans.__('%1 is now creator %2 of %3', name, number, count)
      }
    : {
        title: trans.__('Contributors'),
        add: trans.__('Add contributor'),
        paste: trans.__('Paste a list of contributors…'),
        kind: trans.__('Kind of contributor'),
        card: (number, name) =>
          name === null
            ? trans.__('Contributor %1', number)
            : trans.__('Contributor %1: %2', number, name),
        moved: (name, number, count) =>
          trans.__('%1 is now contributor %2 of %3', name, number, count)
      };
}
