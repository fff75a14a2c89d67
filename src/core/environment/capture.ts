import { throwIfCancelled } from '../error';
import { IFinding, IPlace } from '../finding';
import { ITranslator } from '../text';
import { IAnswer, IModuleAnswer, parseAnswer } from './answer';
import { IKernel, KernelUnavailableError } from './kernel';
import { normalizedName, requirementOf } from './requirement';
import { captureExpression } from './snippet';

/** A module that the notebooks import, and where. */
export interface IModuleUse {
  /** As written, with its dots: `google.cloud.storage`. */
  readonly name: string;
  /** Path in the bundle and cell of the first import. */
  readonly place?: IPlace;
  /** Imported only where it is there (in a `try`, or in a function). */
  readonly optional?: boolean;
}

/** A distribution that goes into the environment. */
export interface ICapturedPackage {
  /** As its metadata writes it. */
  readonly name: string;
  readonly version: string;
  /** Line of requirements.txt; null where Binder cannot install it. */
  readonly requirement: string | null;
  /** The imports that it is there for. */
  readonly modules: readonly string[];
}

/** What was found out about one import. */
export interface ICapturedModule {
  readonly name: string;
  readonly kind: IModuleAnswer['kind'];
  /** Names of the distributions that it comes from. */
  readonly packages: readonly string[];
}

/** What a kernel says of the environment that the notebooks need. */
export interface ICapture {
  /** `3.12` */
  readonly python: string;
  /** The environment was made by conda, mamba or pixi. */
  readonly conda: boolean;
  /** Sorted by name, without regard to case. */
  readonly packages: readonly ICapturedPackage[];
  /** In the order of the question. */
  readonly modules: readonly ICapturedModule[];
  readonly findings: readonly IFinding[];
}

export interface ICaptureOptions {
  readonly modules: readonly IModuleUse[];
  /** Paths in the bundle, to tell its own modules. */
  readonly files: readonly string[];
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * Ask the running kernel of a notebook which Python it is and which installed
 * distributions the imports come from. The kernel alone knows; nothing is
 * looked up on an index, and nothing is guessed.
 *
 * @throws KernelUnavailableError also for a kernel that does not speak Python
 * @throws KernelAnswerError
 * @throws CancelledError
 */
export async function captureEnvironment(
  kernel: IKernel,
  options: ICaptureOptions
): Promise<ICapture> {
  const { modules, files, trans, signal } = options;
  if (!/^i?python\d*$/i.test(kernel.language)) {
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
  const uses = new Map<string, IModuleUse>();
  for (const use of modules) {
    const known = uses.get(use.name);
    // One certain import outweighs any number of optional ones.
    if (!known || (known.optional && !use.optional)) {
      uses.set(use.name, use);
    }
  }
  const answer = parseAnswer(
    await kernel.evaluate(captureExpression([...uses.keys()]), signal),
    trans
  );
  throwIfCancelled(signal, stopped);
  return evaluate(answer, [...uses.values()], files, trans);
}

function evaluate(
  answer: IAnswer,
  uses: readonly IModuleUse[],
  files: readonly string[],
  trans: ITranslator
): ICapture {
  const findings: IFinding[] = [];
  const captured: ICapturedModule[] = [];
  const importedBy = new Map<string, IModuleUse[]>();
  for (const use of uses) {
    const found = answer.modules.get(use.name) ?? {
      kind: 'missing' as const,
      distributions: [],
      below: false
    };
    const editable = found.distributions.some(
      key => answer.distributions.get(key)?.directUrl?.editable
    );
    const ownFile =
      (found.kind === 'local' || found.kind === 'missing' || editable) &&
      isInBundle(use, files);
    const kind = ownFile ? 'local' : found.kind;
    const takes = kind === 'installed' ? found.distributions : [];
    for (const key of takes) {
      importedBy.set(key, [...(importedBy.get(key) ?? []), use]);
    }
    captured.push({
      name: use.name,
      kind,
      packages: takes.map(key => answer.distributions.get(key)?.name ?? key)
    });
    const finding = ownFile ? null : moduleFinding(use, found, answer, trans);
    if (finding) {
      findings.push(finding);
    }
  }
  const packages: ICapturedPackage[] = [];
  for (const [key, users] of importedBy) {
    const distribution = answer.distributions.get(key);
    if (!distribution) {
      continue;
    }
    const { line, finding } = requirementOf(distribution, trans);
    if (finding) {
      const { place } = users[0];
      findings.push(place ? { ...finding, place } : finding);
    }
    packages.push({
      name: distribution.name,
      version: distribution.version,
      requirement: line,
      modules: users.map(({ name }) => name)
    });
  }
  const order = ({ name }: ICapturedPackage) => normalizedName(name);
  return {
    python: answer.python,
    conda: answer.conda,
    packages: packages.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    modules: captured,
    findings
  };
}

function moduleFinding(
  use: IModuleUse,
  { kind, below, distributions }: IModuleAnswer,
  answer: IAnswer,
  trans: ITranslator
): IFinding | null {
  const report = (
    id: string,
    severity: IFinding['severity'],
    message: string
  ): IFinding => ({
    id,
    severity,
    section: 'environment',
    message,
    ...(use.place ? { place: use.place } : {})
  });
  switch (kind) {
    case 'missing':
      return use.optional
        ? report(
            'environment.optional-not-installed',
            'info',
            trans.__('%1 is imported if it is there. It is not installed.', use.name) // prettier-ignore
          )
        : report(
            'environment.not-installed',
            'warning',
            trans.__('%1 is imported, but it is not installed in this kernel.', use.name) // prettier-ignore
          );
    case 'shared':
      return report(
        'environment.ambiguous',
        'warning',
        trans.__(
          '%1 comes from several packages: %2. Add the one that you use.',
          use.name,
          distributions
            .map(key => answer.distributions.get(key)?.name ?? key)
            .join(', ')
        )
      );
    case 'local':
      return below
        ? report(
            'environment.own-module-left-out',
            'warning',
            trans.__('%1 is a file of yours that is not in the bundle.', use.name) // prettier-ignore
          )
        : report(
            'environment.own-module-elsewhere',
            'warning',
            trans.__(
              '%1 is a file of yours in another folder. Others do not have it.',
              use.name
            )
          );
    default:
      return null;
  }
}

/**
 * Whether a module is a file of the bundle: beside the notebook that imports
 * it, or at the root.
 */
function isInBundle(use: IModuleUse, files: readonly string[]): boolean {
  const top = use.name.split('.')[0];
  const path = use.place?.path ?? '';
  const beside = path.slice(0, path.lastIndexOf('/') + 1);
  return [...new Set([beside, ''])].some(folder =>
    files.some(
      file =>
        file === `${folder}${top}.py` ||
        (file.startsWith(`${folder}${top}/`) && file.endsWith('.py'))
    )
  );
}
