import { execFileSync } from 'child_process';
import { parsePythonString } from '../pythonString';

describe('parsePythonString', () => {
  it.each([
    [`'plain'`, 'plain'],
    [`"it's"`, "it's"],
    [`'a\\'b"c'`, `a'b"c`],
    [`'\\\\n'`, '\\n'],
    [`'line\\nline\\ttab\\r'`, 'line\nline\ttab\r'],
    [`'\\x00\\xe9\\u2028\\U0001f600'`, '\0é\u2028😀'],
    [`'\\ud83d'`, '\ud83d'],
    [`''`, ''],
    [` 'spaces around' `, 'spaces around']
  ])('reads %s', (literal, text) => {
    expect(parsePythonString(literal)).toBe(text);
  });

  it.each([
    '42',
    '[1]',
    `b'bytes'`,
    `'open`,
    `'a' + 'b'`,
    `'bad \\q'`,
    `'x\\xg0'`,
    `'\\U00110000'`,
    `'ends with \\'`
  ])('refuses %s', literal => {
    expect(parsePythonString(literal)).toBeNull();
  });

  it('reads what Python writes', () => {
    const code =
      'import sys; s = "".join(map(chr, [*range(0, 0xd800), *range(0xe000, 0x11000), 0x1f600])); sys.stdout.buffer.write(ascii(s).encode())';
    let literal: string;
    try {
      literal = execFileSync('python3', ['-c', code], { encoding: 'utf-8' });
    } catch {
      return;
    }
    const points = [];
    for (let i = 0; i < 0x11000; i++) {
      if (i < 0xd800 || i >= 0xe000) {
        points.push(i);
      }
    }
    const text = points
      .concat(0x1f600)
      .map(point => String.fromCodePoint(point))
      .join('');
    // Not `toBe`, which would print it all.
    expect(parsePythonString(literal) === text).toBe(true);
  });
});
