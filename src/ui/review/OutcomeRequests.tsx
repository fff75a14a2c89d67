import * as React from 'react';
import { usePanel } from '../context';
import { Requests } from '../requests/Requests';

/** What the communities say of a published record: asked when the user wants to know. */
export function OutcomeRequests(): JSX.Element | null {
  const { session, state, trans, go } = usePanel();
  const { requests } = state.publish;
  const { site, status } = state.account;
  const isAsked = requests.requests.length > 0 || requests.problem !== null;
  if (!isAsked && state.metadata.values.communities.length === 0) {
    return null;
  }
  return (
    <>
      {isAsked && (
        <Requests
          view={requests}
          actions={session.review.requests}
          site={site.name}
        />
      )}
      <p className="jp-ZenodoPublisher-links">
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-disabled={requests.isBusy || undefined}
          onClick={() =>
            status === 'signed-in'
              ? void session.review.requests.refresh()
              : go('account', 'token')
          }
        >
          {isAsked
            ? trans.__('Check again')
            : trans.__('See what the communities say')}
        </button>
      </p>
    </>
  );
}
