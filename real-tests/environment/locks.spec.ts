import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { convertLock } from '../../src/core/environment/locks/convertLock';
import { plainEnglish as trans } from '../../src/core/text';
import { keptVenv, output } from './venvs';

/** What needs extras, markers, forks and a group for development. */
const project = `[project]
name = "lake-study"
version = "0.1"
requires-python = ">=3.11"
dependencies = [
  "click",
  "requests[socks]",
  "humanize<4.10 ; python_version < '3.12'",
  "humanize>=4.10 ; python_version >= '3.12'",
  "tqdm",
]

[dependency-groups]
dev = ["pytest"]
`;

/** \`name==version\` of a requirements.txt that are for Linux and this Python, as pip decides. */
function exported(text: string, python: string, scratch: string): string[] {
  const code = `
import json, sys
from pip._vendor.packaging.requirements import Requirement
computer = {"os_name": "posix", "sys_platform": "linux", "platform_machine": "x86_64",
  "platform_python_implementation": "CPython", "platform_system": "Linux", "implementation_name": "cpython",
  "python_version": sys.argv[2], "python_full_version": sys.argv[2] + ".99", "extra": ""}
lines = [line.strip() for line in sys.argv[1].splitlines() if line.strip() and not line.strip().startswith("#")]
found = [Requirement(line) for line in lines]
print(json.dumps(sorted(f"{r.name}{r.specifier}" for r in found if not r.marker or r.marker.evaluate(computer))))`;
  return JSON.parse(output('.venv/bin/python', ['-c', code, text, python], { scratch })) as string[]; // prettier-ignore
}

describe('a lock file of uv', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'zp-locks-'));
  const folder = join(scratch, 'project');

  let uv: string;

  beforeAll(() => {
    uv = join(keptVenv(['uv==0.13.9'], scratch), '..', 'uv');
    mkdirSync(folder);
    writeFileSync(join(folder, 'pyproject.toml'), project);
    run('lock');
  }, 300_000);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const run = (...args: string[]) => output(uv, args, { cwd: folder, scratch });
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const lines = (name: string, python: string) =>
    String(
      convertLock(name, text(name), { python, now: 0, trans }).files[1].content
    )
      .split('\n')
      .slice(1, -1)
      .sort();

  it.each(['3.11', '3.13'])(
    'becomes what uv itself exports, for Python %s',
    python => {
      const real = exported(
        run('export', '-q', '--format', 'requirements-txt', '--no-hashes', '--no-emit-project', '--frozen', '--no-dev'), // prettier-ignore
        python,
        scratch
      );
      expect(real.length).toBeGreaterThan(6);
      expect(lines('uv.lock', python)).toEqual(real);
      run('export', '-q', '--format', 'pylock.toml', '--no-emit-project', '--frozen', '--no-dev', '-o', 'pylock.toml'); // prettier-ignore
      expect(lines('pylock.toml', python)).toEqual(real);
    }
  );
});
