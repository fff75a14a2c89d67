import * as fc from 'fast-check';
import { plainEnglish as trans } from '../../../text';
import { patchJson } from '../jsonPatch';
import { UnwritableFileError } from '../unwritable';

const patch = (
  text: string,
  changes: readonly (readonly [string, unknown])[],
  within: readonly string[] = []
) => patchJson(text, within, changes, 'a.json', trans);

describe('patchJson', () => {
  it('changes members where they stand, and leaves all else', () => {
    const text = `{
    "a": 1.0, "b" : [1,
      2],
    "c": {"x": 1e5}
}
`;
    expect(
      patch(text, [
        ['b', ['one', { two: 2 }]],
        ['d', 'new'],
        ['e', { f: [1] }]
      ])
    ).toBe(`{
    "a": 1.0, "b" : ["one", {"two": 2}],
    "c": {"x": 1e5},
    "d": "new",
    "e": {
        "f": [
            1
        ]
    }
}
`);
  });

  it('takes members out', () => {
    expect(patch('{"a": 1, "b": 2}', [['a', undefined]])).toBe('{"b": 2}');
    expect(patch('{"a": 1}', [['a', undefined]])).toBe('{}');
    expect(patch('{"a": 1}', [['b', undefined]])).toBe('{"a": 1}');
  });

  it('fills an empty object', () => {
    expect(JSON.parse(patch('{}', [['a', [1]]]))).toEqual({ a: [1] });
    expect(JSON.parse(patch(' {\n} ', [['a', 1], ['b', 2]]))).toEqual({ a: 1, b: 2 }); // prettier-ignore
  });

  it('changes an object within', () => {
    const text = '{\n  "m": {\n    "a": 1\n  }\n}\n';
    expect(patch(text, [['b', { c: 1 }]], ['m'])).toBe(
      '{\n  "m": {\n    "a": 1,\n    "b": {\n      "c": 1\n    }\n  }\n}\n'
    );
  });

  it('keeps line ends of Windows, and a byte-order mark', () => {
    expect(patch('\ufeff{\r\n\t"a": 1\r\n}\r\n', [['b', [1]]])).toBe(
      '\ufeff{\r\n\t"a": 1,\r\n\t"b": [\r\n\t\t1\r\n\t]\r\n}\r\n'
    );
  });

  it.each(['', '{', '[]', '1', '{"a": }'])('refuses %j', text => {
    expect(() => patch(text, [])).toThrow(UnwritableFileError);
    expect(() => patch(text, [['a', 1]])).toThrow(UnwritableFileError);
  });

  it('gives JSON that has the changes, and the rest', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', '__x');
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true }),
        fc.array(fc.tuple(key, fc.option(fc.jsonValue(), { nil: undefined }))),
        fc.constantFrom(undefined, 1, 2, '\t'),
        (before, changes, indent) => {
          const expected = new Map<string, unknown>(Object.entries(before));
          for (const [name, value] of changes) {
            if (value === undefined) {
              expected.delete(name);
            } else {
              expected.set(name, value);
            }
          }
          const after = patch(JSON.stringify(before, null, indent), changes);
          expect(JSON.parse(after)).toEqual(
            JSON.parse(JSON.stringify(Object.fromEntries(expected)))
          );
        }
      )
    );
  });
});
