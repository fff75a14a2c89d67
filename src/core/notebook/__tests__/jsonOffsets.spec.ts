import * as fc from 'fast-check';

import { ExactNumber, readExact, writeExact } from '../exactJson';
import { JsonOffsets, NotebookSyntaxError } from '../jsonOffsets';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => new JsonOffsets(bytesOf(text));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isAccepted(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(NotebookSyntaxError);
    return false;
  }
}

describe('JsonOffsets', () => {
  it.each([
    '',
    ' ',
    '{',
    '}',
    '[',
    ']',
    '[1,]',
    '{"a":1,}',
    '{"a"}',
    '{"a" 1}',
    '{1:2}',
    '[1 2]',
    '01',
    '-',
    '1.',
    '.5',
    '1e',
    '+1',
    'NaN',
    'Infinity',
    'tru',
    'nul',
    'truex',
    '"',
    '"\\x"',
    '"\\u12g4"',
    '"a\nb"',
    '"\t"',
    "'a'",
    '[1]]',
    '1 2',
    '// a\n1',
    '\u00a01',
    '{"a":}',
    '[,1]',
    '[}',
    '{]',
    '"\\u123',
    '"\\'
  ])('refuses %j', text => {
    expect(isJson(text)).toBe(false);
    expect(isAccepted(text)).toBe(false);
  });

  it.each([
    '0',
    '-0.0e+00',
    '1E5',
    '[]',
    '{}',
    ' [ ] ',
    '\t{\r\n}',
    '[[],{}]',
    '"\\ud800\\/\u2028"',
    'null',
    '{"a":{"a":[1,{"b":null}]},"":""}',
    '"\u007f"',
    '1.0'
  ])('takes %j', text => {
    expect(isJson(text)).toBe(true);
    expect(isAccepted(text)).toBe(true);
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const piece = fc.constantFrom(
      ...'[ ] { } , : " \\ 1 - . e true null "a" "b": \n'.split(' ')
    );
    const near = fc.tuple(fc.json(), fc.nat(), piece).map(([json, at, by]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + by + json.slice(place + 1);
    });
    const text = fc.oneof(
      near,
      fc.array(piece).map(list => list.join('')),
      fc.json()
    );
    fc.assert(
      fc.property(text, json => isAccepted(json) === isJson(json)),
      { numRuns: 1000 }
    );
  });

  it('finds members and items where they are', () => {
    const json = parse(' { "é" : [1 , "x"] , "a":{} , "a" : 2 } ');
    const { items } = json.members(json.root);
    expect(items.map(({ key }) => key)).toEqual(['é', 'a', 'a']);
    expect(items.map(item => json.text(item.value))).toEqual([
      '[1 , "x"]',
      '{}',
      '2'
    ]);
    expect(json.text(items[0])).toBe('"é" : [1 , "x"]');
    const list = json.elements(items[0].value);
    expect(list.items.map(item => json.value(item.value))).toEqual([1, 'x']);
  });

  it('says where the mistake is', () => {
    expect.assertions(1);
    try {
      parse('{\n"a": 1,\n}');
    } catch (error) {
      expect(error).toMatchObject({ offset: 10, line: 3 });
    }
  });

  it('refuses bytes that are not UTF-8, and says where', () => {
    expect.assertions(1);
    try {
      new JsonOffsets(new Uint8Array([0x5b, 0x0a, 0x22, 0xe4, 0x22, 0x5d]));
    } catch (error) {
      expect(error).toMatchObject({ offset: 2, line: 2 });
    }
  });

  it('goes as deep as it has to', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const json = parse(deep);
    expect(json.root).toEqual({ start: 0, end: 400_000 });
    expect(writeExact(readExact(deep))).toBe(deep);
  });
});

describe('exact JSON', () => {
  it.each([
    ['1', '1.0'],
    ['1e2', '100'],
    ['0', '-0.0'],
    ['0e5', '0'],
    ['1.50', '15E-1'],
    ['-0.001', '-1e-3'],
    ['1e+22', '10000000000000000000000']
  ])('%s and %s are one value', (a, b) => {
    expect(ExactNumber.of(a).text).toBe(ExactNumber.of(b).text);
  });

  it.each([
    ['18446744073709551615', '18446744073709551616'],
    ['1', '-1'],
    ['0.1', '0.10000000000000001'],
    ['1e400', '1e401']
  ])('%s and %s are two', (a, b) => {
    expect(ExactNumber.of(a).text).not.toBe(ExactNumber.of(b).text);
  });

  it('reads and writes every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value, null, 1);
        const written = writeExact(readExact(text));
        expect(JSON.parse(written)).toEqual(JSON.parse(text));
        expect(writeExact(readExact(written))).toBe(written);
      })
    );
  });
});
