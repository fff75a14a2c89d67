import type { MetadataField } from '../../core/metadata/model';
import { usePanel } from '../context';

/** Where a prefilled value came from, in words; null when the user typed it. */
export function useOrigin(field: MetadataField | undefined): string | null {
  const { state, trans } = usePanel();
  const origin = field && state.metadata.origins[field];
  if (!origin) {
    return null;
  }
  const today = trans.__('today');
  return origin === today ? today : trans.__('from %1', origin);
}
