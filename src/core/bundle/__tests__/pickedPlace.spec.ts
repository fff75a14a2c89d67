import fc from 'fast-check';
import { plainEnglish as trans } from '../../text';
import { nameProblem } from '../names';
import { placeProblem } from '../pickedPlace';

const entries = [
  { path: 'a.ipynb', kind: 'file' as const },
  { path: 'data/x.csv', kind: 'file' as const },
  { path: 'left', kind: 'folder' as const },
  { path: 'own.txt', kind: 'file' as const }
];

const problem = (path: string, from: string | null = 'own.txt') =>
  placeProblem(path, from, entries, ['own.txt', 'other.txt'], trans);

describe('the place of a picked file', () => {
  it.each([
    'new.txt',
    '.binder/new.txt',
    'data/new.csv',
    // In a folder that is left out: that is looked into then.
    'left/new.txt',
    // In the place of a file of the folder.
    'a.ipynb',
    'data/x.csv',
    // Where it is, and below a name that only begins as a file's does.
    'own.txt',
    'a.ipynb.d/x',
    // Into a folder that has the name it gives up.
    'own.txt/own.txt'
  ])('can be %s', path => {
    expect(problem(path)).toBe(null);
  });

  it.each([
    ['', 'no file name'],
    ['/x', 'no file name'],
    ['../x', 'leads out'],
    ['data', 'is a folder'],
    ['left', 'is a folder'],
    ['a.ipynb/x', '“a.ipynb” is a file'],
    ['other.txt', 'Another file that you picked']
  ])('cannot be “%s”', (path, words) => {
    expect(problem(path)).toContain(words);
  });

  it('is taken for one that is nowhere yet', () => {
    expect(problem('own.txt', null)).toContain('Another file that you picked');
    expect(problem('own.txt/x', null)).toContain('“own.txt” is a file');
  });

  it('never makes one path a file and a folder, or a bad name', () => {
    const part = fc.constantFrom('a', 'b', '..', '', 'c\\d');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(all => all.join('/')); // prettier-ignore
    fc.assert(
      fc.property(path, fc.uniqueArray(path), (to, paths) => {
        const files = paths.map(one => ({ path: one, kind: 'file' as const }));
        if (placeProblem(to, null, files, [], trans) !== null) {
          return;
        }
        expect(nameProblem(to, trans)).toBe(null);
        for (const one of paths.filter(other => other !== to)) {
          expect(`${to}/`.startsWith(`${one}/`) && one !== '').toBe(false);
          expect(`${one}/`.startsWith(`${to}/`)).toBe(false);
        }
      })
    );
  });
});
