import * as React from 'react';
import type { IMetadata } from '../core/metadata/model';
import { Rich } from './Rich';
import { useTrans } from './context';
import { fieldLabel } from './fieldNames';
import { IProblem, sectionLabel } from './problems';

interface IProblemListProps {
  problems: readonly IProblem[];
  values: IMetadata;
  /** Take the user to where it is mended. */
  onGo: (problem: IProblem) => void;
}

/** What must be mended, each a way to its place. */
export function ProblemList({
  problems,
  values,
  onGo
}: IProblemListProps): JSX.Element {
  return (
    <ol className="jp-ZenodoPublisher-jump">
      {problems.map((problem, index) => (
        <li key={index}>
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => onGo(problem)}
          >
            <ProblemText problem={problem} values={values} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function ProblemText({
  problem,
  values
}: {
  problem: IProblem;
  values: IMetadata;
}): JSX.Element {
  const trans = useTrans();
  const { section, field, message } = problem;
  const [list, number] = field.split('.');
  const entries = values[list as keyof IMetadata];
  if (
    section === 'metadata' &&
    /^\d+$/.test(number ?? '') &&
    Array.isArray(entries) &&
    entries.length > 1
  ) {
    return (
      <Rich
        text={trans.__(
          '%1, number %2: %3',
          fieldLabel(list, trans),
          Number(number) + 1,
          message
        )}
      />
    );
  }
  const place =
    section === 'metadata' && field !== 'findings'
      ? fieldLabel(field, trans)
      : sectionLabel(section, trans);
  return <Rich text={trans.__('%1: %2', place, message)} />;
}
