import { failure } from '../../zenodo/__tests__/common';
import { DraftChangedError } from '../errors';
import { asSent } from '../seenDraft';
import { metadata, Publication } from './publication';

/** Change the draft as the site's own form does: all that is not touched is sent back. */
async function edit({ zenodo }: Publication, change: object): Promise<void> {
  const path = `records/${zenodo.drafts[0]}/draft`;
  const answer = await zenodo.byHand('GET', path);
  const there = (await answer.json()) as Record<string, object>;
  const { status } = await zenodo.byHand('PUT', path, {
    access: there.access,
    metadata: asSent({ ...there.metadata, ...change }) as object,
    custom_fields: asSent(there.custom_fields) as object
  });
  expect(status).toBe(200);
}

async function decide(
  publication: Publication,
  error: unknown,
  details: 'mine' | 'site'
): Promise<void> {
  const { id, revision } = (error as DraftChangedError).draft;
  publication.choices = { draftChoice: { id, revision, details } };
}

const record = ({ zenodo }: Publication) => {
  const [one] = zenodo.simulator.state.records.values();
  return one;
};

describe('a draft that was changed on the site', () => {
  it('is not overwritten unseen: the user is told what is another', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await edit(publication, { title: 'Lakes', version: '2' });
    const error = await failure(publication.run());
    expect(error).toBeInstanceOf(DraftChangedError);
    expect(error).toMatchObject({
      message: 'The draft was changed on Zenodo meanwhile: title, version.',
      fields: ['metadata.title', 'metadata.version'],
      draft: { title: 'Lakes' }
    });
    const [draft] = publication.zenodo.simulator.state.drafts.values();
    expect(draft.metadata.title).toBe('Lakes');
    expect(publication.confirmations).toBe(0);
  });

  it('is sent the form, when the user wants that', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await edit(publication, { title: 'Lakes' });
    await decide(publication, await failure(publication.run()), 'mine');
    await publication.run();
    expect(record(publication).metadata.title).toBe(metadata.title);
    expect(publication.zenodo.count(/content$/)).toBe(1);
  });

  it('keeps what stands on the site, when the user wants that', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await edit(publication, {
      title: 'Lakes',
      contributors: [
        {
          person_or_org: { type: 'organizational', name: 'A club' },
          role: { id: 'datacollector' }
        }
      ]
    });
    await decide(publication, await failure(publication.run()), 'site');
    await publication.run();
    const published = record(publication).metadata;
    expect(published).toMatchObject({
      title: 'Lakes',
      contributors: [{ role: { id: 'datacollector' } }],
      rights: [{ id: 'mit' }],
      related_identifiers: [
        { identifier: expect.stringContaining('hub.example.org') as string }
      ]
    });
    expect(published.references ?? []).toEqual([]);
  });

  it('keeps that in a page that does not know the answer, too', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await edit(publication, { title: 'Lakes' });
    await decide(publication, await failure(publication.run()), 'site');
    await publication.saveDraft();
    publication.choices = {};
    publication.openPage();
    await publication.run();
    expect(record(publication).metadata.title).toBe('Lakes');
  });

  it('is asked about again, when it was changed again', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await edit(publication, { title: 'Lakes' });
    await decide(publication, await failure(publication.run()), 'mine');
    await edit(publication, { title: 'Ponds' });
    expect(await failure(publication.run())).toBeInstanceOf(DraftChangedError);
  });

  it('is noticed when the user thought long about the confirmation', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    Object.defineProperty(publication, 'answer', {
      get: () => {
        void zenodo.clock.sleep(120_000);
        return edit(publication, { title: 'Lakes' }).then(() => true);
      }
    });
    expect(await failure(publication.run())).toBeInstanceOf(DraftChangedError);
    expect(zenodo.records).toEqual([]);
  });

  it('is noticed after a long upload', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    zenodo.before = async line => {
      if (line.endsWith('/commit')) {
        await zenodo.clock.sleep(3600_000);
        await edit(publication, { title: 'Lakes' });
      }
    };
    expect(await failure(publication.run())).toBeInstanceOf(DraftChangedError);
  });

  it('is not what a lost answer of our own leaves', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    await publication.saveDraft();
    publication.metadata = { ...metadata, title: 'Rivers and lakes' };
    zenodo.dieAfter(/^PUT .*draft$/);
    await failure(publication.run());
    publication.openPage();
    publication.metadata = { ...metadata, title: 'Rivers, lakes, ponds' };
    await publication.run();
    expect(record(publication).metadata.title).toBe('Rivers, lakes, ponds');
  });

  it('is sent again what another change made void a moment before', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    await publication.saveDraft();
    let done = false;
    zenodo.before = async line => {
      if (/^PUT .*draft$/.test(line) && !done) {
        done = true;
        await edit(publication, { title: 'Lakes' });
      }
    };
    expect(await failure(publication.run())).toBeInstanceOf(DraftChangedError);
    const [draft] = zenodo.simulator.state.drafts.values();
    expect(draft.metadata.title).toBe('Lakes');
  });
});
