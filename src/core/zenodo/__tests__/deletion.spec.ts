import {
  AnswerLostError,
  GoneError,
  PermissionDeniedError,
  RefusedMetadataError
} from '../errors';
import { failure, setUp } from './common';
import { recorded } from './recorded';
import { body, setUpSimulator } from './simulated';

async function published(changes = {}) {
  const all = setUpSimulator(changes);
  const { id } = await all.client.createDraft(body);
  await all.upload(id);
  await all.client.publish(id);
  return { ...all, id };
}

describe('deleteRecord', () => {
  it('leaves a tombstone, and is well when it was done before', async () => {
    const { client, id } = await published();
    expect(await client.isGone(id)).toBe(false);
    await client.deleteRecord(id, 'test-record');
    expect(await client.isGone(id)).toBe(true);
    expect(await failure(client.getRecord(id))).toBeInstanceOf(GoneError);
    await client.deleteRecord(id, 'test-record');
  });

  it('takes the reasons that the site has', async () => {
    const { client, id } = await published();
    const reasons = await client.vocabularies.all('removalreasons');
    expect(reasons.map(one => one.id)).toContain('test-record');
    expect(await failure(client.deleteRecord(id, 'nope'))).toBeInstanceOf(
      RefusedMetadataError
    );
    expect(await client.isGone(id)).toBe(false);
  });

  it('is refused as recorded', async () => {
    for (const [name, kind] of [
      ['request_deletion.bad_reason', RefusedMetadataError],
      ['request_deletion.other_user', PermissionDeniedError]
    ] as const) {
      const { client } = setUp([recorded(name)]);
      expect(
        await failure(client.deleteRecord('100139', 'nope'))
      ).toBeInstanceOf(kind);
    }
  });

  it('is refused after thirty days', async () => {
    const { client, clock, id } = await published();
    await clock.sleep(31 * 24 * 3600 * 1000);
    expect(
      await failure(client.deleteRecord(id, 'test-record'))
    ).toBeInstanceOf(PermissionDeniedError);
  });

  it.each(['gateway', 'gateway-after', 'drop', 'lose-answer'] as const)(
    'asks what happened when the answer is lost (%s)',
    async kind => {
      const { client, simulator, id, requests } = await published();
      simulator.faults.add({ kind, match: { path: /request-deletion$/ } });
      const happened = kind === 'gateway-after' || kind === 'lose-answer';
      const deletion = client.deleteRecord(id, 'test-record');
      if (happened) {
        await deletion;
      } else {
        expect(await failure(deletion)).toBeInstanceOf(AnswerLostError);
      }
      expect(await client.isGone(id)).toBe(happened);
      expect(
        requests().filter(line => line.endsWith('request-deletion'))
      ).toHaveLength(1);
    }
  );

  it('does not take an unknown record for a deleted one', async () => {
    const { client } = setUpSimulator();
    expect(await client.isGone('999999')).toBe(false);
  });
});
