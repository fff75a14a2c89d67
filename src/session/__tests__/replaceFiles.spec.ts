import JSZip from 'jszip';
import type { IConfirmation } from '../state';
import { PublicationSession } from '../session';
import { Desk } from './desk';

const plot = 'rivers/02-plot.ipynb';
const day = 24 * 3600 * 1000;

/** A desk whose folder is published, and was changed since. */
async function publishedDesk(): Promise<Desk> {
  const desk = new Desk();
  const session = await desk.openReady();
  await session.publication.publish();
  expect(session.state.phase).toBe('published');
  const text = new TextDecoder().decode(desk.files.bytes(plot));
  await desk.files.write(plot, text.replace('import numpy', 'import scipy'));
  return desk;
}

/** The panel of the same files, for other files of the same record. */
async function openReplacing(desk: Desk): Promise<PublicationSession> {
  const session = await desk.openBeside('two');
  session.metadata.set(desk.metadata);
  await session.checked();
  session.version.publishAs('replace-files');
  await session.checked();
  return session;
}

const record = (desk: Desk) => desk.zenodo.records[0];

describe('other files for a record', () => {
  it('are published under the same DOI, after a question of its own', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    expect(session.state.version).toMatchObject({
      as: 'replace-files',
      last: { files: ['rivers.zip'] },
      changes: { changed: ['02-plot.ipynb'] }
    });
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(1);
    expect(desk.zenodo.drafts).toEqual([]);
    const facts = desk.asked.at(-1) as IConfirmation;
    expect(facts).toMatchObject({
      replaces: ['rivers.zip'],
      title: 'Rivers',
      versionOf: null,
      doi: session.state.publish.outcome?.doi
    });
    expect(session.state.publish.outcome).toMatchObject({
      isReplacement: true,
      proposals: []
    });
    expect(session.state.publish.outcome?.undoUntil).toBe(
      facts.until.getTime()
    );
    // The badge is the same one, and right.
    const badge = desk.badges.get(plot);
    expect(badge?.identity.record).toBe(record(desk));
    // What comes next knows the new files.
    await session.publication.newVersion();
    expect(session.state.version.changes).toMatchObject({ changed: [] });
  });

  it('stay what they are in a page that was loaded anew', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    await session.publication.saveDraft();
    expect(session.state.phase).toBe('uploaded');
    session.dispose();
    // Also where what was typed is lost.
    desk.forms.clear();
    const again = await desk.open('two');
    expect(again.state.version.as).toBe('replace-files');
    again.metadata.set(desk.metadata);
    await again.account.signIn(desk.token);
    await again.publication.publish();
    expect(again.state.publish.trouble).toBeNull();
    expect(desk.zenodo.records).toHaveLength(1);
    expect(desk.zenodo.count(/file-modification$/)).toBe(1);
  });

  it('are described by the details of the record, not by those of the form', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    session.metadata.set({ title: 'Ponds' });
    // So it is also shown before.
    const shown = session.previews.of('ro-crate-metadata.json')?.text;
    expect(shown).toContain('"Rivers"');
    expect(shown).not.toContain('Ponds');
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    const zip = await JSZip.loadAsync(
      await desk.zenodo.published('rivers.zip')
    );
    const crate = await zip.file('ro-crate-metadata.json')?.async('string');
    expect(crate).toContain('"Rivers"');
    expect(crate).not.toContain('Ponds');
  });

  it('go out whatever is wrong in the form, which does not', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    session.metadata.set({ title: 'x', creators: [] });
    session.version.publishAs('new-version');
    await session.publication.publish();
    expect(session.state.metadata.errors).toHaveProperty('title');
    session.version.publishAs('replace-files');
    await session.checked();
    expect(session.state.metadata.errors).toEqual({});
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.phase).toBe('published');
    expect(desk.zenodo.records).toHaveLength(1);
  });

  it('go out with the details of the site where these were changed there: the form is not offered', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    await session.publication.saveDraft();
    const id = record(desk);
    const draft = (await (
      await desk.zenodo.byHand('GET', `records/${id}/draft`)
    ).json()) as { metadata: object };
    await desk.zenodo.byHand('PUT', `records/${id}/draft`, {
      ...draft,
      metadata: { ...draft.metadata, title: 'Brooks' }
    });
    session.metadata.set({ title: 'x' });
    await session.publication.publish();
    expect(session.state.phase).toBe('stopped');
    expect(session.state.publish.trouble?.actions).toEqual([
      'use-site',
      'discard'
    ]);
    await session.publication.useDetails('site');
    expect(session.state.phase).toBe('published');
    const [published] = [...desk.zenodo.simulator.state.records.values()];
    expect(published.metadata.title).toBe('Brooks');
  });

  it('go out where Publish is pressed before the panel has read everything', async () => {
    const desk = await publishedDesk();
    const session = desk.openUnread('two', {
      as: 'replace-files',
      recordId: record(desk)
    });
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.publish.outcome?.isReplacement).toBe(true);
    expect(desk.zenodo.records).toHaveLength(1);
    expect(desk.asked.at(-1)).toMatchObject({ replaces: ['rivers.zip'] });
  });

  it('do not go out of a panel that was closed meanwhile', async () => {
    const desk = await publishedDesk();
    const asked = desk.asked.length;
    const session = desk.openUnread('two', {
      as: 'replace-files',
      recordId: record(desk)
    });
    const pressed = session.publication.publish();
    session.dispose();
    await pressed;
    expect(desk.asked).toHaveLength(asked);
    expect(desk.zenodo.count(/file-modification$/)).toBe(0);
  });

  it('are given up, and the record keeps the ones that it has', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    await session.publication.saveDraft();
    await session.publication.discardDraft();
    expect(desk.asked.at(-1)).toMatch(/^keep files 10\./);
    expect(desk.zenodo.drafts).toEqual([]);
    expect(desk.zenodo.records).toHaveLength(1);
    expect(session.state).toMatchObject({
      phase: 'editing',
      publish: { draft: null }
    });
    // And begun again.
    session.version.publishAs('replace-files');
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.publish.outcome?.isReplacement).toBe(true);
  });

  it('are begun again when they were discarded on the site', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    await session.publication.saveDraft();
    await desk.zenodo.byHand('DELETE', `records/${record(desk)}/draft`);
    await session.publication.publish();
    expect(session.state.publish.trouble).toMatchObject({
      happened: expect.stringContaining('discarded on Zenodo') as string,
      next: 'Publish begins to replace them again.'
    });
    await session.publication.publish();
    expect(session.state.publish.outcome?.isReplacement).toBe(true);
  });

  it('need a change', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    const session = await openReplacing(desk);
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    expect(
      session.state.findings.find(({ stops }) => stops)?.message
    ).toContain('there is nothing to replace');
  });

  it('are not for data with a record of their own', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    await session.data.split(['data/levels.csv']);
    await session.checked();
    await session.publication.publish();
    expect(session.state.phase).toBe('editing');
    await session.data.join();
    await session.checked();
    await session.publication.publish();
    expect(session.state.publish.outcome?.isReplacement).toBe(true);
  });

  it('are not offered when the time is over', async () => {
    const desk = await publishedDesk();
    await desk.zenodo.clock.sleep(30 * day);
    const session = await openReplacing(desk);
    expect(session.state.version).toMatchObject({
      as: 'new-version',
      last: { replaceUntil: null }
    });
  });

  it('are refused by the site in words that say what to do instead', async () => {
    const desk = await publishedDesk();
    const session = await openReplacing(desk);
    // The site counts otherwise than this page.
    const { settings } = desk.zenodo.simulator as unknown as {
      settings: { now: () => number };
    };
    const { now } = settings;
    settings.now = () => now() + 31 * day;
    await session.publication.publish();
    settings.now = now;
    expect(session.state.publish.trouble).toMatchObject({
      happened: expect.stringContaining('within 30 days') as string,
      next: expect.stringContaining('A new version of that record') as string
    });
    expect(desk.zenodo.drafts).toEqual([]);
    session.version.publishAs('new-version');
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(2);
  });
});
