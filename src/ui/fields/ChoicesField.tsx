import * as React from 'react';
import type { IChoice, MetadataField } from '../../core/metadata/model';
import { useForm } from '../form';
import { PillField } from '../lookup/PillField';
import type { Search } from '../lookup/useLookUp';

interface IChoicesFieldProps {
  /** The field in the form's notation. */
  field: string;
  label: string;
  chosenLabel: string;
  /** The form's field that it is, for where it came from. */
  from?: MetadataField;
  value: readonly IChoice[];
  search: Search<IChoice>;
  onChange: (value: readonly IChoice[]) => void;
}

/** Several entries of a long list of the site: languages. */
export function ChoicesField(props: IChoicesFieldProps): JSX.Element {
  const { trans } = useForm();
  const { field, label, chosenLabel, from, value, search, onChange } = props;
  return (
    <PillField
      field={field}
      label={label}
      optional={trans.__('optional')}
      help={trans.__('Type to search')}
      from={from}
      chosenLabel={chosenLabel}
      chosen={value}
      onRemove={id => onChange(value.filter(one => one.id !== id))}
      list={label}
      search={search}
      show={({ id, title }) => ({ key: id, title, detail: id })}
      onTake={found => onChange([...value, found])}
    />
  );
}
