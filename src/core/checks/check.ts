/** What a pre-flight check is: data in, findings out, without files, network or page. */
import { IFinding } from '../finding';
import { INotebook } from '../notebook/notebook';

/** A notebook of the bundle. */
export interface INotebookFile {
  /** Relative to the bundle's root. */
  readonly path: string;
  /** The bytes that will be archived. */
  readonly bytes: Uint8Array;
  /** What `readNotebook` made of them; null if it could not. */
  readonly notebook: INotebook | null;
  /** Why it could not: what `readNotebook` threw. */
  readonly error?: Error;
}

/** Any file of the bundle. */
export interface IListedFile {
  /** Relative to the bundle's root. */
  readonly path: string;
  /** Bytes; null where the server does not say. */
  readonly size: number | null;
  /**
   * The first `HEAD_BYTES` bytes, or all if there are fewer; of pictures only
   * (see `wantsHead`). Without them a picture is not looked into.
   */
  readonly head?: Uint8Array;
}

/** What is known of the person at the keyboard, to be found where it was not meant to be. */
export interface IIdentity {
  /** The name of the account on the computer that runs Jupyter. */
  readonly user?: string;
  /** The name of that computer. */
  readonly host?: string;
  /** The path of the home folder there. */
  readonly home?: string;
}

/** All that the checks read. */
export interface ICheckInput {
  readonly notebooks: readonly INotebookFile[];
  /** All files of the bundle, the notebooks too. */
  readonly files: readonly IListedFile[];
  /** Paths of files with changes in the editor that are not saved. */
  readonly dirty: readonly string[];
  /** Paths of notebooks whose kernel is running a cell. */
  readonly busy: readonly string[];
  readonly identity: IIdentity;
}

/** A finding as a check makes it: `runChecks` turns `about` into the finding's key. */
export interface IObservation extends IFinding {
  /** What was found, by which it is known again. It goes no further than the hash. */
  readonly about?: string;
}

/**
 * What a check does at a time: it finds something, or (null) it has looked
 * through a piece and found nothing. Between two steps the page may draw and
 * the time is looked at, so no step takes longer than a few milliseconds.
 */
export type Step = IObservation | null;

/** A pre-flight check. */
export interface ICheck {
  /** Stable over time: `order`, `secrets`. */
  readonly id: string;
  /** Counted up when the check finds something else than before. */
  readonly version: number;
  /** What it looks for, in the user's words, as the subject of a sentence. */
  readonly title: string;
  /** Milliseconds of work that one run may take. Checks run from cheap to dear. */
  readonly budget: number;
  /** Whether a run gets one notebook (`input.notebooks` has one) or the whole bundle. */
  readonly scope: 'notebook' | 'bundle';
  /**
   * Look. A check that takes long gives its steps lazily (a generator), or
   * makes its own pauses and gives a promise; then it minds the signal.
   */
  run(
    input: ICheckInput,
    signal?: AbortSignal
  ): Iterable<Step> | Promise<Iterable<Step>>;
}

/** A check's description, without what follows from its kind. */
export type CheckFacts = Pick<ICheck, 'id' | 'version' | 'title' | 'budget'>;

/** A notebook that could be read. */
export interface IReadNotebook extends INotebookFile {
  readonly notebook: INotebook;
}

/** A check that looks at each notebook that can be read, by itself. */
export function notebookCheck(
  facts: CheckFacts,
  look: (file: IReadNotebook, input: ICheckInput) => Iterable<Step>
): ICheck {
  return {
    ...facts,
    scope: 'notebook',
    *run(input) {
      for (const file of input.notebooks) {
        if (isRead(file)) {
          yield* look(file, input);
        }
      }
    }
  };
}

function isRead(file: INotebookFile): file is IReadNotebook {
  return file.notebook !== null;
}
