import * as React from 'react';
import type { Section } from '../core/finding';
import { Icon } from './Icon';
import { usePanel } from './context';
import { countFindings } from './problems';

interface IChipsProps {
  section: Section;
  /** Something is to be done first; no error yet. */
  toDo: boolean;
}

/** The state of a section in a word: to fix, to check, to do, OK, locked. */
export function Chips({ section, toDo }: IChipsProps): JSX.Element {
  const { state, trans } = usePanel();
  const count = countFindings(state, section);
  const refused = section === 'account' && state.account.refused !== null;
  // What is missing is no error before the user asked to publish.
  const early = section === 'metadata' && !state.asked && count.errors > 0;
  const errors = early ? 0 : count.errors + (refused ? 1 : 0);
  return (
    <p className="jp-ZenodoPublisher-chips">
      {errors > 0 && (
        <span className="jp-ZenodoPublisher-chip jp-ZenodoPublisher-chipError">
          <Icon name="stop" tone="error" />
          {trans._n('%1 to fix', '%1 to fix', errors)}
        </span>
      )}
      {count.warnings > 0 && (
        <span className="jp-ZenodoPublisher-chip jp-ZenodoPublisher-chipWarn">
          <Icon name="warn" tone="warn" />
          {trans._n('%1 to check', '%1 to check', count.warnings)}
        </span>
      )}
      {errors + count.warnings === 0 && (
        <Quiet section={section} toDo={toDo || early} />
      )}
    </p>
  );
}

function Quiet({ section, toDo }: IChipsProps): JSX.Element | null {
  const { state, trans } = usePanel();
  if (state.phase === 'running' && section !== 'account') {
    return (
      <span className="jp-ZenodoPublisher-chip">
        <Icon name="lock" />
        {trans.__('locked')}
      </span>
    );
  }
  if (section !== 'account' && state.contents.reading) {
    return null;
  }
  return toDo ? (
    <span className="jp-ZenodoPublisher-chip jp-ZenodoPublisher-chipBrand">
      <Icon name="now" tone="brand" />
      {trans.__('to do')}
    </span>
  ) : (
    <span className="jp-ZenodoPublisher-chip">
      <Icon name="ok" tone="ok" />
      {trans.__('OK')}
    </span>
  );
}
