/**
 * A draft that a community declined, published as it is: seen on a real
 * InvenioRDM, whose index knows no reviews of records.
 */
import { IJsonObject, listOf, objectOf } from '../json';
import { Client } from './client';

describe('a draft that was declined', () => {
  let client: Client;
  let id: string;
  const publish = () =>
    client.call('POST', `/api/records/${id}/draft/actions/publish`);

  /** What the owner's search says of it. */
  const found = async () => {
    const { json } = await client.call('GET', `/api/user/records?q=id:${id}`);
    return listOf(objectOf(json.hits).hits).map(hit => {
      const { status, is_published } = hit as IJsonObject;
      return { status, is_published };
    });
  };

  beforeEach(async () => {
    client = await Client.start();
    id = await client.draft();
    await client.upload(id, 'a.csv', '1,2\n');
    const communities = [...client.simulator.state.communities.values()];
    const open = communities.find(({ slug }) => slug === 'open-comm');
    await client.call('PUT', `/api/records/${id}/draft/review`, {
      receiver: { community: open?.id ?? '' },
      type: 'community-submission'
    });
    const review = await client.call(
      'POST',
      `/api/records/${id}/draft/actions/submit-review`
    );
    await client.call(
      'POST',
      `/api/requests/${String(review.json.id)}/actions/decline`,
      {},
      { Authorization: `Bearer ${client.simulator.secrets.tokenCurator}` }
    );
  });
  afterEach(() => client.stop());

  it('is published with an error, and then neither found nor edited', async () => {
    expect((await publish()).status).toBe(500);
    const record = await client.call('GET', `/api/records/${id}`);
    expect(record.json.is_published).toBe(true);
    expect((await publish()).status).toBe(404);
    const edit = await client.call('POST', `/api/records/${id}/draft`);
    expect(edit.status).toBe(500);
    expect(await found()).not.toContainEqual(
      expect.objectContaining({ is_published: true })
    );
  });

  it('is published as any other once the review is taken off it', async () => {
    const gone = await client.call('DELETE', `/api/records/${id}/draft/review`);
    expect(gone.status).toBe(204);
    expect((await publish()).status).toBe(202);
    expect(await found()).toEqual([
      { status: 'published', is_published: true }
    ]);
  });
});
