import { ITranslator } from '../text';

/*
 * What Zenodo takes. Source: zenodo-rdm's `invenio.cfg` and the recordings
 * (zenodo-api.md, section 5; FINDINGS 5, 6, 22 to 24). A custom site may differ;
 * its own refusal is shown then.
 */

/** Bytes of a record, and of one file. */
export const maxBytes = 50e9;

/**
 * Characters of a file's key, counted as Python counts them: by code point
 * (`FILES_REST_OBJECT_KEY_MAX_LEN`, compared with `len(key)`).
 */
const maxKeyLength = 255;

/**
 * So many days after publishing a record can be deleted, or its files replaced,
 * by its owner alone. Source: zenodo-api.md, section 5, "Self service".
 */
export const undoDays = 30;

/**
 * What is wrong with a file's key, as a text for the user, or null.
 *
 * The server takes an empty key, `../x` and `/x` at init and fails later, and
 * a browser resolves `.` and `..` in a URL by itself (FINDINGS 6).
 */
export function keyProblem(trans: ITranslator, key: string): string | null {
  if ([...key].length > maxKeyLength) {
    return trans.__(
      'The file name “%1…” is too long: at most %2 characters are possible.',
      key.slice(0, 40),
      maxKeyLength
    );
  }
  const isOdd = key
    .split('/')
    .some(part => part === '' || part === '.' || part === '..');
  return isOdd || !isWellFormed(key)
    ? trans.__('The file name “%1” cannot be used.', key.slice(0, 80))
    : null;
}

/** Whether the text has no half of a surrogate pair, which no URL can carry. */
function isWellFormed(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
