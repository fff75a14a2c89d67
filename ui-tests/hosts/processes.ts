/** Programs of a host, each with all that it starts. */
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server may take to start, ms: other work may be on the machine. */
const toStart = 50_000;

/** How long one may take to end, ms. */
const toEnd = 8_000;

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Programs that are started one by one and ended together. */
export class Processes {
  /** What they wrote, in the order in which it came. */
  get log(): string {
    return this._written.join('');
  }

  /** Start a program: it leads a group, so that what it starts ends with it. */
  start(
    command: string,
    args: readonly string[],
    { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> }
  ): void {
    const child = spawn(findIn(env.PATH, command), [...args], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    const note = (text: unknown) => void this._written.push(String(text));
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('error', error => note(`${command}: ${error.message}\n`));
    child.on('exit', code => {
      this._ended.add(child);
      note(`${command} ended with ${code}.\n`);
    });
    this._children.push(child);
  }

  /**
   * Wait until an address says 200.
   *
   * @throws Error with what the programs wrote, when one ends or it takes too long.
   */
  async untilReady(url: string): Promise<void> {
    const end = Date.now() + toStart;
    while (Date.now() < end && this._ended.size === 0) {
      const good = await fetch(url).then(
        ({ ok }) => ok,
        () => false
      );
      if (good) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`${url} cannot be used.\n${this.log}`);
  }

  /** End all of them, the last one first: politely, then not. */
  async stop(): Promise<void> {
    for (const child of [...this._children].reverse()) {
      if (!this._ended.has(child)) {
        const ended = once(child, 'exit');
        signal(child, 'SIGTERM');
        await Promise.race([ended, sleep(toEnd, null, { ref: false })]);
      }
      signal(child, 'SIGKILL');
    }
  }

  private readonly _children: ChildProcess[] = [];
  private readonly _ended = new Set<ChildProcess>();
  private readonly _written: string[] = [];
}

/** A group that is gone needs no signal. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/** The program as its own PATH has it, not ours. */
function findIn(folders: string, command: string): string {
  if (path.isAbsolute(command)) {
    return command;
  }
  const found = folders
    .split(path.delimiter)
    .map(folder => path.join(folder, command))
    .find(file => existsSync(file));
  return found ?? command;
}
