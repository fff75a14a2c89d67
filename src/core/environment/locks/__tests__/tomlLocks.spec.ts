import { convert, lines } from './converting';

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
