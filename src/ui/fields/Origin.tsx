import * as React from 'react';
import type { MetadataField } from '../../core/metadata/model';
import { useForm } from '../form';
import { LongName } from '../LongName';
import { fieldLabel } from '../fieldNames';
import { useUnfolding } from '../useUnfolding';
import { OtherValues } from './OtherValues';
import { useChosen, useOrigin } from './useOrigin';

interface IOriginProps {
  field: MetadataField;
  /** For the control's `aria-describedby`. */
  id?: string;
  /** What is said of a value that came from nowhere. */
  help?: string;
}

/** Where a value came from, what else could stand here, and the way back. */
export function Origin({ field, id, help }: IOriginProps): JSX.Element | null {
  const { session, state, trans } = useForm();
  const origin = useOrigin(field);
  const chosen = useChosen(field);
  const unfolding = useUnfolding();
  const known = state.metadata.candidates[field] ?? [];
  // The first is what was filled in by itself: `Undo` goes back to it.
  const others = known.length - 1;
  const isChanged = origin === null && chosen < 0 && known.length > 0;
  const label = fieldLabel(field, trans);
  const words = origin ?? help ?? '';
  if (!words && known.length === 0) {
    return null;
  }
  return (
    <div
      className="jp-ZenodoPublisher-from"
      role="presentation"
      onKeyDown={unfolding.onKeyDown}
    >
      <p className="jp-ZenodoPublisher-help jp-ZenodoPublisher-origin">
        {words && <span id={id}>{words}</span>}
        {isChanged && (
          <>
            <span>{trans.__('changed by you')}</span>
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              onClick={() => session.metadata.undo(field)}
            >
              <LongName
                short={trans.__('Undo')}
                long={trans.__('Undo my change of %1', label)}
              />
            </button>
          </>
        )}
        {others > 0 && (
          <button
            ref={unfolding.button}
            type="button"
            className="jp-ZenodoPublisher-link"
            aria-expanded={unfolding.isOpen}
            aria-controls={unfolding.id}
            onClick={unfolding.toggle}
          >
            <LongName
              short={trans._n('%1 other value', '%1 other values', others)}
              long={trans._n(
                '%1 other value for %2',
                '%1 other values for %2',
                others,
                label
              )}
            />
          </button>
        )}
      </p>
      <div id={unfolding.id} hidden={!unfolding.isOpen}>
        {unfolding.isOpen && (
          <OtherValues field={field} candidates={known} chosen={chosen} />
        )}
      </div>
    </div>
  );
}
