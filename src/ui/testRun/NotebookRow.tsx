import * as React from 'react';
import type { ITranslator } from '../../core/text';
import type { INotebookResult } from '../../session/testRun/testRunState';
import { Finding } from '../Finding';
import { Icon } from '../Icon';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { keyed } from '../sectionFindings';
import { Unfold } from './Unfold';
import { formatSeconds } from './formatSeconds';
import { OutputDifferences } from './OutputDifferences';
import { outcomeText } from './outcomeText';

/** Bytes of memory that a reader has on mybinder.org. Source: its user guidelines. */
const binderMemory = 2 * 1024 ** 3;

interface INotebookRowProps {
  result: INotebookResult;
}

/** What became of one notebook: one line, and below it what there is to see or mend. */
export function NotebookRow({ result }: INotebookRowProps): JSX.Element {
  const { session, trans } = usePanel();
  const { run, outputs, comparison, findings } = result;
  const { path, outcome, error } = run;
  const name = outcome !== 'ran' ? 'stop' : outputs === 'different' ? 'warn' : 'ok'; // prettier-ignore
  const tone = { stop: 'error', warn: 'warn', ok: 'ok' } as const;
  return (
    <li className="jp-ZenodoPublisher-testRunRow">
      <p>
        <Icon name={name} tone={tone[name]} />
        <span>
          <code>{path}</code> {outcomeText(result, trans)}
        </span>
      </p>
      {run.seconds > 0 && (
        <p className="jp-ZenodoPublisher-help">{cost(result, trans)}</p>
      )}
      {findings.length > 0 && (
        <ul className="jp-ZenodoPublisher-findings">
          {keyed(findings).map(one => (
            <Finding key={one.key} one={one} />
          ))}
        </ul>
      )}
      {error?.traceback && (
        <Unfold
          label={trans.__('Show the error')}
          hide={trans.__('Hide the error')}
          of={path}
        >
          <pre className="jp-ZenodoPublisher-testRunLog" tabIndex={0}>
            {error.traceback}
          </pre>
        </Unfold>
      )}
      {outputs === 'different' && comparison && (
        <Unfold
          label={trans.__('Show what differs')}
          hide={trans.__('Hide what differs')}
          of={path}
        >
          <OutputDifferences
            differences={comparison.cells}
            trans={trans}
            onShowCell={cell => session.contents.open(path, cell)}
          />
        </Unfold>
      )}
    </li>
  );
}

/** Time and memory, against what Binder gives. */
function cost({ run }: INotebookResult, trans: ITranslator): string {
  const { seconds, peakBytes } = run;
  const time = formatSeconds(seconds, trans);
  if (peakBytes === 0) {
    return time;
  }
  const memory = formatSize(peakBytes);
  return peakBytes > binderMemory
    ? trans.__(
        '%1, at most %2 of memory: more than the 2 GB that Binder gives',
        time,
        memory
      )
    : trans.__('%1, at most %2 of memory (Binder gives 2 GB)', time, memory);
}
