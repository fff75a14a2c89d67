import { throwIfCancelled } from '../error';
import { IFinding, IPlace } from '../finding';
import { ITranslator } from '../text';
import { IModuleUse } from '../uses/moduleUse';
import { IModuleAnswer, parseAnswer } from './answer';
import { parentOf } from '../paths';
import { capturedModules } from './capturedModules';
import { capturedPackages } from './capturedPackages';
import { IKernel, KernelUnavailableError, WhenBusy } from './kernel';
import { allNeeds, findNeeds, IUsedCode } from './needs/findNeeds';
import { allPartners } from './partners';
import { captureExpression } from './snippet';

/** Why a distribution goes into the environment. */
export type PackageReason =
  /** Modules of it are imported. */
  | 'import'
  /** Something that is called loads it. */
  | 'call'
  /** What is imported was compiled for this version of it. */
  | 'partner';

/** A distribution that goes into the environment. */
export interface ICapturedPackage {
  /** As its metadata writes it. */
  readonly name: string;
  readonly version: string;
  /** Line of requirements.txt; null where Binder cannot install it. */
  readonly requirement: string | null;
  /** A line of its own that pip needs for it. */
  readonly option?: string;
  /** The package of conda's that brought it; null = pip did. */
  readonly conda: { readonly name: string; readonly version: string } | null;
  readonly reason: PackageReason;
  /** The imports that it is there for; for other reasons what calls it or is its partner. */
  readonly modules: readonly string[];
}

/** What was found out about one import. */
export interface ICapturedModule {
  readonly name: string;
  readonly kind: IModuleAnswer['kind'];
  /** Names of the distributions that it comes from. */
  readonly packages: readonly string[];
}

/** A package of the system (Ubuntu) that the notebooks need. */
export interface ISystemPackage {
  readonly name: string;
  /** What needs it: a module or a call. */
  readonly seen: string;
  readonly place?: IPlace;
}

/** What a kernel says of the environment that the notebooks need. */
export interface ICapture {
  /** `3.12` */
  readonly python: string;
  /** The environment was made by conda, mamba or pixi. */
  readonly conda: boolean;
  /** Some of it cannot be installed by pip: Binder needs environment.yml. */
  readonly needsConda: boolean;
  /** Channels of conda's that everyone can use, conda-forge first. */
  readonly channels: readonly string[];
  /** Sorted by name, without regard to case. */
  readonly packages: readonly ICapturedPackage[];
  /** Lines for apt.txt, sorted. */
  readonly system: readonly ISystemPackage[];
  /** In the order of the question. */
  readonly modules: readonly ICapturedModule[];
  /** What distributions need always, by normalised names: those of the packages, and those that were asked for. */
  readonly requires: ReadonlyMap<string, readonly string[]>;
  /** Paths of the notebooks and modules that were looked at, sorted. */
  readonly sources: readonly string[];
  readonly findings: readonly IFinding[];
}

export interface ICaptureOptions {
  /** Those of other languages are left out. */
  readonly modules: readonly IModuleUse[];
  /** Paths in the bundle, to tell its own modules. */
  readonly files: readonly string[];
  /** Code of the notebooks and their local modules, to see what they need and never import. */
  readonly code?: readonly IUsedCode[];
  /** Normalised names of distributions of which to tell what they need, as environment files name them. */
  readonly declared?: readonly string[];
  /** The kernel's working folder in the bundle; by itself that of the first import. */
  readonly folder?: string;
  /** What to do with a kernel that runs something; by itself it is said. */
  readonly whenBusy?: WhenBusy;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/** Whether a kernel's language is Python. */
export function isPython(language: string): boolean {
  return /^i?python\d*$/i.test(language);
}

/**
 * Ask the running kernel of a notebook which Python it is and which installed
 * distributions the imports come from. The kernel alone knows; nothing is
 * looked up on an index, and nothing is guessed.
 *
 * @throws KernelUnavailableError also for a kernel that does not speak Python
 * @throws KernelBusyError
 * @throws KernelAnswerError
 * @throws CancelledError
 */
export async function captureEnvironment(
  kernel: IKernel,
  options: ICaptureOptions
): Promise<ICapture> {
  const { files, code = [], whenBusy, trans, signal } = options;
  if (!isPython(kernel.language)) {
    throw new KernelUnavailableError(
      kernel.language
        ? trans.__(
            'This kernel speaks %1. Only the environment of a Python kernel can be read.',
            kernel.language
          )
        : trans.__('No kernel is running. Start the notebook’s kernel first.')
    );
  }
  const stopped = trans.__('Reading the kernel was cancelled.');
  throwIfCancelled(signal, stopped);
  const uses = merged(
    options.modules.filter(({ language }) => language === 'python')
  );
  const imported = new Map(uses.map(({ name, places }) => [name, places[0]]));
  const needs = findNeeds(imported, code);
  const question = {
    modules: uses.map(({ name }) => name),
    distributions: [
      ...new Set([
        ...allNeeds.flatMap(({ distributions = [] }) => distributions),
        ...allPartners,
        ...(options.declared ?? [])
      ])
    ]
  };
  const answer = parseAnswer(
    await kernel.evaluate(captureExpression(question), signal, whenBusy),
    trans
  );
  throwIfCancelled(signal, stopped);
  const folder = options.folder ?? parentOf(uses[0]?.places[0]?.path ?? '');
  const found = capturedModules(answer, uses, files, trans);
  const packages = capturedPackages({
    answer,
    users: found.users,
    needs,
    bundle: { files, folder },
    trans
  });
  return {
    python: answer.python,
    conda: answer.conda,
    ...packages,
    modules: found.modules,
    requires: new Map(
      [...answer.distributions].map(([key, one]) => [key, one.requires])
    ),
    sources: sources(uses, code),
    findings: [...found.findings, ...packages.findings]
  };
}

/** Each name once: one certain import outweighs any number of optional ones. */
function merged(modules: readonly IModuleUse[]): IModuleUse[] {
  const uses = new Map<string, IModuleUse>();
  for (const use of modules) {
    const known = uses.get(use.name);
    uses.set(
      use.name,
      known
        ? {
            ...known,
            places: [...known.places, ...use.places],
            optional: known.optional && use.optional
          }
        : use
    );
  }
  return [...uses.values()];
}

function sources(
  uses: readonly IModuleUse[],
  code: readonly IUsedCode[]
): string[] {
  const places = [
    ...uses.flatMap(use => use.places),
    ...code.map(({ place }) => place)
  ];
  return [...new Set(places.flatMap(({ path }) => path ?? []))].sort();
}
