import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { parseToml, tomlTexts } from '../toml';
import { TomlError } from '../tomlReader';
import { pythons } from './python';

const document = `# a lock file
version = 1
requires-python = ">=3.9"   # with a comment
date = 2024-05-01T10:00:00Z
big = 1_000
half = 0.5
odd = "a \\u00e9 \\"q\\" \\\\"
raw = 'C:\\path'
long = """
first \\
   second
"quoted" """
literal = '''
a ' b'''
dotted."quoted key".x = true
numbers = [ 1, 2, # two
  3, ]
inline = { a = 1, b = { c = "d" }, "e f" = [] }

[table.sub]
x = -1

[[package]]
name = "one"
dependencies = [
    { name = "two", marker = "sys_platform == 'win32'" },
]

[package.metadata]
y = 2

[[package]]
name = "two"
`;

describe('parseToml', () => {
  it('reads what Python reads', () => {
    const code =
      'import json, sys, tomllib; print(json.dumps(tomllib.loads(sys.stdin.read()), default=lambda d: "2024-05-01T10:00:00Z"))';
    const expected: unknown = JSON.parse(
      execFileSync(pythons[0], ['-c', code], {
        input: document,
        encoding: 'utf8'
      })
    );
    expect(JSON.parse(JSON.stringify(parseToml(document)))).toEqual(expected);
    expect(parseToml(document.replace(/\n/g, '\r\n'))['raw']).toBe('C:\\path');
  });

  it.each([
    'a',
    'a = ',
    'a = 1 b = 2',
    '[a',
    'a = "x',
    'a = [1 2]',
    'a = {b = 1',
    'a = 1\n[a.b]',
    'a = "\\q"',
    'a = "\\U00110000"',
    `a = ${'['.repeat(10_000)}`,
    `a = """${'"'.repeat(2)}`
  ])('refuses %s', text => {
    expect(() => parseToml(text)).toThrow(TomlError);
  });

  it('says the line of a mistake', () => {
    expect(() => parseToml('a = 1\nb = 2\nc')).toThrow('line 3');
  });

  it('takes every name for data', () => {
    const read = parseToml('__proto__ = 1\nconstructor.prototype = 2');
    expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).prototype).toBeUndefined();
  });

  it('reads or refuses, and ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '=', '[', ']', '{', '}', '"', "'", '\n', '.', '#', ',', '\\', ' ', '1')), // prettier-ignore
        parts => {
          try {
            parseToml(parts.join(''));
          } catch (error) {
            expect(error).toBeInstanceOf(TomlError);
          }
        }
      ),
      { numRuns: 1000 }
    );
  });

  it('is quick with a big file', () => {
    const start = processorTime();
    parseToml('[[package]]\nname = "x"\nfiles = [{ hash = "a" }, { hash = "b" }]\n'.repeat(50_000)); // prettier-ignore
    expect(processorTime() - start).toBeLessThan(5000);
  });
});

it('takes the texts of an array', () => {
  const { mixed, text } = parseToml('mixed = ["a", 1, ["b"], ""]\ntext = "a"');
  expect(tomlTexts(mixed)).toEqual(['a', '']);
  expect(tomlTexts(text)).toEqual([]);
  expect(tomlTexts(undefined)).toEqual([]);
});
