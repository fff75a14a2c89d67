import * as React from 'react';
import { Icon } from './Icon';
import type { IconName, IconTone } from './Icon';
import { Rich } from './Rich';
import { usePanel } from './context';
import { formatPercent } from './format';
import { fieldLabel } from './fieldNames';
import { countFindings, problemsOf } from './problems';
import { runningLabel } from './runningLabel';

interface IBarTextProps {
  icon: IconName;
  tone?: IconTone;
  text: string;
}

function Words({ icon, tone, text }: IBarTextProps): JSX.Element {
  return (
    <p>
      <Icon name={icon} tone={tone} />
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}

/** How things stand, in one sentence beside the buttons. */
export function BarText(): JSX.Element {
  const { state, trans } = usePanel();
  const { site } = state.account;
  switch (state.phase) {
    case 'running':
      return <Running />;
    case 'uploaded':
      return (
        <Words
          icon="ok"
          tone="ok"
          text={trans.__(
            '**Uploaded and checked.** Look at the draft on %1, then publish.',
            site.name
          )}
        />
      );
    case 'in-review':
      return (
        <Words
          icon="now"
          tone="brand"
          text={trans.__(
            '**In review.** Nothing is public before it is accepted.'
          )}
        />
      );
    case 'stopped':
      return (
        <Words
          icon="warn"
          tone="warn"
          text={trans.__('**Stopped.** Nothing you did is lost.')}
        />
      );
    case 'published':
      return site.test ? (
        <Words
          icon="flask"
          tone="warn"
          text={trans.__('**Test published.** It went well; now for real?')}
        />
      ) : (
        <Words
          icon="ok"
          tone="ok"
          text={trans.__('**Published** on %1.', site.name)}
        />
      );
    default:
      return <Editing />;
  }
}

function Running(): JSX.Element {
  const { state, trans } = usePanel();
  const { progress, steps, asking, draft } = state.publish;
  if (asking) {
    return (
      <Words
        icon="now"
        tone="brand"
        text={
          draft
            ? trans.__(
                '**Uploaded and checked.** Nothing is public before you say so.'
              )
            : trans.__('**Ready.** Nothing is sent before you say so.')
        }
      />
    );
  }
  const step = progress?.step ?? steps.find(s => s.status === 'now')?.name;
  const label = step ? runningLabel(step, trans, state) : trans.__('Working');
  const text =
    progress && progress.totalBytes > 0
      ? trans.__(
          '**%1, %2.** Keep this browser tab open; you can work in other Jupyter tabs.',
          label,
          formatPercent(Math.min(1, progress.doneBytes / progress.totalBytes))
        )
      : trans.__(
          '**%1.** Keep this browser tab open; you can work in other Jupyter tabs.',
          label
        );
  return <Words icon="now" tone="brand" text={text} />;
}

function Editing(): JSX.Element {
  const { state, trans, go } = usePanel();
  const { site } = state.account;
  const problems = problemsOf(state, trans);
  if (state.contents.reading) {
    return (
      <Words
        icon="now"
        tone="brand"
        text={trans.__('**Looking through the folder.**')}
      />
    );
  }
  if (problems.length > 0 && state.asked) {
    return (
      <Words
        icon="stop"
        tone="error"
        text={
          state.publish.draft
            ? trans._n(
                '**%1 to fix.** Nothing is public.',
                '**%1 to fix.** Nothing is public.',
                problems.length
              )
            : trans._n(
                '**%1 to fix.** Nothing was uploaded.',
                '**%1 to fix.** Nothing was uploaded.',
                problems.length
              )
        }
      />
    );
  }
  if (problems.length > 0) {
    const [first] = problems;
    const label =
      first.field === 'token'
        ? state.account.signIn.offered
          ? trans.__('signing in to %1', site.name)
          : trans.__('your %1 token', site.name)
        : first.section === 'metadata' && first.field !== 'findings'
          ? fieldLabel(first.field, trans)
          : first.message;
    return (
      <p>
        <Icon name="now" tone="brand" />
        <span>
          <b>
            {problems.length === 1
              ? trans.__('One step left:')
              : trans._n(
                  '%1 steps left, next:',
                  '%1 steps left, next:',
                  problems.length
                )}
          </b>{' '}
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => go(first.section, first.field)}
          >
            {label}
          </button>
        </span>
      </p>
    );
  }
  if (site.test) {
    return (
      <Words
        icon="flask"
        tone="warn"
        text={trans.__('**TEST ONLY:** goes to %1.', site.name)}
      />
    );
  }
  return <Ready />;
}

function Ready(): JSX.Element {
  const { state, trans } = usePanel();
  const sections = ['contents', 'environment', 'metadata'] as const;
  const warnings = sections
    .map(section => countFindings(state, section).warnings)
    .reduce((sum, count) => sum + count, 0);
  const forBinder = countFindings(state, 'environment').errors;
  if (forBinder > 0 && state.account.site.binder) {
    return (
      <Words
        icon="warn"
        tone="warn"
        text={trans._n(
          '**%1 to fix for Binder.** Without it, your notebooks get a DOI but no Binder badge.',
          '**%1 to fix for Binder.** Without it, your notebooks get a DOI but no Binder badge.',
          forBinder
        )}
      />
    );
  }
  if (warnings > 0) {
    return (
      <Words
        icon="warn"
        tone="warn"
        text={trans._n(
          '**You can publish.** %1 thing is worth a look.',
          '**You can publish.** %1 things are worth a look.',
          warnings
        )}
      />
    );
  }
  return (
    <Words
      icon="ok"
      tone="ok"
      text={trans.__('**All set.** Nothing becomes public before you confirm.')}
    />
  );
}
