import fc from 'fast-check';
import { fits, isPattern, knownFolder, locate } from '../where';

describe('where paths lead', () => {
  it.each<[string, string | null, unknown]>([
    ['x.csv', '', { kind: 'inside', path: 'x.csv' }],
    ['./d//x.csv', 'n', { kind: 'inside', path: 'n/d/x.csv' }],
    ['../x.csv', 'n', { kind: 'inside', path: 'x.csv' }],
    ['../x.csv', '', { kind: 'far', far: 'above' }],
    ['..', 'n', { kind: 'inside', path: '' }],
    ['d/../../x', '', { kind: 'far', far: 'above' }],
    ['x.csv', null, { kind: 'unknown' }],
    ['\u0000/x.csv', '', { kind: 'unknown' }],
    ['/home/bob/x', '', { kind: 'far', far: 'personal' }],
    ['/home/jovyan/x', '', { kind: 'far', far: 'machine' }],
    ['$HOME/x', '', { kind: 'far', far: 'personal' }],
    ['%USERPROFILE%\\x', '', { kind: 'far', far: 'personal' }],
    ['~', '', { kind: 'far', far: 'personal' }],
    ['/mnt/data/x', '', { kind: 'far', far: 'service' }],
    ['/usr/share/dict/words', '', { kind: 'system' }],
    ['E:\\x', '', { kind: 'far', far: 'machine' }]
  ])('%j in %j', (text, base, expected) => {
    expect(locate(text, base, true)).toEqual(expected);
  });

  it('does not take every text with a leading slash for a path', () => {
    expect(locate('/api/v1.json', '', false)).toEqual({ kind: 'unknown' });
    expect(locate('/scratch/x.csv', '', false)).toEqual({
      kind: 'far',
      far: 'machine'
    });
  });
});

describe('patterns', () => {
  it.each([
    ['a.csv', '*.csv', true],
    ['a.csv', '*', true],
    ['a.csv', '?.csv', true],
    ['ab.csv', '?.csv', false],
    ['a1.csv', 'a[0-9].csv', true],
    ['ax.csv', 'a[0-9].csv', false],
    ['ax.csv', 'a[!0-9].csv', true],
    ['a].csv', 'a[].csv', false],
    ['a[.csv', 'a[.csv', true],
    ['a12.csv', 'a\u0000.csv', true],
    ['a.csv.gz', '*.csv', false],
    ['', '*', true],
    ['a', '', false]
  ])('%j fits %j: %j', (name, pattern, expected) => {
    expect(fits(name, pattern)).toBe(expected);
  });

  it('fit as a regular expression does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 }); // prettier-ignore
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 8 }); // prettier-ignore
    fc.assert(
      fc.property(text, pattern, (name, glob) => {
        const source = glob.replace(/\./g, '\\.').replace(/\?/g, '.').replace(/\*+/g, '.*'); // prettier-ignore
        expect(fits(name, glob)).toBe(new RegExp(`^${source}$`).test(name));
      })
    );
  });

  it('begin in a folder that is known', () => {
    expect(knownFolder('d/e/*.csv')).toBe('d/e');
    expect(knownFolder('d/a\u0000/x')).toBe('d');
    expect(knownFolder('*.csv')).toBe('');
    expect(isPattern('d/x[1].csv')).toBe(true);
    expect(isPattern('d/x.csv')).toBe(false);
  });
});
