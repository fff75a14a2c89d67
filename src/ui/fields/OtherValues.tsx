import * as React from 'react';
import { useId } from 'react';
import type { ICandidate } from '../../core/metadata/candidates';
import type { MetadataField } from '../../core/metadata/model';
import { useForm } from '../form';
import { fieldLabel } from '../fieldNames';
import { valueWords } from './valueWords';

interface IOtherValuesProps {
  field: MetadataField;
  candidates: readonly ICandidate[];
  /** Which one stands in the form; -1 = none of them. */
  chosen: number;
}

/** All values that were found for a field, each with where it stands. */
export function OtherValues({
  field,
  candidates,
  chosen
}: IOtherValuesProps): JSX.Element {
  const { session, state, trans } = useForm();
  const name = useId();
  const types = state.metadata.lists.resourceTypes;
  return (
    <fieldset className="jp-ZenodoPublisher-found">
      <legend>
        {trans.__('Use another value for %1', fieldLabel(field, trans))}
      </legend>
      {candidates.map(({ values, origin }, index) => (
        <label key={index}>
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => session.metadata.choose(field, index)}
          />
          <span>
            <span className="jp-ZenodoPublisher-foundValue">
              {valueWords(field, values, types, trans) || trans.__('empty')}
            </span>
            <span className="jp-ZenodoPublisher-foundIn">{origin}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
