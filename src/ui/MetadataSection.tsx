import * as React from 'react';
import { Findings } from './Findings';
import { Section } from './Section';
import { usePanel } from './context';
import { SaveDetails } from './SaveDetails';
import { DetailsForm } from './fields/DetailsForm';
import { originList, originNames } from './fields/originWords';
import { fieldErrors } from './problems';

/** The eight fields that matter, filled in as far as the files say, and all others. */
export function MetadataSection(): JSX.Element {
  const { session, trans } = usePanel();
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
      <DetailsForm />
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
  const sources = originNames(Object.values(state.metadata.origins)).filter(
    origin => origin !== today
  );
  return sources.length === 0 ? (
    <>{trans.__('filled in')}</>
  ) : (
    <>{trans.__('filled in from %1', originList(sources, trans))}</>
  );
}
