import type { INotebookEvidence, ITestEvidence } from '../testRun/evidence';
import { type Graph, type IReference, fileId } from './entities';

const outputs = {
  same: 'unchanged',
  alike: 'unchanged but for times, addresses and the like',
  different: 'different',
  none: 'none were stored'
} as const;

const differences = {
  version: 'another version of the language than asked for',
  apt: 'system packages were not installed',
  'no-conda': 'installed without conda',
  script: 'postBuild or start was not run',
  empty: 'no environment file',
  'own-library': 'packages of the author’s machine'
} as const;

/**
 * What a test run showed, an action for each notebook that was run.
 *
 * Source: RO-Crate 1.1, "Software used to create files"; the profile Process
 * Run Crate 0.5, where the root mentions the actions, and an action that failed
 * says why.
 */
export function addTestRuns(
  things: Graph,
  evidence: ITestEvidence,
  environmentFile: string | null
): IReference[] {
  return evidence.notebooks
    .filter(({ outcome }) => outcome !== 'waiting')
    .map((notebook, index) =>
      addTestRun(things, evidence, environmentFile, notebook, index + 1)
    );
}

function addTestRun(
  things: Graph,
  { begun, ended, kind, environment }: ITestEvidence,
  environmentFile: string | null,
  notebook: INotebookEvidence,
  index: number
): IReference {
  const hasRun = notebook.outcome === 'ran';
  const isClean = kind === 'environment';
  const facts: [string, string | undefined][] = [
    ['outputs', notebook.outputs ? outputs[notebook.outputs] : undefined],
    ['seconds', notebook.seconds.toFixed(1)],
    ['peak of memory in bytes', notebook.peakBytes ? String(notebook.peakBytes) : undefined], // prettier-ignore
    ['environment made with', environment?.tool],
    ['language version', environment?.used || undefined],
    ['differs from Binder', environment?.differences.map(code => differences[code]).join('; ') || undefined] // prettier-ignore
  ];
  const result = facts.flatMap(([name, value], fact) =>
    value === undefined
      ? []
      : [
          things.add({
            '@id': `#test-run-${index}-${fact + 1}`,
            '@type': 'PropertyValue',
            name,
            value
          })
        ]
  );
  return things.add({
    '@id': `#test-run-${index}`,
    '@type': 'CreateAction',
    name: isClean
      ? `Test run of ${notebook.path} in a clean environment`
      : `Test run of ${notebook.path} in a fresh kernel`,
    instrument: { '@id': fileId(notebook.path) },
    object:
      isClean && environmentFile !== null
        ? { '@id': fileId(environmentFile) }
        : undefined,
    startTime: new Date(begun).toISOString(),
    endTime: new Date(ended).toISOString(),
    actionStatus: {
      '@id': hasRun
        ? 'http://schema.org/CompletedActionStatus'
        : 'http://schema.org/FailedActionStatus'
    },
    error: hasRun ? undefined : notebook.error || notebook.outcome,
    result
  });
}
