import { failure } from '../../zenodo/__tests__/common';
import { plainEnglish as trans } from '../../text';
import { SiteUnreachableError } from '../../zenodo/errors';
import {
  NoFilesError,
  RecordDeletedError,
  RecordMissingError,
  RecordRestrictedError
} from '../errors';
import { lookUpRecord } from '../record';
import { RecordSite } from './site';

const restricted = { access: { record: 'public', files: 'restricted' } };

describe('Looking up a record', () => {
  let at: RecordSite;
  const look = (id: string) => lookUpRecord(at.source, id, trans);
  /** What was sent with a token. */
  let told: string[];

  beforeEach(() => {
    at = new RecordSite();
    told = [];
    at.zenodo.before = (line, { headers }) => {
      if (headers.Authorization) {
        told.push(line);
      }
    };
  });

  it('says what comes, without signing in', async () => {
    const id = await at.publish({ 'b.ipynb': '{}', 'a/x.csv': '1,2' });
    at.token = at.zenodo.simulator.secrets.token;
    expect(await look(id)).toMatchObject({
      id,
      doi: `10.5281/zenodo.${id}`,
      conceptDoi: `10.5281/zenodo.${Number(id) - 1}`,
      title: 'Rivers',
      version: '1.2.0',
      published: '2026-11-21',
      isLatest: true,
      files: [
        { key: 'a/x.csv', size: 3 },
        { key: 'b.ipynb', size: 2 }
      ],
      totalBytes: 5,
      needsToken: false
    });
    // The token is there, and stays here.
    expect(told).toEqual([]);
  });

  it('finds the newest by the number of all versions', async () => {
    const id = await at.publish({ a: 'a' });
    expect(await look(String(Number(id) - 1))).toMatchObject({ id });
  });

  it('says that it was deleted', async () => {
    const id = await at.publish({ a: 'a' });
    await at.zenodo.byHand('POST', `records/${id}/request-deletion`, {
      reason: 'test-record'
    });
    expect(await failure(look(id))).toBeInstanceOf(RecordDeletedError);
  });

  it('says that there is none, also where it is a draft', async () => {
    expect(await failure(look('4711'))).toBeInstanceOf(RecordMissingError);
    const response = await at.zenodo.byHand('POST', 'records', {});
    const { id } = (await response.json()) as { id: string };
    expect(await failure(look(id))).toBeInstanceOf(RecordMissingError);
  });

  it('asks to sign in for restricted files, and reads them with the token', async () => {
    const id = await at.publish({ a: 'a' }, restricted);
    const error = await failure(look(id));
    expect(error).toBeInstanceOf(RecordRestrictedError);
    expect((error as Error).message).toMatch(
      /restricted\. If it is yours, sign in/
    );
    at.token = at.zenodo.simulator.secrets.token;
    expect(await look(id)).toMatchObject({ needsToken: true });
    expect(told).toEqual([`GET /api/records/${id}/files`]);
  });

  it('says that restricted files are not for this account', async () => {
    const id = await at.publish({ a: 'a' }, restricted);
    at.token = at.zenodo.simulator.secrets.tokenOther;
    const error = await failure(look(id));
    expect(error).toBeInstanceOf(RecordRestrictedError);
    expect((error as RecordRestrictedError).isSignedIn).toBe(true);
    expect((error as Error).message).toMatch(/your account on Zenodo may not/);
  });

  it('names the day until which an embargo lasts', async () => {
    const id = await at.publish(
      { a: 'a' },
      {
        access: {
          record: 'public',
          files: 'restricted',
          embargo: { active: true, until: '2027-05-01', reason: null }
        }
      }
    );
    expect(((await failure(look(id))) as Error).message).toMatch(
      /embargo until 2027-05-01/
    );
  });

  it('says that there is nothing to open where it has no files', async () => {
    const id = await at.publish({ a: 'a' });
    at.zenodo.simulator.state.records.get(id)?.bucket.files.clear();
    expect(await failure(look(id))).toBeInstanceOf(NoFilesError);
  });

  it('says that the site does not answer', async () => {
    at.zenodo.simulator.faults.add({ kind: 'drop', times: Infinity });
    expect(await failure(look('1'))).toBeInstanceOf(SiteUnreachableError);
  });
});
