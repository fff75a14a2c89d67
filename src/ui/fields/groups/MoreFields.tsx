import * as React from 'react';
import { useForm } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { AccessField } from '../AccessField';
import { ChoicesField } from '../ChoicesField';
import { TextField } from '../TextField';
import { Communities } from '../lists/Communities';
import { Funding } from '../lists/Funding';
import {
  AdditionalDescriptions,
  AdditionalTitles,
  Dates
} from '../lists/TextLists';
import {
  AlternateIdentifiers,
  References,
  RelatedWorks
} from '../lists/WorkLists';
import { PeopleList } from '../people/PeopleList';
import { FieldGroup } from './FieldGroup';
import { ConferenceFields, PublishingFields } from './PublishingFields';
import { SoftwareFields } from './SoftwareFields';
import {
  accessSummary,
  accessWords,
  fundingSummary,
  linksSummary,
  otherSummary,
  publishingSummary,
  softwareSummary
} from './summaries';

/** All that is not needed every time, in folded groups. */
export function MoreFields({
  communities
}: {
  communities: boolean;
}): JSX.Element {
  const { state, trans } = useForm();
  const { values } = state.metadata;
  return (
    <>
      <h3>{trans.__('More fields')}</h3>
      <div className="jp-ZenodoPublisher-mores">
        <FieldGroup
          title={
            communities
              ? trans.__('Access and communities')
              : trans.__('Access')
          }
          summary={
            communities
              ? accessSummary(values, trans)
              : accessWords(values, trans)
          }
          fields={['access', 'embargo', 'communities']}
        >
          <AccessField />
          {communities && <Communities />}
        </FieldGroup>
        <FieldGroup
          title={trans.__('Funding and contributors')}
          summary={fundingSummary(values, trans)}
          fields={['funding', 'contributors']}
        >
          <Funding />
          <PeopleList field="contributors" required={false} />
        </FieldGroup>
        <FieldGroup
          title={trans.__('Links to other works')}
          summary={linksSummary(values, trans)}
          fields={['relatedWorks', 'references', 'alternateIdentifiers']}
        >
          <RelatedWorks />
          <References />
          <AlternateIdentifiers />
        </FieldGroup>
        <FieldGroup
          title={fieldLabel('software', trans)}
          summary={softwareSummary(values, trans)}
          fields={['software']}
        >
          <SoftwareFields />
        </FieldGroup>
        <FieldGroup
          title={trans.__('Journal, thesis, conference')}
          summary={publishingSummary(values, trans)}
          fields={['publishingInformation', 'conference']}
        >
          <PublishingFields />
          <ConferenceFields />
        </FieldGroup>
        <FieldGroup
          title={trans.__('Languages, dates, publisher, other')}
          summary={otherSummary(values, trans)}
          fields={[
            ...(['languages', 'dates', 'publisher', 'copyright'] as const),
            ...(['additionalTitles', 'additionalDescriptions'] as const)
          ]}
        >
          <OtherFields />
        </FieldGroup>
      </div>
    </>
  );
}

function OtherFields(): JSX.Element {
  const { session, state, trans } = useForm();
  const { values } = state.metadata;
  return (
    <>
      <ChoicesField
        field="languages"
        label={fieldLabel('languages', trans)}
        chosenLabel={trans.__('Chosen languages')}
        from="languages"
        value={values.languages}
        search={(text, signal) => session.lookUps.languages(text, signal)}
        onChange={languages => session.metadata.set({ languages })}
      />
      <Dates />
      <div className="jp-ZenodoPublisher-grid2">
        <TextField
          field="publisher"
          label={fieldLabel('publisher', trans)}
          optional={trans.__('optional: %1', state.account.site.name)}
          value={values.publisher}
          onChange={publisher => session.metadata.set({ publisher })}
        />
        <TextField
          field="copyright"
          label={fieldLabel('copyright', trans)}
          optional={trans.__('optional')}
          value={values.copyright}
          onChange={copyright => session.metadata.set({ copyright })}
        />
      </div>
      <AdditionalTitles />
      <AdditionalDescriptions />
    </>
  );
}
