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
    expect(desk.forms.size).toBe(1);
    session.dispose();
    expect(desk.forms.size).toBe(0);
  });

  it('stays when the panel is closed before', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.dispose();
    expect(desk.forms.size).toBe(1);
  });
});
