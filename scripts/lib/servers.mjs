/* Servers that run until they are told to end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { environment, top } from './paths.mjs';

/** What runs together: when one ends by itself, or we are told to, all end. */
export class Servers {
  /** Start a server; its output goes to the open file. */
  start(name, command, args, { output, env }) {
    // A group of its own: Ctrl-C reaches us alone, and we end it in order.
    const child = spawn(command, args, {
      cwd: top,
      env: environment(env),
      stdio: ['ignore', output, output],
      detached: true
    });
    const server = { name, child, ended: false };
    server.end = once(child, 'exit')
      .catch(error => [error.message])
      .then(([outcome]) => {
        server.ended = true;
        this.#onEnd?.(`${name} ended (${outcome ?? 'by a signal'}).`);
      });
    this.#servers.push(server);
    return { alive: () => !server.ended, pid: child.pid };
  }

  /** Resolves, with the reason, when something ends or a signal comes. */
  async untilEnd() {
    return new Promise(resolve => {
      this.#onEnd = resolve;
      for (const { name } of this.#servers.filter(({ ended }) => ended)) {
        resolve(`${name} ended.`);
      }
    });
  }

  /** End them all: politely, then not. */
  async stop() {
    this.#onEnd = undefined;
    this.#signal('SIGTERM');
    const all = Promise.all(this.#servers.map(({ end }) => end));
    await Promise.race([all, sleep(10000, null, { ref: false })]);
    this.#signal('SIGKILL');
  }

  #signal(signal) {
    for (const { child, ended } of this.#servers) {
      if (!ended && child.pid !== undefined) {
        try {
          process.kill(-child.pid, signal);
        } catch {
          // It ended between the question and the signal.
        }
      }
    }
  }

  #servers = [];
  #onEnd;
}
