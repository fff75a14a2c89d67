import type { ITranslator } from '../text';

/** The names that the panel gives to fields of a draft, each once, for a sentence. */
export function fieldNames(
  fields: readonly string[],
  trans: ITranslator
): string {
  const names: Readonly<Record<string, () => string>> = {
    'metadata.title': () => trans.__('title'),
    'metadata.additional_titles': () => trans.__('additional titles'),
    'metadata.resource_type': () => trans.__('resource type'),
    'metadata.publication_date': () => trans.__('publication date'),
    'metadata.creators': () => trans.__('creators'),
    'metadata.contributors': () => trans.__('contributors'),
    'metadata.description': () => trans.__('description'),
    'metadata.additional_descriptions': () =>
      trans.__('additional descriptions'),
    'metadata.rights': () => trans.__('licenses'),
    'metadata.copyright': () => trans.__('copyright'),
    'metadata.languages': () => trans.__('languages'),
    'metadata.dates': () => trans.__('dates'),
    'metadata.version': () => trans.__('version'),
    'metadata.publisher': () => trans.__('publisher'),
    'metadata.funding': () => trans.__('funding'),
    'metadata.identifiers': () => trans.__('alternate identifiers'),
    'metadata.related_identifiers': () => trans.__('related works'),
    'metadata.references': () => trans.__('references'),
    'metadata.subjects': () => trans.__('keywords and subjects'),
    'pids.doi': () => trans.__('DOI'),
    access: () => trans.__('access')
  };
  const known = fields.map(field =>
    Object.hasOwn(names, field) ? names[field]() : trans.__('other details')
  );
  return [...new Set(known)].join(', ');
}
