import { detectBinder, IBinderDetection } from '../detect';
import { conda, Layout, layouts, notebook, project, requires } from './layouts';

function detect(layout: Layout): Promise<IBinderDetection> {
  const all: Layout = { ...notebook, ...layout };
  return detectBinder(Object.keys(all), async path => all[path]);
}

const ids = (result: IBinderDetection) => result.findings.map(({ id }) => id);

describe('detectBinder', () => {
  it.each(Object.entries(layouts))(
    'says why it refuses: %s',
    async (_, layout) => {
      const { accepted, findings } = await detect(layout);
      expect(findings.some(finding => finding.severity === 'error')).toBe(
        !accepted
      );
    }
  );

  it.each([
    ['binder.none', {}],
    ['binder.hidden', { 'binder/apt.txt': '', 'requirements.txt': '' }],
    ['binder.project', { 'pyproject.toml': project, 'uv.lock': '' }],
    ['binder.two-folders', { 'binder/x': '', '.binder/x': '' }],
    ['binder.python-default', { 'requirements.txt': '' }],
    ['binder.python-newest', { 'pyproject.toml': requires('>=3.12') }],
    ['binder.python-form', { 'environment.yml': conda('python>=3.12') }],
    [
      'binder.python-form',
      { 'environment.yml': conda('conda-forge::python=3.12') }
    ],
    ['binder.python-old', { 'runtime.txt': 'python-2.7' }],
    ['binder.unknown', { 'uv.lock': '', 'requirements.txt': '' }]
  ])('finds %s', async (id, layout) => {
    expect(ids(await detect(layout as Layout))).toContain(id);
  });

  it('has nothing to say where all is well', async () => {
    const layout = {
      'runtime.txt': 'python-3.12',
      'requirements.txt': 'numpy==2.0',
      'apt.txt': ''
    };
    expect(await detect(layout)).toEqual({
      accepted: true,
      kind: 'python',
      file: 'runtime.txt',
      pythonVersion: '3.12',
      shadowed: [],
      findings: []
    });
  });

  it('shows the text that it cannot read', async () => {
    const { findings } = await detect({ 'runtime.txt': 'python-3.12.4\n' });
    expect(findings[0]).toMatchObject({
      message:
        'runtime.txt says python-3.12.4. Binder reads two numbers only, such as python-3.12.',
      place: { path: 'runtime.txt' }
    });
  });

  it('names the files that are left aside', async () => {
    const beside = {
      'environment.yml': conda('python=3.12'),
      'requirements.txt': '',
      'runtime.txt': 'python-3.12'
    };
    expect((await detect(beside)).shadowed).toEqual([
      'runtime.txt',
      'requirements.txt'
    ]);
    const folder = {
      'binder/runtime.txt': 'python-3.12',
      'requirements.txt': ''
    };
    expect((await detect(folder)).shadowed).toEqual(['requirements.txt']);
    const r = { 'runtime.txt': 'r-4.4-2026-01-31', 'environment.yml': '' };
    expect((await detect(r)).shadowed).toEqual([]);
  });
});
