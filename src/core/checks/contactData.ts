/** E-mail addresses and what belongs to the network, in outputs. */
import { ITranslator } from '../text';

import { ICheck } from './check';
import { IMatch, outputSearch } from './outputSearch';

/* Longest parts of an address: RFC 5321, section 4.5.3.1. */
const LOCAL_PART = 64;
const DOMAIN = 255;

/* Addresses that are nobody's: RFC 2606, and senders that read nothing. */
const NO_MAIL =
  /@(?:[\w-]+\.)*(?:example\.\w+|example|test|invalid|localhost|local)$|^(?:no-?reply|do-?not-?reply|git)@|@users\.noreply\./i;

const CREDIT = /\bauthors?\b|\bmaintainer|copyright|\(c\)|©|@licen[cs]e/i;

const MAC =
  /(?<![\w:-])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\w:-])/gi;
const IPV4 = /(?<![\w.-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/g;

/* RFC 1918. */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/* Without such a word before them, four numbers are rather a version. */
const ADDRESS_WORD =
  /(?:\bip|addr|address|host|server|inet|gateway|listening|connect\w*|scheduler|dashboard|ssh|:\/\/|@)[^\n]{0,40}$/i;

const LICENCE =
  /\b\d{4,5}@[\w-]+(?:\.[\w-]+)+|\bLM_LICENSE_FILE\b|\bSet parameter (?:Username|LicenseID|WLSAccessID)\b|\bLicense (?:server|ID|number)\b/gi;

const HARDWARE =
  /\bNVIDIA-SMI \d|^Architecture:[ \t]{1,40}\w|^processor[ \t]{1,10}: 0$/gm;

/** E-mail addresses in outputs; authors' in the text are meant. */
export function mailCheck(trans: ITranslator): ICheck {
  const title = trans.__('E-mail addresses in the outputs');
  return outputSearch(
    { id: 'mail', version: 1, title, budget: 2_000 },
    [
      {
        id: 'notebook.mail',
        severity: 'warning',
        find: mailAddresses,
        message: cell =>
          trans.__(
            'The output of cell %1 shows an e-mail address. Whose is it, and may it be published?',
            cell
          )
      }
    ],
    trans
  );
}

/** Addresses in the network, licences and hardware in outputs. */
export function machineCheck(trans: ITranslator): ICheck {
  const title = trans.__('Traces of your computer and network');
  return outputSearch(
    { id: 'machine', version: 1, title, budget: 2_500 },
    [
      {
        id: 'notebook.network',
        severity: 'info',
        find: networkAddresses,
        message: cell =>
          trans.__(
            'The output of cell %1 shows an address in your network.',
            cell
          )
      },
      {
        id: 'notebook.licence-server',
        severity: 'info',
        find: text => matches(text, LICENCE),
        message: cell =>
          trans.__(
            'The output of cell %1 shows details of a software licence.',
            cell
          )
      },
      {
        id: 'notebook.hardware',
        severity: 'info',
        find: text => matches(text, HARDWARE),
        message: cell =>
          trans.__(
            'The output of cell %1 describes your computer. That may help readers; leave it out if it should not be known.',
            cell
          )
      }
    ],
    trans
  );
}

function* matches(text: string, pattern: RegExp): Iterable<IMatch> {
  for (const { 0: value, index: at } of text.matchAll(pattern)) {
    yield { value, at };
  }
}

/**
 * The e-mail addresses in a text. From each @ it looks a bounded way to both
 * sides, so a hostile text costs no more than a friendly one.
 */
export function* mailAddresses(text: string): Iterable<IMatch> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - LOCAL_PART), at);
    const after = text.slice(at + 1, at + 1 + DOMAIN);
    const local = /[\w.+-]*$/.exec(before)?.[0].replace(/^[.+-]+/, '');
    const domain = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?![\w-])/i.exec(
      after
    )?.[0];
    if (local && domain && !isPartOfUrl(text, at, local)) {
      const value = `${local}@${domain}`;
      if (!NO_MAIL.test(value) && !isCredit(text, at)) {
        yield { value, at: at - local.length };
      }
    }
  }
}

/** Whether the line names who wrote a program, as `pip show` and the libraries in outputs do. */
function isCredit(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 150), at);
  const after = text.slice(at, at + 150).split('\n', 1)[0];
  return CREDIT.test(before.slice(before.lastIndexOf('\n') + 1) + after);
}

/** `ssh://git@host.org`, `https://me@host.org`, `name@1.0`: no letters are delivered there. */
function isPartOfUrl(text: string, at: number, local: string): boolean {
  const start = at - local.length;
  return (
    /[/:@]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    !/mailto:$/i.test(text.slice(Math.max(0, start - 7), start))
  );
}

function* networkAddresses(text: string): Iterable<IMatch> {
  yield* matches(text, MAC);
  for (const { 0: value, index: at } of text.matchAll(IPV4)) {
    const isAddress = value.split('.').every(part => Number(part) < 256);
    const before = text.slice(Math.max(0, at - 60), at);
    if (
      isAddress &&
      !/^(?:0|127|255)\./.test(value) &&
      (PRIVATE.test(value) || ADDRESS_WORD.test(before))
    ) {
      yield { value, at };
    }
  }
}
