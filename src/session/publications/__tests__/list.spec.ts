import { body } from '../../../core/zenodo/__tests__/simulated';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import { testSite } from '../../__tests__/desk';
import type { PublicationsSession } from '../session';
import { ListDesk, only } from './listDesk';

const titles = (list: PublicationsSession) =>
  list.state.items.map(({ title }) => title);
const siteView = (list: PublicationsSession, id = site.id) =>
  list.state.sites.find(one => one.site.id === id);

/** Make a draft on the site's page. */
async function draft(desk: ListDesk, title: string): Promise<string> {
  const answer = await desk.desk.zenodo.byHand('POST', 'records', {
    ...body,
    metadata: { ...body.metadata, title }
  });
  // The newest come first: each at a time of its own.
  await desk.desk.zenodo.clock.sleep(1_000);
  return ((await answer.json()) as { id: string }).id;
}

/** A list of somebody who is signed in. */
async function signedIn(desk: ListDesk): Promise<PublicationsSession> {
  const list = await desk.openRefreshed();
  await list.signIn(site.id, desk.desk.token);
  return list;
}

describe('the list of publications', () => {
  it('knows what was published from here, without any token', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    list.signOut(site.id);
    const item = only(list);
    expect(item).toMatchObject({
      title: 'Rivers',
      status: 'published',
      here: {
        id: 'one',
        selection: ['rivers'],
        notebooks: [
          { path: '01-clean.ipynb', source: 'rivers/01-clean.ipynb' },
          { path: '02-plot.ipynb', source: 'rivers/02-plot.ipynb' }
        ]
      },
      pageUrl: `${site.url}/records/${item.depositId}`,
      doiUrl: `${site.doiResolver}/${item.doi}`
    });
    expect(item.launchUrl).toContain('lab%2Ftree%2F01-clean.ipynb');
    expect(item.actions).toEqual([
      ...['new-version', 'open-here', 'compare', 'replace-files', 'edit'],
      ...['launch', 'insert-badge', 'remove-badge', 'copy-doi'],
      ...['copy-citation', 'open', 'delete']
    ]);
  });

  it('is not read before it is asked to', () => {
    const desk = new ListDesk();
    const list = desk.open();
    expect(list.state).toMatchObject({ isReading: true, items: [] });
    expect(desk.desk.zenodo.lines).toEqual([]);
  });

  it('has one item of what the journal and the site know', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await draft(desk, 'Made there');
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.refresh();
    expect(
      list.state.items.map(({ title, status }) => `${title} ${status}`)
    ).toEqual(['Made there draft', 'Rivers published']);
    expect(siteView(list)).toMatchObject({ count: 2, hasMore: false });
  });

  it('turns the pages of a long list', async () => {
    const desk = new ListDesk();
    for (let i = 0; i < 30; i++) {
      await draft(desk, `Draft ${i}`);
    }
    const list = await signedIn(desk);
    expect(list.state.items).toHaveLength(25);
    expect(siteView(list)?.hasMore).toBe(true);
    await list.more();
    expect(list.state.items).toHaveLength(30);
    expect(siteView(list)?.hasMore).toBe(false);
    await list.more();
    expect(new Set(titles(list)).size).toBe(30);
  });

  it('says where a site cannot be asked, and asks again', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { faults } = desk.desk.zenodo.simulator;
    faults.add({ kind: 'drop', times: Infinity });
    await list.refresh();
    expect(siteView(list)?.problem).toBe(`${site.name} did not answer.`);
    expect(titles(list)).toEqual(['Rivers']);
    faults.clear();
    await list.refresh();
    expect(siteView(list)?.problem).toBeNull();
  });

  it('shows the answer of a slow site, however often it is refreshed meanwhile', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { zenodo } = desk.desk;
    await draft(desk, 'Lakes');
    await zenodo.clock.sleep(5_000);
    const answers: (() => void)[] = [];
    zenodo.before = line =>
      line.includes('/api/user/records')
        ? new Promise(resolve => answers.push(resolve))
        : undefined;
    const presses = [list.refresh(), list.refresh(), list.refresh()];
    await new Promise(resolve => setTimeout(resolve));
    expect(answers).toHaveLength(1);
    answers[0]();
    await new Promise(resolve => setTimeout(resolve));
    expect(titles(list)).toContain('Lakes');
    // What happened since the question: one more answer for all the presses.
    expect(answers).toHaveLength(2);
    answers[1]();
    await Promise.all(presses);
    expect(answers).toHaveLength(2);
    expect(siteView(list)?.isLoading).toBe(false);
  });

  it('gives up an answer for another search, and asks no more for the former one', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { zenodo } = desk.desk;
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    zenodo.before = (line, { url }) => {
      if (line.includes('/api/user/records')) {
        asked.push(new URL(url).searchParams.get('q') ?? '');
        return new Promise(resolve => answers.push(resolve));
      }
    };
    const presses = [list.refresh(), list.refresh()];
    await new Promise(resolve => setTimeout(resolve));
    const search = list.search('lakes');
    await new Promise(resolve => setTimeout(resolve));
    answers.forEach(answer => answer());
    await Promise.all([...presses, search]);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('lakes');
  });

  it('says that the journal cannot be read', async () => {
    const desk = new ListDesk();
    desk.desk.journal.load = async () => {
      throw new Error('no');
    };
    const list = await desk.openRefreshed();
    expect(list.state.problem).toContain('could not be read');
    expect(list.state.isReading).toBe(false);
  });
});

describe('a search', () => {
  it('goes through titles here and on the site', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await draft(desk, 'Lakes of the north');
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.search('lake');
    expect(titles(list)).toEqual(['Lakes of the north']);
    await list.search('river');
    expect(titles(list)).toEqual(['Rivers']);
    await list.search('sea');
    expect(titles(list)).toEqual([]);
    await list.search('');
    expect(titles(list)).toHaveLength(2);
  });

  it('finds the DOI of an older version', async () => {
    const desk = new ListDesk();
    const first = only(await desk.openPublished());
    const { zenodo } = desk.desk;
    const made = await zenodo.byHand(
      'POST',
      `records/${first.depositId}/versions`
    );
    const { id } = (await made.json()) as { id: string };
    await zenodo.byHand('POST', `records/${id}/draft/actions/files-import`);
    const published = await zenodo.byHand(
      'POST',
      `records/${id}/draft/actions/publish`
    );
    expect(published.status).toBe(202);
    await zenodo.clock.sleep(5_000);
    // Another journal knows nothing of it.
    desk.desk.journal.text = '';
    const list = await desk.openRefreshed();
    await list.search(first.doi ?? '');
    expect(list.state.items).toMatchObject([{ depositId: id, earlier: 1 }]);
  });

  it('asks only when the typing pauses', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { clock } = desk.desk.zenodo;
    let wake: () => void = () => undefined;
    const waits: AbortSignal[] = [];
    clock.sleep = (_ms, signal) =>
      new Promise((resolve, reject) => {
        wake = resolve;
        if (signal) {
          waits.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
        }
      });
    const before = desk.desk.zenodo.lines.length;
    const first = list.search('r').catch(() => undefined);
    const second = list.search('ri');
    expect(waits[0].aborted).toBe(true);
    expect(desk.desk.zenodo.lines).toHaveLength(before);
    wake();
    await Promise.all([first, second]);
    expect(desk.desk.zenodo.lines).toHaveLength(before + 1);
  });

  it('keeps further pages where Refresh was quicker than the end of the typing', async () => {
    const desk = new ListDesk();
    for (let i = 0; i < 30; i++) {
      await draft(desk, `Draft ${i}`);
    }
    const list = await signedIn(desk);
    const { clock } = desk.desk.zenodo;
    const sleep = clock.sleep.bind(clock);
    let wake: () => void = () => undefined;
    clock.sleep = () => new Promise(resolve => (wake = resolve));
    const typed = list.search('draft');
    clock.sleep = sleep;
    await list.refresh();
    const more = list.more();
    wake();
    await Promise.all([typed, more]);
    expect(list.state.items).toHaveLength(30);
    expect(siteView(list)?.hasMore).toBe(false);
  });

  it('goes on to the next page after an answer that is under way', async () => {
    const desk = new ListDesk();
    for (let i = 0; i < 30; i++) {
      await draft(desk, `Draft ${i}`);
    }
    const list = await signedIn(desk);
    await Promise.all([list.refresh(), list.refresh(), list.more()]);
    expect(list.state.items).toHaveLength(30);
  });

  it('shows one site alone', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    list.showSite(testSite.id);
    expect(titles(list)).toEqual([]);
    expect(siteView(list)?.count).toBe(1);
    list.showSite(null);
    expect(titles(list)).toEqual(['Rivers']);
  });
});

describe('signing in', () => {
  it('is good for all panels, and theirs for the list', async () => {
    const desk = new ListDesk();
    const list = await desk.openRefreshed();
    await draft(desk, 'Mine');
    await desk.desk.zenodo.clock.sleep(5_000);
    expect(titles(list)).toEqual([]);
    await list.signIn(site.id, ` ${desk.desk.token} `);
    expect(titles(list)).toEqual(['Mine']);
    expect(desk.desk.wallet.tokenOf(site.url)).toBe(desk.desk.token);
    desk.desk.wallet.drop(site.url);
    expect(titles(list)).toEqual([]);
    expect(siteView(list)?.status).toBe('signed-out');
  });

  it('is refused, and says why', async () => {
    const desk = new ListDesk();
    const list = await desk.openRefreshed();
    await list.signIn(site.id, '  ');
    expect(siteView(list)?.refused).toContain('Paste');
    const signing = list.signIn(site.id, 'wrong');
    expect(siteView(list)?.status).toBe('checking');
    await signing;
    expect(siteView(list)).toMatchObject({
      status: 'signed-out',
      refused: `${site.name} did not accept this token.`
    });
    expect(desk.desk.wallet.tokenOf(site.url)).toBeNull();
    expect(JSON.stringify(list.state)).not.toContain('wrong');
  });

  it('ends when the site says so', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    desk.desk.zenodo.simulator.faults.add({ kind: 'revoke-token' });
    await list.refresh();
    await list.refresh();
    expect(siteView(list)).toMatchObject({
      status: 'signed-out',
      refused: `${site.name} no longer accepts your token.`
    });
  });
});

describe('what other pages do', () => {
  it('is seen', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    await session.publication.saveDraft();
    const list = await desk.openRefreshed();
    expect(only(list).status).toBe('uploaded');
    desk.atWork = ['one'];
    await list.refresh();
    expect(only(list)).toMatchObject({ status: 'going-on' });
    expect(only(list).actions).toContain('show');
    expect(only(list).actions).not.toContain('discard');
  });

  it('is heard by its heart, but of panels in this page', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    await session.publication.saveDraft();
    const { journal, zenodo } = desk.desk;
    const document = JSON.parse(journal.text) as {
      publications: { one: { heartbeat: number } };
    };
    document.publications.one.heartbeat = zenodo.clock.now() + 5_000;
    journal.text = JSON.stringify(document);
    const list = await desk.openRefreshed();
    expect(only(list).status).toBe('going-on');
    desk.inPage = ['one'];
    await list.refresh();
    expect(only(list).status).toBe('uploaded');
  });

  it('is looked for while the list is seen', async () => {
    const desk = new ListDesk();
    const list = desk.open();
    const { clock } = desk.desk.zenodo;
    const sleeps: { ms: number; signal?: AbortSignal; wake: () => void }[] = [];
    clock.sleep = (ms, signal) =>
      new Promise(resolve => sleeps.push({ ms, signal, wake: resolve }));
    let loads = 0;
    const { journal } = desk.desk;
    const load = journal.load.bind(journal);
    journal.load = async () => {
      loads++;
      return load();
    };
    const settled = () => new Promise(resolve => setTimeout(resolve, 5));
    list.setShown(true);
    await settled();
    expect([loads, sleeps.length]).toEqual([1, 1]);
    sleeps[0].wake();
    await settled();
    expect([loads, sleeps.length]).toEqual([2, 2]);
    list.setShown(false);
    expect(sleeps[1].signal?.aborted).toBe(true);
    sleeps[1].wake();
    await settled();
    expect(sleeps).toHaveLength(2);
    list.dispose();
  });
});
