import { plainEnglish as trans } from '../../../text';
import { uses } from '../../__tests__/outcome';
import { coverage } from '../coverage';
import { ask, table } from './asking';

describe('coverage without a kernel', () => {
  it('knows the standard library, files of the bundle, and other names', () => {
    const found = ask(
      { 'requirements.txt': '# mine\nPillow>=9\nPyYAML\n\nscikit_learn==1.4 ; python_version > "3"\nopencv-python-headless\ngoogle-cloud-storage\n' }, // prettier-ignore
      ['PIL.Image', 'yaml', 'sklearn.svm', 'cv2', 'google.cloud.storage', 'json', 'helpers', 'IPython.display', 'numpy', 'mymodule'], // prettier-ignore
      { paths: ['nb/helpers.py'] }
    );
    expect(table(found)).toEqual({
      'PIL.Image': 'covered requirements.txt:2',
      yaml: 'covered requirements.txt:3',
      'sklearn.svm': 'covered requirements.txt:5',
      cv2: 'covered requirements.txt:6',
      'google.cloud.storage': 'covered requirements.txt:7',
      json: 'standard',
      helpers: 'local',
      'IPython.display': 'covered',
      numpy: 'not-covered',
      mymodule: 'not-covered'
    });
    expect(found.unused).toEqual([]);
    const [numpy, mine] = found.findings;
    expect(numpy).toMatchObject({
      id: 'environment.not-covered',
      severity: 'warning',
      place: { path: 'nb/a.ipynb', cell: 2 },
      fixes: [
        {
          fix: {
            kind: 'write-file',
            path: 'requirements.txt',
            after: expect.stringMatching(/\ngoogle-cloud-storage\nnumpy\n$/)
          }
        },
        { fix: { kind: 'capture' } }
      ]
    });
    // Anyone can take an unknown name on an index: no line is proposed.
    expect(mine.fixes).toEqual([
      { label: 'Read the kernel', fix: { kind: 'capture' } }
    ]);
  });

  it.each([
    ['3.11', 'standard', 'not-covered'],
    ['3.13', 'not-covered', 'standard'],
    ['3.10', 'standard', 'not-covered']
  ])('knows what Python %s has', (python, cgi, compression) => {
    const names = ['cgi', python === '3.13' ? 'tomllib' : 'compression.zstd'];
    const found = ask({ 'requirements.txt': '' }, names, { python });
    expect(Object.values(table(found))).toEqual([cgi, compression]);
  });

  it('reads all kinds of files', () => {
    const found = ask(
      {
        'environment.yml':
          'channels: [conda-forge]\ndependencies:\n  - python=3.12\n  - conda-forge::pytorch=2.3\n  - pip:\n      - PyYAML==6\n',
        Pipfile:
          '[packages]\npandas = "*"\n[dev-packages]\n"seaborn" = {version = ">=0.1"}\n',
        'pyproject.toml':
          '[project]\nname = "own-thing"\ndependencies = [\n  "xarray[io]>=2024",\n]\n',
        'setup.cfg':
          '[metadata]\nname = x\n[options]\ninstall_requires =\n    lxml>=4\n    # no\n    zarr\nzip_safe = no\n',
        'setup.py':
          'setup(name="y", install_requires=["dask[array]>=1,<2", \'tqdm\'],)'
      },
      ['torch', 'yaml', 'pandas', 'seaborn', 'own_thing', 'xarray', 'lxml', 'zarr', 'dask.array', 'tqdm'] // prettier-ignore
    );
    expect(table(found)).toEqual({
      torch: 'covered environment.yml:4',
      yaml: 'covered environment.yml:6',
      pandas: 'covered Pipfile:2',
      seaborn: 'covered Pipfile:4',
      own_thing: 'covered pyproject.toml:2',
      xarray: 'covered pyproject.toml:4',
      lxml: 'covered setup.cfg:5',
      zarr: 'covered setup.cfg:7',
      'dask.array': 'covered setup.py:1',
      tqdm: 'covered setup.py:1'
    });
    expect(found.findings).toEqual([]);
  });

  it('follows -r, and says what it could not read', () => {
    const files = {
      'binder/requirements.txt': '-r ../more.txt\n-c limits.txt\n',
      'more.txt': '-r binder/requirements.txt\npandas\n',
      'binder/limits.txt': 'numpy<2\n'
    };
    expect(table(ask(files, ['pandas', 'numpy']))).toEqual({
      pandas: 'covered more.txt:2',
      numpy: 'not-covered'
    });
    const missing = ask({ 'requirements.txt': '-r gone.txt' }, ['numpy']);
    expect(table(missing)).toEqual({ numpy: 'unknown' });
    expect(missing.findings).toMatchObject([
      { id: 'environment.coverage-unknown', severity: 'info' }
    ]);
    expect(missing.findings[0].message).toContain('-r gone.txt');
  });

  it.each([
    ['setup.py', 'setup(install_requires=read("requirements.in"))'],
    ['setup.py', 'setup(install_requires=["a", *more])'],
    ['pyproject.toml', '[project]\ndynamic = ["dependencies"]\n'],
    ['pyproject.toml', 'not toml'],
    ['environment.yml', 'dependencies: {'],
    ['Pipfile.lock', '{'],
    ['requirements.txt', '-e ./own'],
    ['requirements.txt', 'git+https://github.com/a/b'],
    ['Dockerfile', 'FROM scratch']
  ])('does not pretend to know %s with %s', (path, text) => {
    const found = ask({ [path]: text }, ['numpy']);
    expect(table(found)).toEqual({ numpy: 'unknown' });
  });

  it('does not rule out a package whose name is alike', () => {
    const files = { 'requirements.txt': 'python-frobnicator\n' };
    expect(table(ask(files, ['frobnicator', 'other']))).toEqual({
      frobnicator: 'unknown',
      other: 'not-covered'
    });
  });

  it('leaves out what Binder leaves aside, and other languages', () => {
    const files = { 'environment.yml': 'dependencies: [pandas]', 'requirements.txt': 'numpy' }; // prettier-ignore
    const shadowed = ['requirements.txt'];
    expect(table(ask(files, ['numpy'], { shadowed })).numpy).toBe('not-covered'); // prettier-ignore
    const r = [{ ...uses('ggplot2')[0], language: 'R' as const }];
    const found = coverage({ uses: r, files: new Map(), kernel: null, paths: [], trans }); // prettier-ignore
    expect(found.modules).toEqual([]);
  });

  it('says what nobody uses, but not what is loaded without an import', () => {
    const text = 'numpy\nscrapy==2\njupyterlab\nopenpyxl\njupyter-resource-usage\n'; // prettier-ignore
    const found = ask({ 'requirements.txt': text }, ['numpy']);
    expect(found.unused.map(({ name }) => name)).toEqual(['scrapy']);
    expect(found.findings).toMatchObject([
      {
        id: 'environment.unused',
        severity: 'info',
        place: { path: 'requirements.txt', line: 2 }
      }
    ]);
  });
});
