import { UrlFlag } from './use';

/** Ports that Binder lets out (reference: binder.md; its network policy). */
const OPEN_PORTS = new Set(['', '80', '443', '9418', '873', '1094', '1095', '16286', '4001']); // prettier-ignore

const SIGNED = /[?&](?:X-Amz-(?:Expires|Signature|Credential)|X-Goog-(?:Expires|Signature)|Expires|Signature|sig|se|token|access_token|api_?key|key|auth)=/i; // prettier-ignore
const BLOCKED = /^(?:ftps?|sftp|ssh|scp|postgres(?:ql)?(?:\+\w+)?|mysql(?:\+\w+)?|mariadb(?:\+\w+)?|mssql(?:\+\w+)?|oracle(?:\+\w+)?|mongodb(?:\+srv)?|redis|amqp|ldaps?|smb|nfs|clickhouse|cassandra|snowflake|hive|impala|jdbc)$/i; // prettier-ignore

/** Why an address may not work for others; a `HOLE` in it is what only a run can say. */
export function urlFlags(url: string): UrlFlag[] {
  const [, scheme = '', rest = ''] = /^([a-zA-Z][\w+.-]*):\/\/([^]*)$/.exec(url) ?? []; // prettier-ignore
  if (/^file$/i.test(scheme)) {
    return ['file'];
  }
  const authority = rest.split(/[/?#]/, 1)[0].toLowerCase();
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const name = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.split(':', 1)[0]; // prettier-ignore
  const port = /:(\d+)$/.exec(host)?.[1] ?? '';
  const flags: UrlFlag[] = [];
  const isWeb = /^https?$/i.test(scheme);
  if (/^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|host\.docker\.internal)$/.test(name)) {
    return ['local'];
  }
  if (isPrivate(name)) {
    return ['private'];
  }
  if (BLOCKED.test(scheme) || (isWeb && !OPEN_PORTS.has(port))) {
    flags.push('blocked');
  }
  if (isWeb && (SIGNED.test(rest) || authority.includes('@'))) {
    flags.push('expires');
  }
  if (isWeb && /^(?:drive|docs)\.google\.com$/.test(name) && !/[?&]export=download|\/uc\?|export\?format/.test(rest)) {
    flags.push('drive');
  }
  if (isWeb && /(?:^|\.)dropbox\.com$/.test(name) && !/[?&](?:dl|raw)=1/.test(rest)) {
    flags.push('dropbox');
  }
  return flags;
} // prettier-ignore

/** An address without what can hold a key: the query, a password, what follows `#`. */
export function withoutSecrets(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-zA-Z][\w+.-]*:\/\/)([^]*)$/.exec(url) ?? []; // prettier-ignore
  const path = rest.split(/[?#]/, 1)[0];
  const end = path.search(/\/|$/);
  const host = path.slice(0, end);
  return (scheme + host.slice(host.lastIndexOf('@') + 1) + path.slice(end)).replace(/\u0000/g, '…'); // prettier-ignore
}

/** Networks of one's own (RFC 1918, RFC 6762), and names that only an institute knows. */
function isPrivate(host: string): boolean {
  return (
    /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2})$/.test(host) || // prettier-ignore
    /(?:^|\.)(?:intranet|internal|local|lan|corp|home\.arpa)(?:\.|$)/.test(host)
  );
}
