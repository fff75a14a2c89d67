import { sharedDraftUrl } from '../sites';
import { UnexpectedAnswerError } from '../errors';
import { failure, setUp } from './common';
import { recorded } from './recorded';
import { body, setUpSimulator, site } from './simulated';

/** In the recordings a word stands for the token. */
function withToken(name: string) {
  const reply = recorded(name);
  return {
    ...reply,
    json: JSON.parse(
      JSON.stringify(reply.json).replace(/<link_token>/g, 'eyJh.eyJp.x-_y')
    ) as unknown
  };
}

const link = {
  id: 'b2027b48-e761-4873-bcf6-455471074806',
  permission: 'preview',
  description: 'for review',
  token: 'eyJh.eyJp.x-_y'
};

describe('the secret links of a draft', () => {
  it('are read as recorded', async () => {
    const { client, http } = setUp([
      withToken('links.create'),
      withToken('links.list'),
      recorded('links.delete')
    ]);
    expect(await client.links.create('100020', 'for review')).toEqual(link);
    expect(await client.links.list('100020')).toEqual([link]);
    await client.links.remove('100020', link.id);
    expect(http.lines).toEqual([
      'POST /records/100020/access/links',
      'GET /records/100020/access/links',
      `DELETE /records/100020/access/links/${link.id}`
    ]);
  });

  it('show the draft to anyone, until they are removed', async () => {
    const { client, simulator } = setUpSimulator();
    const { id } = await client.createDraft(body);
    const { token, id: made } = await client.links.create(id, 'ours');
    const look = async () => {
      const url = `${site.url}/api/records/${id}/draft?token=${token}`;
      return (await simulator.handle(new Request(url))).status;
    };
    expect(await look()).toBe(200);
    expect(await client.links.list(id)).toMatchObject([
      { id: made, description: 'ours', permission: 'preview' }
    ]);
    await client.links.remove(id, made);
    await client.links.remove(id, made);
    expect(await client.links.list(id)).toEqual([]);
    expect(await look()).toBe(403);
    expect(sharedDraftUrl(site, id, 'a+b')).toBe(
      `${site.url}/records/${id}?preview=1&token=a%2Bb`
    );
  });

  it.each([
    { ...link, token: 'a b' },
    { ...link, id: '../x' },
    { ...link, token: 5 },
    null
  ])('are nothing else (%j)', async json => {
    const { client } = setUp([{ status: 201, json }]);
    expect(await failure(client.links.create('1', ''))).toMatchObject({
      cause: expect.any(UnexpectedAnswerError) as unknown
    });
  });
});
