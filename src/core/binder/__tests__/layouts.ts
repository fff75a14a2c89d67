/** Bundles with environment files of all kinds, good and bad, by name. */

/** Texts (or bytes) by path. */
export type Layout = Record<string, string | Uint8Array>;

/** A file of every bundle. */
export const notebook = { 'a.ipynb': '{}' };
/** A pyproject.toml that names no way to build. */
export const project = '[project]\nname = "a"\n';
/** A pyproject.toml of a package. */
export const built = `${project}[build-system]\nrequires = [\n  "x", # ]\n]\n`;
/** The same, for some versions of Python. */
export const requires = (spec: string) =>
  `${built.replace('name', `requires-python = "${spec}"\nname`)}`;
/** An environment.yml with these dependencies. */
export const conda = (...lines: string[]) =>
  `dependencies:\n${lines.map(l => ` - ${l}\n`).join('')}`;

/** Layouts on which repo2docker must agree, by name. */
export const layouts: Record<string, Layout> = {
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
  'apt.txt and postBuild': {
    'apt.txt': '',
    postBuild: '',
    start: '#!/bin/bash\nexec "$@"\n'
  },
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
  'a file named binder': { binder: '', 'requirements.txt': '' },
  'runtime.txt with a mark': {
    'runtime.txt': '\ufeffpython-3.12\n',
    'requirements.txt': ''
  },
  'runtime.txt in UTF-16': {
    'runtime.txt': utf16('python-3.12\r\n'),
    'requirements.txt': ''
  },
  'runtime.txt with Windows line ends': { 'runtime.txt': 'python-3.12\r\n' },
  'runtime.txt with spaces': { 'runtime.txt': '\n  python-3.12  \n\n' },
  'runtime.txt with two lines': { 'runtime.txt': 'python-3.12\n# a-b\n' },
  'requirements.txt in UTF-16': { 'requirements.txt': utf16('numpy==2.0\r\n') },
  'requirements.txt with a mark': { 'requirements.txt': '\ufeffnumpy==2.0\n' },
  'environment.yml with a mark': {
    'environment.yml': `\ufeff${conda('python=3.12')}`
  },
  'environment.yml in UTF-16': {
    'environment.yml': utf16(conda('python=3.12'))
  },
  'environment.yml in Latin-1': {
    'environment.yml': latin1(`# für alle\n${conda('python=3.12')}`)
  },
  'environment.yml with Windows line ends': {
    'environment.yml': conda('python=3.12', 'numpy=2').replace(/\n/g, '\r\n')
  },
  'environment.yml with a tab': {
    'environment.yml': 'dependencies:\n\t- python=3.12\n'
  },
  'environment.yml with an alias': {
    'environment.yml': 'x: &a [python=3.12]\ndependencies: *a\n'
  },
  'environment.yml in flow style': {
    'environment.yml': '{name: a, dependencies: [python=3.11, numpy]}\n'
  },
  'environment.yml with quotes': { 'environment.yml': conda("'python=3.12'") },
  'environment.yml with a number': { 'environment.yml': conda('3.12') },
  'pip list with a map': {
    'environment.yml': 'dependencies:\n - pip\n - pip:\n   - numpy: 1\n'
  },
  'pip list empty': { 'environment.yml': 'dependencies:\n - pip:\n' },
  'pip text': { 'environment.yml': 'dependencies:\n - pip: numpy\n' },
  'Pipfile in UTF-16': { Pipfile: utf16('[requires]\n') },
  'Pipfile with a mark': {
    Pipfile: '\ufeff[requires]\npython_version = "3.12"\n'
  },
  'Pipfile.lock with a mark': { 'Pipfile.lock': '\ufeff{"_meta": {}}' },
  'Pipfile broken': { Pipfile: '[requires\npython_version = "3.12"\n' },
  'Pipfile.lock a list': { 'Pipfile.lock': '[]' },
  'Pipfile in the binder folder': {
    'binder/Pipfile': '[requires]\npython_version = "3.13"\n'
  },
  'pyproject broken': { 'pyproject.toml': `${built}oops\n` },
  'pyproject broken beside requirements': {
    'pyproject.toml': '[project\nname = "a"\n',
    'requirements.txt': ''
  },
  'pyproject broken beside environment.yml': {
    'pyproject.toml': '[project\n',
    'environment.yml': conda('python=3.12')
  },
  'pyproject broken beside setup.py': {
    'pyproject.toml': 'a = b\n',
    'setup.py': ''
  },
  'pyproject with a key twice': {
    'pyproject.toml': `${built}[x]\na = 1\na = 2\n`
  },
  'pyproject with a table twice': {
    'pyproject.toml': `${built}[x]\n[x]\n`
  },
  'pyproject with tables of an array': {
    'pyproject.toml': `${built}[[x]]\na = 1\n[[x]]\na = 2\n`
  },
  'pyproject with an open string': {
    'pyproject.toml': `${built}[x]\na = "b\n`
  },
  'pyproject with an open list': {
    'pyproject.toml': `${built}[x]\na = [1,\n`
  },
  'pyproject with all kinds of values': {
    'pyproject.toml': `${built}[x]\na = 1 # c\nb = 'x#y'\nc = true\nd = 1979-05-27T07:32:00Z\ne = { f = [1, 2] }\ng = \"\"\"\n# h\n\"\"\"\n"i j".k = -inf\n`
  },
  'pyproject with a mark': { 'pyproject.toml': `\ufeff${built}` },
  'pyproject with Windows line ends': {
    'pyproject.toml': requires('>=3.12').replace(/\n/g, '\r\n')
  },
  'apt.txt fine': {
    'requirements.txt': '',
    'apt.txt': '# fonts\n\nlibgl1 # for images\r\ng++\n'
  },
  'apt.txt with capitals': { 'requirements.txt': '', 'apt.txt': 'LibGL\n' },
  'apt.txt with an option': { 'requirements.txt': '', 'apt.txt': '-y\n' },
  'apt.txt with nonsense beside a Dockerfile': {
    Dockerfile: 'FROM x\n',
    'apt.txt': 'LibGL\n'
  },
  'apt.txt with nonsense beside Nix': {
    'default.nix': '',
    'apt.txt': '$(x)\n'
  },
  'apt.txt with nonsense for conda': {
    'environment.yml': conda('python=3.12'),
    'apt.txt': 'gdal\n"gdal"\n'
  },
  'apt.txt in UTF-16': { 'requirements.txt': '', 'apt.txt': utf16('gdal\n') },
  'apt.txt at the root beside binder': {
    'binder/requirements.txt': '',
    'apt.txt': 'LibGL\n'
  },
  'R and a broken environment.yml': {
    'runtime.txt': 'r-4.4-2026-01-31',
    'environment.yml': '- a\n'
  },
  'R and requirements.txt': {
    'runtime.txt': 'r-4.4-2026-01-31',
    'requirements.txt': 'numpy==2.0\n',
    'install.R': ''
  },
  'R too old': { 'runtime.txt': 'r-3.6-2018-12-06' },
  'R just new enough': { 'runtime.txt': 'r-3.6-2018-12-07' },
  'R in the binder folder': { 'binder/runtime.txt': 'r-4.4-2026-01-31' },
  'Julia and a broken environment.yml': {
    'Project.toml': '',
    'environment.yml': 'dependencies: [\n'
  },
  'Julia broken': { 'Project.toml': '[deps\n' },
  'Julia with compat': {
    'Project.toml': '[deps]\n[compat]\njulia = "1.10"\n',
    'Manifest.toml': ''
  },
  'Julia and runtime.txt with a patch version': {
    'Project.toml': '',
    'runtime.txt': 'python-3.12.4'
  },
  'Julia and environment.yml': {
    'Project.toml': '',
    'environment.yml': conda('python=3.12')
  },
  'REQUIRE and Project.toml': { REQUIRE: '', 'Project.toml': '' },
  'Nix in the binder folder': {
    'binder/default.nix': '',
    'environment.yml': ''
  },
  'Dockerfile in the binder folder': {
    'binder/Dockerfile': 'FROM x\n',
    'requirements.txt': ''
  },
  'Dockerfile outside of the binder folder': {
    'binder/requirements.txt': '',
    Dockerfile: 'FROM x\n'
  },
  'lower-case dockerfile': { dockerfile: 'FROM x\n' },
  'folder named requirements.txt': { 'requirements.txt/a': '' },
  'folder named environment.yml': { 'environment.yml/a': '' },
  'folder named apt.txt': { 'requirements.txt': '', 'apt.txt/a': '' },
  'folder named Dockerfile': { 'Dockerfile/a': '', 'requirements.txt': '' },
  'requirements.txt twice': { 'requirements.txt.txt': 'numpy==2.0\n' },
  'a list that reads another one': {
    'requirements.txt': '-r more.txt\n',
    'more.txt': 'numpy==2.0\n'
  },
  'a list in the binder folder that reads the one outside': {
    'binder/requirements.txt': '-r ../requirements.txt\n',
    'requirements.txt': 'numpy==2.0\n'
  },
  'environment.yml that reads requirements.txt': {
    'environment.yml':
      'dependencies:\n - python=3.12\n - pip:\n   - -r requirements.txt\n',
    'requirements.txt': 'numpy==2.0\n'
  }
};

/** A text as Windows' PowerShell saves it: UTF-16 with its mark. */
function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
