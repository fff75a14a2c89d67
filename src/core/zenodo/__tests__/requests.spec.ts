import { Publication } from '../../publish/__tests__/publication';
import {
  communityOf,
  decide,
  submissionsOf
} from '../../publish/__tests__/reviews';
import { site } from '../../publish/__tests__/simulatedSite';
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../client';
import { PermissionDeniedError, RateLimitedError } from '../errors';
import { parseComment, parseRequest } from '../requests';

/** A draft that a community looks at, and the client of its owner. */
async function asked() {
  const publication = new Publication();
  const { zenodo, token } = publication;
  publication.choices = { review: communityOf(zenodo, 'open-comm') };
  const { review, draft } = await publication.run();
  const client = new ZenodoClient({
    site,
    http: zenodo,
    clock: zenodo.clock,
    trans: plainEnglish,
    getToken: () => token
  });
  return { zenodo, client, id: review?.request ?? '', topic: draft?.id ?? '' };
}

describe('requests', () => {
  it('are listed with their state, those about one draft alone', async () => {
    const { client, id, topic } = await asked();
    const [own] = await client.requests.own(topic);
    expect(own).toMatchObject({
      ...{ id, topic, kind: 'review', status: 'submitted', canCancel: true }
    });
    expect(await client.requests.own('999')).toEqual([]);
    expect(await client.requests.own()).toHaveLength(1);
    expect(await client.requests.get(id)).toEqual(own);
    expect(await client.requests.communityTitle(own.community)).toBe(
      'Open Comm'
    );
  });

  it('are talked about: what is written is escaped, what is read is text', async () => {
    const { client, id, zenodo } = await asked();
    await decide(
      zenodo,
      'comment',
      '<p>Add a <b>license</b>.</p><img src=x onerror="alert(1)"><p>a &lt; b</p>'
    );
    await client.requests.comment(id, 'Done & dusted,\n<script>\n\nThanks');
    const [event] = submissionsOf(zenodo)[0].events.slice(-1);
    expect(event.payload.content).toBe(
      '<p>Done &amp; dusted,<br>&lt;script&gt;</p><p>Thanks</p>'
    );
    const comments = await client.requests.comments(id);
    expect(comments.map(({ by, text }) => [by, text])).toEqual([
      ['3', 'Add a license.\n\na < b'],
      ['1', 'Done & dusted,\n<script>\n\nThanks']
    ]);
  });

  it('are taken back once', async () => {
    const { client, id } = await asked();
    await client.requests.cancel(id);
    expect((await client.requests.get(id))?.status).toBe('cancelled');
    await expect(client.requests.cancel(id)).rejects.toThrow(
      PermissionDeniedError
    );
  });

  it('that are gone are null', async () => {
    const { client } = await asked();
    expect(await client.requests.get('nothing')).toBeNull();
    expect(await client.requests.communityTitle('nothing')).toBe('');
  });

  it('are not looked at while the limits of the site are short', async () => {
    const { client, id, zenodo } = await asked();
    zenodo.simulator.settings.limits.user = [
      { count: 20, seconds: 60, name: '20 per 1 minute' }
    ];
    await client.requests.get(id);
    const before = zenodo.lines.length;
    await expect(client.requests.own()).rejects.toThrow(RateLimitedError);
    await expect(client.requests.comments(id)).rejects.toThrow(
      RateLimitedError
    );
    expect(zenodo.lines).toHaveLength(before);
  });

  it('that the answer does not tell in full are left out', () => {
    const whole = { id: 'a', type: 'community-submission', status: 'declined' };
    expect(parseRequest(whole)).toEqual({
      ...{ id: 'a', kind: 'review', status: 'declined', canCancel: false },
      ...{ community: '', topic: '', by: '', active: '' }
    });
    for (const part of [
      null,
      'text',
      { ...whole, id: '../../records' },
      { ...whole, type: 'file-modification' },
      { ...whole, status: 'odd' }
    ]) {
      expect(parseRequest(part)).toBeNull();
    }
    expect(parseRequest({ ...whole, status: 'submitted', is_expired: true })?.status).toBe('expired'); // prettier-ignore
    const said = { id: '1', type: 'C', payload: { content: '<p>Hi</p>' } };
    expect(parseComment(said)?.text).toBe('Hi');
    for (const part of [
      { ...said, type: 'L' },
      { ...said, payload: { content: '<p></p>' } },
      { ...said, payload: { content: 5 } },
      []
    ]) {
      expect(parseComment(part)).toBeNull();
    }
    const long = { ...said, payload: { content: 'x'.repeat(1e6) } };
    expect(parseComment(long)?.text).toHaveLength(5000);
    const turned = { ...said, payload: { content: 'a\u202eb' } };
    expect(parseComment(turned)?.text).toBe('ab');
  });
});
