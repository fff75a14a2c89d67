import * as React from 'react';
import { reviewOffer } from '../../session/reviewChoice';
import { usePanel } from '../context';
import { communityRules } from '../fields/lists/Communities';

/** Publish and propose it to the community, or let the community look at it before. */
export function ReviewChoice(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const community = reviewOffer(state);
  if (!community) {
    return null;
  }
  const help = `${prefix}-review-rules`;
  const choice = (first: boolean, label: string, words: string) => (
    <label>
      <input
        type="radio"
        name={`${prefix}-review`}
        checked={state.publish.reviewFirst === first}
        onChange={() => session.review.setFirst(first)}
      />
      <span>
        {label}
        <span className="jp-ZenodoPublisher-help">{words}</span>
      </span>
    </label>
  );
  return (
    <fieldset
      className="jp-ZenodoPublisher-choices jp-ZenodoPublisher-reviewChoice"
      aria-describedby={help}
    >
      <legend>
        {trans.__('Community “%1”', community.title || community.slug)}
      </legend>
      {choice(
        false,
        trans.__('Publish now and propose it to the community'),
        trans.__(
          'The DOI is good today. The curators decide whether it is shown among theirs.'
        )
      )}
      {choice(
        true,
        trans.__('Have it reviewed first'),
        trans.__(
          'Published only when the curators accept it, which can take days to weeks. You can still change it meanwhile.'
        )
      )}
      <p className="jp-ZenodoPublisher-help" id={help}>
        {communityRules(community, trans).join(' ')}
      </p>
    </fieldset>
  );
}
