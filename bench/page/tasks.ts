/** What kept the main thread busy while something ran. Milliseconds. */
export interface IBusy {
  readonly milliseconds: number;
  /** Tasks of 50 ms and more, whosever they are. */
  readonly tasks: readonly number[];
  /** Pieces of script in frames of 50 ms and more. */
  readonly scripts: readonly number[];
}

/** What a browser tells of a long frame, as far as it is used. */
interface ILongFrame extends PerformanceEntry {
  readonly scripts: readonly PerformanceEntry[];
}

/** Milliseconds after which all has been told of. */
const TOLD = 500;

const wait = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

/** Run something, and see which tasks of the main thread took long. */
export async function watched(work: () => Promise<unknown>): Promise<IBusy> {
  const tasks: number[] = [];
  const scripts: number[] = [];
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (entry.entryType === 'longtask') {
        tasks.push(entry.duration);
      } else {
        const frame = entry as ILongFrame;
        scripts.push(...frame.scripts.map(({ duration }) => duration));
      }
    }
  });
  observer.observe({ type: 'longtask' });
  observer.observe({ type: 'long-animation-frame' });
  const begin = performance.now();
  await work();
  const milliseconds = performance.now() - begin;
  await wait(TOLD);
  observer.disconnect();
  return { milliseconds, tasks, scripts };
}

/** Whether a long task is seen at all: one is made. */
export async function seesLongTasks(): Promise<boolean> {
  const { tasks, scripts } = await watched(async () => {
    await wait(50);
    const end = performance.now() + 120;
    while (performance.now() < end) {
      // Busy, so that there is something to be seen.
    }
  });
  const isSeen = (all: readonly number[]) => all.some(time => time >= 115);
  return isSeen(tasks) && isSeen(scripts);
}
