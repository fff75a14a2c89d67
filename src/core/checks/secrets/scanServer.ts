/** The worker's side: does what the page asks. */
import { IClock, systemClock } from '../../clock';

import { handOver, IScanPort, ScanReply, ScanRequest } from './scanMessages';
import { InThreadScanner, IScanItem } from './secretScanner';

/** A job under way. */
interface IJob {
  readonly abort: AbortController;
  /** Gets the next chunk of the file. */
  chunk?: (bytes: Uint8Array | null) => void;
}

/** A pause of no time, so that a word of the page is heard: timers take 4 ms. */
const quickClock: IClock = { ...systemClock, sleep: nextMessage };

function nextMessage(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Do what is asked through a port, several jobs at once, until nobody asks. */
export function serveScans(port: IScanPort<ScanReply>): void {
  const jobs = new Map<number, IJob>();
  let scanner = new InThreadScanner({ salt: '' }, quickClock);

  /** Run a job, and tell what came of it, if anybody still wants to know. */
  const run = async (
    id: number,
    work: (job: IJob) => Promise<ScanReply>
  ): Promise<void> => {
    const job: IJob = { abort: new AbortController() };
    jobs.set(id, job);
    const reply = await work(job).catch((): ScanReply => ({
      type: 'failed',
      id
    }));
    jobs.delete(id);
    if (!job.abort.signal.aborted) {
      port.postMessage(
        reply,
        reply.type === 'masked' ? handOver(reply.bytes) : []
      );
    }
  };

  /** A file's bytes, asked for chunk by chunk. */
  const pulled = (id: number, job: IJob) =>
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const bytes = await new Promise<Uint8Array | null>(resolve => {
            job.chunk = resolve;
            port.postMessage({ type: 'pull', id }, []);
          });
          if (bytes) {
            controller.enqueue(bytes);
          } else {
            controller.close();
          }
        }
      },
      { highWaterMark: 0 }
    );

  const look = (id: number, itemsOf: (job: IJob) => IScanItem[]) =>
    void run(id, async job => {
      const hits = await scanner.scan(itemsOf(job), job.abort.signal);
      return { type: 'hits', id, hits };
    });

  const obey = (request: ScanRequest): void => {
    switch (request.type) {
      case 'options':
        scanner = new InThreadScanner(request.options, quickClock);
        break;
      case 'scan': {
        const { id, files } = request;
        look(id, () =>
          files.map(({ path, bytes }) => ({ path, open: async () => bytes }))
        );
        break;
      }
      case 'read': {
        const { id, path } = request;
        look(id, job => [{ path, open: async () => pulled(id, job) }]);
        break;
      }
      case 'mask': {
        const { id, path, bytes, keys } = request;
        void run(id, async () => {
          const masked = await scanner.mask(path, bytes, keys);
          return { type: 'masked', id, bytes: masked };
        });
        break;
      }
      case 'chunk':
        jobs.get(request.id)?.chunk?.(request.bytes);
        break;
      case 'cancel': {
        const job = jobs.get(request.id);
        job?.abort.abort();
        // Whoever waits for the next bytes goes on, and sees the signal.
        job?.chunk?.(null);
        break;
      }
    }
  };
  port.onmessage = ({ data }: MessageEvent<ScanRequest>) => obey(data);
  port.postMessage({ type: 'ready' }, []);
}
