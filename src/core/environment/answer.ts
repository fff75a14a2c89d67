import { KernelAnswerError } from './kernel';
import { ITranslator } from '../text';

/** Where a module comes from, as the kernel says. */
export type ModuleKind =
  | 'standard'
  | 'installed'
  /** A namespace that several distributions fill; unclear which one is meant. */
  | 'shared'
  /** Found, but in no distribution: a file of the user's. */
  | 'local'
  | 'missing';

/** One module of the kernel's answer. */
export interface IModuleAnswer {
  readonly kind: ModuleKind;
  /** Normalised names of the distributions. */
  readonly distributions: readonly string[];
  /** A local module lies in the kernel's working folder or below. */
  readonly below: boolean;
}

/** The content of a `direct_url.json`. Source: PEP 610. */
export interface IDirectUrl {
  readonly url: string;
  readonly editable: boolean;
  /** Installed from a folder. */
  readonly folder: boolean;
  /** Installed from a version control system, as `git`. */
  readonly vcs: string;
  readonly commit: string;
}

/** One distribution of the kernel's answer. */
export interface IDistributionAnswer {
  readonly name: string;
  readonly version: string;
  /** What installed it: `pip`, `uv`, `conda`; '' where nothing says. */
  readonly installer: string;
  readonly directUrl: IDirectUrl | null;
}

/** What the kernel answers to `captureExpression`. */
export interface IAnswer {
  /** `3.12` */
  readonly python: string;
  /** `CPython` */
  readonly implementation: string;
  /** `linux`, `darwin`, `win32`, `emscripten` */
  readonly platform: string;
  readonly conda: boolean;
  readonly modules: ReadonlyMap<string, IModuleAnswer>;
  readonly distributions: ReadonlyMap<string, IDistributionAnswer>;
}

type Json = Record<string, unknown>;

const kinds: readonly string[] = [
  'standard',
  'installed',
  'shared',
  'local',
  'missing'
];

/**
 * Read the kernel's answer. It is text from outside: nothing in it is trusted
 * to have the shape that was asked for.
 *
 * @throws KernelAnswerError
 */
export function parseAnswer(text: string, trans: ITranslator): IAnswer {
  let answer: Json;
  try {
    answer = object(JSON.parse(text));
  } catch (cause) {
    throw new KernelAnswerError(
      trans.__('The kernel did not say what is installed in it.'),
      { cause }
    );
  }
  const python = string(answer.python);
  if (!/^\d+\.\d+$/.test(python)) {
    throw new KernelAnswerError(
      trans.__('The kernel did not say what is installed in it.'),
      { cause: string(answer.error) }
    );
  }
  return {
    python,
    implementation: string(answer.implementation),
    platform: string(answer.platform),
    conda: answer.conda === true,
    modules: map(answer.modules, module),
    distributions: map(answer.distributions, distribution)
  };
}

function module(value: Json): IModuleAnswer {
  const kind = string(value.kind);
  return {
    kind: kinds.includes(kind) ? (kind as ModuleKind) : 'missing',
    distributions: Array.isArray(value.distributions)
      ? value.distributions.map(string)
      : [],
    below: value.below === true
  };
}

function distribution(value: Json): IDistributionAnswer {
  const origin = object(value.direct_url);
  const vcs = object(origin.vcs_info);
  return {
    name: string(value.name),
    version: string(value.version),
    installer: string(value.installer),
    directUrl: origin.url
      ? {
          url: string(origin.url),
          editable: object(origin.dir_info).editable === true,
          folder: typeof origin.dir_info === 'object',
          vcs: string(vcs.vcs),
          commit: string(vcs.commit_id)
        }
      : null
  };
}

function map<T>(value: unknown, read: (value: Json) => T): Map<string, T> {
  return new Map(
    Object.entries(object(value)).map(([key, item]) => [
      key,
      read(object(item))
    ])
  );
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
