import * as React from 'react';
import type { IMetadata } from '../../core/metadata/model';
import { useForm } from '../form';
import { DescriptionField } from './DescriptionField';
import { KeywordField } from './KeywordField';
import { LicenseField } from './LicenseField';
import { SelectField } from './SelectField';
import { TextField } from './TextField';
import { MoreFields } from './groups/MoreFields';
import { PeopleList } from './people/PeopleList';

interface IDetailsFormProps {
  /** Whether communities can be chosen: those of a record are no part of its details. */
  communities?: boolean;
}

/** The eight fields that matter, and all others in folded groups. */
export function DetailsForm({
  communities = true
}: IDetailsFormProps): JSX.Element {
  const { session, state, trans } = useForm();
  const { values, lists } = state.metadata;
  const set = (change: Partial<IMetadata>) => session.metadata.set(change);
  return (
    <>
      <TextField
        field="title"
        label={trans.__('Title')}
        value={values.title}
        onChange={title => set({ title })}
      />
      <PeopleList field="creators" required />
      <DescriptionField
        field="description"
        label={trans.__('Description')}
        optional={trans.__('optional, but readers look for it')}
        from="description"
        text={values.description}
        format={values.descriptionFormat}
        onChange={(description, descriptionFormat) =>
          set({ description, descriptionFormat })
        }
      />
      <div className="jp-ZenodoPublisher-grid3">
        <SelectField
          field="resourceType"
          label={trans.__('Resource type')}
          value={values.resourceType}
          options={lists.resourceTypes}
          onChange={resourceType => set({ resourceType })}
        />
        <TextField
          field="publicationDate"
          label={trans.__('Publication date')}
          value={values.publicationDate}
          onChange={publicationDate => set({ publicationDate })}
        />
        <TextField
          field="version"
          label={trans.__('Version')}
          optional={trans.__('optional')}
          value={values.version}
          onChange={version => set({ version })}
        />
      </div>
      <div className="jp-ZenodoPublisher-grid2">
        <LicenseField />
        <KeywordField />
      </div>
      <MoreFields communities={communities} />
    </>
  );
}
