import { plainEnglish } from '../../text';
import { detectBinder, IBinderOptions, INotebookKernel } from '../detect';
import { conda, Layout } from './layouts';

const book = (
  path: string,
  language: string,
  pythonVersion?: string
): INotebookKernel => ({
  path,
  language,
  kernelName: language,
  pythonVersion
});

async function found(
  files: Layout,
  notebooks: readonly INotebookKernel[],
  options: IBinderOptions = {}
) {
  const all: Layout = { ...files };
  notebooks.forEach(({ path }) => (all[path] = '{}'));
  const { findings } = await detectBinder(
    Object.keys(all),
    async path => all[path],
    plainEnglish,
    { ...options, notebooks }
  );
  return findings.filter(({ id }) =>
    /\.(?:language|python-(?:versions|differs)|stray)/.test(id)
  );
}

const python: Layout = {
  'runtime.txt': 'python-3.12\n',
  'requirements.txt': ''
};
const r: Layout = { 'runtime.txt': 'r-4.4-2026-01-31\n' };
const julia: Layout = { 'Project.toml': '' };

describe('kernelFindings', () => {
  it.each<[string, Layout, INotebookKernel[], string[]]>([
    ['Python in Python', python, [book('a', 'python')], []],
    ['no language in Python', python, [book('a', '')], []],
    ['R in Python', python, [book('a', 'R')], ['binder.language']],
    ['Julia in Python', python, [book('a', 'julia')], ['binder.language']],
    ['IPython in Python', python, [book('a', 'ipython')], []],
    ['the kernel of R in Python', python, [{ path: 'a', language: '', kernelName: 'ir' }], ['binder.language']], // prettier-ignore
    ['a kernel of Julia in Julia', julia, [{ path: 'a', language: '', kernelName: 'julia-1.10' }], []], // prettier-ignore
    ['an unknown kernel in Python', python, [{ path: 'a', language: '', kernelName: 'conda-env-x' }], []], // prettier-ignore
    ['R in R', r, [book('a', 'R')], []],
    ['Python and R in R', r, [book('a', 'R'), book('b', 'python')], []],
    ['Julia in R', r, [book('a', 'julia'), book('b', 'R')], ['binder.language', 'binder.languages']], // prettier-ignore
    ['Julia in Julia', julia, [book('a', 'julia')], []],
    ['R in a Dockerfile', { Dockerfile: 'FROM x' }, [book('a', 'R')], []],
    ['R in Nix', { 'default.nix': '' }, [book('a', 'R')], []],
    [
      'R in conda with packages of R',
      { 'environment.yml': conda('python=3.12', 'r-ggplot2=3.5') },
      [book('a', 'R')],
      []
    ],
    [
      'R in conda without packages of R',
      { 'environment.yml': conda('python=3.12') },
      [book('a', 'R')],
      ['binder.language']
    ],
    [
      'Octave with its kernel',
      { ...python, 'requirements.txt': 'octave_kernel==0.36\n' },
      [book('a', 'octave')],
      []
    ],
    [
      'Bash with its kernel for pip of conda',
      {
        'environment.yml': `${conda('python=3.12')} - pip:\n   - bash-kernel==1\n`
      },
      [book('a', 'bash')],
      []
    ],
    [
      'C++ with its kernel',
      {
        'environment.yml': conda('python=3.12', 'conda-forge::xeus-cling=0.15')
      },
      [book('a', 'C++17')],
      []
    ],
    ['two languages without environment', {}, [book('a', 'R'), book('b', 'python')], ['binder.languages']], // prettier-ignore
    ['Python in a bundle for R', { DESCRIPTION: '' }, [book('a', 'python')], ['binder.stray']], // prettier-ignore
    ['Python in a bundle for Julia', julia, [book('a', 'python')], ['binder.stray']], // prettier-ignore
    ['the same version', python, [book('a', 'python', '3.12.4')], []],
    ['another version', python, [book('a', 'python', '3.11.4')], ['binder.python-differs']], // prettier-ignore
    [
      'two versions',
      python,
      [book('a', 'python', '3.11.4'), book('b', 'python', '3.12')],
      ['binder.python-versions']
    ],
    ['a version that is none', python, [book('a', 'python', 'x')], []]
  ])('judges %s', async (_, files, notebooks, expected) => {
    expect((await found(files, notebooks)).map(({ id }) => id)).toEqual(
      expected
    );
  });

  it('says which notebook, and keeps the notebooks of one language', async () => {
    const books = [book('x/a.ipynb', 'R'), book('b.ipynb', 'python')];
    const [lacking, mixed] = await found(python, books);
    expect(lacking).toMatchObject({
      severity: 'error',
      place: { path: 'x/a.ipynb' },
      message:
        'x/a.ipynb is a notebook for R, but Binder will have no R: runtime.txt does not bring it.'
    });
    expect(mixed.message).toContain('R (x/a.ipynb), Python (b.ipynb)');
    expect(mixed.fixes).toEqual([
      {
        label: 'Keep the notebooks for R only',
        fix: { kind: 'exclude', paths: ['b.ipynb'] }
      },
      {
        label: 'Keep the notebooks for Python only',
        fix: { kind: 'exclude', paths: ['x/a.ipynb'] }
      }
    ]);
    expect(await found(python, [books[1]])).toEqual([]);
  });

  it('names both versions of Python', async () => {
    const [one] = await found(python, [book('a.ipynb', 'python', '3.10.2')]);
    expect(one.message).toBe(
      'a.ipynb was last run with Python 3.10. Binder will take Python 3.12.'
    );
  });

  it('leaves out what nobody needs only where Binder can build without', async () => {
    const books = [book('a', 'python')];
    const [alone] = await found(julia, books);
    expect(alone.fixes).toBeUndefined();
    const [beside] = await found({ ...julia, ...python }, books);
    expect(beside.fixes?.[0].fix).toEqual({
      kind: 'exclude',
      paths: ['Project.toml']
    });
  });

  it('takes the notebooks’ Python where nothing names one', async () => {
    const all: Layout = { 'requirements.txt': '', 'a.ipynb': '{}' };
    const { findings } = await detectBinder(
      Object.keys(all),
      async path => all[path],
      plainEnglish,
      { notebooks: [book('a.ipynb', 'python', '3.13.1')] }
    );
    expect(
      findings.find(({ id }) => id === 'binder.python-default')?.fixes?.[0].fix
    ).toMatchObject({ path: 'runtime.txt', after: 'python-3.13\n' });
  });
});
