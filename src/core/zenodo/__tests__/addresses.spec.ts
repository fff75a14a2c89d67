import { BadAddressError, UnacceptableFileError } from '../errors';
import { failure, setUp } from './common';

describe('addresses', () => {
  it.each(['', '.', '..'])('makes no address with %j', async id => {
    const { client, http } = setUp([]);
    expect(await failure(client.getDraft(id))).toBeInstanceOf(BadAddressError);
    expect(http.requests).toEqual([]);
  });

  it.each(['../user', '1/../../x', '1/x', 'a\\..\\b', '1?x', '1%2f', 'ü'])(
    'takes %j for no record',
    async id => {
      const { client, http } = setUp([]);
      expect(await failure(client.getDraft(id))).toBeInstanceOf(
        BadAddressError
      );
      expect(await failure(client.newVersion(id))).toBeInstanceOf(
        BadAddressError
      );
      expect(http.requests).toEqual([]);
    }
  );

  it.each([
    ['a b/ü?#%.csv', 'a%20b/%C3%BC%3F%23%25.csv'],
    ['content', 'content'],
    ['a\\b:c', 'a%5Cb%3Ac']
  ])('encodes the key %j', async (key, encoded) => {
    const { client, http } = setUp([
      { status: 200, json: { key, status: 'pending' } }
    ]);
    await client.getFile('1', key);
    expect(http.requests[0].url).toBe(
      `https://zenodo.org/api/records/1/draft/files/${encoded}`
    );
  });

  it.each(['', '../a', '/a', 'a/', 'a//b', 'a/./b', '\ud800', 'k'.repeat(256)])(
    'refuses the key %j before asking',
    async key => {
      const { client, http } = setUp([]);
      expect(await failure(client.initFile('1', key))).toBeInstanceOf(
        UnacceptableFileError
      );
      expect(http.requests).toEqual([]);
    }
  );
});
