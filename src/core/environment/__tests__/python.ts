import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { IKernel } from '../kernel';

/** The Pythons that the probe is run in: the project's own, and the system's. */
export const pythons = [
  resolve(process.env.ZP_PYTHON ?? '.venv/bin/python'),
  'python3'
];

/**
 * Runs an expression in a real Python and gives its string, like a kernel
 * does. It fails when the expression leaves a name behind.
 */
export class RealPython implements IKernel {
  constructor(
    private readonly _python: string,
    private readonly _folder: FakeSite,
    private readonly _environment: Record<string, string> = {}
  ) {}

  readonly language = 'python';

  async evaluate(code: string): Promise<string> {
    const program = [
      'import sys, json, os',
      'sys.prefix = os.environ.get("ZP_PREFIX", sys.prefix)',
      'code = sys.stdin.read()',
      'before = set(globals()) | {"before", "value"}',
      'value = eval(code)',
      'assert set(globals()) == before, set(globals()) - before',
      'assert isinstance(value, str)',
      'print(value)'
    ].join('\n');
    return execFileSync(this._python, ['-c', program], {
      input: code,
      encoding: 'utf8',
      cwd: this._folder.work,
      env: {
        ...process.env,
        PYTHONPATH: [this._folder.site, this._folder.elsewhere].join(':'),
        PYTHONIOENCODING: 'utf8',
        ...this._environment
      }
    });
  }
}

/** A folder of installed distributions, a working folder, and one elsewhere. */
export class FakeSite {
  readonly root = mkdtempSync(join(tmpdir(), 'zp-environment-'));
  readonly site = join(this.root, 'lib', 'site-packages');
  readonly work = join(this.root, 'work');
  readonly elsewhere = join(this.root, 'elsewhere');

  constructor() {
    [this.site, this.work, this.elsewhere].forEach(folder =>
      mkdirSync(folder, { recursive: true })
    );
  }

  /** Put a file there. */
  write(folder: string, path: string, content = ''): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }

  /** Install a distribution, as pip records it. */
  install(
    name: string,
    version: string,
    modules: string[],
    extra: Record<string, string> = {}
  ): void {
    const info = `${name.replace(/-/g, '_')}-${version}.dist-info`;
    const files = {
      [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
      ...Object.fromEntries(
        Object.entries(extra).map(([key, text]) => [`${info}/${key}`, text])
      ),
      ...Object.fromEntries(modules.map(path => [path, '']))
    };
    for (const [path, content] of Object.entries(files)) {
      this.write(this.site, path, content);
    }
    const record = [...Object.keys(files), `${info}/RECORD`];
    this.write(
      this.site,
      `${info}/RECORD`,
      record.map(path => `${path},,`).join('\n')
    );
  }

  dispose(): void {
    rmSync(this.root, { recursive: true });
  }
}
