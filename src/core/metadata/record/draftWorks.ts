import { cleanLine, cleanText } from '../clean';
import { detectScheme } from '../identifiers/detect';
import { WORK_SCHEMES } from '../identifiers/schemes';
import type {
  IAlternateIdentifier,
  IFunding,
  IReference,
  IRelatedWork
} from '../model';
import type {
  IDraftFunding,
  IDraftIdentifier,
  IDraftReference,
  IRelatedIdentifier
} from './draftBody';
import { unlessEmpty, vocabularyId } from './unlessEmpty';

/** An identifier with its scheme, told as the server does where it is not said. */
export function draftIdentifier(
  one: Pick<IAlternateIdentifier, 'identifier' | 'scheme'>
): IDraftIdentifier {
  const identifier = cleanLine(one.identifier);
  return {
    ...unlessEmpty('identifier', identifier),
    ...(identifier &&
      unlessEmpty(
        'scheme',
        one.scheme || (detectScheme(identifier, WORK_SCHEMES) ?? '')
      ))
  };
}

export function draftRelatedWork(one: IRelatedWork): IRelatedIdentifier {
  return {
    ...draftIdentifier(one),
    ...vocabularyId('relation_type', one.relation),
    ...vocabularyId('resource_type', one.resourceType)
  };
}

export function draftReference(one: IReference): IDraftReference {
  return {
    ...unlessEmpty('reference', cleanText(one.reference)),
    ...draftIdentifier(one)
  };
}

/** What has an id is known to the server, which refuses to be told more of it. */
export function draftFunding({ funder, award }: IFunding): IDraftFunding {
  const title = cleanLine(award?.title ?? '');
  const url = cleanLine(award?.url ?? '');
  return {
    funder: funder.id
      ? { id: funder.id }
      : unlessEmpty('name', cleanLine(funder.name)),
    ...(award && {
      award: award.id
        ? { id: award.id }
        : {
            ...unlessEmpty('number', cleanLine(award.number)),
            ...(title && { title: { en: title } }),
            ...(url && { identifiers: [{ scheme: 'url', identifier: url }] })
          }
    })
  };
}
