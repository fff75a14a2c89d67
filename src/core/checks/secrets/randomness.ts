/** Whether a text looks made by chance. Alone it proves nothing: pictures and hashes do too. */

/** How often each ASCII character stands in the text that is looked at. */
const ascii = new Uint32Array(128);

/** Shannon's entropy of the characters, in bits a character. */
export function entropy(text: string): number {
  const counts = asciiCounts(text) ?? anyCounts(text);
  let bits = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > 0) {
      const part = counts[i] / text.length;
      bits -= part * Math.log2(part);
    }
  }
  return bits;
}

/** null where there are others. Tokens are ASCII, and many are looked at. */
function asciiCounts(text: string): ArrayLike<number> | null {
  ascii.fill(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ascii.length) {
      return null;
    }
    ascii[code]++;
  }
  return ascii;
}

function anyCounts(text: string): ArrayLike<number> {
  const counts = new Map<string, number>();
  for (const char of text) {
    counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return [...counts.values()];
}

function kindOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) {
    return 1;
  }
  if (code >= 0x41 && code <= 0x5a) {
    return 2;
  }
  return code >= 0x61 && code <= 0x7a ? 3 : 0;
}

/**
 * How often neighbours differ in kind (digit, upper case, lower case), from 0
 * to 1. Words and names stay below 0.3, random letters and digits above.
 */
function unrest(text: string): number {
  let changes = 0;
  for (let i = 1; i < text.length; i++) {
    const before = kindOf(text.charCodeAt(i - 1));
    const here = kindOf(text.charCodeAt(i));
    changes += before && here && before !== here ? 1 : 0;
  }
  return text.length > 1 ? changes / (text.length - 1) : 0;
}

/** Letters and digits in a disorder that names do not have. */
export function looksRandom(text: string): boolean {
  return (
    /\d/.test(text) &&
    /[A-Za-z]/.test(text) &&
    entropy(text) >= 3 &&
    unrest(text) >= 0.25
  );
}
