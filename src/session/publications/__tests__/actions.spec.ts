import { readPublishedIdentity } from '../../../core/notebook/badge';
import { readNotebook } from '../../../core/notebook/notebook';
import { Journal } from '../../../core/publish/journal';
import { plainEnglish } from '../../../core/text';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import type { PublicationsSession } from '../session';
import type { PublicationAction } from '../state';
import { ListDesk, only } from './listDesk';

const notebooks = ['rivers/01-clean.ipynb', 'rivers/02-plot.ipynb'];

type Act = Exclude<PublicationAction, 'launch' | 'open'>;

/** Do something with the only publication. */
const act = (list: PublicationsSession, action: Act) =>
  list.act(only(list).key, action);

/** The records that working notebooks say they belong to. */
const belonging = ({ desk }: ListDesk) =>
  notebooks.map(
    path =>
      readPublishedIdentity(readNotebook(desk.files.bytes(path)))?.record ??
      null
  );

/** A draft that waits to be published, and the list. */
async function waiting(desk: ListDesk): Promise<PublicationsSession> {
  const session = await desk.desk.openReady();
  await session.publication.saveDraft();
  session.dispose();
  return desk.openRefreshed();
}

describe('a publication that is not through', () => {
  it('goes on in its panel', async () => {
    const desk = new ListDesk();
    const list = await waiting(desk);
    expect(only(list).actions).toEqual([
      ...['resume', 'copy-doi', 'share', 'open', 'discard']
    ]);
    await act(list, 'resume');
    expect(desk.opened).toEqual(['resume one: rivers']);
  });

  it('is discarded, and all of it is gone', async () => {
    const desk = new ListDesk();
    const list = await waiting(desk);
    const { doi } = only(list);
    desk.answers.discard = false;
    await act(list, 'discard');
    expect(desk.asked).toEqual([`discard ${doi}`]);
    expect(desk.desk.zenodo.drafts).toHaveLength(1);
    desk.answers.discard = true;
    await act(list, 'discard');
    expect(desk.desk.zenodo.drafts).toEqual([]);
    expect(list.state).toMatchObject({
      items: [],
      notice: { tone: 'ok', text: 'The draft was discarded.' }
    });
    expect(desk.desk.entry).toMatchObject({ draft: null, record: null });
    // The site's index has it for another second.
    await list.refresh();
    expect(list.state.items).toEqual([]);
  });

  it('takes the draft of its data along', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    await session.data.split(['data/levels.csv']);
    await session.checked();
    await session.publication.saveDraft();
    expect(session.state.publish.trouble).toBeNull();
    session.dispose();
    expect(desk.desk.zenodo.drafts).toHaveLength(2);
    const list = await desk.openRefreshed();
    await act(list, 'discard');
    expect(desk.desk.zenodo.drafts).toEqual([]);
    expect(list.state.items).toEqual([]);
  });

  it('is not discarded while a page works on it', async () => {
    const desk = new ListDesk();
    const list = await waiting(desk);
    const { journal: store, zenodo, entry } = desk.desk;
    const { clock } = zenodo;
    const journal = new Journal({ store, clock, trans: plainEnglish });
    const pulse = () => journal.beat('one', entry?.owner ?? '', true);
    await pulse();
    const sleep = clock.sleep.bind(clock);
    clock.sleep = async (milliseconds, signal) => {
      await sleep(milliseconds, signal);
      await pulse();
    };
    await act(list, 'discard');
    expect(only(list).notice).toMatchObject({
      tone: 'error',
      text: expect.stringContaining('goes on in another tab') as string
    });
    expect(zenodo.drafts).toHaveLength(1);
  });

  it('is not discarded when it turns out to be published', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    desk.desk.zenodo.simulator.faults.add({
      kind: 'gateway-after',
      times: Infinity,
      match: { method: 'POST', path: /actions\/publish$/ }
    });
    desk.desk.zenodo.dieAfter(/POST .*\/actions\/publish$/);
    await session.publication.publish();
    session.dispose();
    desk.desk.zenodo.simulator.faults.clear();
    const list = await desk.openRefreshed();
    expect(only(list).status).toBe('unfinished');
    expect(only(list).actions).toContain('resume');
    expect(only(list).actions).not.toContain('discard');
    expect(desk.desk.zenodo.records).toHaveLength(1);
  });

  it('has a draft that may be there though nobody heard of it', async () => {
    const desk = new ListDesk();
    const session = await desk.desk.openReady();
    desk.desk.zenodo.dieAfter(/POST \/api\/records$/);
    await session.publication.publish();
    session.dispose();
    expect(desk.desk.zenodo.drafts).toHaveLength(1);
    desk.desk.wallet.drop(site.url);
    const list = await desk.openRefreshed();
    expect(only(list)).toMatchObject({ status: 'stopped', depositId: null });
    await list.signIn(site.id, desk.desk.token);
    const item = list.state.items.find(({ depositId }) => depositId === null);
    await list.act(item?.key ?? '', 'discard');
    expect(desk.desk.zenodo.drafts).toEqual([]);
  });

  it('can be shown to others, until that is ended', async () => {
    const desk = new ListDesk();
    const list = await waiting(desk);
    await act(list, 'share');
    const [url] = desk.desk.copied.slice(-1);
    const { depositId } = only(list);
    expect(url).toMatch(
      new RegExp(`^${site.url}/records/${depositId}\\?preview=1&token=.+`)
    );
    const token = new URL(url).searchParams.get('token');
    const look = async () => {
      const draft = `${site.url}/api/records/${depositId}/draft?token=${token}`;
      const { simulator } = desk.desk.zenodo;
      return (await simulator.handle(new Request(draft))).status;
    };
    expect(await look()).toBe(200);
    // One link is enough.
    await act(list, 'share');
    expect(desk.desk.copied.slice(-1)).toEqual([url]);
    expect(only(list).actions).toContain('unshare');
    await act(list, 'unshare');
    expect(await look()).toBe(403);
    expect(only(list).actions).not.toContain('unshare');
    expect(JSON.stringify(list.state)).not.toContain(token);
  });

  it('cannot be touched without signing in', async () => {
    const desk = new ListDesk();
    const list = await waiting(desk);
    list.signOut(site.id);
    await act(list, 'discard');
    expect(only(list).notice).toEqual({
      tone: 'error',
      text: `You are not signed in to ${site.name}.`
    });
    expect(only(list).isBusy).toBe(false);
  });
});

describe('a published one', () => {
  it('gets its next version in a panel', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await act(list, 'new-version');
    expect(desk.opened).toEqual(['next one: rivers']);
  });

  it('is opened into a new folder, by its address', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await act(list, 'open-here');
    list.openRecord();
    expect(desk.opened).toEqual([
      `record http://127.0.0.1:5055/records/${desk.desk.entry?.record?.id ?? ''}`,
      'record '
    ]);
  });

  it('is cited', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { doi } = only(list);
    await act(list, 'copy-doi');
    expect(desk.desk.copied.slice(-1)).toEqual([doi]);
    await act(list, 'copy-citation');
    expect(desk.desk.copied[1]).toContain(doi);
    expect(only(list).notice).toEqual({ tone: 'ok', text: 'Citation copied.' });
    desk.desk.zenodo.simulator.faults.add({ kind: 'drop', times: Infinity });
    await act(list, 'copy-citation');
    expect(only(list).notice?.tone).toBe('error');
    expect(desk.desk.copied).toHaveLength(2);
  });

  it('has its metadata changed in a panel of its own', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await act(list, 'edit');
    const [record] = desk.desk.zenodo.records;
    expect(desk.opened).toEqual([`edit ${record} on ${site.id}`]);
  });

  it('puts its badge into the notebooks that are named first', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { depositId } = only(list);
    desk.answers.badges = false;
    await act(list, 'insert-badge');
    expect(belonging(desk)).toEqual([null, null]);
    desk.answers.badges = true;
    await act(list, 'insert-badge');
    expect(desk.asked.slice(-1)).toEqual([`badges ${notebooks.join(', ')}`]);
    expect(belonging(desk)).toEqual([depositId, depositId]);
    expect(only(list).notice).toEqual({
      tone: 'ok',
      text: 'The badge is in 2 notebooks.'
    });
    const text = new TextDecoder().decode(desk.desk.files.bytes(notebooks[1]));
    expect(text).toContain('lab%2Ftree%2F02-plot.ipynb');
  });

  it('says which notebook could not be changed', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    desk.locked = [notebooks[0]];
    await act(list, 'insert-badge');
    expect(only(list).notice).toEqual({
      tone: 'error',
      text: `The badge is in 1 notebook. ${notebooks[0]} is read-only.`
    });
  });

  it('is deleted for a reason, and its badges go', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { doi, depositId } = only(list);
    await act(list, 'insert-badge');
    desk.answers.reason = null;
    await act(list, 'delete');
    expect(desk.asked.slice(-1)).toMatchObject([
      {
        doi,
        title: 'Rivers',
        until: new Date(only(list).undoUntil ?? 0),
        // Those that owners may give; others are for the site's staff.
        reasons: [
          'copyright',
          'duplicate',
          'personal-data',
          'retracted',
          'test-record'
        ].map(id => expect.objectContaining({ id }) as unknown)
      }
    ]);
    expect(only(list).status).toBe('published');
    desk.answers.reason = 'test-record';
    await act(list, 'delete');
    expect(only(list)).toMatchObject({
      status: 'withdrawn',
      notice: {
        tone: 'ok',
        text: `The record was deleted on ${site.name}. The badge was removed from 2 files.`
      }
    });
    expect(belonging(desk)).toEqual([null, null]);
    const answer = await desk.desk.zenodo.byHand('GET', `records/${depositId}`);
    expect(answer.status).toBe(410);
    await list.refresh();
    expect(only(list).status).toBe('withdrawn');
    expect(only(list).actions).toEqual(['remove-badge', 'open']);
  });

  it('keeps badges that belong to another record, or that the user keeps', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await act(list, 'insert-badge');
    const text = new TextDecoder().decode(desk.desk.files.bytes(notebooks[0]));
    const { depositId } = only(list);
    await desk.desk.files.write(
      notebooks[0],
      text.replace(`"record": "${depositId}"`, '"record": "7"')
    );
    desk.answers.noBadges = false;
    await act(list, 'delete');
    expect(desk.asked.slice(-1)).toEqual([`no badges ${notebooks[1]}`]);
    expect(belonging(desk)).toEqual(['7', depositId]);
    desk.answers.noBadges = true;
    await act(list, 'remove-badge');
    expect(belonging(desk)).toEqual(['7', null]);
    await act(list, 'remove-badge');
    expect(only(list).notice?.text).toContain('No file has the badge');
  });

  it('cannot be deleted after thirty days, also when the clocks differ', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    await desk.desk.zenodo.clock.sleep(31 * 24 * 3600 * 1000);
    await act(list, 'delete');
    expect(only(list).notice?.tone).toBe('error');
    await list.refresh();
    expect(only(list)).toMatchObject({ status: 'published', undoUntil: null });
    expect(only(list).actions).not.toContain('delete');
  });

  it('was deleted on the site’s page: that is noticed', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { depositId } = only(list);
    await desk.desk.zenodo.byHand(
      'POST',
      `records/${depositId}/request-deletion`,
      { reason: 'test-record' }
    );
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.refresh();
    expect(only(list).status).toBe('withdrawn');
    // It is asked once.
    const asked = desk.desk.zenodo.lines.length;
    await list.refresh();
    // The list and the requests, and not the record.
    expect(desk.desk.zenodo.lines).toHaveLength(asked + 2);
  });

  it('loses a change that was begun on the site', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { depositId } = only(list);
    await desk.desk.zenodo.byHand('POST', `records/${depositId}/draft`);
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.refresh();
    expect(only(list)).toMatchObject({ status: 'published', hasEdit: true });
    await act(list, 'discard-edit');
    expect(desk.asked).toEqual(['edit Rivers']);
    expect(desk.desk.zenodo.drafts).toEqual([]);
    expect(desk.desk.zenodo.records).toHaveLength(1);
  });

  it('is not acted upon twice at once', async () => {
    const desk = new ListDesk();
    const list = await desk.openPublished();
    const { key } = only(list);
    const first = list.act(key, 'delete');
    expect(only(list).isBusy).toBe(true);
    await Promise.all([first, list.act(key, 'delete')]);
    expect(desk.asked.filter(one => typeof one === 'object')).toHaveLength(1);
  });
});
