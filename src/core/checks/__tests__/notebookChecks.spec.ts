import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';

import * as fc from 'fast-check';

import { TestClock } from '../../clock';
import { plainEnglish } from '../../text';
import { ICheckInput, notebookChecks } from '../notebookChecks';
import { runChecks } from '../runChecks';
import {
  code,
  display,
  failure,
  fileOf,
  inputOf,
  markdown,
  notebookFile,
  stream
} from './notebookFiles';
import { oddCells, oddMetadata } from './oddNotebooks';

const EXAMPLES = path.join(__dirname, '..', '..', '..', '..', 'examples');

/** Run all checks; none may crash. */
function runAll(input: ICheckInput) {
  return runChecks(notebookChecks(plainEnglish), input, {
    trans: plainEnglish,
    clock: new TestClock(),
    onError: error => {
      throw error;
    }
  });
}

const table = `<style scoped>th {}</style><table border="1" class="dataframe">
<thead><tr><th></th><th>station</th><th>mass</th></tr></thead>
<tbody><tr><th>0</th><td>Ulm</td><td>3.1</td></tr></tbody></table>`;

const clean = [
  notebookFile(
    [
      markdown('# Fit\n\nBy Anna (anna@uni.edu). See `/home/anna`.'),
      code('import pandas as pd\nprint(pd.__version__)', 1, [
        stream('2.2.3\n')
      ]),
      code('', null),
      code('pd.read_csv("a.csv")', 2, [
        display({
          'text/html': table.split(/(?<=\n)/),
          'text/plain': '  station  mass\n0     Ulm   3.1'
        })
      ]),
      code('plot()', 3, [display({ 'image/png': 'iVBORw0KGgo=' })]),
      code('1 / 0', 4, [failure('ZeroDivisionError', 'division by zero')], {
        metadata: { tags: ['raises-exception'] }
      })
    ],
    { path: 'fit.ipynb' }
  ),
  notebookFile([markdown('A\n=\n\ntext')], { path: 'text only.ipynb' }),
  notebookFile(
    [markdown('# R'), code('summary(x)', 1, [stream('Min. Max.')])],
    {
      path: 'r.ipynb',
      metadata: {
        kernelspec: { name: 'ir', language: 'R', display_name: 'R' },
        language_info: { name: 'R', version: '4.4.1' }
      }
    }
  ),
  notebookFile(
    [
      { cell_type: 'markdown', metadata: {}, source: ['# Old\n'] },
      {
        cell_type: 'code',
        execution_count: 1,
        metadata: {},
        outputs: [],
        source: ['x = 1']
      }
    ],
    { path: 'old.ipynb', nbformat_minor: 2 }
  )
];

describe('notebookChecks', () => {
  it('have ids of their own, titles and budgets', () => {
    const checks = notebookChecks(plainEnglish);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    for (const { title, budget, version } of checks) {
      expect(title).toMatch(/^[A-Z]/);
      expect(budget).toBeGreaterThan(0);
      expect(version).toBeGreaterThan(0);
    }
  });

  it('find nothing in clean notebooks', async () => {
    const identity = { user: 'anna', host: 'ws12', home: '/home/anna' };
    expect(await runAll(inputOf(clean, { identity }))).toEqual([]);
  });

  it('find nothing in the examples', async () => {
    const names = readdirSync(EXAMPLES).filter(name => /\.ipynb$/.test(name));
    expect(names.length).toBeGreaterThan(1);
    const files = names.map(name =>
      fileOf(name, readFileSync(path.join(EXAMPLES, name), 'utf-8'))
    );
    expect(await runAll(inputOf(files))).toEqual([]);
  });

  it('each find something in a notebook with all faults, with a key, a place and a short excerpt', async () => {
    const found = await runAll(
      inputOf(
        [
          notebookFile(
            [
              markdown('![x](attachment:x.png)', { id: 'same' }),
              code('print "a"', 3, [
                stream(
                  `/home/anna/x\nme@uni.edu\n192.168.0.3\n${'x'.repeat(1_100_000)}`
                ),
                display({ 'text/html': '<script></script><th>phone</th>' })
              ]),
              code('x', 1, [failure('E', 'v')], { id: 'same' })
            ],
            {
              path: 'Untitled.ipynb',
              metadata: {
                kernelspec: { name: 'mine', language: 'python' },
                widgets: { 'application/vnd.jupyter.widget-state+json': {} }
              }
            }
          ),
          notebookFile([code('1', 7), code('2')], { path: 'b.ipynb' })
        ],
        {
          dirty: ['b.ipynb'],
          files: [{ path: '.git/config', size: 1 }]
        }
      )
    );
    expect(new Set(found.map(({ id }) => id))).toEqual(
      new Set([
        'notebook.unsaved',
        'notebook.cell-ids',
        'notebook.order',
        'notebook.gaps',
        'notebook.unexecuted',
        'notebook.error',
        'notebook.kernel-name',
        'notebook.python2',
        'notebook.untitled',
        'notebook.no-heading',
        'notebook.attachment',
        'bundle.junk',
        'notebook.large-output',
        'notebook.widget-state',
        'notebook.script',
        'notebook.home-path',
        'notebook.mail',
        'notebook.network',
        'notebook.people'
      ])
    );
    for (const { key, place, excerpt = '', message } of found) {
      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(place?.path).toBeTruthy();
      expect(excerpt.length).toBeLessThanOrEqual(80);
      expect(message).not.toMatch(/%\d/);
    }
  });

  it('survive notebooks of any form', async () => {
    await fc.assert(
      fc.asyncProperty(oddCells, oddMetadata, async (cells, metadata) => {
        const file = notebookFile(cells, { metadata });
        expect(file.notebook).not.toBeNull();
        await runAll(inputOf([file]));
      }),
      { numRuns: 300 }
    );
  });

  it.each([
    'size-out',
    'untrusted-js',
    'paths-out',
    'mail',
    'machine',
    'people'
  ])('look at large outputs in small pieces: %s', async id => {
    const text = 'word 1.5 @ '.repeat(400_000);
    const numbers = Array.from({ length: 500_000 }, (_, i) => i);
    const file = notebookFile([
      code('x', 1, [
        stream(text),
        display({ 'text/html': text, 'application/json': { numbers } })
      ])
    ]);
    const check = notebookChecks(plainEnglish).find(each => each.id === id);
    const steps = [...((await check?.run(inputOf([file]))) ?? [])];
    const pieces = id === 'size-out' ? 0 : (2 * text.length) / 65_536;
    expect(steps.length).toBeGreaterThan(pieces + numbers.length / 5_001);
  });
});
