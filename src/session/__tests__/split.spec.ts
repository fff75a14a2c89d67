import JSZip from 'jszip';
import { DATA_TAG } from '../../core/notebook/dataCell';
import { metadata } from '../../core/publish/__tests__/publication';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import { PublicationSession } from '../session';
import type { IConfirmation } from '../state';
import { Desk } from './desk';

const levels = 'data/levels.csv';

interface IPublished {
  readonly id: string;
  readonly keys: string[];
  readonly metadata: {
    readonly title: string;
    readonly resource_type: { readonly id: string };
    readonly related_identifiers?: readonly {
      readonly identifier: string;
      readonly relation_type: { readonly id: string };
    }[];
    readonly references?: unknown;
    readonly rights: readonly { readonly id: string }[];
  };
}

/** The site's records in the order in which they were published. */
async function records(desk: Desk): Promise<IPublished[]> {
  return Promise.all(
    desk.zenodo.records.map(async id => {
      const answer = await desk.zenodo.byHand('GET', `records/${id}`);
      const { metadata } = (await answer.json()) as IPublished;
      const { bucket } = desk.zenodo.simulator.state.records.get(id) ?? {};
      return { id, metadata, keys: [...(bucket?.files.keys() ?? [])] };
    })
  );
}

async function bytesOf(desk: Desk, id: string, key: string) {
  const record = desk.zenodo.simulator.state.records.get(id);
  const bytes = await record?.bucket.files.get(key)?.bytes?.all();
  return bytes ?? new Uint8Array();
}

interface ICell {
  readonly source: readonly string[];
  readonly metadata: { readonly tags?: readonly string[] };
}

async function dataCell(zip: JSZip, path: string): Promise<string | null> {
  const { cells } = JSON.parse((await zip.file(path)?.async('text')) ?? '') as {
    cells: ICell[];
  };
  const cell = cells.find(one => one.metadata.tags?.includes(DATA_TAG));
  return cell?.source.join('') ?? null;
}

function entries(desk: Desk): Record<string, IJournalEntry> {
  const { publications } = JSON.parse(desk.journal.text) as {
    publications: Record<string, IJournalEntry>;
  };
  return publications;
}

async function parted(desk: Desk): Promise<PublicationSession> {
  const session = await desk.openReady();
  await session.data.split([levels]);
  return session;
}

async function expectBothOnce(desk: Desk): Promise<void> {
  const found = await records(desk);
  expect(found.map(({ metadata }) => metadata.title)).toEqual([
    'Data of “Rivers”',
    'Rivers'
  ]);
  expect(desk.zenodo.drafts).toEqual([]);
}

describe('data with a record of their own', () => {
  it('are published first, and both records say so', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    await session.publication.publish();
    expect(session.state.publish.trouble).toBeNull();
    await expectBothOnce(desk);
    const [data, notebooks] = await records(desk);
    const doi = (id: string) => `10.5281/zenodo.${id}`;
    expect(data).toMatchObject({
      keys: ['levels.csv'],
      metadata: {
        resource_type: { id: 'dataset' },
        rights: [{ id: 'cc-by-4.0' }],
        related_identifiers: [
          {
            identifier: doi(notebooks.id),
            relation_type: { id: 'issupplementto' }
          }
        ]
      }
    });
    expect(notebooks.metadata.related_identifiers).toContainEqual(
      expect.objectContaining({
        identifier: doi(data.id),
        relation_type: expect.objectContaining({ id: 'issupplementedby' })
      })
    );
    // Nothing of the nonces stays.
    expect(data.metadata.references).toBeUndefined();
    expect(session.state.publish.outcome).toMatchObject({
      doi: doi(notebooks.id),
      data: { doi: doi(data.id) }
    });
  });

  it('are not in the archive, but a cell that fetches them is', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    session.data.setCell('02-plot.ipynb', false);
    await session.publication.publish();
    const [data, notebooks] = await records(desk);
    const zip = await JSZip.loadAsync(
      await bytesOf(desk, notebooks.id, 'rivers.zip')
    );
    expect(Object.keys(zip.files)).not.toContain(levels);
    const cell = await dataCell(zip, '01-clean.ipynb');
    expect(cell).toContain(`/api/records/${data.id}/files/`);
    expect(cell).toContain('"levels.csv/content"');
    expect(cell).toContain(levels);
    expect(cell).toContain(entries(desk)['one-data'].pack?.uploads[0].md5);
    expect(await dataCell(zip, '02-plot.ipynb')).toBeNull();
    // The user's own notebooks get the badge only.
    expect([...desk.badges.keys()]).toContain('rivers/01-clean.ipynb');
    expect(
      new TextDecoder().decode(desk.files.bytes('rivers/01-clean.ipynb'))
    ).not.toContain(DATA_TAG);
  });

  it('are named in the one confirmation', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    session.data.setTitle('Levels of rivers');
    session.data.setLicense('same');
    await session.publication.publish();
    expect(desk.asked).toHaveLength(1);
    expect((desk.asked[0] as IConfirmation).data).toEqual({
      title: 'Levels of rivers',
      files: 1,
      bytes: 16,
      licenses: ['MIT License']
    });
    const [data] = await records(desk);
    expect(data.metadata.title).toBe('Levels of rivers');
  });

  it('stay private with the notebooks until the user agrees', async () => {
    const desk = new Desk();
    desk.answers.publish = false;
    const session = await parted(desk);
    await session.publication.publish();
    expect(session.state.phase).toBe('uploaded');
    expect(desk.zenodo.records).toEqual([]);
    expect(desk.zenodo.drafts).toHaveLength(2);
    desk.answers.publish = true;
    const uploads = desk.zenodo.count(/content$/);
    await session.publication.publish();
    await expectBothOnce(desk);
    expect(desk.zenodo.count(/content$/)).toBe(uploads);
  });

  it('may be agreed to before the upload', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    session.publication.setWhen('now');
    await session.publication.publish();
    await expectBothOnce(desk);
    expect(desk.asked).toHaveLength(1);
  });

  it.each([
    ['the data are sent', /PUT .*levels\.csv\/content$/],
    ['the data are published', /POST .*publish$/],
    ['their draft is made', /POST \/api\/records$/]
  ])('are not made twice when the page dies as %s', async (_, pattern) => {
    const desk = new Desk();
    const session = await parted(desk);
    desk.zenodo.dieAfter(pattern);
    await session.publication.publish();
    const again = await desk.open();
    expect(again.state.data.paths).toEqual([levels]);
    await again.account.signIn(desk.token);
    await again.publication.publish();
    expect(again.state.publish.trouble).toBeNull();
    await expectBothOnce(desk);
    expect(again.state.publish.outcome?.data).not.toBeNull();
  });

  it('are known to a page that comes when all is done', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    await session.publication.publish();
    const again = await desk.open();
    expect(again.state.publish.outcome?.data).toEqual(
      session.state.publish.outcome?.data
    );
  });

  it('can be put back: their draft goes when the notebooks are published', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    await session.publication.saveDraft();
    expect(desk.zenodo.drafts).toHaveLength(2);
    await session.data.join();
    await session.publication.publish();
    const found = await records(desk);
    expect(found.map(({ metadata }) => metadata.title)).toEqual(['Rivers']);
    expect(desk.zenodo.drafts).toEqual([]);
    expect(session.state.publish.outcome?.data).toBeNull();
    const zip = await JSZip.loadAsync(
      await bytesOf(desk, found[0].id, 'rivers.zip')
    );
    expect(Object.keys(zip.files)).toContain(levels);
    expect(await dataCell(zip, '01-clean.ipynb')).toBeNull();
  });

  it('are discarded with the notebooks', async () => {
    const desk = new Desk();
    const session = await parted(desk);
    await session.publication.saveDraft();
    await session.publication.discardDraft();
    expect(desk.zenodo.drafts).toEqual([]);
    await session.publication.publish();
    await expectBothOnce(desk);
  });

  it('are looked through for secrets, and one stops the upload', async () => {
    const desk = new Desk();
    const key = ['AKIA', 'Z7XQW4RT', '2MNB6VCD'].join('');
    await desk.files.write(
      'rivers/data/levels.csv',
      `aws_access_key_id,${key}\n`
    );
    const session = await parted(desk);
    await session.checked();
    expect(session.state.findings).toContainEqual(
      expect.objectContaining({
        stops: true,
        place: expect.objectContaining({ path: levels })
      })
    );
    await session.publication.publish();
    expect(desk.zenodo.lines).not.toContain('POST /api/records');
  });
});

describe('which data are parted off', () => {
  it('is shown in the list of files and counted apart', async () => {
    const desk = new Desk();
    const session = await desk.open();
    const { count, bytes } = session.state.contents;
    await session.data.split([levels]);
    const { contents, data, findings } = session.state;
    expect(contents.entries.find(({ path }) => path === levels)).toMatchObject({
      included: false,
      reason: 'left out: in the record of the data'
    });
    expect(contents.count).toBe(count - 1);
    expect(contents.bytes).toBe(bytes - data.bytes);
    expect(data).toMatchObject({ paths: [levels], bytes: 16 });
    // It is not missing: a cell fetches it.
    expect(findings.map(({ id }) => id)).not.toContain('uses.left-out');
  });

  it('is undone by a tick', async () => {
    const session = await new Desk().open();
    await session.data.split([levels]);
    session.contents.setIncluded(levels, true);
    expect(session.state.contents.entries).toContainEqual(
      expect.objectContaining({ path: levels, included: true })
    );
    await session.contents.reload();
    expect(session.state.data.paths).toEqual([]);
  });

  it('never takes notebooks or environment files', async () => {
    const session = await new Desk().open();
    await session.data.split(['01-clean.ipynb', 'requirements.txt', levels]);
    expect(session.state.data.paths).toEqual([levels]);
  });

  it('names the notebooks that cannot fetch', async () => {
    const desk = new Desk();
    const julia = JSON.parse(
      new TextDecoder().decode(desk.files.bytes('rivers/02-plot.ipynb'))
    ) as { metadata: object };
    julia.metadata = { kernelspec: { name: 'julia-1.10', display_name: 'J' } };
    await desk.files.write('rivers/02-plot.ipynb', JSON.stringify(julia));
    const session = await desk.open();
    await session.data.split([levels]);
    expect(session.state.data).toMatchObject({
      cells: [{ path: '01-clean.ipynb', on: true }],
      foreign: ['02-plot.ipynb']
    });
  });

  it('puts the cell only where the data are read, as far as is known', async () => {
    const desk = new Desk();
    const text = new TextDecoder().decode(
      desk.files.bytes('rivers/02-plot.ipynb')
    );
    await desk.files.write(
      'rivers/02-plot.ipynb',
      text.replace('import numpy', `open('${levels}')`)
    );
    const session = await desk.open();
    await session.data.split([levels]);
    expect(session.state.data.cells).toEqual([
      { path: '01-clean.ipynb', on: false },
      { path: '02-plot.ipynb', on: true }
    ]);
  });

  it('can be looked at before', async () => {
    const session = await new Desk().open();
    session.metadata.set(metadata);
    await session.data.split([levels]);
    expect(session.data.preview()).toContain(levels);
    expect(session.data.preview()).toContain('"levels.csv/content"');
    expect(session.state.data.defaultTitle).toBe('Data of “Rivers”');
  });
});
