/* Two gigabytes go to the site: through the server, through the browser, and by zip and curl. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { Counterparts } from '../lib/counterparts.mjs';
import { Heartbeat } from '../lib/heartbeat.mjs';
import { makeMaterial } from '../lib/material.mjs';
import { atMost, median, megabytes, percentile, seconds } from '../lib/numbers.mjs'; // prettier-ignore
import { watchPeak } from '../lib/processMemory.mjs';
import { sendThroughServer } from '../lib/serverTransfer.mjs';
import { fileOf, newDraft } from '../lib/site.mjs';

const KEY = 'bundle.zip';

/** Transfers at once. */
const MANY = 8;

const MOST_MEMORY = 60e6;
/** Milliseconds. */
const LONGEST_ANSWER = 100;

const ms = value => `${value.toFixed(1)} ms`;

/** Arrays, tables, notebooks, and some hundred smaller files among them. */
function makeFolder(folder, quick) {
  const scale = quick ? 0.1 : 1;
  return makeMaterial(folder, {
    notebooks: Array.from({ length: 10 }, () => 2e6),
    csv: Array.from({ length: 4 }, () => 50e6 * scale),
    noise: [
      ...Array.from({ length: 4 }, () => 400e6 * scale),
      ...Array.from({ length: 200 }, () => 1e6 * scale)
    ]
  });
}

/** Do something with servers that were just started, and nothing kept on disk after it. */
async function withCounterparts(folder, work) {
  const counterparts = await Counterparts.start(
    folder,
    path.join(folder, 'files'),
    // Small ones would be compressed first; the large ones are to be measured.
    { spool_bytes: 0 }
  );
  try {
    return await work(counterparts);
  } finally {
    await counterparts.stop();
    for (const name of readdirSync(folder)) {
      if (name.startsWith('zenodo-simulator-')) {
        rmSync(path.join(folder, name));
      }
    }
  }
}

/** What everybody could do in a terminal. */
async function byCurl({ folder }, { site }) {
  const draft = await newDraft(site, KEY);
  const command = [
    'set -o pipefail; zip -0 -q -r - . |',
    'curl -sSf -o /dev/null -T -',
    '-H "Authorization: Bearer $TOKEN"',
    '-H "Content-Type: application/octet-stream" "$URL"'
  ].join(' ');
  const begin = performance.now();
  await ended(
    spawn('bash', ['-c', command], {
      cwd: path.join(folder, 'files'),
      env: { ...process.env, TOKEN: site.token, URL: draft.content },
      stdio: ['ignore', 'inherit', 'inherit']
    })
  );
  return { milliseconds: performance.now() - begin };
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`zip and curl: ${code}`))
    );
  });
}

/** So many times at once, with what it does to the server of Jupyter. */
async function byServer({ folder }, counterparts, files, count) {
  const { hub, site } = counterparts;
  const root = path.join(folder, 'files');
  const paths = files.map(file => file.path);
  const peak = watchPeak(hub.pid);
  const heartbeat = new Heartbeat(`${hub.url}api`);
  const begin = performance.now();
  let sent;
  let milliseconds;
  let answers;
  try {
    sent = await Promise.all(
      Array.from({ length: count }, () =>
        sendThroughServer({ hub, site }, root, paths)
      )
    );
    milliseconds = performance.now() - begin;
  } finally {
    answers = await heartbeat.stop();
  }
  const memory = peak();
  for (const { draft, uploads } of sent) {
    const there = await fileOf(site, draft, KEY);
    if (there.checksum !== `md5:${uploads[0].md5}`) {
      throw new Error('The site has something else than was sent');
    }
  }
  return { milliseconds, answers, memory };
}

/** Packed and uploaded by the page. */
async function byBrowser({ open }, { hub, site }, files) {
  const draft = await newDraft(site);
  const browser = await open();
  try {
    return await browser.call('packAndUpload', {
      files: files.map(({ path, size }) => ({
        path,
        size,
        address: `${hub.url}files/${encodeURI(path)}?token=${hub.token}`
      })),
      site: site.base,
      token: site.token,
      draft: draft.id
    });
  } finally {
    await browser.close();
  }
}

export async function transferPart(tools) {
  const { folder, quick } = tools;
  const rounds = quick ? 1 : 3;
  const files = makeFolder(folder, quick);
  const runs = { curl: [], server: [], browser: [] };
  const ways = {
    curl: counterparts => byCurl(tools, counterparts),
    server: counterparts => byServer(tools, counterparts, files, 1),
    browser: counterparts => byBrowser(tools, counterparts, files)
  };
  for (let round = 0; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const run = await withCounterparts(folder, way);
      console.log(`${name} ${seconds(run.milliseconds)}`);
      runs[name].push(run);
    }
  }
  const many = await withCounterparts(folder, counterparts =>
    byServer(tools, counterparts, files, MANY)
  );
  rmSync(path.join(folder, 'files'), { recursive: true });
  return describe(files, runs, many);
}

function describe(files, runs, many) {
  const time = name => median(runs[name].map(run => run.milliseconds));
  const each = name => runs[name].map(run => seconds(run.milliseconds)).join(', '); // prettier-ignore
  const packing = median(runs.browser.map(run => run.packing));
  const answers = runs.server.flatMap(run => run.answers);
  const memory = Math.max(...runs.server.map(run => run.memory));
  const slow = values => ms(percentile(values, 0.99));
  return {
    targets: [
      atMost('time through the server / zip -0 and curl', time('server') / time('curl'), 1.25), // prettier-ignore
      atMost('time through the browser / zip -0 and curl', time('browser') / time('curl'), 2), // prettier-ignore
      atMost('memory that the Jupyter server takes for it', memory, MOST_MEMORY, megabytes), // prettier-ignore
      atMost('its answers meanwhile: 99th percentile', percentile(answers, 0.99), LONGEST_ANSWER, ms) // prettier-ignore
    ],
    head: ['', 'time (median)', 'each', 'memory of the Jupyter server', 'its answers, 99th percentile', 'longest'], // prettier-ignore
    rows: [
      ['zip -0 and curl', seconds(time('curl')), each('curl'), '', '', ''],
      ['through the server', seconds(time('server')), each('server'), megabytes(memory), slow(answers), ms(percentile(answers, 1))], // prettier-ignore
      [`through the browser, ${seconds(packing)} of it packing`, seconds(time('browser')), each('browser'), '', '', ''], // prettier-ignore
      [`${MANY} at once through the server`, seconds(many.milliseconds), '', megabytes(many.memory), slow(many.answers), ms(percentile(many.answers, 1))] // prettier-ignore
    ],
    notes: [
      `${files.length} files, ${megabytes(files.reduce((sum, { size }) => sum + size, 0))}. Ours computes the SHA-256 of every file and the MD5 of the archive, and compares what arrived; zip and curl do not.`
    ]
  };
}
