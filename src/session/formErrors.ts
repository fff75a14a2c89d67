import type { IMetadata } from '../core/metadata/model';
import { validateMetadata } from '../core/metadata/validate';
import { vocabularyUses } from '../core/metadata/vocabularyUses';
import type { ITranslator } from '../core/text';
import type { ISite } from '../core/zenodo/sites';
import { keyOf } from './formTitles';
import type { IVocabularyCheck } from './vocabularyCheck';

/** Where and when a form is to be published. */
export interface IFormContext {
  readonly site: ISite;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly trans: ITranslator;
}

/** What is wrong with a form, by field: the rules', and entries that the site does not know. */
export function formErrors(
  values: IMetadata,
  checked: Omit<IVocabularyCheck, 'titles'>,
  { site, now, trans }: IFormContext
): Record<string, string> {
  const errors = validateMetadata(values, trans, { site, now });
  for (const use of vocabularyUses(values)) {
    if (checked.unknown.has(keyOf(use))) {
      errors[use.field] ??= trans.__(
        '%1 does not know “%2”. Choose another one.',
        site.name,
        use.title || use.id
      );
    }
  }
  const slugs = unresolved(values, checked);
  if (slugs.length > 0) {
    errors.communities ??= trans._n(
      '%2 has no community “%3”. Remove it, or choose another one.',
      '%2 does not have these communities: “%3”. Remove them, or choose others.',
      slugs.length,
      site.name,
      slugs.join('”, “')
    );
  }
  return errors;
}

/** Communities of which the site said that it has none of that name, each once. */
function unresolved(
  { communities }: IMetadata,
  { unknownCommunities }: Pick<IVocabularyCheck, 'unknownCommunities'>
): string[] {
  return [
    ...new Set(communities.map(({ id, slug }) => (id ? '' : slug)))
  ].filter(slug => unknownCommunities.has(slug));
}
