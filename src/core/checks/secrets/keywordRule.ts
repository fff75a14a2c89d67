import { isKnownForm, isPlaceholder, isWords } from './placeholder';
import { entropy, looksRandom } from './randomness';
import { IRule } from './rule';

/* What follows the keyword: the rest of the name, `=`, and a quoted value. */
const QUOTED =
  /([\w-]{0,40})\\{0,3}["'`]?\]?[ \t]{0,4}(?::[ \t]{0,2}[A-Za-z]{1,12}[ \t]{0,4}(?==))?(?:=(?!=)>?|:=?|<-)[ \t]{0,8}[A-Za-z]{0,2}\\{0,3}["'`]([^\s"'`\\]{8,150})\\{0,3}["'`]/y;

/* A setting on a line of its own, without quotes. */
const UNQUOTED =
  /([\w-]{0,40})(?:=|:[ \t]{1,4})([^\s"'`$(){}<>,;[\]\\]{8,150})[ \t]{0,8}(?:[\r\n]|$)/y;

const LINE_START =
  /(?:^|[\r\n])[ \t]{0,40}(?:export |set |ENV |- |# ?)?[\w.-]{0,60}$/;

/* Names of what is about a secret, and is none. */
const ABOUT =
  /(?:url|uri|endpoint|file|path|dir|folder|name|column|label|type|kind|field|hash|message|prompt|hint|help|text|title|format|pattern|regex|length|policy|version|env|var|sequence)s?$/i;

/** Characters of a line above which a script is minified. */
const MINIFIED = 2000;

/** A name that says that it holds a secret, and a value that may be one. */
export const keywordRule: IRule = {
  id: 'keyword',
  level: 'warn',
  keywords: [
    'passw',
    'passphrase',
    'pwd',
    'secret',
    'api_key',
    'api-key',
    'apikey',
    'auth_token',
    'auth-token',
    'authtoken',
    'access_key',
    'access-key',
    'accesskey',
    'access_token',
    'accesstoken',
    'credential',
    'token'
  ],
  guessable: true,
  find: (text, at, length, { web }) => {
    const from = at + length;
    QUOTED.lastIndex = from;
    const quoted = QUOTED.exec(text);
    UNQUOTED.lastIndex = from;
    const match = quoted ?? UNQUOTED.exec(text);
    if (!match) {
      return null;
    }
    const [whole, rest, value] = match;
    /* Many things are called a token; only what looks like one counts. */
    const isVague = /^token$/i.test(text.slice(at, from));
    const mustLookRandom = !quoted || isVague;
    if (
      ABOUT.test(rest) ||
      (isVague && (value.length < 20 || !/^[_-]?\d?$/.test(rest))) ||
      !mayBeSecret(value) ||
      (mustLookRandom && !looksRandom(value)) ||
      (!quoted && !LINE_START.test(text.slice(Math.max(0, at - 120), at))) ||
      (web && isOnLongLine(text, at))
    ) {
      return null;
    }
    const start = from + whole.lastIndexOf(value);
    return { start, end: start + value.length };
  }
};

function mayBeSecret(value: string): boolean {
  return (
    !isPlaceholder(value) &&
    !isWords(value) &&
    !isKnownForm(value) &&
    entropy(value) >= 2.8
  );
}

function isOnLongLine(text: string, at: number): boolean {
  const from = Math.max(0, at - MINIFIED);
  const around = text.slice(from, at + MINIFIED);
  const start = around.lastIndexOf('\n', at - from);
  const end = around.indexOf('\n', at - from);
  return (end === -1 ? around.length : end) - start > MINIFIED;
}
