import {
  type INotebookEvidence,
  type ITestEvidence,
  outputVerdicts
} from '../../core/testRun/evidence';
import {
  differenceCodes,
  environmentTools,
  notebookOutcomes
} from '../../core/testRun/testRuns';
import { asList, asObject, asText } from '../../core/zenodo/parse';

/** Read what was kept of a test run; null = nothing that is understood. */
export function readEvidence(kept: unknown): ITestEvidence | null {
  const { stamp, kind, begun, ended, environment, notebooks } = asObject(kept);
  const read = asList(notebooks).flatMap(notebook);
  if (
    !asText(stamp) ||
    (kind !== 'environment' && kind !== 'kernel') ||
    typeof begun !== 'number' ||
    typeof ended !== 'number' ||
    read.length === 0
  ) {
    return null;
  }
  const { tool, language, used, differences } = asObject(environment);
  const known = environmentTools.find(one => one === tool);
  return {
    ...{ kind, begun, ended },
    stamp: asText(stamp),
    environment: known
      ? {
          tool: known,
          language: asText(language),
          used: asText(used),
          differences: differenceCodes.filter(code =>
            asList(differences).includes(code)
          )
        }
      : null,
    notebooks: read
  };
}

function notebook(kept: unknown): INotebookEvidence[] {
  const { path, outcome, error, outputs, seconds, peakBytes } = asObject(kept);
  const known = notebookOutcomes.find(one => one === outcome);
  return known && asText(path)
    ? [
        {
          path: asText(path),
          outcome: known,
          error: asText(error),
          outputs: outputVerdicts.find(one => one === outputs) ?? null,
          seconds: typeof seconds === 'number' ? seconds : 0,
          peakBytes: typeof peakBytes === 'number' ? peakBytes : 0
        }
      ]
    : [];
}
