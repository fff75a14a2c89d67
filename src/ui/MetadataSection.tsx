import * as React from 'react';
import type { IMetadata } from '../core/metadata/model';
import { Findings } from './Findings';
import { Section } from './Section';
import { usePanel } from './context';
import { DescriptionField } from './fields/DescriptionField';
import { KeywordField } from './fields/KeywordField';
import { LicenseField } from './fields/LicenseField';
import { SelectField } from './fields/SelectField';
import { TextField } from './fields/TextField';
import { SaveDetails } from './fields/SaveDetails';
import { MoreFields } from './fields/groups/MoreFields';
import { PeopleList } from './fields/people/PeopleList';
import { fieldErrors } from './problems';

/** The eight fields that matter, filled in as far as the files say, and all others. */
export function MetadataSection(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { values, lists } = state.metadata;
  const set = (change: Partial<IMetadata>) => session.metadata.set(change);
  return (
    <Section name="metadata" summary={<Summary />}>
      <Findings section="metadata" />
      <div className="jp-ZenodoPublisher-bodyTools">
        <p className="jp-ZenodoPublisher-help">
          {trans.__(
            'Look through these. Everything can be corrected after publishing, too.'
          )}
        </p>
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.metadata.refill()}
        >
          {trans.__('Reload from files')}
        </button>
      </div>
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
      <MoreFields />
      <SaveDetails />
    </Section>
  );
}

/** The fields without which nothing can be published. */
const REQUIRED = ['title', 'creators', 'resourceType', 'publicationDate'];

function Summary(): JSX.Element {
  const { state, trans } = usePanel();
  if (state.phase === 'published') {
    return <>{trans.__('can be corrected at any time')}</>;
  }
  const wrong = Object.keys(fieldErrors(state)).map(
    field => field.split('.')[0]
  );
  const missing = REQUIRED.filter(field => wrong.includes(field));
  if (missing.length > 0) {
    return (
      <>
        {trans.__(
          '%1 of %2 required fields filled in',
          REQUIRED.length - missing.length,
          REQUIRED.length
        )}
      </>
    );
  }
  const checked = state.publish.steps.some(
    ({ name, status }) => name === 'check' && status === 'done'
  );
  if (checked && state.phase !== 'editing') {
    return <>{trans.__('sent to %1 and accepted', state.account.site.name)}</>;
  }
  const today = trans.__('today');
  const sources = [
    ...new Set(
      Object.values(state.metadata.origins).flatMap(all => all.split(', '))
    )
  ].filter(origin => origin !== today);
  switch (sources.length) {
    case 0:
      return <>{trans.__('filled in')}</>;
    case 1:
      return <>{trans.__('filled in from %1', sources[0])}</>;
    case 2:
      return (
        <>{trans.__('filled in from %1 and %2', sources[0], sources[1])}</>
      );
    default:
      return (
        <>
          {trans.__('filled in from %1, %2 and others', sources[0], sources[1])}
        </>
      );
  }
}
