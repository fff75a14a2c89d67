/*
 * How long the tasks of a page's main thread are in which a script ran, from
 * the browser's own trace: all of them, not only those that a page is told of.
 */

/** What a task is called in a trace, and what in it shows that a script ran. */
const TASK = 'RunTask';
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'v8.callFunction',
  'v8.run'
]);

export class TaskWatch {
  static async start(session) {
    const watch = new TaskWatch(session);
    session.on('Tracing.dataCollected', watch._collect);
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        // A buffer that is full would forget.
        traceBufferSizeInKb: 2_000_000,
        excludedCategories: ['*'],
        includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] // prettier-ignore
      }
    });
    return watch;
  }

  constructor(session) {
    this._session = session;
    this._tasks = [];
    this._scripts = [];
    this._mains = new Set();
    this._collect = ({ value }) => value.forEach(event => this._keep(event));
  }

  _keep({ name, ph, ts, dur = 0, tdur = 0, pid, tid, args }) {
    const thread = `${pid} ${tid}`;
    if (name === 'thread_name' && args.name === 'CrRendererMain') {
      this._mains.add(thread);
    } else if (ph === 'X' && name === TASK) {
      this._tasks.push({ thread, ts, dur, tdur });
    } else if (ph === 'X' && SCRIPT.has(name)) {
      this._scripts.push({ thread, ts });
    }
  }

  /**
   * The tasks with a script in them, in milliseconds: how long they kept the page
   * waiting, and what of that they had a processor. The rest is the machine's.
   */
  async stop() {
    const ended = new Promise(resolve =>
      this._session.once('Tracing.tracingComplete', resolve)
    );
    await this._session.send('Tracing.end');
    const { dataLossOccurred } = await ended;
    this._session.off('Tracing.dataCollected', this._collect);
    if (dataLossOccurred) {
      throw new Error('The browser lost a part of its trace');
    }
    const tasks = [...this._mains].flatMap(thread => {
      const of = list =>
        list.filter(e => e.thread === thread).sort((a, b) => a.ts - b.ts);
      return withScripts(of(this._tasks), of(this._scripts));
    });
    if (tasks.length === 0) {
      throw new Error('The trace shows no task of the page');
    }
    return tasks;
  }
}

/** Both lists are in the order of time. */
function withScripts(tasks, scripts) {
  let next = 0;
  return tasks.flatMap(({ ts, dur, tdur }) => {
    while (next < scripts.length && scripts[next].ts < ts) {
      next++;
    }
    return next < scripts.length && scripts[next].ts <= ts + dur
      ? [{ length: dur / 1000, computed: tdur / 1000 }]
      : [];
  });
}
