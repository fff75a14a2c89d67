import * as React from 'react';
import type { ITestEnvironment } from '../../core/testRun/testRuns';
import type { ITranslator } from '../../core/text';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { formatSeconds } from './formatSeconds';

/** How near the environment came to Binder's, and how the rest of the machine was kept out. */
export function HowNear({
  environment
}: {
  environment: ITestEnvironment;
}): JSX.Element {
  const { trans } = usePanel();
  const { files, seconds, differences, isolation } = environment;
  return (
    <div className="jp-ZenodoPublisher-testRunNear">
      <h4>{trans.__('How near this is to Binder')}</h4>
      <ul>
        <li>
          <Rich
            text={
              files.length > 0
                ? trans.__(
                    'Made with %1 from `%2` in %3.',
                    madeWith(environment),
                    files.join('`, `'),
                    formatSeconds(seconds, trans)
                  )
                : trans.__(
                    'Made with %1 in %2.',
                    madeWith(environment),
                    formatSeconds(seconds, trans)
                  )
            }
          />
        </li>
        {differences.map(({ code, detail }) => (
          <li key={code}>{difference(code, detail, environment, trans)}</li>
        ))}
        {differences.length === 0 && (
          <li>{trans.__('Nothing is known in which Binder’s differs.')}</li>
        )}
        <li>
          {isolation === 'hidden'
            ? trans.__(
                'The notebooks could not see your folders or anything else of yours.'
              )
            : trans.__(
                'This machine cannot hide your folders from the notebooks. What they read outside of their own folder was noted.'
              )}
        </li>
      </ul>
    </div>
  );
}

const tools = {
  uv: 'uv',
  venv: 'venv and pip',
  micromamba: 'micromamba',
  mamba: 'mamba',
  conda: 'conda',
  repo2docker: 'repo2docker',
  R: 'R',
  julia: 'Julia'
} as const;

const languages: Readonly<Record<string, string>> = {
  python: 'Python',
  r: 'R',
  julia: 'Julia'
};

/** Names, which no language translates: `Python 3.12.4, uv`. */
function madeWith({ tool, language, used }: ITestEnvironment): string {
  const name = languages[language.toLowerCase()] ?? language;
  return [`${name} ${used}`.trim(), tools[tool]]
    .filter((part, index, all) => part && all.indexOf(part) === index)
    .join(', ');
}

function difference(
  code: ITestEnvironment['differences'][number]['code'],
  detail: string,
  { wanted, used }: ITestEnvironment,
  trans: ITranslator
): string {
  switch (code) {
    case 'version':
      return trans.__(
        'Binder starts version %1; the nearest that is installed here is %2.',
        detail || wanted,
        used
      );
    case 'apt':
      return detail
        ? trans.__(
            'Packages of apt.txt are not installed here: %1. This machine lacks them; Binder will have them.',
            detail
          )
        : trans.__(
            'Packages of apt.txt are not installed here, but this machine has them.'
          );
    case 'no-conda':
      return detail
        ? trans.__(
            'There is no conda here: pip installed what it could, without %1.',
            detail
          )
        : trans.__('There is no conda here: pip installed the packages.');
    case 'script':
      return trans.__('%1 was not run; Binder runs it.', detail);
    case 'empty':
      return trans.__(
        'There is no environment file: nothing but the kernel was installed.'
      );
    case 'own-library':
      return trans.__('Packages of this machine were used.');
  }
}
