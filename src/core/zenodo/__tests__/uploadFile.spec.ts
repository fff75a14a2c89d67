import {
  AnswerLostError,
  ChecksumMismatchError,
  NotFoundError,
  RefusedRequestError,
  UnacceptableFileError
} from '../errors';
import { Reply } from '../scriptedHttp';
import { failure } from './common';
import { recorded } from './recorded';
import {
  key,
  md5,
  content,
  absent,
  pending,
  init,
  sent,
  done,
  other,
  deleted,
  broken,
  upload,
  look,
  begin,
  put,
  commit,
  remove
} from './uploading';

describe('uploadFile', () => {
  it.each<[string, Reply[], string[]]>([
    ['a new file', [absent, init, sent, done], [look, begin, put, commit]],
    ['a file that is there already', [done], [look]],
    [
      'a pending entry of an earlier try',
      [pending, sent, done],
      [look, put, commit]
    ],
    [
      'another file under this key',
      [other, deleted, absent, init, sent, done].filter(r => r !== absent),
      [look, remove, begin, put, commit]
    ],
    [
      'a connection that broke before the content arrived',
      [absent, init, 'drop', pending, sent, done],
      [look, begin, put, look, put, commit]
    ],
    [
      'a lost answer to the commit',
      [absent, init, sent, 'drop', done],
      [look, begin, put, commit, commit]
    ],
    [
      'a lost answer to init',
      [absent, 'drop', pending, sent, done],
      [look, begin, look, put, commit]
    ],
    [
      'an entry that came between look and init',
      [
        absent,
        {
          status: 400,
          json: { message: `File with key ${key} already exists.` }
        },
        pending,
        pending,
        sent,
        done
      ],
      [look, begin, look, look, put, commit]
    ],
    [
      'content that was taken but is gone at the commit',
      [absent, init, sent, absent, absent, init, sent, done],
      [look, begin, put, commit, look, begin, put, commit]
    ],
    [
      'a commit that keeps failing because the content is not there',
      [
        absent,
        init,
        sent,
        broken,
        broken,
        broken,
        broken,
        broken,
        pending,
        sent,
        done
      ],
      [
        look,
        begin,
        put,
        commit,
        commit,
        commit,
        commit,
        commit,
        look,
        put,
        commit
      ]
    ],
    [
      'a gateway that gave up while the server went on',
      [absent, init, { status: 504, text: '<html>' }, done],
      [look, begin, put, look]
    ]
  ])('copes with %s', async (_, script, expected) => {
    const { result, words } = upload(script);
    expect(await result).toMatchObject({ key, md5, status: 'completed' });
    expect(words()).toEqual(expected);
  });

  it.each<[string, Reply[], string[]]>([
    ['a new file', [init, sent, done], [begin, put, commit]],
    [
      'a file that is there against all expectation',
      [recorded('quota.content.one_too_big'), done, done],
      [begin, look, look]
    ]
  ])('needs no first look at %s', async (_, script, expected) => {
    const { result, words } = upload(script, { isFresh: true });
    await result;
    expect(words()).toEqual(expected);
  });

  it('never sends content onto a completed file', async () => {
    // The answer to the content was lost, and someone else completed it meanwhile.
    const { result, words } = upload([
      absent,
      init,
      'drop',
      other,
      deleted,
      init,
      sent,
      done
    ]);
    await result;
    expect(words()).toEqual([
      look,
      begin,
      put,
      look,
      remove,
      begin,
      put,
      commit
    ]);
  });

  it('compares the checksum, and removes what differs', async () => {
    const { result, words } = upload([absent, init, sent, other, deleted]);
    const error = await failure(result);
    expect(error).toBeInstanceOf(ChecksumMismatchError);
    expect(error).toMatchObject({ expected: md5, received: '0'.repeat(32) });
    expect(words()).toEqual([look, begin, put, commit, remove]);
  });

  it('leaves no pending entry behind after a refusal', async () => {
    const refused = recorded('quota.content.one_too_big');
    const { result, words } = upload([absent, init, refused, pending, deleted]);
    expect(await failure(result)).toBeInstanceOf(RefusedRequestError);
    expect(words()).toEqual([look, begin, put, look, remove]);
  });

  it('gives up after so many attempts', async () => {
    const { result, attempts, clock } = upload(
      [pending, 'drop', pending, 'drop', pending, 'drop'],
      { attempts: 3 }
    );
    expect(await failure(result)).toBeInstanceOf(AnswerLostError);
    expect(attempts).toEqual([1, 2, 3]);
    expect(clock.sleeps).toEqual([2_000, 4_000]);
  });

  it('says that the draft is gone', async () => {
    const { result } = upload([absent, recorded('delete.again')]);
    expect(await failure(result)).toBeInstanceOf(NotFoundError);
  });

  it.each([
    ['empty.txt', new Blob([])],
    ['../x', content],
    ['k'.repeat(256), content]
  ])('refuses %s before anything is sent', async (odd, blob) => {
    const { result, http } = upload([], { key: odd, content: blob });
    expect(await failure(result)).toBeInstanceOf(UnacceptableFileError);
    expect(http.requests).toEqual([]);
  });
});
