/** Milliseconds after which others get their turn: a frame of the page takes 16. */
const turn = 12;

/**
 * Cuts long work into pieces, so that the page can draw and answer between
 * them. Not with a timer: those of a page in the background run once a second.
 */
export class Breather {
  /** Wait until others had their turn, when it is time for that. */
  async rest(): Promise<void> {
    if (Date.now() - this._started < turn) {
      return;
    }
    await nextTask();
    this._started = Date.now();
  }

  private _started = Date.now();
}

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
