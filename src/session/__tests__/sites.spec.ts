import { readJournal } from '../../core/publish/journalDocument';
import { Desk, testSite } from './desk';
import { site } from '../../core/publish/__tests__/simulatedSite';

/** The journal's entries: the site and whether there is a record. */
function journal(desk: Desk): string[] {
  return Object.values(
    readJournal(JSON.parse(desk.journal.text || '{}')).publications
  )
    .map(({ siteId, record }) => `${siteId} ${record ? 'record' : 'draft'}`)
    .sort();
}

describe('a publication on another site', () => {
  it('is another one: the test stays what it is', async () => {
    const desk = new Desk(testSite);
    const session = await desk.openReady();
    await session.publication.publish();
    const { id } = session.state;
    expect(session.state.phase).toBe('published');

    session.account.setSite(site.id);
    await Promise.resolve();
    expect(session.state.phase).toBe('editing');
    expect(session.state.id).not.toBe(id);
    expect(session.state.publish.outcome).toBeNull();
    expect(session.state.metadata.values.title).toBe('Rivers');

    await session.account.signIn(desk.token);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(desk.zenodo.records).toHaveLength(2);
    expect(journal(desk)).toEqual(['practice record', 'simulator record']);
    session.dispose();
  });

  it('goes on, for real, on the first site that is none to practise on', async () => {
    const desk = new Desk(testSite);
    const session = await desk.openReady();
    await session.publication.publish();
    session.publication.publishForReal();
    await Promise.resolve();
    expect(session.state.account.site).toBe(site);
    expect(session.state.phase).toBe('editing');
    session.dispose();
  });

  it('leaves the draft on the first one, to come back to', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.saveDraft();
    const { draft } = session.state.publish;
    expect(session.state.phase).toBe('uploaded');

    session.account.setSite(testSite.id);
    await Promise.resolve();
    expect(session.state.publish.draft).toBeNull();
    await session.account.signIn(desk.token);
    await session.publication.publish();
    expect(journal(desk)).toEqual(['practice record', 'simulator draft']);

    session.account.setSite(site.id);
    await session.ready;
    await new Promise(resolve => setTimeout(resolve));
    expect(session.state.phase).toBe('uploaded');
    expect(session.state.publish.draft).toEqual(draft);
    await session.account.signIn(desk.token);
    await session.publication.publish();
    expect(session.state.publish.outcome?.doi).toBe(draft?.doi);
    expect(desk.zenodo.drafts).toEqual([]);
    expect(journal(desk)).toEqual(['practice record', 'simulator record']);
    session.dispose();
  });

  it('keeps what was typed for a page that is loaded anew', async () => {
    const desk = new Desk(testSite);
    const session = await desk.openReady();
    await session.publication.saveDraft();
    session.account.setSite(site.id);
    await new Promise(resolve => setTimeout(resolve));
    const again = await desk.open(session.state.id);
    expect(again.state.account.site.id).toBe(site.id);
    expect(again.state.metadata.values.title).toBe('Rivers');
    expect(again.state.publish.draft).toBeNull();
    session.dispose();
    again.dispose();
  });
});

describe('a record that was deleted after it was published', () => {
  it('leads to a new publication, not into a dead end', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const { faults, state } = desk.zenodo.simulator;
    faults.add({
      kind: 'lose-answer',
      match: { method: 'POST', path: /actions\/publish$/ }
    });
    faults.add({
      kind: 'drop',
      match: { method: 'GET', path: /records\/\d+$/ },
      times: Infinity
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    faults.clear();
    const [first] = state.records.keys();
    const deleted = await desk.zenodo.byHand(
      'POST',
      `records/${first}/request-deletion`,
      { reason: 'test-record' }
    );
    expect(deleted.status).toBeLessThan(300);

    await session.publication.resume();
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish).toMatchObject({
      draft: null,
      trouble: {
        happened: expect.stringMatching(/deleted on/),
        actions: []
      }
    });

    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.doi).not.toContain(first);
    session.dispose();
  });
});

describe('a question', () => {
  it('is told while it is open, and nothing is under way', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const told: boolean[] = [];
    session.stateChanged.connect(() => {
      const { asking } = session.state.publish;
      if (told[told.length - 1] !== asking) {
        told.push(asking);
      }
    });
    await session.publication.publish();
    expect(told).toEqual([false, true, false]);
    session.dispose();
  });
});

describe('what was typed', () => {
  it('is forgotten with the panel of what was published', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.publish();
    expect([...desk.forms.keys()]).toContain('one');
    session.dispose();
    // What was published is kept: the next publication begins with it.
    expect([...desk.forms.keys()]).toEqual(['last-publication']);
  });

  it('stays when the panel is closed before', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.dispose();
    expect(desk.forms.size).toBe(1);
  });
});

describe('a token', () => {
  it('is good for all panels of the page, also those that are opened later', async () => {
    const desk = new Desk();
    const one = await desk.open('one');
    const two = await desk.openBeside('two');
    await one.account.signIn(desk.token);
    expect(two.state.account.status).toBe('signed-in');
    const three = await desk.openBeside('three');
    expect(three.state.account.status).toBe('signed-in');
    expect(three.account.token).toBe(desk.token);
    two.account.signOut();
    expect([one, two, three].map(({ state }) => state.account.status)).toEqual(
      Array(3).fill('signed-out')
    );
  });

  it('stays when a panel is closed, and ends with the page', async () => {
    const desk = new Desk();
    const one = await desk.open('one');
    await one.account.signIn(desk.token);
    one.dispose();
    const two = await desk.openBeside('two');
    expect(two.state.account.status).toBe('signed-in');
    const reloaded = await desk.open('two');
    expect(reloaded.state.account.status).toBe('signed-out');
  });

  it('is of one site only', async () => {
    const desk = new Desk();
    const one = await desk.open('one');
    await one.account.signIn(desk.token);
    one.account.setSite(testSite.id);
    expect(one.state.account.status).toBe('signed-out');
    one.account.setSite(site.id);
    expect(one.state.account.status).toBe('signed-in');
  });

  it('that ends, ends for all panels', async () => {
    const desk = new Desk();
    const one = await desk.open('one');
    const two = await desk.openBeside('two');
    await one.account.signIn(desk.token);
    one.account.tokenEnded();
    expect(one.state.account.refused).toContain('no longer accepts');
    expect(two.state.account.status).toBe('signed-out');
  });
});
