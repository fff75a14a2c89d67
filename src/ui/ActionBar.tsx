import * as React from 'react';
import { siteForReal } from '../core/zenodo/sites';
import { reviewOffer } from '../session/reviewChoice';
import { BarText } from './BarText';
import { ExternalLink } from './ExternalLink';
import { usePanel } from './context';

/** What to do next: one blue button, always at the end. */
export function ActionBar(): JSX.Element {
  const { trans } = usePanel();
  return (
    <div
      className="jp-ZenodoPublisher-bar"
      role="group"
      aria-label={trans.__('Actions')}
    >
      <div className="jp-ZenodoPublisher-barIn">
        <div className="jp-ZenodoPublisher-barText">
          <BarText />
        </div>
        <div className="jp-ZenodoPublisher-barDo">
          <Buttons />
        </div>
      </div>
    </div>
  );
}

function Buttons(): JSX.Element {
  const { session, state, trans, go } = usePanel();
  const { draft, trouble, outcome } = state.publish;
  const { site, sites } = state.account;
  const real = siteForReal(sites);
  const button = (label: string, onClick: () => void, accept = false) => (
    <button
      type="button"
      className={
        accept
          ? 'jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn'
          : 'jp-mod-styled jp-ZenodoPublisher-btn'
      }
      onClick={onClick}
    >
      {label}
    </button>
  );
  // The focus goes to the list of what to fix, if one comes of it.
  const ask = (action: () => Promise<void>) => () => {
    go('publish', 'summary');
    void action();
  };
  // Without a token it goes nowhere: the field comes first.
  const signedIn = (action: () => void) =>
    state.account.status === 'signed-in'
      ? action
      : () => go('account', 'token');
  const discard = () =>
    button(
      trans.__('Discard draft'),
      () => void session.publication.discardDraft()
    );
  const publish = () =>
    button(
      state.publish.reviewFirst && reviewOffer(state)
        ? trans.__('Submit for review')
        : trans.__('Publish'),
      ask(() => session.publication.publish()),
      true
    );

  switch (state.phase) {
    case 'running':
      return button(trans.__('Cancel upload'), () =>
        session.publication.cancel()
      );
    case 'uploaded':
      return (
        <>
          {discard()}
          {publish()}
        </>
      );
    case 'in-review':
      return (
        <>
          {button(
            trans.__('Withdraw'),
            signedIn(() => void session.review.withdraw())
          )}
          {button(
            trans.__('Update draft'),
            ask(() => session.publication.saveDraft())
          )}
          {button(
            trans.__('Check again'),
            signedIn(() => void session.review.check()),
            true
          )}
        </>
      );
    case 'stopped':
      return (
        <>
          {(draft || trouble?.actions.includes('discard')) && discard()}
          {trouble && !trouble.actions.includes('resume')
            ? publish()
            : button(
                trans.__('Resume'),
                signedIn(ask(() => session.publication.resume())),
                true
              )}
        </>
      );
    case 'published':
      return (
        <>
          {outcome && (
            <ExternalLink href={outcome.recordUrl} button>
              {trans.__('Open on %1', site.name)}
            </ExternalLink>
          )}
          {!site.test &&
            button(
              trans.__('New version'),
              () => void session.publication.newVersion()
            )}
          {site.test &&
            real &&
            button(
              trans.__('Publish on %1', real.name),
              () => session.publication.publishForReal(),
              true
            )}
        </>
      );
    default:
      return (
        <>
          {draft && discard()}
          {button(
            trans.__('Save draft'),
            ask(() => session.publication.saveDraft())
          )}
          {publish()}
        </>
      );
  }
}
