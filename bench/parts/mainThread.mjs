/* What keeps the page from answering, while a bundle is planned, looked through and packed. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { atMost, percentile, seconds } from '../lib/numbers.mjs';
import { makeBundle } from './archive.mjs';

const ms = value => `${value.toFixed(1)} ms`;

/** Milliseconds of the task that must be seen. */
const BUSY = 120;

/** What the page does, by its name in the table. The tree takes long: once. */
function works(files, round, count) {
  return [
    ['planning 10,000 files in 500 folders', 'planTree'],
    ...(round === 0
      ? [[`packing ${count} of these files`, 'packTree', count]]
      : []),
    ['packing the bundle of the archive part', 'packOurs', files],
    ['scanning in the worker', 'scanInWorker'],
    ['scanning without a worker', 'scanInThread']
  ];
}

const lengths = tasks => tasks.map(({ length }) => length);

const computed = tasks => tasks.map(({ computed }) => computed);

async function checkSight(browser) {
  const { tasks } = await browser.callTraced('beBusy', BUSY);
  const longest = percentile(lengths(tasks), 1);
  if (longest < BUSY || longest > 3 * BUSY) {
    throw new Error('The tasks of the main thread are not seen');
  }
}

export async function mainThreadPart({ folder, quick, rounds, open }) {
  const files = makeBundle(folder, quick);
  const all = new Map();
  for (let round = 0; round < rounds; round++) {
    const browser = await open();
    try {
      await checkSight(browser);
      await browser.call('makeCorpus', quick ? 10e6 : 100e6);
      for (const [name, call, argument] of works(
        files,
        round,
        quick ? 1000 : 10_000
      )) {
        const { took, tasks } = await browser.callTraced(call, argument);
        const known = all.get(name) ?? { took, tasks: [] };
        all.set(name, { ...known, tasks: known.tasks.concat(tasks) });
      }
    } finally {
      await browser.close();
    }
  }
  rmSync(path.join(folder, 'files'), { recursive: true });
  const row = (name, tasks, took) => [
    name,
    took,
    String(tasks.length),
    ms(percentile(lengths(tasks), 0.99)),
    ms(percentile(lengths(tasks), 1)),
    String(lengths(tasks).filter(task => task >= 50).length),
    ms(percentile(computed(tasks), 1))
  ];
  const each = [...all.entries()];
  return {
    targets: each.flatMap(([name, { tasks }]) => [
      atMost(`${name}: 99th percentile of tasks`, percentile(lengths(tasks), 0.99), 100, ms), // prettier-ignore
      atMost(`${name}: longest task`, percentile(lengths(tasks), 1), 200, ms)
    ]),
    head: ['', 'time (first)', 'tasks with script', '99th percentile', 'longest', '50 ms and more', 'longest, time of the processor'], // prettier-ignore
    rows: each.map(([name, { tasks, took }]) => row(name, tasks, seconds(took))), // prettier-ignore
    notes: [
      `Of ${rounds} rounds together; packing the small files once. A task of ${BUSY} ms that is made for it is seen each time. On a busy machine a task also waits for a processor; the last column is without that.`
    ]
  };
}
