import type { ITestEvidence, OutputVerdict } from '../../core/testRun/evidence';
import type { ITestRun } from '../../core/testRun/testRuns';

/**
 * What a run that ended showed of the bundle.
 *
 * @param notebooks - all of the bundle, by their paths
 * @param outputs - how those that ran compare with what is stored
 */
export function evidenceOf(
  { stamp, begun, ended, environment, notebooks: runs }: ITestRun,
  notebooks: readonly string[],
  outputs: ReadonlyMap<string, OutputVerdict>
): ITestEvidence {
  const of = (path: string) => runs.find(run => run.path === path);
  return {
    ...{ stamp, begun, ended },
    kind: environment ? 'environment' : 'kernel',
    environment: environment && {
      tool: environment.tool,
      language: environment.language,
      used: environment.used,
      differences: environment.differences.map(({ code }) => code)
    },
    notebooks: notebooks.map(path => ({
      path,
      outcome: of(path)?.outcome ?? 'waiting',
      error: of(path)?.error?.name ?? '',
      outputs: outputs.get(path) ?? null,
      seconds: of(path)?.seconds ?? 0,
      peakBytes: of(path)?.peakBytes ?? 0
    }))
  };
}
