/** A run of letters and digits that no word and no file's name has: a key, a token. */
const keyLike = /(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]*[A-Za-z0-9]{24,}[\w-]*/g;

/** `%2F` is how a path stands in an address. */
const slash = String.raw`(?:/|\\+|%2F|%5C)`;
const home = new RegExp(
  `(?:[A-Z]:)?${slash}(?:home|Users|Benutzer)${slash}(?:[^\\s/\\\\:*?"'<>|%]|%(?!2F|5C))+(?: [^\\s/\\\\:*?"'<>|%]+(?=\\\\))*`,
  'gi'
);

/** `user:password@host`, and `ana@example.org`. */
const mail = /[^\s@<>()[\]"',;:/\\]+(?:@|%40)[^\s@<>()[\]"',;:/\\]+/gi;

/**
 * A text that people may put into a report which anybody reads: without tokens
 * and what looks like one, what follows an address' `?` or `#`, e-mail
 * addresses, and the names of home folders.
 *
 * @param secrets - what must not be in it in any case, as the present token
 */
export function withoutPrivate(
  text: string,
  secrets: readonly (string | null)[] = []
): string {
  let plain = text;
  for (const secret of secrets) {
    plain = secret ? plain.split(secret).join('…') : plain;
  }
  return plain
    .replace(/(:\/\/)[^\s/?#@]*@/g, '$1')
    .replace(/(:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/g, '$1')
    .replace(/\b(bearer|basic|token)(\s+|=|:\s*)[^\s"'<>,;&]+/gi, '$1$2…')
    .replace(mail, '…')
    .replace(home, '~')
    .replace(keyLike, '…');
}
