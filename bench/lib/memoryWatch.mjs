/* The memory of a browser while it works, watched from a thread of its own. */
import { Worker } from 'node:worker_threads';

export class MemoryWatch {
  /** Begin; resolves when the memory at rest is known. */
  static async start(profile) {
    const worker = new Worker(new URL('./memoryThread.mjs', import.meta.url), {
      workerData: profile
    });
    const idle = await said(worker);
    return new MemoryWatch(worker, idle);
  }

  constructor(worker, idle) {
    this._worker = worker;
    this._idle = idle;
  }

  /** The peak above rest, and the rest; bytes. */
  async stop() {
    const answer = said(this._worker);
    this._worker.postMessage('stop');
    const { peak, samples } = await answer;
    return { peak: peak - this._idle, idle: this._idle, samples };
  }

  async end() {
    await this._worker.terminate();
  }
}

function said(worker) {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
