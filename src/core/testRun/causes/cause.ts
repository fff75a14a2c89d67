/** Why a test run failed: what is said of it, and what mends it. */
import type { IPlanEntry } from '../../bundle/entry';
import type { ICapture } from '../../environment/capture';
import type { EnvironmentTexts } from '../../environment/coverage/readDeclarations';
import { IFinding, IFix, IPlace } from '../../finding';
import type { INotebook } from '../../notebook/notebook';
import { ITranslator } from '../../text';

/** What can be the matter. Stable over time. */
export const causeKinds = [
  /** A package that code imports, and that nothing installs. */
  'missing-package',
  /** An environment file names a module in the place of its package. */
  'wrong-name',
  /** A package that another one loads by itself. */
  'companion',
  /** A module of the project that is not in the bundle, or not found there. */
  'missing-module',
  'missing-file',
  /** A path that begins at the top of the author's computer. */
  'absolute-path',
  /** A file outside of the bundle's top folder. */
  'outside-file',
  /** A name that no cell defines. */
  'hidden-state',
  /** A name that a later cell defines. */
  'cell-order',
  'python-version',
  'python-2',
  /** Another version of a package than the author's. */
  'package-version',
  'system-library',
  'system-program',
  'magic',
  /** A window, the keyboard: what a run without a person does not have. */
  'screen',
  'input',
  /** A variable of the author's environment, as a key. */
  'variable',
  'network',
  'memory',
  'cell-timeout',
  'timeout',
  'died',
  'no-kernel',
  'unreadable',
  /** Nothing is known of it but its own words. */
  'error',
  /** The installer finds no package of that name. */
  'install-unknown',
  /** There is no such version. */
  'install-version',
  /** A line that is of use on another system only. */
  'install-platform',
  'install-conflict',
  /** It has to be compiled, and that fails. */
  'install-build',
  /** It lies where only its author can get it. */
  'install-private',
  'install-line',
  'install-checksum',
  'install-network',
  'install-room',
  'install'
] as const;

export type CauseKind = (typeof causeKinds)[number];

/** The cause of one failure. */
export interface ICause {
  readonly kind: CauseKind;
  /** Notebook and cell; an environment file; nothing for the installation as a whole. */
  readonly place: IPlace;
  /** The user's texts, translated: what is the matter (without a full stop), what it means for a reader, what to do. */
  readonly title: string;
  readonly meaning: string;
  readonly advice: string;
  /** The decisive line of the error or of the installer: as it stands there, bounded, on one line. */
  readonly line: string;
  /** The first one is what most people want. */
  readonly fixes: readonly IFix[];
}

/** What is known of a file of the project. */
export type ProjectEntry = Pick<
  IPlanEntry,
  'path' | 'kind' | 'included' | 'reasonKind'
>;

/** What is known beside the run itself. */
export interface ICauseContext {
  /** The plan's entries: what was in the run, and what of the project was left out. */
  readonly entries: readonly ProjectEntry[];
  /** The environment files of the bundle, `apt.txt` and `runtime.txt` too. */
  readonly environment: EnvironmentTexts;
  /** Environment files that Binder leaves aside because of others. */
  readonly shadowed?: readonly string[];
  /** What the author's kernel says of itself; null = it was not asked. */
  readonly kernel: ICapture | null;
  /** The notebooks as they were run. */
  readonly notebooks: readonly {
    readonly path: string;
    readonly notebook: INotebook;
  }[];
  /** The run's log; '' = not read. */
  readonly log: string;
  readonly trans: ITranslator;
}

/** A cause as a finding, to be shown and mended like all others. */
export function findingOfCause(cause: ICause): IFinding {
  const { kind, place, title, meaning, advice, line, fixes } = cause;
  return {
    id: `test-run.${kind}`,
    severity: 'error',
    section: 'environment',
    message: [`${title}.`, meaning, advice].filter(Boolean).join(' '),
    place,
    ...(line ? { excerpt: line.slice(0, 80) } : {}),
    ...(fixes.length > 0 ? { fixes } : {})
  };
}
