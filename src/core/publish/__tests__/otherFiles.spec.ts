import { failure } from '../../zenodo/__tests__/common';
import { StrangeFilesError } from '../errors';
import { Publication } from './publication';
import { PageGone } from './simulatedSite';

/** Put a file into the draft as the site's own page does. */
async function addByHand(publication: Publication, key: string): Promise<void> {
  const { zenodo } = publication;
  const path = `records/${zenodo.drafts[0]}/draft/files`;
  await zenodo.byHand('POST', path, [{ key }]);
  await zenodo.byHand('PUT', `${path}/${key}/content`, 'any content');
  const { status } = await zenodo.byHand('POST', `${path}/${key}/commit`);
  expect(status).toBe(200);
}

describe('a file that the user put into the draft on the site', () => {
  it('is neither published unseen nor deleted', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    await addByHand(publication, 'preview.pdf');
    const error = await failure(publication.run());
    expect(error).toBeInstanceOf(StrangeFilesError);
    expect((error as Error).message).toContain('preview.pdf');
    const { zenodo } = publication;
    expect(publication.confirmations).toBe(0);
    expect(zenodo.records).toEqual([]);

    const [draft] = zenodo.drafts;
    await zenodo.byHand('DELETE', `records/${draft}/draft/files/preview.pdf`);
    await publication.run();
    expect(zenodo.records).toEqual([draft]);
    expect(zenodo.count(/content$/)).toBe(2);
  });

  it('stops an upload that is begun again, too', async () => {
    const publication = new Publication();
    publication.zenodo.simulator.faults.add({
      kind: 'corrupt',
      match: { method: 'PUT', path: /content$/ }
    });
    await failure(publication.saveDraft());
    await addByHand(publication, 'preview.pdf');
    expect(await failure(publication.run())).toBeInstanceOf(StrangeFilesError);
  });
});

describe('an archive that goes by another name now', () => {
  it('takes the place of the one that was sent', async () => {
    const publication = new Publication();
    await publication.saveDraft();
    const before = await publication.entry();
    await publication.rename('lakes.zip');
    const after = await publication.run();
    expect(before.pack?.uploads).toMatchObject([{ key: 'rivers.zip' }]);
    expect(after.pack?.uploads).toMatchObject([{ key: 'lakes.zip' }]);
    const [record] = publication.zenodo.simulator.state.records.values();
    expect([...record.bucket.files.keys()]).toEqual(['lakes.zip']);
  });

  it.each([
    ['dies before that is done', /^PUT .*content$/],
    ['is told that it is gone, though it is not', null]
  ])('takes its place when the page %s', async (_, dies) => {
    const publication = new Publication();
    const { zenodo } = publication;
    await publication.saveDraft();
    await publication.rename('lakes.zip');
    const removal = { method: 'DELETE', path: /rivers\.zip$/ };
    if (dies) {
      zenodo.before = line => {
        if (line.startsWith('DELETE')) {
          throw new PageGone();
        }
      };
      expect(await failure(publication.run())).toBeInstanceOf(PageGone);
      zenodo.before = () => undefined;
      publication.openPage();
    } else {
      zenodo.simulator.faults.add({ kind: 'refuse', status: 404, match: removal }); // prettier-ignore
    }
    await publication.run();
    const [record] = zenodo.simulator.state.records.values();
    expect([...record.bucket.files.keys()]).toEqual(['lakes.zip']);
  });
});
