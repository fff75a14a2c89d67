/** What a page holds on to, as the browser counts it. */
import type { CDPSession, Page } from '@playwright/test';

/** A look at a page that is at rest. */
export interface ISample {
  /** Publications so far. */
  readonly done: number;
  /** Bytes of JavaScript's objects in use. */
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  /** Listeners at the window and the document, where those of panels would be left. */
  readonly global: number;
  /** Workers that live. */
  readonly workers: number;
}

/** Looks at one page. */
export class Watch {
  static async of(page: Page): Promise<Watch> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Watch(page, session);
  }

  private constructor(
    private readonly _page: Page,
    private readonly _session: CDPSession
  ) {}

  /** Collect what is garbage, and count the rest. */
  async look(done: number): Promise<ISample> {
    // What is let go of in the first round may let go of more.
    for (let round = 0; round < 3; round++) {
      await this._session.send('HeapProfiler.collectGarbage');
      await this._page.waitForTimeout(100);
    }
    const { metrics } = await this._session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value;
    const counted = await this._session.send('Memory.getDOMCounters');
    return {
      done,
      heap: heap ?? NaN,
      listeners: counted.jsEventListeners,
      nodes: counted.nodes,
      documents: counted.documents,
      global:
        (await this._listenersOf('window')) +
        (await this._listenersOf('document')),
      workers: this._page.workers().length
    };
  }

  private async _listenersOf(expression: string): Promise<number> {
    const { result } = await this._session.send('Runtime.evaluate', {
      expression
    });
    const { objectId } = result;
    if (!objectId) {
      throw new Error(`There is no ${expression}`);
    }
    const { listeners } = await this._session.send(
      'DOMDebugger.getEventListeners',
      { objectId }
    );
    await this._session.send('Runtime.releaseObject', { objectId });
    return listeners.length;
  }
}

/** The looks as a table in Markdown. */
export function tableOf(samples: readonly ISample[]): string {
  const head = [
    ...['publications', 'heap, MB', 'listeners', 'at window and document'],
    ...['nodes', 'documents', 'workers']
  ];
  const lines = samples.map(one => [
    one.done,
    (one.heap / 1e6).toFixed(2),
    one.listeners,
    one.global,
    one.nodes,
    one.documents,
    one.workers
  ]);
  return [head, head.map(() => '---'), ...lines]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
