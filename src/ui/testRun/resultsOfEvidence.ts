import type { ITestEvidence } from '../../core/testRun/evidence';
import type { INotebookResult } from '../../session/testRun/testRunState';

/** What was kept of a run that the server has forgotten, as results without details. */
export function resultsOfEvidence({
  notebooks
}: ITestEvidence): INotebookResult[] {
  return notebooks
    .filter(({ outcome }) => outcome !== 'waiting')
    .map(({ path, outcome, error, outputs, seconds, peakBytes }) => ({
      run: {
        ...{ path, outcome, seconds, peakBytes },
        ...{ cells: 0, done: 0, cell: null, outside: [] },
        error: error ? { name: error, value: '', traceback: '' } : null
      },
      outputs,
      comparison: null,
      findings: []
    }));
}
