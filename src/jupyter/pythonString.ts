const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v'
};

/**
 * Read the text that Python's `repr` writes for a string. Null where it is
 * none: anything but one whole string literal with escapes that `repr` uses.
 */
export function parsePythonString(literal: string): string | null {
  const text = literal.trim();
  const match = /^(['"])((?:(?!\1)[^\\\n]|\\.)*)\1$/su.exec(text);
  if (!match) {
    return null;
  }
  let isValid = true;
  const value = match[2].replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/gsu,
    (whole, x?: string, u?: string, U?: string, simple?: string) => {
      const code = x ?? u ?? U;
      if (code !== undefined && parseInt(code, 16) <= 0x10ffff) {
        return String.fromCodePoint(parseInt(code, 16));
      }
      const character = simple && simpleEscapes[simple];
      isValid &&= Boolean(character);
      return character || whole;
    }
  );
  return isValid ? value : null;
}
