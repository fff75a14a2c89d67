import type { Workspace } from '@jupyterlab/services';
import { StateDB } from '@jupyterlab/statedb';
import { Journal } from '../../core/publish/journal';
import { newEntry } from '../../core/publish/journalEntry';
import { TestClock } from '../../core/clock';
import { plainEnglish } from '../../core/text';
import { builtInSites } from '../../core/zenodo/sites';
import { JupyterServerError } from '../errors';
import { StateFormStore } from '../formStore';
import { journalWorkspace, WorkspaceJournalStore } from '../journalStore';
import { SharedFormStore } from '../sharedForms';
import { loadIgnored, loadSites } from '../settings';

const trans = plainEnglish;

/** Workspaces as Jupyter's server keeps them: one that is not there is empty. */
function workspaces() {
  const kept = new Map<string, string>();
  return {
    fetch: jest.fn(async (id: string) =>
      JSON.parse(kept.get(id) ?? `{"data":{},"metadata":{"id":"/${id}"}}`)
    ),
    save: jest.fn(async (id: string, workspace: Workspace.IWorkspace) => {
      if (workspace.metadata.id !== id) {
        throw new Error('metadata ID mismatch');
      }
      kept.set(id, JSON.stringify(workspace));
    })
  };
}

describe('WorkspaceJournalStore', () => {
  it('keeps a journal in one document, which another page reads', async () => {
    const server = workspaces();
    const make = () =>
      new Journal({
        trans: plainEnglish,
        store: new WorkspaceJournalStore({ workspaces: server, trans }),
        clock: new TestClock()
      });
    const entry = newEntry({
      id: 'p1',
      owner: 'page',
      siteId: 'zenodo',
      siteUrl: 'https://zenodo.org',
      selection: ['a.ipynb'],
      title: 'T',
      nonce: 'n'
    });
    expect(await make().read('p1')).toBeNull();
    const written = await make().write(entry);
    expect(await make().read('p1')).toEqual(written);
    expect(server.save.mock.calls.map(([id]) => id)).toEqual([
      journalWorkspace
    ]);
  });

  it('rejects what was not stored', async () => {
    const server = workspaces();
    server.save.mockRejectedValue(new Error('offline'));
    const store = new WorkspaceJournalStore({ workspaces: server, trans });
    await expect(
      store.save({ format: 2, publications: {} })
    ).rejects.toBeInstanceOf(JupyterServerError);
  });

  it('takes a missing document for an empty one, but not a failure', async () => {
    const server = workspaces();
    const store = new WorkspaceJournalStore({ workspaces: server, trans });
    server.fetch.mockRejectedValueOnce(
      Object.assign(new Error(), { response: { status: 404 } })
    );
    expect(await store.load()).toBeNull();
    server.fetch.mockRejectedValueOnce(new Error('offline'));
    await expect(store.load()).rejects.toBeInstanceOf(JupyterServerError);
  });
});

describe('StateFormStore', () => {
  it('keeps forms apart and forgets', async () => {
    const store = new StateFormStore({ state: new StateDB() });
    await store.save('p1', { title: 'T' });
    expect(await store.load('p1')).toEqual({ title: 'T' });
    expect(await store.load('p2')).toBeNull();
    await store.remove('p1');
    expect(await store.load('p1')).toBeNull();
  });

  it('finds what was kept last for the same paths', async () => {
    const store = new StateFormStore({ state: new StateDB() });
    const form = (selection: string[], kept: string) => ({ selection, kept });
    await store.save('old', form(['a', 'b'], '2026-01-01T00:00:00.000Z'));
    await store.save('new', form(['b', 'a'], '2026-02-01T00:00:00.000Z'));
    await store.save('other', form(['a'], '2026-03-01T00:00:00.000Z'));
    await store.save('broken', { selection: 1, kept: 2 });
    expect(await store.find(['a', 'b'])).toBe('new');
    expect(await store.find(['c'])).toBeNull();
  });

  it('forgets the oldest when there are many', async () => {
    const store = new StateFormStore({ state: new StateDB() });
    for (let month = 1; month <= 60; month++) {
      await store.save(`p${month}`, {
        selection: [`${month}`],
        kept: new Date(Date.UTC(2020, month)).toISOString()
      });
    }
    await store.find([]);
    expect(await store.load('p10')).toBeNull();
    expect(await store.load('p11')).not.toBeNull();
  });

  it('never rejects', async () => {
    const fail = () => Promise.reject(new Error('full'));
    const state = { fetch: fail, save: fail, remove: fail, list: fail };
    const store = new StateFormStore({ state: state as unknown as StateDB });
    await store.save('p1', {});
    await store.remove('p1');
    expect(await store.load('p1')).toBeNull();
    expect(await store.find(['a'])).toBeNull();
  });

  it('does without a state database', async () => {
    const store = new StateFormStore({ state: null });
    expect(await store.find(['a'])).toBeNull();
    await store.save('p1', {});
    expect(await store.load('p1')).toBeNull();
  });
});

describe('SharedFormStore', () => {
  /** A tab: it keeps forms of its own, beside those on the server. */
  function openTab(server: Map<string, unknown>): SharedFormStore {
    const own = new StateFormStore({ state: new StateDB() });
    return new SharedFormStore({
      own,
      workspaces: {
        fetch: async id => {
          if (!server.has(id)) {
            throw new Error('404');
          }
          return server.get(id) as never;
        },
        save: async (id, workspace) => {
          server.set(id, JSON.parse(JSON.stringify(workspace)));
        }
      }
    });
  }
  const old = { kept: '2026-01-01', title: 'Old' };
  const recent = { kept: '2026-01-02', title: 'New' };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives another tab what was shared, and nothing else', async () => {
    const server = new Map<string, unknown>();
    const tab = openTab(server);
    await tab.save('own', recent);
    await tab.share('shared', recent);
    await jest.runAllTimersAsync();
    const other = openTab(server);
    expect(await other.load('shared')).toEqual(recent);
    expect(await other.load('own')).toBeNull();
    await tab.remove('shared');
    await jest.runAllTimersAsync();
    expect(await other.load('shared')).toBeNull();
  });

  it('gives what was typed last', async () => {
    const server = new Map<string, unknown>();
    const [tab, other] = [openTab(server), openTab(server)];
    await other.save('one', old);
    await tab.share('one', recent);
    await jest.runAllTimersAsync();
    expect(await other.load('one')).toEqual(recent);
    await other.save('one', { ...recent, kept: '2026-01-03' });
    expect(await other.load('one')).toMatchObject({ kept: '2026-01-03' });
  });

  it('keeps what several tabs share, and no more than a few', async () => {
    const server = new Map<string, unknown>();
    const tab = openTab(server);
    for (let day = 10; day < 35; day++) {
      await tab.share(`form ${day}`, { kept: `2026-01-${day}` });
    }
    await jest.runAllTimersAsync();
    await openTab(server).share('another', { kept: '2026-02-01' });
    await jest.runAllTimersAsync();
    expect(await tab.load('another')).not.toBeNull();
    expect(await tab.load('form 34')).not.toBeNull();
    expect(await tab.load('form 15')).toBeNull();
  });

  it('never rejects', async () => {
    const refuse = async () => {
      throw new Error('500');
    };
    const tab = new SharedFormStore({
      own: new StateFormStore({ state: null }),
      workspaces: { fetch: refuse, save: refuse }
    });
    await tab.share('one', recent);
    await jest.runAllTimersAsync();
    expect(await tab.load('one')).toBeNull();
  });
});

describe('loadSites', () => {
  let held = 0;
  afterEach(() => expect(held).toBe(0));

  const load = (values: Record<string, unknown> | null) =>
    loadSites({
      plugin: 'p',
      trans,
      registry: {
        load: async () => {
          if (!values) {
            throw new Error('No schema');
          }
          held++;
          return {
            get: (key: string) => ({ composite: values[key], user: undefined }),
            dispose: () => void held--
          } as never;
        }
      }
    });

  it('adds the sites of the settings', async () => {
    const sites = await load({
      sites: [{ id: 'here', name: 'Here', url: 'http://localhost:5000/' }],
      defaultSite: 'here'
    });
    expect(sites.all.map(({ id, url }) => [id, url])).toEqual([
      ['zenodo', 'https://zenodo.org'],
      ['zenodo-sandbox', 'https://sandbox.zenodo.org'],
      ['here', 'http://localhost:5000']
    ]);
    expect(sites.defaultId).toBe('here');
    expect(sites.problems).toEqual([]);
  });

  it('leads to another Binder hub for Zenodo, and for nothing else', async () => {
    const sites = await load({ zenodoBinder: 'https://hub.example.org/' });
    expect(sites.all.map(({ binder }) => binder)).toEqual([
      'https://hub.example.org',
      null
    ]);
    const wrong = await load({ zenodoBinder: 'http://hub.example.org' });
    expect(wrong.all).toEqual(builtInSites);
    expect(wrong.problems).toHaveLength(1);
  });

  it('tells what is wrong and begins with Zenodo', async () => {
    const sites = await load({
      sites: [{ id: 'zenodo', name: 'Z', url: 'https://evil.example' }],
      defaultSite: 'gone'
    });
    expect(sites.all).toEqual(builtInSites);
    expect(sites.defaultId).toBe('zenodo');
    expect(sites.problems).toHaveLength(2);
  });

  it('lets go of settings in which there is something amiss', async () => {
    let isLetGo = false;
    const amiss = {
      get: () => {
        throw new Error('No such setting');
      },
      dispose: () => (isLetGo = true)
    };
    const registry = { load: async () => amiss as never };
    await loadSites({ registry, plugin: 'p', trans });
    await expect(loadIgnored({ registry, plugin: 'p' })).resolves.toEqual([]);
    expect(isLetGo).toBe(true);
  });

  it('offers Zenodo without settings', async () => {
    expect((await load(null)).all).toEqual(builtInSites);
    const none = await loadSites({ registry: null, plugin: 'p', trans });
    expect(none).toEqual({
      all: builtInSites,
      defaultId: 'zenodo',
      problems: []
    });
  });
});
