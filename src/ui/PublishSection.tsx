import * as React from 'react';
import { BadgeChoices } from './BadgeChoices';
import { ExternalLink } from './ExternalLink';
import { Progress } from './Progress';
import { Rich } from './Rich';
import { Steps } from './Steps';
import { WhenChoice } from './WhenChoice';
import { useUndoStep, WhatNext } from './WhatNext';
import { usePanel } from './context';
import { ReviewChoice } from './review/ReviewChoice';
import { RouteChoice } from './RouteChoice';
import { RunHint } from './testRun/RunHint';
import { formatMoment } from './format';

/** How it is published, and how far that is. Never folded. */
export function PublishSection(): JSX.Element {
  const { state, trans, prefix } = usePanel();
  const { draft } = state.publish;
  const editing = state.phase === 'editing';
  const nextSteps = [...useUndoStep()];
  const heading = `${prefix}-heading-publish`;
  return (
    <section className="jp-ZenodoPublisher-sec" aria-labelledby={heading}>
      <div className="jp-ZenodoPublisher-head jp-ZenodoPublisher-headStill">
        <h2 id={heading}>{trans.__('Publish')}</h2>
        <p className="jp-ZenodoPublisher-sum">
          <Summary />
        </p>
      </div>
      <div className="jp-ZenodoPublisher-body">
        <Progress />
        {editing && (
          <div className="jp-ZenodoPublisher-two">
            <WhenChoice />
            <BadgeChoices />
          </div>
        )}
        {editing && <RouteChoice />}
        {editing && <ReviewChoice />}
        {editing && <RunHint />}
        {editing && (
          <h3 className="jp-ZenodoPublisher-stepsTitle">
            {trans.__('What will happen')}
          </h3>
        )}
        <Steps />
        {state.phase === 'published' && <WhatNext steps={nextSteps} />}
        {editing && (
          <p className="jp-ZenodoPublisher-help jp-ZenodoPublisher-stepsHelp">
            <Rich
              text={trans.__(
                '**Save draft** does steps 1 to 4 and stops there.'
              )}
            />
          </p>
        )}
        {draft &&
          (editing ||
            state.phase === 'uploaded' ||
            state.phase === 'in-review') && (
            <p>
              {draft.doi &&
                state.version.as !== 'replace-files' &&
                trans.__('Your draft has the reserved DOI %1.', draft.doi)}{' '}
              <ExternalLink href={draft.url}>
                {trans.__('Look at the draft on %1', state.account.site.name)}
              </ExternalLink>
            </p>
          )}
      </div>
    </section>
  );
}

function Summary(): JSX.Element | null {
  const { state, trans } = usePanel();
  const { steps, outcome } = state.publish;
  const at = 1 + steps.findIndex(({ status }) => status === 'now');
  const stopped = 1 + steps.findIndex(({ status }) => status === 'stopped');
  switch (state.phase) {
    case 'running':
      return at === 0 ? null : (
        <>{trans.__('step %1 of %2', at, steps.length)}</>
      );
    case 'stopped':
      return stopped === 0 ? null : (
        <>{trans.__('stopped at step %1 of %2', stopped, steps.length)}</>
      );
    case 'uploaded':
      return <>{trans.__('uploaded and checked, not public yet')}</>;
    case 'in-review':
      return <>{trans.__('in review, not public yet')}</>;
    case 'published':
      return (
        <>
          {trans.__(
            'all %1 steps done, %2',
            steps.length,
            formatMoment(outcome?.publishedAt ?? '')
          )}
        </>
      );
    default:
      return state.publish.draft ? (
        <>{trans.__('there is a draft that only you can see')}</>
      ) : null;
  }
}
