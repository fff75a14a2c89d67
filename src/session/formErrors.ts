import type { IMetadata } from '../core/metadata/model';
import { validateMetadata } from '../core/metadata/validate';
import { vocabularyUses } from '../core/metadata/vocabularyUses';
import type { ITranslator } from '../core/text';
import type { ISite } from '../core/zenodo/sites';
import { type IVocabularyCheck, keyOf } from './vocabularyCheck';

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
  checked: Pick<IVocabularyCheck, 'unknown'>,
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
  return errors;
}
