import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { captureFiles } from '../../src/core/environment/languages/languageFiles';
import { plainEnglish as trans } from '../../src/core/text';
import type { IModuleUse } from '../../src/core/uses/moduleUse';
import { BridgedKernel } from './bridge';

const has = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;

/** What of a session can be seen to change. */
const session =
  'paste(c(ls(all.names = TRUE), loadedNamespaces(), x, getwd()), collapse = "\\n")';

const uses = (name: string): IModuleUse => ({
  name,
  language: 'R',
  places: [{ path: 'a.ipynb', cell: 0 }],
  optional: false
});

/* A machine without IRkernel, and without root and apt to get it, shows nothing of R. */
(has ? describe : describe.skip)('a real kernel of R', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'zp-r-'));
  let kernel: BridgedKernel;

  beforeAll(() => {
    const folder = join(scratch, 'work');
    mkdirSync(folder);
    kernel = new BridgedKernel(
      {
        argv: ['R', '--slave', '-e', 'IRkernel::main()', '--args', '{connection_file}'], // prettier-ignore
        language: 'R'
      },
      folder,
      scratch
    );
  });

  afterAll(async () => {
    await kernel.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const capture = (...names: string[]) =>
    captureFiles(kernel, {
      modules: names.map(uses),
      files: [],
      now: Date.UTC(2026, 10, 21),
      trans
    });

  it('says its version and its packages, and stays as it is', async () => {
    await kernel.run('x <- "kept"');
    const before = await kernel.evaluate(session);
    expect(before).toContain('kept');
    const found = await capture('digest', 'stats', 'nowhere');
    const [runtime, install] = found?.files ?? [];
    const version = spawnSync('Rscript', ['-e', 'cat(R.version$major, R.version$minor)']); // prettier-ignore
    const [major, minor] = version.stdout.toString().split(/[ .]/);
    expect(runtime).toMatchObject({ path: 'runtime.txt' });
    expect(runtime.content).toMatch(
      new RegExp(`^r-${major}\\.${minor}-20\\d\\d-\\d\\d-\\d\\d\n$`)
    );
    expect(install.path).toBe('install.R');
    expect(install.content).toContain('install.packages("digest")');
    // It comes with R itself.
    expect(install.content).not.toContain('stats');
    expect(install.content).not.toContain('nowhere');
    expect(found?.findings).toContainEqual(
      expect.objectContaining({
        id: 'environment.not-installed',
        message: expect.stringContaining('nowhere')
      })
    );
    expect(await kernel.evaluate(session)).toBe(before);
    // IRkernel repeats even silent code (`R/execution.r`); nobody shows that.
    expect([...new Set(kernel.published)].sort()).toEqual([
      'execute_input',
      'status'
    ]);
  }, 60_000);

  it('has an install.R that R can read', async () => {
    const found = await capture('digest', 'jsonlite');
    const text = found?.files[1].content ?? '';
    const parsed = spawnSync('Rscript', ['-e', 'cat(length(parse(file("stdin"))))'], { input: text }); // prettier-ignore
    expect(parsed.stdout.toString()).toBe('2');
  }, 60_000);
});
