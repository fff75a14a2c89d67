import { comparable, together } from '../../core/metadata/candidates';
import type { MetadataField } from '../../core/metadata/model';
import { useForm } from '../form';
import { originList, originNames } from './originWords';

/** Which of the values that were found stands in the form; -1 = none of them. */
export function useChosen(field: MetadataField | undefined): number {
  const { values, candidates } = useForm().state.metadata;
  const known = field ? (candidates[field] ?? []) : [];
  if (!field || known.length === 0) {
    return -1;
  }
  const now = comparable(together(field, values));
  return known.findIndex(one => comparable(one.values) === now);
}

/** Where a value came from, in words; null when the user typed it. */
export function useOrigin(field: MetadataField | undefined): string | null {
  const { state, trans } = useForm();
  const { origins, candidates } = state.metadata;
  const chosen = useChosen(field);
  const origin =
    field && (origins[field] ?? candidates[field]?.[chosen]?.origin);
  if (!origin) {
    return null;
  }
  const today = trans.__('today');
  return origin === today
    ? today
    : trans.__('from %1', originList(originNames([origin]), trans));
}
