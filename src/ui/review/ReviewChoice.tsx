import * as React from 'react';
import { reviewOffer } from '../../session/reviewChoice';
import { usePanel } from '../context';
import { communityRules } from '../fields/lists/Communities';
import { RadioChoices } from '../RadioChoices';

/** Publish and propose it to the community, or let the community look at it before. */
export function ReviewChoice(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const community = reviewOffer(state);
  const help = `${prefix}-review-rules`;
  return community ? (
    <RadioChoices
      name="review"
      className="jp-ZenodoPublisher-reviewChoice"
      describedBy={help}
      legend={trans.__('Community “%1”', community.title || community.slug)}
      value={state.publish.reviewFirst}
      onChoose={first => session.review.setFirst(first)}
      choices={[
        {
          value: false,
          label: trans.__('Publish now and propose it to the community'),
          help: trans.__(
            'The DOI is good today. The curators decide whether it is shown among theirs.'
          )
        },
        {
          value: true,
          label: trans.__('Have it reviewed first'),
          help: trans.__(
            'Published only when the curators accept it, which can take days to weeks. You can still change it meanwhile.'
          )
        }
      ]}
    >
      <p className="jp-ZenodoPublisher-help" id={help}>
        {communityRules(community, trans).join(' ')}
      </p>
    </RadioChoices>
  ) : null;
}
