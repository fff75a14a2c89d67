import { SimulatedServer } from '../../core/publish/__tests__/simulatedServer';
import { site } from '../../core/publish/__tests__/simulatedSite';
import type { IJupyterServer } from '../../core/transfer/jupyterServer';
import { Desk, testSite } from './desk';

/** A desk whose Jupyter server sends files to the site. */
function deskWith(change: Partial<IJupyterServer> = {}): Desk {
  const desk = new Desk();
  desk.server = {
    offer: async () => ({ sites: [site.url], maxBytes: 1e9 }),
    givesHidden: async () => false,
    transfers: new SimulatedServer(desk.files, desk.zenodo),
    testRuns: null,
    mode: 'auto',
    isRemote: false,
    ...change
  };
  return desk;
}

describe('how the files travel', () => {
  it('is no question where there is no server extension', async () => {
    const session = await new Desk().open();
    expect(session.state.publish.route).toEqual({
      ...{ offered: false, by: 'browser', unseen: 0 }
    });
  });

  it('is through the browser for few bytes, unless the user chooses', async () => {
    const desk = deskWith();
    const session = await desk.openReady();
    expect(session.state.publish.route).toMatchObject({
      ...{ offered: true, by: 'browser' }
    });
    session.route.choose('server');
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.phase).toBe('published');
    const { orders } = desk.server.transfers as SimulatedServer;
    expect(orders).toHaveLength(1);
    // The user's own files have the badge as always.
    expect([...desk.badges.keys()]).toContain('rivers/01-clean.ipynb');
  });

  it('is from the server for many, and tells what is not looked through', async () => {
    const desk = deskWith();
    desk.files.write('rivers/data/big.bin', new Uint8Array(51e6));
    const session = await desk.open();
    expect(session.state.publish.route).toEqual({
      ...{ offered: true, by: 'server', unseen: 1 }
    });
    await session.checked();
    session.contents.setIncluded('data/big.bin', false);
    // This waits for what follows from it, and not for the last look alone.
    await session.checked();
    expect(session.state.publish.route).toMatchObject({
      ...{ by: 'browser', unseen: 0 }
    });
  });

  it('is through the browser to a site that the server does not know', async () => {
    const desk = deskWith({ mode: 'server' });
    const session = await desk.open();
    expect(session.state.publish.route.by).toBe('server');
    session.account.setSite(testSite.id);
    while (session.state.publish.route.offered) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(session.state.publish.route.by).toBe('browser');
  });

  it('goes on from the server where that is at work already', async () => {
    const desk = deskWith();
    const server = desk.server.transfers as SimulatedServer;
    let goOn = () => {};
    server.hold = new Promise(resolve => (goOn = resolve));
    const first = await desk.openReady();
    first.route.choose('server');
    const run = first.publication.publish();
    while (server.orders.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    // The tab is closed.
    first.dispose();
    await run;
    expect(server.cancelled).toEqual([]);

    const second = await desk.open();
    expect(second.state.publish.route.by).toBe('server');
    goOn();
    await second.account.signIn(desk.token);
    await second.publication.takeOver();
    expect(second.state.phase).toBe('published');
    expect(server.orders).toHaveLength(1);
    expect(desk.zenodo.records).toHaveLength(1);
  });
});
