/* How soon a server answers a small question while it does something else. */
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two questions. */
const EVERY = 20;

/** Asks again and again, until it is stopped. */
export class Heartbeat {
  constructor(url) {
    // One connection, as a page's: it is not to be measured how one is made.
    this._agent = new Agent({ keepAlive: true, maxSockets: 1 });
    this._running = this._run(url);
  }

  /** Milliseconds that each answer took. */
  async stop() {
    this._stopped = true;
    await this._running;
    this._agent.destroy();
    return this._times;
  }

  async _run(url) {
    while (!this._stopped) {
      const begin = performance.now();
      await this._ask(url);
      this._times.push(performance.now() - begin);
      await sleep(EVERY);
    }
  }

  _ask(url) {
    return new Promise((resolve, reject) => {
      get(url, { agent: this._agent }, answer => {
        answer.resume().on('end', resolve).on('error', reject);
      }).on('error', reject);
    });
  }

  _times = [];
  _stopped = false;
}
