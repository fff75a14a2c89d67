import { NotSignedInError, RateLimitedError } from '../errors';
import { failure, setUp } from './common';
import { recorded } from './recorded';
import { setUpSimulator } from './simulated';

describe('Vocabularies, as recorded', () => {
  it('finds licences, as a guest, and asks once', async () => {
    const { client, http } = setUp([recorded('vocab.licenses.suggest')]);
    const found = await client.vocabularies.licenses(' apache ');
    expect(await client.vocabularies.licenses('apache')).toBe(found);
    expect(http.lines).toEqual([
      'GET /vocabularies/licenses?suggest=apache&size=10'
    ]);
    expect(http.requests[0].headers).toEqual({
      Accept: 'application/vnd.inveniordm.v1+json'
    });
    expect(found[0]).toMatchObject({
      id: 'apache-1.0',
      title: 'Apache License 1.0',
      tags: ['all', 'software'],
      props: { url: 'https://spdx.org/licenses/Apache-1.0', scheme: 'spdx' }
    });
  });

  it('reads organisations', async () => {
    const { client } = setUp([
      recorded('vocab.affiliations.suggest'),
      recorded('vocab.funders.suggest')
    ]);
    expect(await client.vocabularies.affiliations('cern')).toEqual([
      {
        id: '01ggx4157',
        name: 'European Organization for Nuclear Research',
        acronym: 'CERN',
        country: 'CH'
      }
    ]);
    const [commission] = await client.vocabularies.funders('european');
    expect(commission).toMatchObject({ id: '00k4n6c32', country: 'BE' });
  });

  it('reads people, with the token', async () => {
    const { client, http } = setUp([recorded('vocab.names.token')]);
    expect(await client.vocabularies.people('carb')).toEqual([
      {
        id: '0000-0002-1825-0097',
        name: 'Carberry, Josiah',
        familyName: 'Carberry',
        givenName: 'Josiah',
        orcid: '0000-0002-1825-0097',
        affiliations: [{ name: 'Brown University' }]
      }
    ]);
    expect(http.requests[0].headers).toHaveProperty('Authorization');
  });

  it('reads subjects and communities with their policies', async () => {
    const { client, http } = setUp([
      recorded('vocab.subjects.suggest'),
      recorded('communities.search')
    ]);
    expect(await client.vocabularies.subjects('jup')).toEqual([
      {
        id: 'http://127.0.0.1/subjects/jupyter',
        subject: 'Jupyter',
        scheme: 'LOCAL'
      }
    ]);
    const [open] = await client.vocabularies.communities('title:(Open comm');
    expect(open).toMatchObject({
      slug: 'open-comm',
      submissionPolicy: 'open',
      reviewPolicy: 'closed'
    });
    expect(http.lines[1]).toBe(
      'GET /communities?q=title*+AND+open*+AND+comm*&size=10'
    );
  });

  it('reads awards of a funder', async () => {
    const award = recorded('vocab.awards.item').json;
    const { client, http } = setUp([
      { status: 200, json: { hits: { hits: [award, null, { id: '' }] } } }
    ]);
    expect(await client.vocabularies.awards('zen', '00k4n6c32')).toEqual([
      {
        id: '00k4n6c32::101122956',
        number: '101122956',
        title: 'HORIZON-ZEN: Zenodo for Horizon Europe',
        acronym: 'HORIZON-ZEN',
        url: 'https://cordis.europa.eu/projects/101122956',
        funder: { id: '00k4n6c32', name: 'European Commission' }
      }
    ]);
    expect(http.lines).toEqual([
      'GET /awards?suggest=zen&size=10&funders=00k4n6c32'
    ]);
  });

  it('does not remember a failure', async () => {
    const { client } = setUp([
      'drop',
      'drop',
      recorded('vocab.resourcetypes.depositable')
    ]);
    await failure(client.vocabularies.resourceTypes());
    const types = await client.vocabularies.resourceTypes();
    expect(types[0].title).toBe('Annotation collection');
  });

  it('needs a token for names only, and asks nothing for nothing', async () => {
    const { client, http } = setUp([], { getToken: () => null });
    expect(await failure(client.vocabularies.people('carb'))).toBeInstanceOf(
      NotSignedInError
    );
    expect(await client.vocabularies.languages(' ')).toEqual([]);
    expect(await client.vocabularies.communities('(")')).toEqual([]);
    expect(http.requests).toEqual([]);
  });

  it('takes odd answers apart without stumbling', async () => {
    const odd = [
      { id: 'x', access: { review_policy: '<b>' }, metadata: [] },
      { id: 7 },
      'text',
      { id: 'y', slug: {}, metadata: { title: '<i>Y</i>\u0000' } }
    ];
    const { client } = setUp([{ status: 200, json: { hits: { hits: odd } } }]);
    expect(await client.vocabularies.communities('x')).toEqual([
      { id: 'x', slug: '', title: 'x', submissionPolicy: '', reviewPolicy: '' },
      expect.objectContaining({ id: 'y', slug: '' })
    ]);
  });
});

describe('Vocabularies, against the simulator', () => {
  it.each([
    ['licenses', 'mit'],
    ['languages', 'eng'],
    ['affiliations', '01ggx4157'],
    ['funders', '00k4n6c32'],
    ['awards', '00k4n6c32::283595'],
    ['subjects', 'http://127.0.0.1/subjects/jupyter'],
    ['code:programmingLanguages', 'c++'],
    ['relationtypes', 'cites']
  ] as const)('knows which entries %s has', async (vocabulary, id) => {
    const { client, requests } = setUpSimulator();
    const { vocabularies } = client;
    expect(await vocabularies.entry(vocabulary, id)).toMatchObject({ id });
    expect(await vocabularies.entry(vocabulary, 'no-such')).toBeNull();
    expect(await vocabularies.entry(vocabulary, '..')).toBeNull();
    expect(await vocabularies.entry(vocabulary, 'no-such')).toBeNull();
    expect(requests()).toHaveLength(2);
  });

  it('lists the small ones', async () => {
    const { client } = setUpSimulator();
    const { vocabularies } = client;
    expect(await vocabularies.all('relationtypes')).toHaveLength(39);
    expect(await vocabularies.all('contributorsroles')).toHaveLength(22);
    expect((await vocabularies.linkableTypes()).map(({ id }) => id)).toContain(
      'software'
    );
  });

  it('finds by the beginnings of words', async () => {
    const { client } = setUpSimulator();
    const { vocabularies } = client;
    const [english] = await vocabularies.languages('engl');
    expect(english).toMatchObject({ id: 'eng', title: 'English' });
    const [open] = await vocabularies.communities('ope');
    expect(open).toMatchObject({ slug: 'open-comm', submissionPolicy: 'open' });
    const [award] = await vocabularies.awards('horiz', '00k4n6c32');
    expect(award.number).toBe('101122956');
    const [written] = await vocabularies.awards('HORIZON-Z', '00k4n6c32');
    expect(written.number).toBe('101122956');
    // Words of the title are found by another question.
    expect(await vocabularies.awards('zeno euro', '00k4n6c32')).toEqual([
      written
    ]);
    expect(await vocabularies.awards('horiz', '021nxhr62')).toEqual([]);
    const [person] = await vocabularies.people('carb');
    expect(person.orcid).toBe('0000-0002-1825-0097');
  });

  it('leaves requests for the publication', async () => {
    const limit = { count: 30, seconds: 60, name: '30 per 1 minute' };
    const { client, clock, requests } = setUpSimulator({
      limits: { guest: [limit], user: [limit], search: [limit], badge: [limit] }
    });
    let error: unknown;
    for (let call = 0; call < 30 && !error; call++) {
      error = await client.vocabularies.languages(`word ${call}`).then(
        () => undefined,
        (reason: unknown) => reason
      );
    }
    expect(error).toBeInstanceOf(RateLimitedError);
    const asked = requests().length;
    expect(asked).toBeLessThan(10);
    await clock.sleep(61_000);
    expect(await client.vocabularies.languages('engl')).toHaveLength(1);
  });
});
