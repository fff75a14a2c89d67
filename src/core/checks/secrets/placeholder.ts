/** What stands where a secret would stand, and is none. */

/* What documentation puts there; a name or a look-up in the place of a value. */
const START =
  /^(?:your|my|xxx|[<{$%*[]|\.\.\.|…|changeme|change-me|example|dummy|fake|test|placeholder|none|null|todo|insert|enter|replace|redacted)/i;

const INSIDE =
  /example|xxxx|1234567890|abcdef|\.\.\.|…|your[_-]|placeholder|changeme|redacted/i;

const LOOKUP =
  /^(?:os\.environ|process\.env|sys\.getenv|getenv|getpass|input\(|userdata\.get|config\[|settings\.)/i;

/** The made-up runs in documented examples of keys. */
const MADE_UP = /example|xxxx|1234567890|abcdef|0000000|\*\*\*/i;

/* `java.lang.String`, `OPENAI_API_KEY`, `Gaussian filter`, `inputPassword` */
const WORDS =
  /^(?:[a-z]+|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+){0,8})(?:[ _.\-/:,]{1,2}(?:[a-z]+|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+){0,8})){0,20}[.:!?]?$/;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const HASH = /^(?:sha\d{1,3}|md5|swh)[:=-]/i;

/* The half of a pair that vendors give out to be shown in web pages. */
const PUBLISHABLE = /^pk[._]/;

const FILE =
  /^(?:\.{0,2}|~)\/|^[A-Za-z]:[\\/]|:\/\/|\.(?:json|ya?ml|txt|csv|env|ini|cfg|toml|pem|key|py|ipynb|html?|md)$/i;

/** A stand-in for a value: `YOUR_KEY`, `<token>`, `$TOKEN`, `xxxx`, `os.environ[…]`. */
export function isPlaceholder(value: string): boolean {
  return START.test(value) || INSIDE.test(value) || LOOKUP.test(value);
}

/** An example of a vendor's token, as documentation shows them. */
export function isMadeUp(token: string): boolean {
  return MADE_UP.test(token);
}

/** Words or names, with nothing in between that words do not have. */
export function isWords(value: string): boolean {
  return WORDS.test(value);
}

/** An identifier, checksum, path or address: known not to be a secret by its form. */
export function isKnownForm(value: string): boolean {
  return (
    UUID.test(value) ||
    HASH.test(value) ||
    FILE.test(value) ||
    PUBLISHABLE.test(value)
  );
}
