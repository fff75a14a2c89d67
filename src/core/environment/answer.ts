import { KernelAnswerError } from './kernel';
import { ITranslator } from '../text';

/** Where a module comes from, as the kernel says. */
export type ModuleKind =
  | 'standard'
  | 'installed'
  /** A namespace that several distributions fill; unclear which one is meant. */
  | 'shared'
  /** conda's alone: no distribution of Python says that it has it. */
  | 'conda'
  /** Found, but in no distribution: a file of the user's. */
  | 'local'
  | 'missing';

/** One module of the kernel's answer. */
export interface IModuleAnswer {
  readonly kind: ModuleKind;
  /** Normalised names of the distributions; for `conda`, of conda's packages. */
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
  /** The project's folder inside of the repository; '' = its root. */
  readonly subdirectory: string;
  /** Of an archive: its SHA-256 in hexadecimal; '' where nothing says. */
  readonly sha256: string;
}

/** A package of conda's. */
export interface ICondaPackage {
  readonly name: string;
  readonly version: string;
  /** A name or a URL, as conda wrote it. */
  readonly channel: string;
}

/** One distribution of the kernel's answer. */
export interface IDistributionAnswer {
  readonly name: string;
  readonly version: string;
  /** What installed it: `pip`, `uv`, `conda`; '' where nothing says. */
  readonly installer: string;
  readonly directUrl: IDirectUrl | null;
  /** The project's folder seen from the kernel's working folder (`../lib`); null where it is in none. */
  readonly folder: string | null;
  /** It lies in the user's own site-packages, outside of the environment. */
  readonly user: boolean;
  /** Normalised names of what it needs always, without extras. */
  readonly requires: readonly string[];
  /** The package of conda's that brought it; null = not conda. */
  readonly conda: ICondaPackage | null;
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
  /** Packages of conda's that hold modules and no distribution. */
  readonly condaPackages: ReadonlyMap<string, ICondaPackage>;
}

type Json = Record<string, unknown>;

const kinds: readonly string[] = [
  'standard',
  'installed',
  'shared',
  'conda',
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
    distributions: map(answer.distributions, distribution),
    condaPackages: map(answer.conda_packages, condaPackage)
  };
}

function module(value: Json): IModuleAnswer {
  const kind = string(value.kind);
  return {
    kind: kinds.includes(kind) ? (kind as ModuleKind) : 'missing',
    distributions: strings(value.distributions),
    below: value.below === true
  };
}

function distribution(value: Json): IDistributionAnswer {
  const origin = object(value.direct_url);
  const vcs = object(origin.vcs_info);
  const archive = object(origin.archive_info);
  const sha256 =
    string(object(archive.hashes).sha256) ||
    (/^sha256=(.*)$/.exec(string(archive.hash))?.[1] ?? '');
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
          commit: string(vcs.commit_id),
          subdirectory: string(origin.subdirectory),
          sha256: /^[0-9a-f]{64}$/i.test(sha256) ? sha256 : ''
        }
      : null,
    folder: typeof value.folder === 'string' ? value.folder : null,
    user: value.user === true,
    requires: strings(value.requires),
    conda: value.conda ? condaPackage(object(value.conda)) : null
  };
}

function condaPackage(value: Json): ICondaPackage {
  return {
    name: string(value.name),
    version: string(value.version),
    channel: string(value.channel)
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

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(string) : [];
}
