import { asList, asObject } from '../../zenodo/parse';
import type {
  IAlternateIdentifier,
  IAward,
  IFunding,
  IReference,
  IRelatedWork
} from '../model';
import { idOf, textIn, textOf } from './json';

export function readIdentifier(
  value: unknown,
  key: string
): IAlternateIdentifier {
  const { identifier, scheme } = asObject(value);
  return { key, identifier: textOf(identifier), scheme: textOf(scheme) };
}

export function readRelatedWork(value: unknown, key: string): IRelatedWork {
  const { relation_type, resource_type } = asObject(value);
  return {
    ...readIdentifier(value, key),
    relation: idOf(relation_type),
    resourceType: idOf(resource_type)
  };
}

export function readReference(value: unknown, key: string): IReference {
  const { reference } = asObject(value);
  return { ...readIdentifier(value, key), reference: textOf(reference) };
}

/** The address of an award; the server may have made a DOI of it. */
function addressOf(identifiers: unknown): string {
  const [first] = asList(identifiers).map(asObject);
  const identifier = textOf(first?.identifier);
  return first?.scheme === 'doi' ? `https://doi.org/${identifier}` : identifier;
}

function readAward(value: unknown): IAward | null {
  const { number, title, identifiers } = asObject(value);
  const id = idOf(value);
  const award = {
    ...(id && { id }),
    number: textOf(number),
    title: textIn(title),
    url: addressOf(identifiers)
  };
  return id || award.number || award.title || award.url ? award : null;
}

export function readFunding(value: unknown, key: string): IFunding {
  const { funder, award } = asObject(value);
  const id = idOf(funder);
  const name = textOf(asObject(funder).name);
  return {
    key,
    funder: { name: name || id, ...(id && { id }) },
    award: readAward(award)
  };
}
