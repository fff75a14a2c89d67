import * as React from 'react';
import { FindingFacts } from './FindingFacts';
import { Findings } from './Findings';
import { Icon } from './Icon';
import { KernelTile } from './KernelTile';
import { LeadFix } from './LeadFix';
import { Rich } from './Rich';
import { Section } from './Section';
import { usePanel } from './context';
import { ImportTable } from './environment/ImportTable';
import { LockFiles } from './environment/LockFiles';
import { listedFindings } from './problems';
import { TestRun } from './testRun/TestRun';
import { sectionFindings } from './sectionFindings';

/** Whether Binder will be able to run the notebooks. */
export function EnvironmentSection(): JSX.Element {
  const { state } = usePanel();
  return (
    <Section name="environment" summary={<Summary />}>
      {!state.contents.reading && <Verdict />}
      <Findings section="environment" />
      <LockFiles />
      <ImportTable />
      <KernelTile />
      <TestRun />
    </Section>
  );
}

function Summary(): JSX.Element {
  const { state, trans } = usePanel();
  const { accepted, pythonVersion, packages } = state.environment;
  const { site } = state.account;
  if (state.contents.reading) {
    return <>{trans.__('known when the files are')}</>;
  }
  if (!accepted) {
    return <>{trans.__('Binder will refuse this')}</>;
  }
  if (!site.binder) {
    return (
      <>
        {site.test
          ? trans.__('Ready for Binder, but Binder cannot open sandbox DOIs')
          : trans.__(
              'Ready for Binder, but Binder cannot open the DOIs of %1',
              site.name
            )}
      </>
    );
  }
  if (pythonVersion === null || packages === null) {
    return <>{trans.__('Binder will start this')}</>;
  }
  return (
    <>
      {trans._n(
        'Binder will start this: Python %2, %1 package',
        'Binder will start this: Python %2, %1 packages',
        packages,
        pythonVersion
      )}
    </>
  );
}

/** One sentence in one box: good or bad, and why, and what mends it. */
function Verdict(): JSX.Element {
  const { state, trans } = usePanel();
  const { accepted } = state.environment;
  const { lead } = sectionFindings(state, 'environment');
  const error = listedFindings(state, 'environment').find(
    ({ severity }) => severity === 'error'
  );
  return (
    <div
      className={
        accepted
          ? 'jp-ZenodoPublisher-verdict jp-ZenodoPublisher-verdictGood'
          : 'jp-ZenodoPublisher-verdict jp-ZenodoPublisher-verdictBad'
      }
    >
      <Icon
        name={accepted ? 'ok' : 'stop'}
        tone={accepted ? 'ok' : 'error'}
        big
      />
      <div>
        <h3>
          {accepted
            ? trans.__('Binder will start this')
            : trans.__('Binder will refuse this')}
        </h3>
        {lead ? (
          <FindingFacts finding={lead.finding} plain />
        ) : (
          <p>
            {accepted ? (
              <Found />
            ) : error ? (
              trans.__(
                'As it is, your notebooks get a DOI but no Binder badge. Below is what to change.'
              )
            ) : (
              trans.__('No environment file says what the notebooks need.')
            )}
          </p>
        )}
      </div>
      {lead && <LeadFix key={lead.key} one={lead} />}
    </div>
  );
}

/** What Binder goes by. */
function Found(): JSX.Element {
  const { state, trans } = usePanel();
  const { file, pythonVersion, packages } = state.environment;
  if (file === null) {
    return (
      <Rich
        text={trans.__(
          'There is no environment file: Binder starts a plain Python without packages.'
        )}
      />
    );
  }
  if (packages === null || pythonVersion === null) {
    return <Rich text={trans.__('It goes by `%1`.', file)} />;
  }
  return (
    <Rich
      text={trans._n(
        'Python %2, and %1 package from `%3`.',
        'Python %2, and %1 packages from `%3`.',
        packages,
        pythonVersion,
        file
      )}
    />
  );
}
