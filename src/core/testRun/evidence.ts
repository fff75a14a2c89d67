import type {
  DifferenceCode,
  EnvironmentTool,
  NotebookOutcome
} from './testRuns';

/**
 * How the outputs of a notebook that ran compare with those that are stored in it.
 *
 * - `same`
 * - `alike`: but for what never is the same, as times and addresses
 * - `different`
 * - `none`: none are stored, there is nothing to compare with
 */
export const outputVerdicts = ['same', 'alike', 'different', 'none'] as const;

export type OutputVerdict = (typeof outputVerdicts)[number];

/** What became of one notebook, as far as it is told to readers. */
export interface INotebookEvidence {
  /** In the bundle. */
  readonly path: string;
  readonly outcome: NotebookOutcome;
  /** As `ModuleNotFoundError`; '' = none. */
  readonly error: string;
  /** Null = it did not run to its end, or was not compared. */
  readonly outputs: OutputVerdict | null;
  readonly seconds: number;
  /** 0 = not measured. */
  readonly peakBytes: number;
}

/** What a test run showed of a bundle. It holds as long as the files have this stamp. */
export interface ITestEvidence {
  readonly stamp: string;
  /**
   * `environment` = in a fresh environment, made of the bundle's own files;
   * `kernel` = in a fresh kernel of the author's environment, which shows less.
   */
  readonly kind: 'environment' | 'kernel';
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly ended: number;
  /** Of `environment`: what it was made with, as `python`, `3.12.4`. */
  readonly environment: {
    readonly tool: EnvironmentTool;
    readonly language: string;
    readonly used: string;
    readonly differences: readonly DifferenceCode[];
  } | null;
  /** All notebooks of the bundle, those that were not run among them (`waiting`). */
  readonly notebooks: readonly INotebookEvidence[];
}

/** Whether outputs are what they were, but for what never is the same. */
function isUnchanged({ outputs }: INotebookEvidence): boolean {
  return outputs === 'same' || outputs === 'alike';
}

/** Whether there is something good to tell. */
export function isWorthTelling(evidence: ITestEvidence): boolean {
  return evidence.notebooks.some(({ outcome }) => outcome === 'ran');
}

/**
 * One sentence for the readers of a record, in English, as all that stands in
 * a record by itself; the day is that of UTC.
 */
export function evidenceSentence({
  kind,
  ended,
  notebooks
}: ITestEvidence): string {
  const ran = notebooks.filter(({ outcome }) => outcome === 'ran');
  const where = kind === 'environment' ? 'clean environment' : 'fresh kernel';
  const day = new Date(ended).toISOString().slice(0, 10);
  const who =
    ran.length < notebooks.length
      ? `${ran.length} of ${notebooks.length} notebooks`
      : ran.length === 1
        ? 'The notebook'
        : ran.length === 2
          ? 'Both notebooks'
          : `All ${ran.length} notebooks`;
  return `${who} re-ran in a ${where} on ${day}${outputsWords(ran)}.`;
}

function outputsWords(ran: readonly INotebookEvidence[]): string {
  const compared = ran.filter(
    ({ outputs }) => outputs !== null && outputs !== 'none'
  );
  const unchanged = compared.filter(isUnchanged).length;
  if (compared.length === 0) {
    return '';
  }
  return unchanged === ran.length
    ? ', outputs unchanged'
    : unchanged === 0
      ? ', outputs differ'
      : `, outputs of ${unchanged} unchanged`;
}

/** Such a sentence, whichever run it is of. */
export const evidencePattern =
  /(?:All \d+ notebooks|Both notebooks|\d+ of \d+ notebooks|The notebook) re-ran in a (?:clean environment|fresh kernel) on \d{4}-\d\d-\d\d(?:, outputs (?:unchanged|differ|of \d+ unchanged))?\./;
