/** Runs pre-flight checks without freezing the page, and survives each of them. */
import { IClock } from '../clock';
import { CancelledError, throwIfCancelled } from '../error';
import { IFinding } from '../finding';
import { ITranslator } from '../text';

import { ICheck, ICheckInput, IObservation, Step } from './check';
import { findingKeys } from './findingKey';

/** Milliseconds of work after which the page gets its turn; a long task has 50. */
const SLICE = 16;

/** Findings of one check in one notebook that are shown; the others are counted. */
export const MOST_FINDINGS = 30;

/** How to run checks. */
export interface ICheckRun {
  readonly trans: ITranslator;
  readonly clock: IClock;
  readonly signal?: AbortSignal;
  /** For the keys (see `findingKeys`); without it they are the same for everybody. */
  readonly salt?: string;
  /** Hears of each finding at once. */
  readonly onFinding?: (finding: IFinding) => void;
  /** Hears what a check threw, for the details; the user is told in any case. */
  readonly onError?: (error: unknown, check: ICheck) => void;
}

/**
 * Run checks, the cheap ones first.
 *
 * A check that throws becomes a finding, and so does one that was not done
 * within its budget; the others run all the same.
 *
 * @returns all findings, in the order in which they were made.
 * @throws CancelledError
 */
export async function runChecks(
  checks: readonly ICheck[],
  input: ICheckInput,
  options: ICheckRun
): Promise<IFinding[]> {
  const runner = new Runner(options, await findingKeys(options.salt ?? ''));
  for (const check of [...checks].sort((a, b) => a.budget - b.budget)) {
    const parts =
      check.scope === 'bundle'
        ? [input]
        : input.notebooks.map(file => ({ ...input, notebooks: [file] }));
    for (const part of parts) {
      await runner.run(check, part);
    }
  }
  return runner.findings;
}

/** The work on all checks of one call. */
class Runner {
  constructor(
    private readonly _options: ICheckRun,
    private readonly _key: (rule: string, value: string) => string
  ) {
    this._sliceStart = _options.clock.now();
  }

  readonly findings: IFinding[] = [];

  async run(check: ICheck, input: ICheckInput): Promise<void> {
    const { clock, onError } = this._options;
    const path = pathOf(check, input);
    let steps: Iterator<Step> | null = null;
    let worked = 0;
    let found = 0;
    await this._pause();
    for (;;) {
      let next: IteratorResult<Step>;
      const start = clock.now();
      try {
        steps ??= await this._begin(check, input);
        next = steps.next();
      } catch (error) {
        if (error instanceof CancelledError) {
          throw error;
        }
        onError?.(error, check);
        this._emit(this._crashed(check, path, error));
        break;
      }
      if (next.done) {
        break;
      }
      if (next.value) {
        found += next.value.stops ? 0 : 1;
        if (next.value.stops || found <= MOST_FINDINGS) {
          this._emit(next.value);
        }
      }
      worked += clock.now() - start;
      if (worked > check.budget) {
        steps.return?.();
        this._emit(this._cutShort(check, path));
        break;
      }
      await this._pause();
    }
    if (found > MOST_FINDINGS) {
      this._emit(this._more(check, path, found - MOST_FINDINGS));
    }
  }

  private _sliceStart: number;

  private async _begin(
    check: ICheck,
    input: ICheckInput
  ): Promise<Iterator<Step>> {
    const steps = await check.run(input, this._options.signal);
    return steps[Symbol.iterator]();
  }

  /** Let the page have its turn if it has waited long enough. */
  private async _pause(): Promise<void> {
    const { clock, signal, trans } = this._options;
    throwIfCancelled(signal, trans.__('The checks were stopped.'));
    if (clock.now() - this._sliceStart >= SLICE) {
      await clock.sleep(0, signal);
      this._sliceStart = clock.now();
    }
  }

  private _emit({ about, ...finding }: IObservation): void {
    const keyed =
      about === undefined
        ? finding
        : { ...finding, key: this._key(finding.id, about) };
    this.findings.push(keyed);
    this._options.onFinding?.(keyed);
  }

  private _crashed(
    check: ICheck,
    path: string | null,
    error: unknown
  ): IObservation {
    const { trans } = this._options;
    return {
      ...about(check, path),
      id: 'checks.crashed',
      severity: 'warning',
      message:
        path === null
          ? trans.__(
              'The check “%1” could not run. The others did. Look at this yourself before you publish.',
              check.title
            )
          : trans.__(
              'The check “%1” could not run on %2. The others did. Look at this yourself before you publish.',
              check.title,
              path
            ),
      /* The kind only: a message may quote what it stumbled over. */
      excerpt: error instanceof Error ? error.name.slice(0, 80) : ''
    };
  }

  private _cutShort(check: ICheck, path: string | null): IObservation {
    const { trans } = this._options;
    return {
      ...about(check, path),
      id: 'checks.cut-short',
      severity: 'info',
      message:
        path === null
          ? trans.__(
              'The check “%1” could not look through all of the files in time.',
              check.title
            )
          : trans.__(
              'The check “%1” could not look through all of %2 in time.',
              check.title,
              path
            )
    };
  }

  private _more(
    check: ICheck,
    path: string | null,
    count: number
  ): IObservation {
    const { trans } = this._options;
    return {
      ...about(check, path),
      id: 'checks.more',
      severity: 'info',
      message: trans._n(
        '%1 more of “%2”, not shown.',
        '%1 more of “%2”, not shown.',
        count,
        check.title
      )
    };
  }
}

/** What the runner's own findings have in common. */
function about(
  check: ICheck,
  path: string | null
): Pick<IObservation, 'section' | 'place' | 'about'> {
  return {
    section: 'contents',
    ...(path === null ? {} : { place: { path } }),
    about: JSON.stringify([check.id, check.version, path])
  };
}

/** The notebook that a run is about; null for the whole bundle. */
function pathOf(check: ICheck, input: ICheckInput): string | null {
  return check.scope === 'notebook' ? input.notebooks[0].path : null;
}
