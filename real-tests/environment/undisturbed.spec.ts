import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { captureEnvironment } from '../../src/core/environment/capture';
import { plainEnglish as trans } from '../../src/core/text';
import { IModuleUse } from '../../src/core/uses/moduleUse';
import { BridgedKernel } from './bridge';
import { installed } from './projects';
import { keptVenv } from './venvs';

const modules = ['pandas', 'sklearn', 'yaml', 'json', 'nowhere'].map(
  (name): IModuleUse => ({
    name,
    language: 'python',
    places: [{ path: 'a.ipynb', cell: 0 }],
    optional: false
  })
);
const code = [
  { place: { path: 'a.ipynb', cell: 0 }, source: 'pandas.read_excel("a.xlsx")' }
];

/** What of a session can be seen to change. */
const session = `'\\n'.join([
  *sorted(globals()), repr(_), repr(sorted(Out.items())), repr(In), repr(x),
  str(get_ipython().execution_count), str('pandas' in __import__('sys').modules),
  repr(get_ipython().history_manager.input_hist_parsed), __import__('os').getcwd()
])`;

describe('a capture', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'zp-undisturbed-'));
  let kernel: BridgedKernel;

  beforeAll(async () => {
    const folder = join(scratch, 'work');
    mkdirSync(folder);
    kernel = new BridgedKernel(keptVenv(installed, scratch), folder, scratch);
    await kernel.run('x = 41');
    await kernel.run('x + 1');
  }, 600_000);

  afterAll(async () => {
    await kernel.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const capture = () => captureEnvironment(kernel, { modules, files: [], code, trans }); // prettier-ignore

  it('leaves the session as it is', async () => {
    const before = await kernel.evaluate(session);
    expect(before).toContain('[(2, 42)]');
    const found = await capture();
    expect(found.packages.map(({ name }) => name.toLowerCase())).toEqual([
      'numpy',
      'openpyxl',
      'pandas',
      'pyyaml',
      'scikit-learn'
    ]);
    expect(new Set(kernel.published)).toEqual(new Set(['status']));
    expect(await kernel.evaluate(session)).toBe(before);
    const next = await kernel.run('_');
    expect(next.reply.execution_count).toBe(3);
  });

  it('answers in seconds', async () => {
    const start = Date.now();
    await capture();
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  it('is answered by a subshell while the kernel is busy', async () => {
    const info = await kernel.send({ kind: 'info' });
    expect(info.supported_features).toContain('kernel subshells');
    const before = await kernel.evaluate(session);
    const idle = await capture();
    const { begun } = await kernel.send({
      kind: 'begin',
      code: 'import time\nfor i in range(600): time.sleep(0.1)'
    });
    kernel.isBusy = true;
    const start = Date.now();
    const busy = await capture();
    kernel.isBusy = false;
    expect(Date.now() - start).toBeLessThan(30_000);
    expect(busy).toEqual(idle);
    const { subshell_id: left } = await kernel.send({ kind: 'subshells' });
    expect(left).toEqual([]);
    // It was busy all the time: only now its cell ends.
    const reply = await kernel.send({ kind: 'interrupt', begun });
    expect(reply).toMatchObject({ ename: 'KeyboardInterrupt' });
    // Only the cell itself left something behind.
    const names = "' '.join(sorted(globals()))";
    const added = (await kernel.evaluate(names))
      .split(' ')
      .filter(name => !before.split('\n').includes(name));
    expect(added.filter(name => !/^_/.test(name))).toEqual(['i', 'time']);
  });
});
