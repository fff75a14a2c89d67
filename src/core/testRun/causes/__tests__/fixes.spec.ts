import { findingOfCause, ICause, ICauseContext } from '../cause';
import { causesOf } from '../causesOf';
import { contextOf, entry, kernelOf, runOf } from './kit';

function causeOf(
  [name, value]: readonly [string, string],
  context: Parameters<typeof contextOf>[0] = {},
  run: Parameters<typeof runOf>[1] = {}
): ICause {
  const error = { name, value, traceback: '' };
  const [cause] = causesOf(runOf({ error }, run), contextOf(context));
  return cause;
}

/** What the first fix leaves in a file. */
function after({ fixes: [first] }: ICause): string | null {
  return first?.fix.kind === 'write-file' ? first.fix.after : null;
}

const noModule = (name: string) =>
  ['ModuleNotFoundError', `No module named '${name}'`] as const;
const noFile = (path: string) =>
  ['FileNotFoundError', `[Errno 2] No such file or directory: '${path}'`] as const; // prettier-ignore
const environment = (texts: Record<string, string>): ICauseContext['environment'] => new Map(Object.entries(texts)); // prettier-ignore
const ran = (used: string) => ({
  environment: {
    tool: 'uv',
    files: [],
    language: 'python',
    wanted: '',
    used,
    differences: [],
    isolation: 'hidden',
    seconds: 1
  } as const
});

describe('a package that is missing', () => {
  it('is added in the version of the kernel', () => {
    const cause = causeOf(noModule('sklearn.linear_model'), {
      cells: ['from sklearn.linear_model import Ridge'],
      kernel: kernelOf({ 'scikit-learn': ['1.7.2', 'sklearn.linear_model'] })
    });
    expect(cause.kind).toBe('missing-package');
    expect(after(cause)).toBe('natsort==8.4.0\nscikit-learn==1.7.2\n');
    expect(cause.fixes[0].label).toBe('Add scikit-learn==1.7.2');
  });

  it('is added without a version where the kernel was not asked, which is said', () => {
    const cause = causeOf(noModule('yaml'), { cells: ['import yaml'] });
    expect(after(cause)).toBe('natsort==8.4.0\npyyaml\n');
    expect(cause.advice).toContain('is not known');
  });

  it('of a name that nobody knows is not guessed', () => {
    const cause = causeOf(noModule('labtools'), { cells: ['import labtools'] });
    expect(cause.fixes.map(({ fix }) => fix.kind)).toEqual(['capture']);
  });

  it('is added to the list for pip in environment.yml', () => {
    const cause = causeOf(noModule('yaml'), {
      cells: ['import yaml'],
      environment: environment({
        'environment.yml': 'dependencies:\n  - python=3.11\n  - pip:\n      - natsort==8.4.0\n' // prettier-ignore
      })
    });
    expect(after(cause)).toContain('      - natsort==8.4.0\n      - pyyaml\n');
  });

  it('gets a file of its own where there is none', () => {
    const cause = causeOf(noModule('yaml'), {
      cells: ['import yaml'],
      environment: new Map()
    });
    expect(cause.fixes[0].fix).toEqual({
      kind: 'write-file',
      path: 'requirements.txt',
      before: null,
      after: 'pyyaml\n',
      also: [{ path: 'runtime.txt', before: null, after: 'python-3.11\n' }]
    });
  });

  it('gets the kernel’s Python beside its first file, or the nearest that Binder has', () => {
    const also = (python: string, change: Partial<ICauseContext> = {}) => {
      const kernel = kernelOf({ pyyaml: ['6.0.2', 'yaml'] });
      const { fixes } = causeOf(noModule('yaml'), {
        ...{ cells: ['import yaml'], environment: new Map(), python: '3.9.1' },
        kernel: { ...kernel, python },
        ...change
      });
      const [{ fix }] = fixes;
      return fix.kind === 'write-file' ? [fix.after, fix.also] : null;
    };
    const runtime = (after: string) => [{ path: 'runtime.txt', before: null, after }]; // prettier-ignore
    expect(also('3.13')).toEqual(['pyyaml==6.0.2\n', runtime('python-3.13\n')]); // prettier-ignore
    expect(also('3.6')).toEqual(['pyyaml==6.0.2\n', runtime('python-3.7\n')]);
    // Where a file says which Python it is, or is the user's own, it stays.
    for (const texts of [
      { 'runtime.txt': 'python-3.12\n' },
      { 'runtime.txt': 'r-4.4-2025-01-01\n' }
    ]) {
      // prettier-ignore
      expect(also('3.13', { environment: environment(texts) })?.[1]).toBeUndefined(); // prettier-ignore
    }
    expect(also('3.13', { entries: [entry('runtime.txt', false)] })?.[1]).toBeUndefined(); // prettier-ignore
    expect(also('3.13', { environment: environment({ 'requirements.txt': '' }) })?.[1]).toBeUndefined(); // prettier-ignore
  });

  it('is added beside the other files of binder’s folder, and so is its Python', () => {
    const { fixes } = causeOf(noModule('yaml'), {
      cells: ['import yaml'],
      environment: environment({ 'binder/apt.txt': 'gsl-bin\n' })
    });
    expect(fixes[0].fix).toMatchObject({
      path: 'binder/requirements.txt',
      also: [{ path: 'binder/runtime.txt' }]
    });
  });

  it('takes the place of the module’s name in the file', () => {
    const cause = causeOf(noModule('bs4.element'), {
      cells: ['import bs4.element'],
      environment: environment({ 'requirements.txt': 'bs4\n' })
    });
    expect(cause.kind).toBe('wrong-name');
    expect(after(cause)).toBe('beautifulsoup4\n');
  });

  it('is nobody’s fault where only this machine has no conda', () => {
    const cause = causeOf(
      noModule('osgeo'),
      {
        cells: ['from osgeo import gdal'],
        environment: environment({ 'environment.yml': 'dependencies:\n  - gdal\n' }) // prettier-ignore
      },
      {
        environment: {
          ...ran('3.11.7').environment,
          differences: [{ code: 'no-conda', detail: 'gdal' }]
        }
      }
    );
    expect(cause.fixes).toEqual([]);
    expect(cause.advice).toContain('Nothing has to be changed');
  });
});

describe('a version of Python', () => {
  it('is the author’s where a module is of a later one', () => {
    const cause = causeOf(noModule('tomllib'), { python: '3.12.1' }, ran('3.10.13')); // prettier-ignore
    expect(cause.kind).toBe('python-version');
    expect(cause.fixes[0].fix).toMatchObject({
      path: 'runtime.txt',
      after: 'python-3.12\n'
    });
  });

  it('is the last that had a module which was taken out', () => {
    const cause = causeOf(noModule('distutils'), { python: '3.12.1', cells: ['import distutils'] }, ran('3.12.1')); // prettier-ignore
    expect(after(cause)).toBe('python-3.11\n');
  });

  it('is changed in environment.yml', () => {
    const cause = causeOf(
      ['ImportError', "cannot import name 'StrEnum' from 'enum' (enum.py)"],
      { environment: environment({ 'environment.yml': 'dependencies:\n  - python=3.10\n' }) }, // prettier-ignore
      ran('3.10.13')
    );
    expect(cause.kind).toBe('python-version');
    expect(after(cause)).toBe('dependencies:\n  - python=3.11\n');
  });

  it('explains code that an older one cannot read', () => {
    const error = ['SyntaxError', 'invalid syntax (1.py, line 1)'] as const;
    expect(causeOf(error, {}, ran('3.10.13')).kind).toBe('python-version');
    expect(causeOf(error, {}, ran('3.11.7')).kind).toBe('error');
  });
});

describe('a file', () => {
  it('of the project is added to the bundle', () => {
    const entries = [entry('a/data.csv', false), entry('a/b.csv', false)];
    const cause = causeOf(noFile('a/data.csv'), { entries });
    expect(cause.fixes).toEqual([
      {
        label: 'Add to the files',
        fix: { kind: 'include', paths: ['a/data.csv'] }
      }
    ]);
  });

  it('in a folder that nobody looked into brings that folder', () => {
    const entries = [entry('data', false, 'unselected', 'folder')];
    const cause = causeOf(noFile('data/raw/x.csv'), { entries });
    expect(cause.fixes[0].fix).toEqual({ kind: 'include', paths: ['data'] });
  });

  it('that may hold keys is not added with one press', () => {
    const entries = [entry('.env', false, 'private')];
    const cause = causeOf(noFile('.env'), { entries });
    expect(cause.fixes).toEqual([]);
    expect(cause.advice).toContain('passwords or keys');
  });

  it('is found in another spelling', () => {
    const entries = [entry('Data/Stations.csv', true, 'selected')];
    const cause = causeOf(noFile('data/stations.csv'), { entries });
    expect(cause.meaning).toContain('upper and lower case');
    expect(cause.fixes).toEqual([]);
  });

  it('with a path of the author’s computer is shown, and how to write it', () => {
    const path = '/home/maria/thesis/data/stations.csv';
    const entries = [entry('data/stations.csv', false)];
    const cause = causeOf(noFile(path), {
      entries,
      cells: [`open('${path}')`]
    });
    expect(cause.kind).toBe('absolute-path');
    expect(cause.advice).toContain('write data/stations.csv in cell 1');
    expect(cause.fixes[0].fix).toEqual({
      kind: 'include',
      paths: ['data/stations.csv']
    });
  });

  it('whose path the code put together in the run’s folder is just missing', () => {
    const entries = [entry('data/stations.csv', false)];
    const cause = causeOf(noFile('/tmp/run-1/files/data/stations.csv'), { entries, cells: ['open(Path.cwd() / name)'] }); // prettier-ignore
    expect(cause.kind).toBe('missing-file');
  });

  it('of a service is not called one of the author’s computer', () => {
    const path = '/content/drive/stations.csv';
    const cause = causeOf(noFile(path), { cells: [`open('${path}')`] });
    expect(cause.kind).toBe('absolute-path');
    expect(cause.title).toContain('Colab');
  });

  it('that is a copy of a package somewhere is not the module that is meant', () => {
    const entries = [entry('old/vendor/yaml/__init__.py', false)];
    const cause = causeOf(noModule('yaml'), {
      entries,
      cells: ['import yaml']
    });
    expect(cause.kind).toBe('missing-package');
  });

  it('that is a module of the project is added', () => {
    const entries = [entry('tools/__init__.py', false), entry('tools/clean.py', false)]; // prettier-ignore
    const cause = causeOf(noModule('tools.clean'), { entries, cells: ['import tools.clean'] }); // prettier-ignore
    expect(cause.kind).toBe('missing-module');
    expect(cause.fixes[0].fix).toEqual({
      kind: 'include',
      paths: ['tools/__init__.py', 'tools/clean.py']
    });
  });
});

describe('a part of the system', () => {
  const libGL = ['ImportError', 'libGL.so.1: cannot open shared object file: No such file or directory'] as const; // prettier-ignore

  it('is avoided where a package does without', () => {
    const cause = causeOf(libGL, {
      environment: environment({ 'requirements.txt': 'opencv-python==4.12.0.88\n' }) // prettier-ignore
    });
    expect(cause.kind).toBe('system-library');
    expect(after(cause)).toBe('opencv-python-headless==4.12.0.88\n');
    expect(cause.fixes.map(({ label }) => label)).toContain('Add to apt.txt');
  });

  it('is named in apt.txt, beside what is there', () => {
    const texts = { 'requirements.txt': '', 'apt.txt': 'tree\n' };
    const cause = causeOf(libGL, { environment: environment(texts) });
    expect(after(cause)).toBe('tree\nlibgl1\n');
  });

  it('that apt.txt names already is this machine’s matter', () => {
    const texts = { 'requirements.txt': '', 'apt.txt': 'libgl1\n' };
    const cause = causeOf(libGL, { environment: environment(texts) });
    expect(cause.fixes).toEqual([]);
    expect(cause.advice).toContain('Nothing has to be changed');
  });
});

describe('a limit', () => {
  const outcome = (fields: Parameters<typeof runOf>[0]) =>
    causesOf(runOf(fields), contextOf())[0];

  it('of memory is told with what Binder gives', () => {
    const { kind, meaning } = outcome({ outcome: 'memory', peakBytes: 3.5 * 1024 ** 3 }); // prettier-ignore
    expect(kind).toBe('memory');
    expect(meaning).toBe('It was stopped at 3.5 GB. Binder gives 2 GB.');
  });

  it.each([
    'cell-timeout',
    'timeout',
    'died',
    'no-kernel',
    'unreadable'
  ] as const)(
    // prettier-ignore
    'is told: %s',
    kind => {
      const cause = outcome({ outcome: kind, cell: kind === 'no-kernel' ? null : 3 }); // prettier-ignore
      expect(cause.kind).toBe(kind);
      expect(cause.advice).not.toBe('');
    }
  );
});

it('What ran, or did not begin, has no cause', () => {
  for (const outcome of ['ran', 'waiting', 'running'] as const) {
    expect(causesOf(runOf({ outcome, cell: null }), contextOf())).toEqual([]);
  }
});

it('A cause is a finding, too', () => {
  const finding = findingOfCause(causeOf(noModule('yaml'), { cells: ['import yaml'] })); // prettier-ignore
  expect(finding).toMatchObject({
    id: 'test-run.missing-package',
    section: 'environment',
    severity: 'error',
    place: { path: 'analysis.ipynb', cell: 0 }
  });
  expect(finding.message).toMatch(/^pyyaml is missing\. Cell 1 imports/);
  expect(finding.fixes).toHaveLength(2);
});
