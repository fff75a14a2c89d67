import { RefusedMetadataError } from '../errors';
import { failure, setUp } from './common';
import { recorded } from './recorded';
import { body, setUpSimulator } from './simulated';

describe('searchOwn', () => {
  it('reads a page as recorded', async () => {
    const { client, http } = setUp([recorded('user_records.rdm')]);
    const page = await client.searchOwn({
      query: 'metadata.title:soil*',
      size: 1,
      page: 1,
      allVersions: true
    });
    expect(page).toMatchObject({
      deposits: [
        {
          id: '100137',
          conceptId: '100136',
          isPublished: true,
          isLatest: true,
          versionIndex: 1,
          doi: '10.5072/zenodo.100137'
        }
      ],
      hasMore: true
    });
    const { searchParams } = new URL(http.requests[0].url);
    expect(Object.fromEntries(searchParams)).toEqual({
      q: 'metadata.title:soil*',
      allversions: 'true',
      size: '1',
      page: '1',
      sort: 'newest'
    });
  });

  it('is refused pages that are too long', async () => {
    const { client } = setUp([recorded('user_records.size_101')]);
    const search = client.searchOwn({ query: '', size: 101, page: 1 });
    expect(await failure(search)).toBeInstanceOf(RefusedMetadataError);
  });

  it('turns the pages, and finds words of titles and DOIs', async () => {
    const { client, upload } = setUpSimulator({ lag: 0 });
    const ids: string[] = [];
    for (const title of ['Soil moisture', 'Rivers', 'Soil maps']) {
      const draft = await client.createDraft({
        ...body,
        metadata: { ...body.metadata, title }
      });
      ids.push(draft.id);
    }
    await upload(ids[1]);
    const { doi, conceptDoi } = await client.publish(ids[1]);
    const found = async (query: string, page = 1, allVersions = false) => {
      const { deposits, hasMore } = await client.searchOwn({
        ...{ query, size: 2, page, allVersions }
      });
      return [...deposits.map(({ id }) => id).sort(), hasMore];
    };
    const first = await found('');
    const second = await found('', 2);
    expect(first.slice(-1)).toEqual([true]);
    expect([...first.slice(0, -1), ...second].sort()).toEqual(
      [...ids, false].sort()
    );
    expect(await found('metadata.title:soil* AND metadata.title:ma*')).toEqual([
      ids[2],
      false
    ]);
    for (const one of [doi, conceptDoi]) {
      expect(
        await found(
          `pids.doi.identifier:"${one}" OR parent.pids.doi.identifier:"${one}"`
        )
      ).toEqual([ids[1], false]);
    }
    expect(await found('metadata.title:lakes*')).toEqual([false]);
  });
});
