import { failure } from '../../zenodo/__tests__/common';
import { OpenElsewhereError } from '../errors';
import { Publication } from './publication';

/** Another page takes the publication over when this one sends such a request, and ends it. */
function takeOverAt(publication: Publication, pattern: RegExp): void {
  const { zenodo } = publication;
  zenodo.before = async line => {
    if (pattern.test(line)) {
      zenodo.before = () => undefined;
      await publication.secondPage().run();
    }
  };
}

describe('a publication that another page takes over', () => {
  it.each([
    ['the making of the draft', /^POST \/api\/records$/],
    ['the reservation', /pids\/doi$/],
    ['the upload', /content$/],
    ['the last details', /^PUT .*draft$/],
    ['"publish"', /actions\/publish$/]
  ])('is published once, at %s', async (_, pattern) => {
    const publication = new Publication();
    takeOverAt(publication, pattern);
    const came = await publication.run().catch((reason: unknown) => reason);
    const { zenodo } = publication;
    const { record } = await publication.entry();
    if (!(came instanceof OpenElsewhereError)) {
      expect(came).toMatchObject({ record });
    }
    expect(zenodo.records).toEqual([record?.id]);
    expect(zenodo.drafts).toEqual([]);
  });

  it('leaves a draft alone that the other page has adopted', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    zenodo.after = async line => {
      if (line === 'POST /api/records') {
        zenodo.after = () => undefined;
        await zenodo.clock.sleep(2_000);
        await publication.secondPage().saveDraft();
      }
    };
    expect(await failure(publication.run())).toBeInstanceOf(OpenElsewhereError);
    expect(zenodo.drafts).toEqual([(await publication.entry()).draft?.id]);
  });
});
