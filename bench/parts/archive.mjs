/* Packing 322 MB: ours, jszip, and Info-ZIP's zip. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { run } from '../../scripts/lib/run.mjs';
import { checkArchive } from '../lib/checkArchive.mjs';
import { makeMaterial } from '../lib/material.mjs';
import { atMost, median, megabytes, seconds } from '../lib/numbers.mjs';

/** 20 notebooks of 66 MB in all, 56 MB of CSV, 200 MB that does not compress. */
export function makeBundle(folder, quick) {
  const scale = quick ? 0.2 : 1;
  return makeMaterial(folder, {
    notebooks: Array.from({ length: 20 }, () => 3.3e6 * scale),
    csv: [56e6 * scale],
    noise: [200e6 * scale]
  });
}

/** Once for the time and once for the memory: to watch that takes a processor's time. */
async function packInPage({ folder, open }, name, files, isChecked) {
  const timed = await inBrowser(open, async browser => {
    const result = await browser.call(name, files);
    if (isChecked) {
      await browser.call('send');
      await checkArchive(folder, files, result);
    }
    return result;
  });
  const { peak } = await inBrowser(open, browser =>
    browser.callWatched(name, files)
  );
  return { ...timed, peak };
}

async function inBrowser(open, work) {
  const browser = await open();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function packByZip(folder) {
  const out = path.join(folder, 'zip.zip');
  rmSync(out, { force: true });
  const begin = performance.now();
  await run('zip', ['-6', '-q', '-r', out, '.'], {
    cwd: path.join(folder, 'files')
  });
  const milliseconds = performance.now() - begin;
  rmSync(out);
  return { milliseconds };
}

export async function archivePart(tools) {
  const { folder, quick, rounds } = tools;
  const files = makeBundle(folder, quick);
  const all = { ours: [], jszip: [], zip: [] };
  for (let round = 0; round < rounds; round++) {
    all.jszip.push(await packInPage(tools, 'packJszip', files, false));
    all.ours.push(await packInPage(tools, 'packOurs', files, round === 0));
    all.zip.push(await packByZip(folder));
    console.log(
      Object.entries(all)
        .map(([name, runs]) => `${name} ${seconds(runs.at(-1).milliseconds)}`)
        .join(', ')
    );
  }
  rmSync(path.join(folder, 'files'), { recursive: true });
  const time = name => median(all[name].map(r => r.milliseconds));
  const peak = name => median(all[name].map(r => r.peak));
  const row = (label, name) => [
    label,
    seconds(time(name)),
    all[name].map(r => seconds(r.milliseconds)).join(', '),
    name === 'zip' ? '' : megabytes(peak(name)),
    name === 'zip' ? '' : megabytes(all[name][0].size)
  ];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return {
    targets: [
      atMost('time, ours / jszip', time('ours') / time('jszip'), 0.3),
      atMost('time, ours / zip -6', time('ours') / time('zip'), 1),
      atMost('peak of memory, ours / jszip', peak('ours') / peak('jszip'), 0.45)
    ],
    head: ['', 'time (median)', 'each', 'peak above rest (median)', 'archive'],
    rows: [row('ours', 'ours'), row('jszip', 'jszip'), row('zip -6', 'zip')],
    notes: [
      `${files.length} files, ${megabytes(bytes)}. Our time holds SHA-256 of every file and MD5 of the archive, which the others do not compute.`
    ]
  };
}
