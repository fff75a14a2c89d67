/** What pip on Binder cannot install, or may install otherwise, line by line. */
import { normalizedName } from './distributionName';
import { Severity } from '../finding';
import { isProcessorIndex } from './graphicsCard';
import { joinInBundle } from '../paths';
import { pipInstead, pipPlatform } from './platformPackages';
import {
  INamedRequirement,
  pinOf,
  RequirementLine,
  writeRequirement
} from './requirementLine';
import { isProjectFolder, localTarget, wheelOf } from './requirementTarget';
import { publicUrl, readUrl } from './requirementUrl';

/** What a rule needs to know beside the line. */
export interface IRequirementContext {
  /** The folder in which relative paths begin for `-r`; for packages it is the root. */
  readonly folder: string;
  /** The bundle's files and folders. */
  readonly has: (path: string) => boolean;
  /** Normalised names of packages that a list of constraints limits to one version. */
  readonly limited: ReadonlySet<string>;
  /** Installed versions by normalised name. */
  readonly versions: ReadonlyMap<string, string>;
  /** Options that name other indexes than PyPI, which may have local versions. */
  readonly otherIndexes: readonly string[];
  /** Some lines have no checksum. */
  readonly hasUnhashed: boolean;
}

/** What a rule says of a line that it is about. */
export interface IVerdict {
  /** What it is called in the finding. */
  readonly name: string;
  /** What the line becomes: a text; null = it is removed; undefined = nobody knows. */
  readonly becomes?: string | null;
  readonly severity?: Severity;
  /** A file that would mend it, if it were in the bundle. */
  readonly missing?: string;
}

/** A rule about a line; undefined: there is nothing to say. */
export type RequirementRule = (
  line: RequirementLine,
  context: IRequirementContext,
  text: string
) => IVerdict | undefined;

const HASH = /\s+--hash[=\s]\S+/g;

const pinned = (name: string, { versions }: IRequirementContext): string => {
  const version = versions.get(normalizedName(name))?.split('+')[0];
  return version === undefined ? name : `${name}==${version}`;
};

/* A file or folder on the user's own computer. */
const localPath: RequirementRule = (line, context, text) => {
  const local = localTarget(line);
  if (!local || local.inBundle !== null) {
    return undefined;
  }
  const wheel = wheelOf(local.path);
  const name = line.kind === 'url' ? line.name : null;
  if (wheel && (name === null || local.isCondaBuild)) {
    return { name: wheel.name, becomes: `${wheel.name}==${wheel.version}` };
  }
  return name !== null && local.isCondaBuild
    ? { name, becomes: pinned(name, context) }
    : { name: name ?? text, becomes: null };
};

/* A path in the bundle at which there is nothing to install. */
const missing: RequirementRule = (line, context, text) => {
  const path = localTarget(line)?.inBundle ?? null;
  if (path === null) {
    return undefined;
  }
  const wheel = wheelOf(path);
  if (!context.has(path)) {
    const becomes = wheel ? `${wheel.name}==${wheel.version}` : null;
    return { name: text, becomes, missing: path };
  }
  return wheel || isProjectFolder(path, context.has)
    ? undefined
    : { name: text, becomes: null };
};

const includeMissing: RequirementRule = (line, context, text) => {
  if (line.kind !== 'include' || /^https?:/.test(line.file)) {
    return undefined;
  }
  const path = joinInBundle(context.folder, line.file);
  return path !== null && context.has(path)
    ? undefined
    : {
        name: text,
        becomes: null,
        ...(path === null ? {} : { missing: path })
      };
};

/* A wheel for another system. */
const wheelPlatform: RequirementRule = line => {
  const place =
    line.kind === 'path' ? line.path : line.kind === 'url' ? line.url : '';
  const wheel = wheelOf(place);
  return wheel && !wheel.isForLinux
    ? { name: wheel.name, becomes: `${wheel.name}==${wheel.version}` }
    : undefined;
};

const credentials: RequirementRule = (line, _, text) => {
  const url = readUrl(line, text);
  return url?.hasCredentials
    ? {
        name: url.host,
        becomes: text.replace(url.text, url.withoutCredentials)
      }
    : undefined;
};

/* Addresses that need a key, which Binder does not have. */
const privateUrl: RequirementRule = (line, _, text) => {
  const url = line.kind === 'url' ? line.url : null;
  if (url === null || !/^(?:git\+ssh:|git@|ssh:|git\+git@)/i.test(url)) {
    return undefined;
  }
  const open = publicUrl(url);
  return open === null
    ? { name: text, becomes: null }
    : { name: open.host, becomes: text.replace(url, open.text) };
};

const localVersion: RequirementRule = (line, { otherIndexes }) => {
  const pin = line.kind === 'named' ? pinOf(line) : null;
  const [released, local] = pin?.split('+') ?? [];
  const isThere = otherIndexes.some(
    option => !isProcessorIndex(option) || local === 'cpu'
  );
  return line.kind === 'named' && local !== undefined && !isThere
    ? {
        name: `${line.name} ${pin}`,
        becomes: writeRequirement(line, { version: released })
      }
    : undefined;
};

const isGuarded = ({ marker }: INamedRequirement) =>
  /sys_platform|platform_system|os_name/.test(marker);

const platform: RequirementRule = line => {
  if (line.kind !== 'named' || isGuarded(line)) {
    return undefined;
  }
  const known = pipPlatform(line.name);
  if (!known) {
    return undefined;
  }
  const test = `sys_platform == "${known.system}"`;
  const marker = line.marker
    ? `; (${line.marker.slice(1).trim()}) and ${test}`
    : `; ${test}`;
  const clauses = line.clauses.map(one => one.operator + one.version).join(',');
  return {
    name: line.name,
    severity: known.fails ? 'error' : 'warning',
    becomes: `${line.name}${line.extras}${clauses} ${marker}${line.options}`
  };
};

const instead: RequirementRule = line => {
  const other =
    line.kind === 'named' && !isGuarded(line) ? pipInstead(line.name) : null;
  if (line.kind !== 'named' || other === null) {
    return undefined;
  }
  const { name, hasSameVersions } = other;
  const version = hasSameVersions ? (pinOf(line) ?? undefined) : undefined;
  const becomes = writeRequirement(line, { name, version });
  return { name: line.name, becomes };
};

/* `name=1.2=build`, which `conda list --export` writes. */
const condaForm: RequirementRule = (line, _, text) => {
  const [, name, version] =
    /^([\w.-]+)=([\w.!+]+)(?:=[\w.]+)?$/.exec(text) ?? [];
  if (line.kind !== 'unreadable' || version === undefined) {
    return undefined;
  }
  const isNoPython = /^(?:_|lib|python$|openssl$|ca-certificates$)/.test(name);
  return { name: text, becomes: isNoPython ? null : `${name}==${version}` };
};

const unreadable: RequirementRule = (line, context, text) => {
  if (line.kind !== 'unreadable' || condaForm(line, context, text)) {
    return undefined;
  }
  const [, name, version] = /^([a-z][\w.-]*)\s+v?(\d[\w.]*)$/i.exec(text) ?? [];
  const becomes = version === undefined ? null : `${name}==${version}`;
  return { name: text, becomes };
};

/* pip wants checksums on all lines or on none. */
const hashes: RequirementRule = (line, { hasUnhashed }, text) =>
  hasUnhashed && line.kind === 'named' && line.options.includes('--hash')
    ? { name: line.name, becomes: text.replace(HASH, '') }
    : undefined;

const unpinned: RequirementRule = (line, { limited, versions }) => {
  if (line.kind === 'url') {
    const isLoose =
      /^(?:git|hg|bzr|svn)\+/.test(line.url) &&
      !/@[\w./-]+(?:#|$)/.test(line.url.replace(/^[^/]*\/\/[^/]*/, ''));
    return isLoose ? { name: line.name ?? line.url } : undefined;
  }
  if (
    line.kind !== 'named' ||
    pinOf(line) !== null ||
    limited.has(normalizedName(line.name))
  ) {
    return undefined;
  }
  const version = versions.get(normalizedName(line.name))?.split('+')[0];
  return version === undefined
    ? { name: line.name }
    : { name: line.name, becomes: writeRequirement(line, { version }) };
};

/** The rules by the name of their finding. */
export const REQUIREMENT_RULES = {
  'local-path': localPath,
  missing,
  'include-missing': includeMissing,
  'wheel-platform': wheelPlatform,
  credentials,
  'private-url': privateUrl,
  'local-version': localVersion,
  platform,
  instead,
  'conda-form': condaForm,
  requirement: unreadable,
  hashes,
  unpinned
} satisfies Record<string, RequirementRule>;

export type RequirementRuleName = keyof typeof REQUIREMENT_RULES;
