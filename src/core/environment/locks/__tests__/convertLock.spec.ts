import { parse } from 'yaml';
import { plainEnglish as trans } from '../../../text';
import { convertLock, ILockOptions, isConvertibleLock } from '../convertLock';
import { LockError } from '../locked';

function convert(path: string, text: string, more: Partial<ILockOptions> = {}) {
  const { files, findings } = convertLock(path, text, { python: '3.12', now: 0, trans, ...more }); // prettier-ignore
  return {
    files: Object.fromEntries(files.map(f => [f.path, String(f.content)])),
    findings: findings.map(({ id }) => id)
  };
}

/** Lines of requirements.txt without the head. */
function lines(path: string, text: string, more: Partial<ILockOptions> = {}) {
  return convert(path, text, more)
    .files['requirements.txt'].split('\n')
    .slice(1, -1);
}

const uv = `version = 1
requires-python = ">=3.11"

[[package]]
name = "colorama"
version = "0.4.6"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "click"
version = "8.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "colorama", marker = "sys_platform == 'win32'" },
]

[[package]]
name = "forked"
version = "1.0"
source = { registry = "x" }

[[package]]
name = "forked"
version = "2.0"
source = { registry = "x" }

[[package]]
name = "mine"
version = "0.1"
source = { git = "https://me:SECRET@github.com/me/mine?subdirectory=py&rev=main#abc123" }

[[package]]
name = "wheel-file"
version = "1"
source = { url = "https://x.example/w.whl" }

[[package]]
name = "beside"
version = "1"
source = { editable = "libs/beside" }

[[package]]
name = "outside"
version = "1"
source = { directory = "../outside" }

[[package]]
name = "torch"
version = "2.3.1+cpu"
source = { registry = "x" }

[[package]]
name = "project"
version = "0"
source = { editable = "." }
dependencies = [
    { name = "click", extra = ["more"] },
    { name = "forked", version = "1.0", marker = "python_full_version < '3.12'" },
    { name = "forked", version = "2.0", marker = "python_full_version >= '3.12'" },
    { name = "mine" }, { name = "wheel-file" }, { name = "beside" }, { name = "outside" },
    { name = "torch" }, { name = "ipykernel" },
]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "pytest"
version = "8"
source = { registry = "x" }

[[package]]
name = "ipykernel"
version = "6"
source = { registry = "x" }
dependencies = [{ name = "project" }]
`;

describe('uv.lock', () => {
  it('gives what the project needs on Binder', () => {
    const { files, findings } = convert('uv.lock', uv);
    expect(files).toEqual({
      'runtime.txt': 'python-3.12\n',
      'requirements.txt': `# From uv.lock. Made by jupyterlab-zenodo-publisher.
./libs/beside
click==8.1
forked==2.0
mine @ git+https://github.com/me/mine@abc123#subdirectory=py
torch==2.3.1
wheel-file @ https://x.example/w.whl
`
    });
    expect(findings).toEqual(['environment.lock-left-out']);
  });

  it('follows the Python version, and takes one where none is given', () => {
    expect(lines('uv.lock', uv, { python: '3.11' })).toContain('forked==1.0');
    expect(convert('uv.lock', uv, { python: null }).files['runtime.txt']).toBe('python-3.14\n'); // prettier-ignore
  });

  it('installs the project where the notebooks import it', () => {
    expect(lines('uv.lock', uv, { imports: ['project'] })[0]).toBe('.');
    expect(lines('uv.lock', uv)[0]).not.toBe('.');
  });

  it('follows extras', () => {
    const text = `[[package]]
name = "p"
version = "0"
source = { virtual = "." }
dependencies = [{ name = "a", extra = ["x"] }, { name = "b" }]
[[package]]
name = "a"
version = "1"
[package.optional-dependencies]
x = [{ name = "c" }]
y = [{ name = "d" }]
[[package]]
name = "b"
version = "1"
dependencies = [{ name = "a", extra = ["y"] }]
[[package]]
name = "c"
version = "1"
[[package]]
name = "d"
version = "1"
[[package]]
name = "e"
version = "1"
`;
    expect(lines('uv.lock', text)).toEqual(['a==1', 'b==1', 'c==1', 'd==1']);
  });
});

describe('poetry.lock', () => {
  it('takes the group main of Poetry 2', () => {
    const text = `[[package]]
name = "numpy"
version = "2.1"
optional = false
groups = ["main", "dev"]
files = [{file = "x", hash = "sha256:1"}]

[[package]]
name = "pytest"
version = "8"
optional = false
groups = ["dev"]

[[package]]
name = "appkit"
version = "1"
optional = false
groups = ["main"]
markers = "sys_platform == \\"darwin\\""

[[package]]
name = "mine"
version = "1"
optional = false
groups = ["main"]
[package.source]
type = "git"
url = "https://github.com/me/mine.git"
reference = "main"
resolved_reference = "abc"

[metadata]
lock-version = "2.1"
python-versions = "^3.11"
`;
    expect(lines('poetry.lock', text)).toEqual([
      'mine @ git+https://github.com/me/mine.git@abc',
      'numpy==2.1'
    ]);
    expect(convert('poetry.lock', text, { python: null }).files['runtime.txt']).toBe('python-3.14\n'); // prettier-ignore
  });

  it('finds what only Windows wants in older ones, and says that groups are mixed', () => {
    const text = `[[package]]
name = "click"
version = "8"
optional = false
[package.dependencies]
colorama = {version = "*", markers = "platform_system == \\"Windows\\""}

[[package]]
name = "colorama"
version = "0.4"
optional = false
`;
    expect(lines('poetry.lock', text)).toEqual(['click==8']);
    expect(convert('poetry.lock', text).findings).toEqual(['environment.lock-groups']); // prettier-ignore
  });
});

describe('pdm.lock and pylock.toml', () => {
  it('takes the group default of PDM', () => {
    const text = `[metadata]
groups = ["default", "test"]
[[metadata.targets]]
requires_python = "~=3.11"
[[package]]
name = "numpy"
version = "2.1"
groups = ["default"]
marker = "python_version >= \\"3.11\\""
[[package]]
name = "pytest"
version = "8"
groups = ["test"]
[[package]]
name = "mine"
version = "1"
groups = ["default"]
git = "https://github.com/me/mine"
revision = "abc"
`;
    expect(lines('pdm.lock', text)).toEqual([
      'mine @ git+https://github.com/me/mine@abc',
      'numpy==2.1'
    ]);
  });

  it('takes the default groups of pylock.toml', () => {
    const text = `lock-version = "1.0"
requires-python = ">=3.12"
default-groups = ["main"]
[[packages]]
name = "numpy"
version = "2.1"
[[packages]]
name = "pytest"
version = "8"
marker = "'dev' in dependency_groups"
[[packages]]
name = "inmain"
version = "1"
marker = "'main' in dependency_groups"
[[packages]]
name = "mine"
[packages.vcs]
type = "git"
url = "https://github.com/me/mine"
commit-id = "abc"
[[packages]]
name = "own"
directory = { path = "." }
[[packages]]
name = "archived"
archive = { url = "https://x.example/a.zip", hashes = { sha256 = "1" } }
`;
    expect(lines('pylock.toml', text)).toEqual([
      'archived @ https://x.example/a.zip',
      'inmain==1',
      'mine @ git+https://github.com/me/mine@abc',
      'numpy==2.1'
    ]);
  });
});

describe('locks of conda', () => {
  const pixi = `version: 6
environments:
  default:
    channels:
    - url: https://conda.anaconda.org/conda-forge/
    packages:
      linux-64:
      - conda: https://conda.anaconda.org/conda-forge/linux-64/gdal-3.9.1-py312h_0.conda
      - conda: https://conda.anaconda.org/conda-forge/linux-64/libgcc-ng-14.1-h_0.conda
      - conda: https://conda.anaconda.org/conda-forge/linux-64/python-3.12.4-h_0_cpython.conda
      - pypi: https://files.pythonhosted.org/packages/aa/humanize-4.10-py3-none-any.whl
      osx-64:
      - conda: https://conda.anaconda.org/conda-forge/osx-64/appnope-0.1-h_0.conda
packages:
- pypi: https://files.pythonhosted.org/packages/aa/humanize-4.10-py3-none-any.whl
  name: humanize
  version: 4.10
`;

  it('takes those of pixi.lock for Linux', () => {
    const { files } = convert('pixi.lock', pixi);
    expect(Object.keys(files)).toEqual(['environment.yml']);
    expect(parse(files['environment.yml'])).toEqual({
      channels: ['conda-forge'],
      dependencies: [
        'python=3.12',
        'gdal=3.9.1',
        'libgcc-ng=14.1',
        'pip',
        { pip: ['humanize==4.10'] }
      ]
    });
  });

  it('takes what pixi.toml asks for, where it is there', () => {
    const manifest = '[dependencies]\nGDAL = "*"\n[pypi-dependencies]\nhumanize = "*"\n'; // prettier-ignore
    const { files } = convert('pixi.lock', pixi, { manifest });
    expect(parse(files['environment.yml'])).toMatchObject({
      dependencies: ['python=3.12', 'gdal=3.9.1', 'pip', { pip: ['humanize==4.10'] }] // prettier-ignore
    });
    expect(convert('pixi.lock', pixi, { manifest: '{' })).toEqual(convert('pixi.lock', pixi)); // prettier-ignore
  });

  it('takes those of conda-lock.yml for Linux', () => {
    const entry = (name: string, more: string) =>
      `- name: ${name}\n  version: '1.10'\n  ${more.split(', ').join('\n  ')}\n`;
    const text = `version: 1
metadata:
  channels:
  - url: conda-forge
  - url: bioconda
package:
${entry('gdal', 'manager: conda, platform: linux-64, category: main, optional: false')}${entry('vim', 'manager: conda, platform: osx-64, category: main')}${entry('pytest', 'manager: conda, platform: linux-64, category: dev, optional: true')}${entry('humanize', 'manager: pip, platform: linux-64, category: main')}`;
    expect(
      parse(convert('conda-lock.yml', text).files['environment.yml'])
    ).toEqual({
      // prettier-ignore
      channels: ['conda-forge', 'bioconda'],
      dependencies: ['python=3.12', 'gdal=1.10', 'pip', { pip: ['humanize==1.10'] }] // prettier-ignore
    });
  });
});

describe('convertLock', () => {
  it.each([
    ['uv.lock', 'a = '],
    ['poetry.lock', '['],
    ['pixi.lock', 'a: [b'],
    ['conda-lock.yml', '&a [*a]']
  ])('says that %s cannot be read', (path, text) => {
    expect(() => convert(path, text)).toThrow(LockError);
    expect(() => convert(path, text)).toThrow(`${path} could not be read (`);
  });

  it.each(['uv.lock', 'pylock.toml', 'pdm.lock', 'poetry.lock'])(
    'writes nothing that %s makes up',
    path => {
      const text = `[[package]]
name = "a\\n--index-url https://x"
version = "1"
groups = ["main", "default"]
source = { virtual = "." }
[[packages]]
name = "b"
version = "1\\n-e /etc"
[[packages]]
name = "c"
[packages.vcs]
type = "git"
url = "file:///etc"
commit-id = "abc"
[[packages]]
name = "d"
directory = { path = "/etc" }
`;
      expect(lines(path, text)).toEqual([]);
    }
  );

  it('knows which files it can read', () => {
    expect(isConvertibleLock('sub/uv.lock')).toBe(true);
    expect(isConvertibleLock('constructor')).toBe(false);
    expect(isConvertibleLock('renv.lock')).toBe(false);
  });
});
