import * as React from 'react';
import type {
  IConference,
  IPublishingInformation
} from '../../../core/metadata/model';
import { useForm } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { Origin } from '../Origin';
import { TextGroup } from './TextGroup';

/** Where the work has been published before. */
export function PublishingFields(): JSX.Element {
  const { session, state, trans } = useForm();
  const information = state.metadata.values.publishingInformation;
  const set = (change: Partial<IPublishingInformation>) =>
    session.metadata.set({
      publishingInformation: { ...information, ...change }
    });
  return (
    <fieldset className="jp-ZenodoPublisher-group">
      <legend>{fieldLabel('publishingInformation', trans)}</legend>
      <TextGroup
        field="publishingInformation.journal"
        label={trans.__('Journal')}
        value={information.journal}
        fields={[
          ['title', trans.__('Title of the journal')],
          ['volume', trans.__('Volume')],
          ['issue', trans.__('Issue')],
          ['pages', trans.__('Pages or article number')],
          ['issn', trans.__('ISSN')]
        ]}
        onChange={journal => set({ journal })}
      />
      <TextGroup
        field="publishingInformation.imprint"
        label={trans.__('Book or report')}
        value={information.imprint}
        fields={[
          ['title', trans.__('Title of the book or report')],
          ['isbn', trans.__('ISBN')],
          ['place', trans.__('Place of publication')],
          ['pages', trans.__('Pages in the book or report')],
          ['edition', trans.__('Edition')]
        ]}
        onChange={imprint => set({ imprint })}
      />
      <TextGroup
        field="publishingInformation.thesis"
        label={trans.__('Thesis')}
        value={information.thesis}
        fields={[
          ['university', trans.__('University')],
          ['department', trans.__('Department')],
          ['type', trans.__('Kind of thesis')],
          ['dateSubmitted', trans.__('Date of submission')],
          ['dateDefended', trans.__('Date of defence')]
        ]}
        onChange={thesis => set({ thesis })}
      />
      <Origin field="publishingInformation" />
    </fieldset>
  );
}

/** The conference at which the work was presented. */
export function ConferenceFields(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <>
      <TextGroup
        field="conference"
        label={fieldLabel('conference', trans)}
        value={state.metadata.values.conference}
        fields={[
          ['title', trans.__('Title of the conference')],
          ['acronym', trans.__('Acronym')],
          ['dates', trans.__('When it was')],
          ['place', trans.__('Where it was')],
          ['url', trans.__('Web address of the conference')],
          ['session', trans.__('Session')],
          ['sessionPart', trans.__('Part of the session')]
        ]}
        onChange={(conference: IConference) =>
          session.metadata.set({ conference })
        }
      />
      <Origin field="conference" />
    </>
  );
}
