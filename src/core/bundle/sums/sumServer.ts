/** The worker's side: computes the sums that the page asks for. */
import { InThreadSums } from './inThreadSums';
import { KeepingSum } from './keepingSum';
import type { OpenKeptFile } from './keptFiles';
import type { ISumPort, SumReply, SumRequest } from './sumMessages';
import type { ISum } from './sums';

/**
 * Do what is asked through a port, one after the other, until nobody asks. That
 * it can is tried first: a policy may allow workers, and no WebAssembly.
 *
 * @param openFile - opens files to keep bytes in, where there are such files.
 */
export function serveSums(
  port: ISumPort<SumReply>,
  openFile?: OpenKeptFile
): void {
  const sums = new InThreadSums();
  const running = new Map<number, ISum>();

  const runningOf = (id: number): ISum => {
    const sum = running.get(id);
    if (!sum) {
      throw new Error('There is no such sum');
    }
    return sum;
  };

  const obey = async (request: SumRequest): Promise<void> => {
    const { id } = request;
    switch (request.type) {
      case 'begin':
        running.set(id, await sums.begin(request.kind));
        break;
      case 'keep': {
        // Who asks is told that it cannot be kept, and goes another way.
        const file = await openFile?.(request.name).catch(() => null);
        if (file) {
          running.set(id, new KeepingSum(await sums.begin('md5'), file));
        }
        port.postMessage({ type: 'keeps', id, can: Boolean(file) }, []);
        break;
      }
      case 'update':
      case 'take': {
        const { buffer, length } = request;
        await runningOf(id).update(new Uint8Array(buffer, 0, length));
        const type = request.type === 'take' ? 'back' : 'free';
        port.postMessage({ type, buffer }, [buffer]);
        break;
      }
      case 'digest': {
        const sum = await runningOf(id).digest();
        running.delete(id);
        port.postMessage({ type: 'sum', id, sum }, []);
        break;
      }
    }
  };

  let last = Promise.resolve();
  const next = (work: () => Promise<void> | void) => {
    last = last
      .then(work)
      .catch(() => port.postMessage({ type: 'failed' }, []));
  };
  port.onmessage = ({ data }: MessageEvent<SumRequest>) =>
    next(() => obey(data));
  next(async () => {
    await (await sums.begin('sha256')).digest();
    await (await sums.begin('md5')).digest();
    port.postMessage({ type: 'ready' }, []);
  });
}
