/* A Chromium of its own for each run, with a profile on disk, as people have it. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

import playwright from '@playwright/test';

import { MemoryWatch } from './memoryWatch.mjs';
import { TaskWatch } from './taskWatch.mjs';

/** Milliseconds in which a page that was opened comes to rest. */
const REST = 1500;

export class Browser {
  /** Start one, and open the page. */
  static async open(executablePath, url, folder) {
    // Not a private window: there, a large blob cannot be moved to the disk.
    const profile = mkdtempSync(path.join(folder, 'profile-'));
    const context = await playwright.chromium.launchPersistentContext(profile, {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu']
    });
    context.setDefaultTimeout(0);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', error => console.log(`The page: ${error.message}`));
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in window);
    await page.waitForTimeout(REST);
    return new Browser(profile, context, page);
  }

  constructor(profile, context, page) {
    this._profile = profile;
    this._context = context;
    this._page = page;
  }

  /** Have the page do something; gives what it says. */
  call(name, argument) {
    return this._page.evaluate(
      async ([name, argument]) => {
        // What the debugger begins is not told of as a script's in a trace.
        await new Promise(resolve => setTimeout(resolve, 0));
        return window.bench[name](argument);
      },
      [name, argument]
    );
  }

  /** The same, with the peak of memory above rest, in bytes. */
  async callWatched(name, argument) {
    const watch = await MemoryWatch.start(this._profile);
    try {
      const result = await this.call(name, argument);
      return { ...result, ...(await watch.stop()) };
    } finally {
      await watch.end();
    }
  }

  /** How long it takes, and the main thread's tasks in which a script ran; ms. */
  async callTraced(name, argument) {
    const session = await this._context.newCDPSession(this._page);
    const watch = await TaskWatch.start(session);
    const begin = performance.now();
    await this.call(name, argument);
    const took = performance.now() - begin;
    const tasks = await watch.stop();
    await session.detach();
    return { took, tasks };
  }

  async close() {
    await this._context.close();
    rmSync(this._profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
