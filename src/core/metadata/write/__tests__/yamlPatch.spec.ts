import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { cleanLine, cleanText } from '../../clean';
import { patchYaml } from '../yamlPatch';

const TEXT = `# head
cff-version: 1.2.0
title:   Roses # of course

# who
authors:
- family-names: Doe   # Jane
  given-names: Jane
- family-names: Roe

abstract: |
  What it
  does.

  More.

keywords: [a, b] # words
multi: this is
  a plain
  one # c
empty:
version: '1.0'
# tail
`;

describe('patchYaml', () => {
  it('replaces a value on its line, with the comment after it', () => {
    expect(patchYaml(TEXT, [['title', 'Tulips: "all"']])).toBe(
      TEXT.replace('title:   Roses #', `title:   'Tulips: "all"' #`)
    );
    expect(patchYaml(TEXT, [['version', '2']])).toBe(
      TEXT.replace("version: '1.0'", 'version: "2"')
    );
    expect(patchYaml(TEXT, [['multi', 'short']])).toBe(
      TEXT.replace('this is\n  a plain\n  one #', 'short #')
    );
  });

  it('replaces a block by another one', () => {
    expect(patchYaml(TEXT, [['abstract', 'One\n\nTwo']])).toBe(
      TEXT.replace('What it\n  does.\n\n  More.', 'One\n\n  Two').replace(
        'abstract: |',
        'abstract: |-'
      )
    );
    expect(patchYaml(TEXT, [['abstract', 'One']])).toBe(
      TEXT.replace('|\n  What it\n  does.\n\n  More.', 'One')
    );
    expect(patchYaml(TEXT, [['title', 'One\nTwo']])).toBe(
      TEXT.replace('title:   Roses # of course', 'title: |-\n  One\n  Two')
    );
  });

  it('replaces lists as the file indents them', () => {
    expect(patchYaml(TEXT, [['keywords', ['x', 'z']]])).toBe(
      TEXT.replace('keywords: [a, b] # words', 'keywords:\n- x\n- z')
    );
  });

  it('takes a key out, and puts new ones last', () => {
    expect(patchYaml(TEXT, [['keywords', undefined], ['doi', '10.1/x']])).toBe(
      TEXT.replace('keywords: [a, b] # words\n', '').replace(
        '# tail',
        'doi: 10.1/x\n# tail'
      )
    ); // prettier-ignore
    expect(patchYaml(TEXT, [['empty', 'full']])).toBe(
      TEXT.replace('empty:', 'empty: full')
    );
    expect(patchYaml(TEXT, [['empty', undefined], ['none', undefined]])).toBe(
      TEXT.replace('empty:\n', '')
    ); // prettier-ignore
  });

  it('does nothing where nothing is to be done', () => {
    expect(patchYaml(TEXT, [])).toBe(TEXT);
  });

  it('keeps line ends of Windows, a mark and the end of the document', () => {
    expect(patchYaml('\ufeffa: 1\r\nb: 2', [['c', ['x']], ['a', '3']])).toBe(
      '\ufeffa: "3"\r\nb: 2\r\nc:\r\n  - x\r\n'
    ); // prettier-ignore
    expect(patchYaml('---\na: 1\n...\n', [['b', 'x']])).toBe(
      '---\na: 1\nb: x\n...\n'
    );
  });

  it('writes JSON anew, and an empty document', () => {
    expect(parse(patchYaml('{"a": 1, "b": [2]}', [['a', 'x']]))).toEqual({
      a: 'x',
      b: [2]
    });
    expect(parse(patchYaml('# nothing\n', [['a', 'x']]))).toEqual({ a: 'x' });
  });

  it('quotes what other programs take for something else', () => {
    const text = patchYaml('a: 1\n', [
      ['a', 'No'],
      ['b', '2026-11-21'],
      ['c', '1.10'],
      ['d', 'yes']
    ]);
    expect(text).toBe('a: "No"\nb: "2026-11-21"\nc: "1.10"\nd: "yes"\n');
  });

  it('gives YAML that has the changes, and the rest', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    // All that is written was cleaned before.
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('a', '\n', ' ', '#', ':', '-', '"') })
      )
      .map(cleanText);
    const value = fc.oneof(
      text,
      fc.array(text.map(cleanLine), { minLength: 1, maxLength: 3 })
    );
    const style = fc.record({
      lineWidth: fc.constantFrom(0, 20),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED')
    }); // prettier-ignore
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { minKeys: 1, noNullPrototype: true }),
        fc.array(fc.tuple(key, fc.option(value, { nil: undefined })), {
          maxLength: 4
        }),
        style,
        (before, changes, options) => {
          const text = stringify(before, options as object);
          // What the file says: not all blanks survive all styles.
          const expected = new Map<string, unknown>(
            Object.entries((parse(text) ?? {}) as object)
          );
          for (const [name, one] of changes) {
            if (one === undefined) {
              expected.delete(name);
            } else {
              expected.set(name, one);
            }
          }
          const after = patchYaml(text, changes);
          const found: unknown = parse(after);
          expect(found ?? {}).toEqual(Object.fromEntries(expected));
        }
      )
    );
  });
});
