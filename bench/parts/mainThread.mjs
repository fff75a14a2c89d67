/* What keeps the page from answering, while a bundle is planned, looked through and packed. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { atMost, percentile, seconds } from '../lib/numbers.mjs';
import { makeBundle } from './archive.mjs';

const ms = value => `${Math.round(value)} ms`;

async function runAll(browser, files) {
  return {
    'planning 10,000 files in 500 folders': await browser.call('watchPlan'),
    'packing these 10,000 files': await browser.call('watchPackTree'),
    'packing the bundle of the archive part': await browser.call('watchPack', files), // prettier-ignore
    'scanning in the worker': await browser.call('watchScanInWorker'),
    'scanning without a worker': await browser.call('watchScanInThread')
  };
}

export async function mainThreadPart(tools) {
  const { folder, quick, rounds } = tools;
  const files = makeBundle(folder, quick);
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const browser = await tools.open();
    try {
      if (!(await browser.call('seesLongTasks'))) {
        throw new Error('Long tasks are not seen by this browser');
      }
      await browser.call('makeCorpus', quick ? 10e6 : 100e6);
      all.push(await runAll(browser, files));
    } finally {
      await browser.close();
    }
  }
  rmSync(path.join(folder, 'files'), { recursive: true });
  const rows = Object.keys(all[0]).map(name => {
    const runs = all.map(one => one[name]);
    const tasks = runs.flatMap(run => run.tasks);
    const scripts = runs.flatMap(run => run.scripts);
    return [
      name,
      seconds(runs[0].milliseconds),
      String(tasks.length),
      ms(percentile(tasks, 0.99)),
      ms(Math.max(0, ...tasks)),
      ms(Math.max(0, ...scripts))
    ];
  });
  const tasks = all.flatMap(one => Object.values(one).flatMap(r => r.tasks));
  return {
    targets: [
      atMost('tasks of 50 ms and more, 99th percentile', percentile(tasks, 0.99), 100, ms), // prettier-ignore
      atMost('longest task', Math.max(0, ...tasks), 200, ms)
    ],
    head: ['', 'time (first)', 'long tasks', '99th percentile', 'longest', 'longest script'], // prettier-ignore
    rows,
    notes: [
      `Of ${rounds} rounds together. Only tasks of 50 ms and more are told of by a browser, so of all tasks the percentile is lower. A task made for it, of 120 ms, was seen each time.`
    ]
  };
}
