import { descriptionText } from '../../core/metadata/html';
import type {
  Access,
  ICreator,
  IMetadata,
  MetadataField
} from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';
import { accessText } from '../accessText';
import { personName } from './people/peopleWords';

/** So many characters of a value tell it from another. */
const LONGEST = 240;

/** Properties that say nothing to a reader. */
const silent: ReadonlySet<string> = new Set([
  ...['key', 'id', 'slug', 'scheme', 'type', 'format', 'relation'],
  ...['resourceType', 'submissionPolicy', 'reviewPolicy']
]);

/** The texts within a value, in their order. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.trim() ? [value.trim()] : [];
  }
  if (Array.isArray(value)) {
    return value.map(one => textsIn(one).join(', ')).filter(Boolean);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([name]) => !silent.has(name))
        .flatMap(([, part]) => textsIn(part))
    : [];
}

/** A field's value in a few words; '' where it says nothing. */
export function valueWords(
  field: MetadataField,
  values: Partial<IMetadata>,
  types: readonly { readonly id: string; readonly title: string }[],
  trans: ITranslator
): string {
  const value = values[field];
  const words = () => {
    switch (field) {
      case 'description':
        return descriptionText(
          values.description ?? '',
          values.descriptionFormat ?? 'text'
        );
      case 'resourceType':
        return types.find(({ id }) => id === value)?.title ?? String(value);
      case 'access':
        return [
          accessText(value as Access, trans),
          ...textsIn(values.embargo)
        ].join(', ');
      case 'creators':
      case 'contributors':
        return (value as readonly ICreator[])
          .map(person => personName(person, trans))
          .join('; ');
      default:
        return textsIn(value).join('; ');
    }
  };
  const all = [...words().replace(/\s+/g, ' ').trim()];
  return all.length > LONGEST
    ? `${all.slice(0, LONGEST).join('')}…`
    : all.join('');
}
