import { failure, setUp } from './common';
import { recorded } from './recorded';
import { NotSignedInError } from '../errors';

describe('Vocabularies', () => {
  it('finds licences, as a guest, and asks once', async () => {
    const { client, http } = setUp([recorded('vocab.licenses.suggest')]);
    const found = await client.vocabularies.searchLicenses(' apache ');
    expect(await client.vocabularies.searchLicenses('apache')).toBe(found);
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

  it.each([
    ['affiliations', 'vocab.affiliations.suggest'],
    ['funders', 'vocab.funders.suggest'],
    ['subjects', 'vocab.subjects.suggest'],
    ['names', 'vocab.names.token'],
    ['communities', 'communities.search']
  ] as const)('reads %s', async (vocabulary, name) => {
    const { client } = setUp([recorded(name)]);
    const found = await client.vocabularies.search(vocabulary, 'x');
    expect(found.length).toBeGreaterThan(0);
    for (const { id, title } of found) {
      expect(title).not.toBe('');
      expect(title).not.toBe(id);
    }
  });

  it('reads awards', async () => {
    const award = recorded('vocab.awards.item').json;
    const { client, http } = setUp([
      { status: 200, json: { hits: { hits: [award, null, { id: '' }] } } }
    ]);
    const found = await client.vocabularies.search('awards', 'zen', {
      funder: '00k4n6c32'
    });
    expect(found).toHaveLength(1);
    expect(found[0].id).toBe('00k4n6c32::101122956');
    expect(found[0].props.number).not.toBe('');
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
    expect(
      await failure(client.vocabularies.search('names', 'carb'))
    ).toBeInstanceOf(NotSignedInError);
    expect(await client.vocabularies.search('languages', ' ')).toEqual([]);
    expect(http.requests).toEqual([]);
  });
});
