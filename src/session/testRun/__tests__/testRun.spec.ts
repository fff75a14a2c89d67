import {
  lacking,
  SimulatedTestRuns
} from '../../../core/testRun/__tests__/simulatedTestRuns';
import { CancelledError } from '../../../core/error';
import { noServer } from '../../../core/transfer/jupyterServer';
import { Desk } from '../../__tests__/desk';
import type { PublicationSession } from '../../session';
import type { ITestRunState } from '../testRunState';

/** A desk whose Jupyter server runs notebooks. */
function withRuns(): { desk: Desk; runs: SimulatedTestRuns } {
  const desk = new Desk();
  const runs = new SimulatedTestRuns();
  desk.server = { ...noServer, testRuns: runs };
  return { desk, runs };
}

/** Wait until something has happened. */
async function untilTrue(is: () => boolean): Promise<void> {
  for (let i = 0; !is(); i++) {
    if (i > 2000) {
      throw new Error('It did not happen');
    }
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}

/** Wait until the run is where it should be. */
async function until(
  session: PublicationSession,
  is: (state: ITestRunState) => boolean
): Promise<void> {
  for (let i = 0; !is(session.state.testRun); i++) {
    if (i > 2000) {
      throw new Error(JSON.stringify(session.state.testRun));
    }
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}

/** Open the panel, all filled in, and wait until it knows what the server offers. */
async function ready(desk: Desk): Promise<PublicationSession> {
  const session = await desk.openReady();
  await until(session, ({ how }) => how === 'environment');
  return session;
}

/** Run all, to the end; the outputs are those that are stored. */
async function run(
  session: PublicationSession,
  runs: SimulatedTestRuns
): Promise<void> {
  for (const { path } of session.state.testRun.notebooks) {
    const { stream } = await session.contents.files.read(path);
    runs.rerun.set(path, await new Response(stream).text());
  }
  const ended = session.testRun.start();
  await until(session, ({ status }) => status === 'running');
  runs.go();
  await ended;
}

const sentence = /re-ran in a clean environment on 2026-11-21/;

describe('a test run', () => {
  it('is not offered without a server that makes it', async () => {
    const session = await new Desk().open();
    await until(session, ({ how }) => how !== 'unknown');
    expect(session.state.testRun.how).toBe('none');
    await session.testRun.start();
    expect(session.state.testRun.status).toBe('idle');
  });

  it('is ordered with the very files, and told in the record when that is wanted', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    await run(session, runs);
    const { testRun, contents } = session.state;
    expect(testRun).toMatchObject({ status: 'ended', holds: true });
    expect(testRun.results.map(one => one.run.path)).toEqual(
      testRun.notebooks.map(({ path }) => path)
    );
    const [order] = runs.orders;
    expect(order.publication).toBe(session.state.id);
    expect(order.entries.map(({ path }) => path).sort()).toEqual(
      contents.entries
        .filter(({ included }) => included)
        .map(({ path }) => path)
        .filter(path => path !== 'ro-crate-metadata.json')
        .sort()
    );
    // The server reads what is in its folders by itself.
    expect(order.entries.every(({ source }) => source)).toBe(true);
    expect(session.testRun.told).toBeUndefined();
    session.testRun.setTells(true);
    expect(session.testRun.told).toBeDefined();
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    const [record] = desk.zenodo.simulator.state.records.values();
    expect(JSON.stringify(record.metadata)).toMatch(sentence);
  });

  it('is ordered with the time limits that were written, also over a reload of the page', async () => {
    const { desk, runs } = withRuns();
    const first = await ready(desk);
    await run(first, runs);
    first.testRun.setLimit('cell', '2');
    first.dispose();
    const session = await desk.open();
    await until(session, ({ status }) => status === 'ended');
    expect(session.state.testRun.limits).toEqual({ cell: '2', total: null });
    session.testRun.setLimit('total', '61');
    await session.testRun.start();
    // The server allows an hour.
    expect(runs.orders).toHaveLength(1);
    session.testRun.setLimit('total', '1,5');
    await run(session, runs);
    expect(runs.orders.map(one => [one.cellSeconds, one.totalSeconds])).toEqual(
      [
        [null, null],
        [120, 90]
      ]
    );
  });

  it('holds no longer when a file changes, and again when it is as it was', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    await run(session, runs);
    session.testRun.setTells(true);
    const [{ source }] = session.contents.included.filter(({ path }) =>
      path.endsWith('.csv')
    );
    const before = desk.files.bytes(source ?? '');
    await desk.files.write(source ?? '', 'other');
    await session.contents.reload();
    expect(session.state.testRun.holds).toBe(false);
    expect(session.testRun.told).toBeUndefined();
    await desk.files.write(source ?? '', new TextDecoder().decode(before));
    await session.contents.reload();
    expect(session.state.testRun.holds).toBe(true);
  });

  it('that stopped says why, and is not told', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    const [{ path }, ...others] = session.state.testRun.notebooks;
    for (const other of others) {
      session.testRun.choose(other.path, false);
    }
    runs.ends.set(path, lacking(path, 'xarray'));
    await run(session, runs);
    expect(runs.orders[0].notebooks).toEqual([path]);
    const [result] = session.state.testRun.results;
    expect(result.findings[0].message).toMatch(/xarray/);
    session.testRun.setTells(true);
    expect(session.testRun.told).toBeUndefined();
  });

  it('that could not install anything is no evidence', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    const text = 'No matching distribution found for sixx==1';
    runs.failure = { code: 'install', path: '', text };
    await run(session, runs);
    const { evidence, status, findings } = session.state.testRun;
    expect({ evidence, status }).toEqual({ evidence: null, status: 'ended' });
    expect(findings).not.toEqual([]);
  });

  it('goes on without the panel, and is found again', async () => {
    const { desk, runs } = withRuns();
    const first = await ready(desk);
    void first.testRun.start();
    await until(first, ({ status }) => status === 'running');
    first.dispose();
    const second = await desk.open();
    await until(second, ({ status }) => status === 'running');
    runs.go();
    await until(second, ({ status }) => status === 'ended');
    expect(second.state.testRun.holds).toBe(true);
  });

  it('that the server forgot is still known by what was kept', async () => {
    const { desk, runs } = withRuns();
    const first = await ready(desk);
    await run(first, runs);
    first.testRun.setTells(true);
    desk.server = { ...noServer, testRuns: new SimulatedTestRuns() };
    first.dispose();
    const second = await desk.open();
    await until(second, ({ how }) => how === 'environment');
    expect(second.state.testRun).toMatchObject({ run: null, tells: true });
    expect(second.testRun.told).toBeDefined();
  });

  it('is ended on request, and leaves nothing', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    const ended = session.testRun.start();
    await until(session, ({ status }) => status === 'running');
    session.testRun.showLog(true);
    await until(session, ({ log }) => log === runs.words);
    await session.testRun.cancel();
    await ended;
    expect(runs.cancelled).toEqual(['r1']);
    expect(session.state.testRun).toMatchObject({
      ...{ status: 'idle', run: null, evidence: null, problem: null }
    });
  });

  it('that is given up before the server has answered is ended there, too', async () => {
    const { desk, runs } = withRuns();
    const session = await ready(desk);
    // The answer never comes: the panel does not wait for it for ever.
    runs.beforeAnswer = signal =>
      new Promise((_, reject) =>
        signal?.addEventListener('abort', () =>
          reject(new CancelledError('Cancelled'))
        )
      );
    const ended = session.testRun.start();
    await untilTrue(() => runs.orders.length === 1);
    await session.testRun.cancel();
    await ended;
    expect(session.state.testRun).toMatchObject({
      ...{ status: 'idle', run: null, problem: null }
    });
    // What is ordered next is another run.
    runs.beforeAnswer = async () => undefined;
    await run(session, runs);
    expect(runs.cancelled).toEqual(['r1']);
    expect(session.state.testRun.run?.id).toBe('r2');
  });

  it('goes on when the panel is closed before the server has answered', async () => {
    const { desk, runs } = withRuns();
    const first = await ready(desk);
    let answer = () => undefined as void;
    runs.beforeAnswer = () => new Promise(resolve => (answer = resolve));
    const ended = first.testRun.start();
    await untilTrue(() => runs.orders.length === 1);
    first.dispose();
    answer();
    await ended;
    expect(runs.cancelled).toEqual([]);
    const second = await desk.open();
    await until(second, ({ status }) => status === 'running');
    second.dispose();
  });
});
