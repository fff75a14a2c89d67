import { buildSync } from 'esbuild';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { RemoteSums } from '../sums/remoteSums';
import type { ISumPort, SumRequest } from '../sums/sumMessages';

const source = `
import { parentPort } from 'node:worker_threads';
import { serveSums } from './sumServer';
import { closeSync, openSync, writeSync } from 'node:fs';
const openFile = async name => {
  const file = openSync(name, 'r+');
  let room = Number(name.split('.').at(-1));
  return {
    write: bytes => {
      if ((room -= bytes.length) < 0) {
        throw new Error('The disk is full');
      }
      writeSync(file, bytes);
    },
    close: () => closeSync(file)
  };
};
const port = {
  onmessage: null,
  postMessage: (message, transfer) => parentPort.postMessage(message, transfer)
};
parentPort.on('message', data => port.onmessage({ data }));
serveSums(port, openFile);`;

let code = '';
const threads = new Set<Worker>();

/** End those that a test left. */
export async function endThreads(): Promise<void> {
  await Promise.all([...threads].map(thread => thread.terminate()));
  threads.clear();
}

/** Sums that another thread computes, as a page's worker does. */
export async function sumThread(): Promise<{
  sums: RemoteSums;
  thread: Worker;
}> {
  code ||= buildSync({
    stdin: {
      contents: source,
      resolveDir: path.join(__dirname, '../sums'),
      loader: 'ts'
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node'
  }).outputFiles[0].text;
  const thread = new Worker(code, { eval: true });
  threads.add(thread);
  await new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  const port: ISumPort<SumRequest> = {
    onmessage: null,
    postMessage: (message, transfer) =>
      thread.postMessage(message, transfer as ArrayBuffer[])
  };
  thread.on('message', data => port.onmessage?.({ data } as MessageEvent));
  const sums = new RemoteSums(port, () => void thread.terminate());
  thread.on('exit', () => sums.end());
  return { sums, thread };
}
