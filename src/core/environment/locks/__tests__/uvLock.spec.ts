import { convert, lines } from './converting';

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
