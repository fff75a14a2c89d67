import { spawnSync } from 'child_process';
import { resolve } from 'path';

import { detectBinder, IBinderDetection } from '../detect';

type Layout = Record<string, string>;

interface IReal {
  kind: string | null;
  python: string | null;
  error: string | null;
}

const notebook = { 'a.ipynb': '{}' };
const project = '[project]\nname = "a"\n';
const built = `${project}[build-system]\nrequires = [\n  "x", # ]\n]\n`;
const requires = (spec: string) =>
  `${built.replace('name', `requires-python = "${spec}"\nname`)}`;
const conda = (...lines: string[]) =>
  `dependencies:\n${lines.map(l => ` - ${l}\n`).join('')}`;

/** Layouts on which repo2docker must agree, by name. */
const layouts: Record<string, Layout> = {
  nothing: {},
  'requirements.txt': { 'requirements.txt': 'numpy==2.0\n' },
  'empty requirements.txt': { 'requirements.txt': '' },
  'in a sub-folder': { 'sub/requirements.txt': '' },
  'wrong case': { 'Requirements.txt': '' },
  'runtime.txt alone': { 'runtime.txt': 'python-3.12\n' },
  'runtime.txt with a patch version': { 'runtime.txt': 'python-3.12.4' },
  'runtime.txt without a hyphen': {
    'runtime.txt': 'python3.12',
    'requirements.txt': ''
  },
  'runtime.txt with one number': { 'runtime.txt': 'python-3' },
  'runtime.txt with python 2': { 'runtime.txt': 'python-2' },
  'runtime.txt with a wrong number': { 'runtime.txt': 'python-4' },
  'runtime.txt too new': { 'runtime.txt': 'python-3.15' },
  'runtime.txt legacy': { 'runtime.txt': 'python-3.6' },
  'runtime.txt with a day': { 'runtime.txt': 'python-3.11-2026-01-31' },
  'runtime.txt with a wrong day': { 'runtime.txt': 'python-3.11-2026-02-31' },
  'runtime.txt in capitals': {
    'runtime.txt': 'Python-3.11',
    'requirements.txt': ''
  },
  'runtime.txt empty': { 'runtime.txt': '', 'environment.yml': '' },
  'runtime.txt for Julia': {
    'runtime.txt': 'julia-1.10',
    'requirements.txt': ''
  },
  'runtime.txt for Julia and Pipfile': {
    'runtime.txt': 'julia-1.10',
    Pipfile: ''
  },
  'runtime.txt for Julia and conda': {
    'runtime.txt': 'julia-1.10',
    'environment.yml': ''
  },
  'bad runtime.txt beside conda': {
    'runtime.txt': 'python3.12',
    'environment.yml': ''
  },
  'patch runtime.txt beside conda': {
    'runtime.txt': 'python-3.12.4',
    'environment.yml': ''
  },
  'R with a day': { 'runtime.txt': 'r-2026-01-31' },
  'R with version and day': {
    'runtime.txt': 'r-4.3-2026-01-31',
    'environment.yml': ''
  },
  'R full version': { 'runtime.txt': 'r-4.3.1-2026-01-31' },
  'R unknown version': { 'runtime.txt': 'r-5.1-2026-01-31' },
  'R without a day': { 'runtime.txt': 'r-4.3', 'requirements.txt': '' },
  DESCRIPTION: { DESCRIPTION: 'Package: a\n' },
  'DESCRIPTION and environment.yml': { DESCRIPTION: '', 'environment.yml': '' },
  'DESCRIPTION and binder folder': {
    DESCRIPTION: '',
    'binder/environment.yml': ''
  },
  'DESCRIPTION and a Python version': {
    DESCRIPTION: '',
    'runtime.txt': 'python-3.11'
  },
  'install.R alone': { 'install.R': '' },
  'apt.txt and postBuild': { 'apt.txt': '', postBuild: '', start: '' },
  'lock files only': { 'uv.lock': '', 'renv.lock': '', 'pixi.toml': '' },
  Dockerfile: { Dockerfile: 'FROM x\n', 'environment.yml': '' },
  'Dockerfile of 2016': { Dockerfile: '# a\nFROM AndrewOsh/binder-base\n' },
  'Dockerfile of 2016 outside': {
    Dockerfile: 'FROM andrewosh/binder-base\n',
    'binder/environment.yml': ''
  },
  'Dockerfile commented': { Dockerfile: 'FROM x # andrewosh/binder-base\n' },
  'Project.toml': { 'Project.toml': '', Pipfile: '' },
  'JuliaProject.toml': {
    'JuliaProject.toml': '',
    'runtime.txt': 'python-3.11'
  },
  'Project.toml and bad runtime.txt': {
    'Project.toml': '',
    'runtime.txt': 'python3.11'
  },
  REQUIRE: { REQUIRE: '', 'requirements.txt': '' },
  'default.nix': { 'default.nix': '', 'runtime.txt': 'nonsense' },
  'environment.yml': { 'environment.yml': conda('python=3.12', 'numpy') },
  'environment.yaml': { 'environment.yaml': conda('python=3.9.7') },
  'both environments': {
    'environment.yml': '',
    'environment.yaml': conda('python=3.9')
  },
  'empty environment.yml': { 'environment.yml': '' },
  'commented environment.yml': { 'environment.yml': '# nothing\n' },
  'environment.yml with ~': { 'environment.yml': '~\n' },
  'environment.yml without dependencies': { 'environment.yml': 'name: a\n' },
  'environment.yml null dependencies': { 'environment.yml': 'dependencies:\n' },
  'environment.yml as a list': { 'environment.yml': '- python=3.12\n' },
  'environment.yml broken': { 'environment.yml': 'dependencies: [\n' },
  'environment.yml duplicate': { 'environment.yml': 'name: a\nname: b\n' },
  'environment.yml two documents': {
    'environment.yml': 'name: a\n---\nname: b\n'
  },
  'python ==': { 'environment.yml': conda('python==3.11.*') },
  'python = with spaces': { 'environment.yml': conda('python = 3.13') },
  'python with build': { 'environment.yml': conda('python=3.11.5=h123_0') },
  'python >=': { 'environment.yml': conda('"python>=3.11"') },
  'python with a space': { 'environment.yml': conda('python 3.11') },
  'python with a channel': {
    'environment.yml': conda('conda-forge::python=3.12')
  },
  'python=3': { 'environment.yml': conda('python=3') },
  'python=2': { 'environment.yml': conda('python=2') },
  'python=4': { 'environment.yml': conda('python=4') },
  'python=': { 'environment.yml': conda('python=*', 'python=3.12') },
  'python=3.15': { 'environment.yml': conda('python=3.15') },
  'python-dateutil': {
    'environment.yml': conda('python-dateutil=2.8', 'pip:', '  python=3.8')
  },
  'pip list': {
    'environment.yml':
      'dependencies:\n - pip\n - pip:\n   - numpy\n - python=3.8\n'
  },
  'conda beside requirements': {
    'environment.yml': '',
    'requirements.txt': '',
    Pipfile: ''
  },
  Pipfile: {
    Pipfile: '[requires]\npython_version = "3.11"\n',
    'requirements.txt': ''
  },
  'Pipfile full': {
    Pipfile:
      "[requires]\npython_version = '3.11'\npython_full_version = '3.12.1'\n"
  },
  'Pipfile inline': { Pipfile: 'requires = {python_version = "3.9"}\n' },
  'Pipfile.lock': {
    'Pipfile.lock': '{"_meta": {"requires": {"python_version": "3"}}}',
    Pipfile: '[requires]\npython_version = "3.11"\n'
  },
  'Pipfile.lock broken': { 'Pipfile.lock': '{' },
  'Pipfile without version': { Pipfile: '[packages]\nx = "*"\n' },
  'setup.py': { 'setup.py': '' },
  'setup.py and binder folder': { 'setup.py': '', 'binder/apt.txt': '' },
  'pyproject without build-system': { 'pyproject.toml': project },
  'pyproject with both': { 'pyproject.toml': built },
  'pyproject with sub-tables': {
    'pyproject.toml': '[project.urls]\na = "b"\n[build-system]\n'
  },
  'pyproject in a string': {
    'pyproject.toml': 'a = """\n[project]\n[build-system]\n"""\n'
  },
  'pyproject dotted': {
    'pyproject.toml': 'project.name = "a"\nbuild-system.requires = []\n'
  },
  'pyproject >=3.9': { 'pyproject.toml': requires('>=3.9') },
  'pyproject >=3.12': { 'pyproject.toml': requires('>=3.12') },
  'pyproject capped': { 'pyproject.toml': requires('>=3.11,<3.13') },
  'pyproject ~=': { 'pyproject.toml': requires('~=3.11.2') },
  'pyproject !=': { 'pyproject.toml': requires('!=3.10.*, !=3.14.*') },
  'pyproject ==': { 'pyproject.toml': requires('==3.12.*') },
  'pyproject patch': { 'pyproject.toml': requires('>=3.10.4') },
  'pyproject impossible': { 'pyproject.toml': requires('<3.7') },
  'pyproject nonsense': { 'pyproject.toml': requires('3.9+') },
  'pyproject for requirements': {
    'pyproject.toml': '[project]\nrequires-python = ">=3.11"\n',
    'requirements.txt': ''
  },
  'pyproject against runtime.txt': {
    'pyproject.toml': requires('>=3.12'),
    'runtime.txt': 'python-3.11'
  },
  'pyproject with runtime.txt': {
    'pyproject.toml': requires('>=3.11'),
    'runtime.txt': 'python-3.11'
  },
  'pyproject and binder folder': {
    'pyproject.toml': requires('>=3.12'),
    'binder/requirements.txt': ''
  },
  'binder folder': {
    'binder/requirements.txt': '',
    'binder/runtime.txt': 'python-3.12',
    'environment.yml': ''
  },
  '.binder folder': {
    '.binder/environment.yml': '',
    'runtime.txt': 'nonsense'
  },
  'binder folder without environment': {
    'binder/apt.txt': '',
    'requirements.txt': ''
  },
  'both folders': {
    'binder/environment.yml': '',
    '.binder/environment.yml': ''
  },
  'a file named binder': { binder: '', 'requirements.txt': '' }
};

function detect(layout: Layout): Promise<IBinderDetection> {
  const all: Layout = { ...notebook, ...layout };
  return detectBinder(Object.keys(all), async path => all[path]);
}

const ids = (result: IBinderDetection) => result.findings.map(({ id }) => id);

describe('detectBinder', () => {
  it('agrees with the real repo2docker', async () => {
    const python = process.env.ZP_PYTHON ?? '.venv/bin/python';
    const run = spawnSync(
      python,
      [resolve(__dirname, 'repo2docker_detect.py')],
      {
        input: JSON.stringify(
          Object.values(layouts).map(l => ({ ...notebook, ...l }))
        ),
        encoding: 'utf-8'
      }
    );
    expect(run.error).toBeUndefined();
    expect([run.status, run.stderr]).toEqual([0, expect.any(String)]);
    const real: IReal[] = JSON.parse(run.stdout);
    const theirs: Record<string, object> = {};
    const ours: Record<string, object> = {};
    for (const [i, name] of Object.keys(layouts).entries()) {
      const { kind, python, error } = real[i];
      const isAccepted = kind !== null && error === null;
      theirs[name] = isAccepted ? { kind, python } : { kind: null };
      const result = await detect(layouts[name]);
      ours[name] = result.accepted
        ? { kind: result.kind, python: result.pythonVersion ?? null }
        : { kind: null };
    }
    expect(ours).toEqual(theirs);
  }, 60_000);

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
