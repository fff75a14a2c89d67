import * as React from 'react';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { Requests } from '../requests/Requests';
import { reviewWords } from './reviewWords';

/** How the review of the draft stands, what curators wrote, and what to do now. */
export function ReviewBox(): JSX.Element | null {
  const { session, state, trans, go } = usePanel();
  const { review, requests, draft } = state.publish;
  const { site, status } = state.account;
  if (!review || (state.phase !== 'in-review' && state.phase !== 'editing')) {
    return null;
  }
  const isOpen = state.phase === 'in-review';
  const { title, happened, next } = reviewWords(
    review,
    draft?.doi ?? '',
    trans
  );
  return (
    <div className="jp-ZenodoPublisher-review" data-state={review.state}>
      <div role="status">
        <div className="jp-ZenodoPublisher-troubleHead">
          <Icon
            name={isOpen ? 'now' : 'warn'}
            tone={isOpen ? 'brand' : 'warn'}
            big
          />
          <h2>{title}</h2>
        </div>
        <p>{happened}</p>
        <p>
          <Rich text={next} />
        </p>
        {review.isBusy && (
          <p>{trans.__('Asking %1.', state.account.site.name)}</p>
        )}
        {review.problem && (
          <p className="jp-ZenodoPublisher-note">
            <Icon name="warn" tone="warn" />
            <span>{review.problem}</span>
          </p>
        )}
      </div>
      {status !== 'signed-in' ? (
        <p>
          <Rich
            text={trans.__('[Sign in] to see what the curators wrote.')}
            link={words => (
              <button
                type="button"
                className="jp-ZenodoPublisher-link"
                onClick={() => go('account', 'token')}
              >
                {words}
              </button>
            )}
          />
        </p>
      ) : requests.requests.length > 0 || requests.problem ? (
        <Requests
          view={requests}
          actions={session.review.requests}
          site={site.name}
          withoutWithdraw
        />
      ) : null}
      {requests.requests.length === 0 && review.url && (
        <p className="jp-ZenodoPublisher-links">
          <ExternalLink href={review.url}>
            {trans.__('The request on %1', site.name)}
          </ExternalLink>
        </p>
      )}
    </div>
  );
}
