/** Addresses in lines for pip. */
import { RequirementLine } from './requirementLine';

/** An address in a line. */
export interface IRequirementUrl {
  /** As it stands in the line. */
  readonly text: string;
  readonly host: string;
  readonly hasCredentials: boolean;
  readonly withoutCredentials: string;
}

const URL_PATTERN = /[a-z][a-z+.-]*:\/\/[^\s"']+/i;

/** The address that a line names: of a package, or of an index. */
export function readUrl(
  line: RequirementLine,
  text: string
): IRequirementUrl | null {
  if (
    line.kind !== 'url' &&
    line.kind !== 'option' &&
    line.kind !== 'include'
  ) {
    return null;
  }
  const url = URL_PATTERN.exec(text)?.[0];
  if (url === undefined) {
    return null;
  }
  const [, scheme, authority, rest] =
    /^([a-z][a-z+.-]*:\/\/)([^/?#]*)([^]*)$/i.exec(url) ?? [];
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  const host = authority.slice(at + 1);
  // `git` is the user that everybody is at such hosts.
  const isOpen = user === '' || (user === 'git' && /ssh/i.test(scheme));
  return {
    text: url,
    host,
    hasCredentials: !isOpen,
    withoutCredentials: scheme + host + rest
  };
}

/* Hosts that serve every public project over HTTPS, too. */
const PUBLIC_HOSTS =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)$/i;

/** The same project over HTTPS; null where nobody knows whether it is there. */
export function publicUrl(
  url: string
): { readonly host: string; readonly text: string } | null {
  const [, host, path] =
    /^(?:git\+)?(?:ssh:\/\/)?(?:[^@/\s]+@)?([\w.-]+)[:/]\/?([^\s]+)$/i.exec(
      url
    ) ?? [];
  return host !== undefined && PUBLIC_HOSTS.test(host)
    ? { host, text: `git+https://${host}/${path}` }
    : null;
}
