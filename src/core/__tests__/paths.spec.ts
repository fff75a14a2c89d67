import fc from 'fast-check';
import { joinInBundle, joinPath, nameOf, parentOf, pathWithin } from '../paths';

describe('parts of a path', () => {
  it.each([
    ['a/b/c.csv', 'a/b', 'c.csv'],
    ['a', '', 'a'],
    ['', '', ''],
    ['/a', '', 'a'],
    ['a/', 'a', '']
  ])('%j is in %j and called %j', (path, folder, name) => {
    expect(parentOf(path)).toBe(folder);
    expect(nameOf(path)).toBe(name);
  });

  it('are put together again', () => {
    const part = fc.stringMatching(/^[^/]+$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parts => {
        const path = parts.join('/');
        expect(joinPath(parentOf(path), nameOf(path))).toBe(path);
      })
    );
  });
});

describe('joinInBundle', () => {
  it.each<[string, string, string | null]>([
    ['', 'a.txt', 'a.txt'],
    ['a/b', '../c.txt', 'a/c.txt'],
    ['a', './/b/./c/', 'a/b/c'],
    ['a', '..', ''],
    ['a', '', 'a'],
    ['a', '../..', null],
    ['', '../a/b', null],
    ['a', '../../a/b', null],
    ['a', '/b', null],
    ['a', '\\b', null],
    ['a', '~/b', null],
    ['a', 'C:\\b', null],
    ['a', 'c:b', null]
  ])('from %j, %j is %j', (folder, relative, path) => {
    expect(joinInBundle(folder, relative)).toBe(path);
  });
});

describe('pathWithin', () => {
  it('leaves a name alone that begins with a tilde, or a slash', () => {
    expect(pathWithin('a', '~b')).toBe('a/~b');
    expect(pathWithin('a', '/b')).toBe('a/b');
  });

  it('never leaves the bundle', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b');
    fc.assert(
      fc.property(
        fc.array(part),
        fc.constantFrom('', 'a', 'a/b'),
        (parts, base) => {
          const path = pathWithin(base, parts.join('/'));
          expect(
            path === null ||
              path.split('/').every(p => p === '' || /^[ab]$/.test(p))
          ).toBe(true);
          const ups = parts.filter(p => p === '..').length;
          const downs = parts.filter(p => /^[ab]$/.test(p)).length;
          if (ups > downs + base.split('/').filter(Boolean).length) {
            expect(path).toBeNull();
          }
          if (ups === 0) {
            expect(path).toBe(
              [base, ...parts.filter(p => /^[ab]$/.test(p))]
                .filter(Boolean)
                .join('/')
            );
          }
        }
      )
    );
  });
});
