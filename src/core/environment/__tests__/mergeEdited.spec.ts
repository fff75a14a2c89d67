import * as fc from 'fast-check';
import { mergeEdited } from '../mergeEdited';

const list = (...lines: string[]) => lines.map(line => `${line}\n`).join('');

describe('mergeEdited', () => {
  const previous = list('# made', 'numpy==1.0', 'pandas==2.0', 'scipy==1.1');

  it.each([
    [
      'keeps lines that were added',
      list('# made', '# mine', 'numpy==1.0', 'pandas==2.0', 'scipy==1.1', 'extra'), // prettier-ignore
      list('# made', 'numpy==1.5', 'pandas==2.0', 'scipy==1.1'),
      list('# made', '# mine', 'numpy==1.5', 'pandas==2.0', 'scipy==1.1', 'extra') // prettier-ignore
    ],
    [
      'keeps a version that was changed',
      list('# made', 'NumPy<2', 'pandas==2.0', 'scipy==1.1'),
      list('# made', 'numpy==1.5', 'pandas==2.2', 'scipy==1.1'),
      list('# made', 'NumPy<2', 'pandas==2.2', 'scipy==1.1')
    ],
    [
      'leaves out what was removed',
      list('# made', 'numpy==1.0', 'scipy==1.1'),
      list('# made', 'numpy==1.0', 'pandas==2.2', 'scipy==1.1'),
      list('# made', 'numpy==1.0', 'scipy==1.1')
    ],
    [
      'drops what is not needed any more, unless it was edited',
      list('# made', 'numpy==1.0', 'pandas==2.0', 'scipy==9'),
      list('# made', 'numpy==1.0'),
      list('# made', 'numpy==1.0', 'scipy==9')
    ],
    [
      'puts new lines where they belong',
      list('# made', 'numpy==1.0', 'pandas==2.0', 'scipy==1.1', 'zzz'),
      list('# new', 'numpy==1.0', 'odfpy==1', 'pandas==2.0', 'scipy==1.1'),
      list('# new', 'numpy==1.0', 'odfpy==1', 'pandas==2.0', 'scipy==1.1', 'zzz') // prettier-ignore
    ],
    [
      'does not add twice what the user had added',
      list('# made', 'numpy==1.0', 'pandas==2.0', 'scipy==1.1', 'odfpy>1'),
      list('# made', 'numpy==1.0', 'odfpy==1', 'pandas==2.0', 'scipy==1.1'),
      list('# made', 'numpy==1.0', 'pandas==2.0', 'scipy==1.1', 'odfpy>1')
    ]
  ])('%s', (_, edited, next, merged) => {
    const path = 'binder/requirements.txt';
    expect(mergeEdited(path, previous, edited, next)).toBe(merged);
    const windows = edited.replace(/\n/g, '\r\n');
    expect(mergeEdited(path, previous, windows, next)).toBe(merged);
  });

  it('knows the lines of options and URLs', () => {
    const before = list('--extra-index-url https://a', 'x @ git+https://h/x@1');
    const edited = `${before}numpy\n`;
    const next = list('--extra-index-url https://b', 'x @ git+https://h/x@2');
    expect(mergeEdited('requirements.txt', before, edited, next)).toBe(
      `${next}numpy\n`
    );
  });

  it('merges runtime.txt', () => {
    expect(mergeEdited('runtime.txt', 'python-3.12\n', 'python-3.11\n', 'python-3.13\n')).toBe('python-3.11\n'); // prettier-ignore
    expect(mergeEdited('runtime.txt', 'python-3.12\n', 'python-3.12', 'python-3.13\n')).toBe('python-3.13\n'); // prettier-ignore
  });

  it('merges the parts of environment.yml', () => {
    const head = ['channels:', '  - conda-forge', 'dependencies:'];
    const before = list(...head, '  - python=3.12', '  - gdal=3.8');
    const edited = list(...head, '  - python=3.12', '  - gdal=3.8', '  - vim');
    const next = list(...head, '  - python=3.12', '  - gdal=3.9', '  - pip', '  - pip:', "      - 'gdal-extra==1'"); // prettier-ignore
    expect(mergeEdited('environment.yml', before, edited, next)).toBe(
      list(...head, '  - python=3.12', '  - gdal=3.9', '  - pip', '  - pip:', "      - 'gdal-extra==1'", '  - vim') // prettier-ignore
    );
  });

  it('merges install.R and Project.toml', () => {
    const r = (...names: string[]) => list(...names.map(name => `install.packages("${name}")`)); // prettier-ignore
    expect(mergeEdited('install.R', r('a', 'b'), r('a', 'b', 'mine'), r('a', 'c'))).toBe(r('a', 'c', 'mine')); // prettier-ignore
    const toml = (version: string) => list('[deps]', 'A = "1"', '[compat]', `julia = "${version}"`); // prettier-ignore
    const edited = toml('1.9').replace('[compat]', 'B = "2"\n[compat]');
    expect(mergeEdited('Project.toml', toml('1.9'), edited, toml('1.10'))).toBe(
      edited.replace('1.9', '1.10')
    );
  });

  const name = fc.constantFrom('numpy', 'pandas', 'scipy', 'xarray', 'yaml');
  const file = fc
    .uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 3 })), {
      selector: ([one]) => one
    })
    .map(lines => list(...lines.map(([one, v]) => `${one}==${v}`)));
  const names = (text: string) => text.split('\n').map(line => line.split('==')[0]); // prettier-ignore

  it('is what was made, without edits, and what was edited, without news', () => {
    fc.assert(
      fc.property(file, file, (a, b) => {
        expect(mergeEdited('requirements.txt', a, a, b)).toBe(b);
        expect(mergeEdited('requirements.txt', a, b, a)).toBe(b);
      })
    );
  });

  it('loses no edit, and repeats nothing', () => {
    fc.assert(
      fc.property(file, file, file, (previous, edited, next) => {
        const merged = mergeEdited('requirements.txt', previous, edited, next);
        const before = previous.split('\n');
        for (const line of edited.split('\n')) {
          if (!before.includes(line)) {
            expect(merged.split('\n')).toContain(line);
          }
        }
        for (const removed of names(previous)) {
          if (!names(edited).includes(removed)) {
            expect(names(merged)).not.toContain(removed);
          }
        }
        expect(new Set(names(merged)).size).toBe(names(merged).length);
        // Merged again it stays the same.
        expect(mergeEdited('requirements.txt', next, merged, next)).toBe(merged); // prettier-ignore
      })
    );
  });
});
