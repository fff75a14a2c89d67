/** What one line for pip says. Sources: PEP 508, PEP 440, pip's documentation. */
import { includedFile } from './requirementsFile';

/** `name[extras] clauses ; marker --hash=…`. */
export interface INamedRequirement {
  readonly kind: 'named';
  readonly name: string;
  /** With brackets; '' for none. */
  readonly extras: string;
  readonly clauses: readonly {
    readonly operator: string;
    readonly version: string;
  }[];
  /** `; python_version < "3.9"`; '' for none. */
  readonly marker: string;
  /** ` --hash=…` and the like; '' for none. */
  readonly options: string;
}

/** A line for pip. */
export type RequirementLine =
  | INamedRequirement
  /** `name @ URL`, or the URL alone. */
  | {
      readonly kind: 'url';
      readonly name: string | null;
      readonly url: string;
      readonly isEditable: boolean;
    }
  | {
      readonly kind: 'path';
      readonly path: string;
      readonly isEditable: boolean;
    }
  | { readonly kind: 'include'; readonly file: string }
  | { readonly kind: 'option'; readonly value: string }
  | { readonly kind: 'unreadable' };

const OPTION =
  /^(?:-i|-f|--(?:index-url|extra-index-url|no-index|find-links|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature))(?=[\s=]|$)/;
const SCHEME = /^(?:(?:git|hg|svn|bzr)\+|https?:|ftp:|file:|git@)/i;
const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2|tar\.xz)$/i;
const NAME = /^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)[^\S\n]*(\[[^\]\n]*\])?/i;
const IS_DIRECT = /^[a-z0-9][\w.-]*\s*(?:\[[^\]\n]*\])?\s*@/i;
const CLAUSE = /^(===|~=|[=!<>]=|[<>])\s*([\w.!+*-]+)$/;

/** Read a line, without its comment. */
export function readRequirement(line: string): RequirementLine {
  const included = includedFile(line);
  if (included) {
    return { kind: 'include', file: included.file };
  }
  const editable = /^(?:-e|--editable)(?:[\s=]+)(\S[^]*)$/.exec(line)?.[1];
  if (editable !== undefined) {
    return target(editable.trim().replace(/^(["'])(.*)\1$/, '$2'), true);
  }
  if (line.startsWith('-')) {
    return OPTION.test(line)
      ? { kind: 'option', value: line }
      : { kind: 'unreadable' };
  }
  return isTarget(line) ? target(line, false) : named(line);
}

/** Write a requirement in the usual form. */
export function writeRequirement(
  { name, extras, marker, options }: INamedRequirement,
  change: { name?: string; version?: string; marker?: string } = {}
): string {
  const version = change.version === undefined ? '' : `==${change.version}`;
  const condition = change.marker ?? marker;
  const tail = condition ? ` ${condition}` : '';
  return `${change.name ?? name}${extras}${version}${tail}${options}`;
}

/** The one version that a requirement allows; null if there are several. */
export function pinOf({ clauses }: INamedRequirement): string | null {
  const pin = clauses.find(
    ({ operator, version }) => /^===?$/.test(operator) && !version.endsWith('*')
  );
  return pin?.version ?? null;
}

function isTarget(line: string): boolean {
  return (
    SCHEME.test(line) ||
    /^(?:[./~\\]|[a-z]:[\\/])/i.test(line) ||
    (!IS_DIRECT.test(line) &&
      (ARCHIVE.test(line) || /^[^\s@;=<>!]+[\\/]/.test(line)))
  );
}

function target(text: string, isEditable: boolean): RequirementLine {
  const [place] = text.split(/\s+(?:;|--)/, 1);
  return SCHEME.test(place)
    ? { kind: 'url', name: null, url: place, isEditable }
    : { kind: 'path', path: place.replace(/\[[^\]]*\]$/, ''), isEditable };
}

function named(line: string): RequirementLine {
  const start = NAME.exec(line);
  if (!start) {
    return { kind: 'unreadable' };
  }
  const rest = line.slice(start[0].length).trim();
  if (rest.startsWith('@')) {
    const url = rest.slice(1).trim().split(/\s/, 1)[0];
    return url
      ? { kind: 'url', name: start[1], url, isEditable: false }
      : { kind: 'unreadable' };
  }
  const optionsAt = rest.search(/(?:^|\s)--[a-z]/);
  const body = optionsAt === -1 ? rest : rest.slice(0, optionsAt).trim();
  const markerAt = body.indexOf(';');
  const specifier = markerAt === -1 ? body : body.slice(0, markerAt).trim();
  const inner = /^\(([^()]*)\)$/.exec(specifier)?.[1] ?? specifier;
  const clauses = [];
  for (const part of inner.split(',').map(one => one.trim())) {
    const [, operator, version] = CLAUSE.exec(part) ?? [];
    if (operator !== undefined && version !== undefined) {
      clauses.push({ operator, version });
    } else if (part) {
      return { kind: 'unreadable' };
    }
  }
  const marker = markerAt === -1 ? '' : body.slice(markerAt);
  if (marker && !isMarker(marker.slice(1))) {
    return { kind: 'unreadable' };
  }
  return {
    kind: 'named',
    name: start[1],
    extras: start[2] ?? '',
    clauses,
    marker,
    options: optionsAt === -1 ? '' : ` ${rest.slice(optionsAt).trim()}`
  };
}

/* The words of a condition (PEP 508). */
const MARKER =
  /\s*(?:[()]|"[^"]*"|'[^']*'|===?|~=|[!<>]=|[<>]|(?:and|or|not|in|python_version|python_full_version|os_name|os\.name|sys_platform|sys\.platform|platform_release|platform_system|platform_version|platform_machine|platform\.machine|platform_python_implementation|python_implementation|implementation_name|implementation_version|extra)\b)/y;

/** Whether a condition is made of the right words. Their order is not looked at. */
function isMarker(text: string): boolean {
  const marker = text.trim();
  MARKER.lastIndex = 0;
  while (MARKER.lastIndex < marker.length) {
    if (!MARKER.test(marker)) {
      return false;
    }
  }
  return marker !== '';
}
