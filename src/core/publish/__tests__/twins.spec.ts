import { Publication } from './publication';

/** A browser that sends `POST /api/records` twice; the page hears of one. */
function twice(publication: Publication, times = 1): void {
  const { zenodo } = publication;
  let left = times;
  zenodo.before = (line, request) => {
    if (line === 'POST /api/records' && left-- > 0) {
      void zenodo.simulator.handle(
        new Request(request.url, {
          method: request.method,
          headers: { ...request.headers },
          body: request.body ?? undefined
        })
      );
    }
  };
}

describe('a draft that the browser made twice', () => {
  it('is deleted when all is done', async () => {
    const publication = new Publication();
    twice(publication);
    await publication.run();
    expect(publication.zenodo.drafts).toHaveLength(1);
    await publication.zenodo.clock.sleep(2000);
    expect(await publication.tidy()).toBe(1);
    expect(publication.zenodo.drafts).toEqual([]);
    expect(publication.zenodo.records).toHaveLength(1);
  });

  it('is not mistaken for another draft', async () => {
    const publication = new Publication();
    await publication.run();
    await publication.zenodo.byHand('POST', 'records');
    await publication.zenodo.clock.sleep(2000);
    expect(await publication.tidy()).toBe(0);
    expect(publication.zenodo.drafts).toHaveLength(1);
  });

  it('stays when the site is in trouble', async () => {
    const publication = new Publication();
    twice(publication);
    await publication.run();
    publication.zenodo.simulator.faults.add({
      kind: 'server-error',
      match: { path: /^\/api\/user\/records/ },
      times: Infinity
    });
    expect(await publication.tidy()).toBe(0);
    expect(publication.zenodo.drafts).toHaveLength(1);
  });
});
