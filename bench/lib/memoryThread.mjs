/*
 * Samples the proportional set size (PSS) of a browser's main process and of
 * its renderers: memory that processes share is counted once.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { parentPort, workerData as profile } from 'node:worker_threads';

/** Milliseconds between two samples. */
const EVERY = 50;
/** Milliseconds after which new processes are looked for. */
const AGAIN = 500;
/** Samples at rest. */
const AT_REST = 20;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended.
    return '';
  }
}

/** The browser with this profile, and the renderers among its descendants. */
function findProcesses() {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => ({
      pid,
      parent: /^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1],
      command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    }));
  const main = all.find(
    ({ command }) =>
      command.includes(`--user-data-dir=${profile}`) &&
      !command.includes('--type=')
  );
  const family = new Set([main?.pid]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    all.filter(({ parent }) => family.has(parent)).forEach(({ pid }) => family.add(pid)); // prettier-ignore
  }
  return all
    .filter(
      one =>
        one === main ||
        (family.has(one.pid) && one.command.includes('--type=renderer'))
    )
    .map(({ pid }) => pid);
}

function pss(pid) {
  const text = read(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s*(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}

let processes = findProcesses();
let found = performance.now();
if (processes.length < 2) {
  throw new Error('The browser and its renderer were not found');
}

function sample() {
  if (performance.now() - found > AGAIN) {
    processes = findProcesses();
    found = performance.now();
  }
  return processes.reduce((sum, pid) => sum + pss(pid), 0);
}

const rest = [];
let peak = 0;
let samples = 0;
const timer = setInterval(() => {
  const value = sample();
  if (rest.length < AT_REST) {
    rest.push(value);
    if (rest.length === AT_REST) {
      parentPort.postMessage(rest.sort((a, b) => a - b)[AT_REST / 2]);
    }
    return;
  }
  peak = Math.max(peak, value);
  samples++;
}, EVERY);

parentPort.once('message', () => {
  clearInterval(timer);
  parentPort.postMessage({ peak, samples });
});
