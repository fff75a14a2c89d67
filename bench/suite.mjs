/* All parts, one after the other, and their table. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

import { findChromium } from '../scripts/lib/chromium.mjs';
import { installDebian } from '../scripts/lib/debian.mjs';
import { at } from '../scripts/lib/paths.mjs';
import { findOnPath } from '../scripts/lib/run.mjs';
import { secondsSince } from '../scripts/lib/time.mjs';
import { Browser } from './lib/browser.mjs';
import { buildPage } from './lib/buildPage.mjs';
import { describeMachine } from './lib/machine.mjs';
import { report } from './lib/report.mjs';
import { startServer } from './lib/startServer.mjs';
import { archivePart } from './parts/archive.mjs';
import { mainThreadPart } from './parts/mainThread.mjs';
import { memoryPart } from './parts/memory.mjs';
import { secretsPart } from './parts/secrets.mjs';
import { testRunPart } from './parts/testRun.mjs';
import { transferPart } from './parts/transfer.mjs';

const parts = {
  archive: archivePart,
  memory: memoryPart,
  'main-thread': mainThreadPart,
  secrets: secretsPart,
  transfer: transferPart,
  'test-run': testRunPart
};

/** Run some parts. Returns the exit code: 1 when a target is missed. */
export async function runSuite({ quick, parts: names }) {
  const others = ['zip', 'unzip', 'python3', 'curl'];
  if (others.some(name => !findOnPath(name))) {
    await installDebian(...others);
  }
  const chromium = await findChromium();
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const server = await startServer(folder);
  const clear = () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  // Gigabytes: they must not stay behind.
  const interrupted = () => {
    clear();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    await buildPage(path.join(folder, 'page'));
    const tools = {
      folder,
      quick,
      rounds: quick ? 1 : 5,
      open: () => Browser.open(chromium, server.url, folder)
    };
    const done = [];
    for (const name of names) {
      const load = loadavg()[0];
      const start = performance.now();
      console.log(`\n=== ${name} (load ${load.toFixed(1)})`);
      const results = await parts[name](tools);
      done.push({ name, load, seconds: secondsSince(start), ...results });
    }
    const machine = await describeMachine(chromium);
    const order = Object.keys(parts);
    console.log(`\n${report(done, machine, { quick, order, earlier: '' })}`);
    if (!quick) {
      const results = at('bench/RESULTS.md');
      const earlier = readFileSync(results, 'utf8');
      writeFileSync(results, report(done, machine, { quick, order, earlier }));
    }
    const isMissed = done.some(({ targets }) => targets.some(t => !t.met));
    return isMissed && !quick ? 1 : 0;
  } finally {
    clear();
  }
}
