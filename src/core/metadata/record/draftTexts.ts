import { cleanLine, cleanText } from '../clean';
import { dateTimeTrouble } from '../edtf';
import { descriptionHtml } from '../html';
import type {
  IAdditionalDescription,
  IAdditionalTitle,
  IDate,
  ILicense
} from '../model';
import type {
  DraftRight,
  IDraftDate,
  IDraftDescription,
  IDraftTitle
} from './draftBody';
import { unlessEmpty, vocabularyId } from './unlessEmpty';

export function draftTitle(one: IAdditionalTitle): IDraftTitle {
  return {
    ...unlessEmpty('title', cleanLine(one.title)),
    ...vocabularyId('type', one.type),
    ...vocabularyId('lang', one.language?.id ?? '')
  };
}

export function draftDescription(
  one: IAdditionalDescription
): IDraftDescription {
  return {
    ...unlessEmpty('description', descriptionHtml(one.description, one.format)),
    ...vocabularyId('type', one.type),
    ...vocabularyId('lang', one.language?.id ?? '')
  };
}

/** A date that is none is left out: some make the server stumble (crosswalk 4.9). */
export function draftDate(one: IDate): IDraftDate {
  const date = cleanLine(one.date);
  return {
    ...(dateTimeTrouble(date) === null && { date }),
    ...vocabularyId('type', one.type),
    ...unlessEmpty('description', cleanLine(one.description))
  };
}

/** A licence has an id or words of its own; the server refuses both together. */
export function draftRight({ id, title, own }: ILicense): DraftRight {
  if (!own) {
    return { id };
  }
  const name = cleanLine(title);
  const description = cleanText(own.description);
  return {
    ...(name && { title: { en: name } }),
    ...(description && { description: { en: description } }),
    ...unlessEmpty('link', cleanLine(own.link))
  };
}

/** The licences, each of the vocabulary once. */
export function draftRights(licenses: readonly ILicense[]): DraftRight[] {
  return licenses
    .filter(
      ({ id, own }, index) =>
        own || licenses.findIndex(one => one.id === id) === index
    )
    .map(draftRight);
}
