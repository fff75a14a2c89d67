import { CancelledError } from '../../error';
import { plainEnglish } from '../../text';
import {
  AnswerLostError,
  ChecksumMismatchError,
  NotFoundError,
  RefusedRequestError,
  UnacceptableFileError
} from '../errors';
import { Reply } from '../scriptedHttp';
import { IUploadOptions, strangeFiles, uploadFile } from '../uploadFile';
import { failure, setUp } from './common';
import { recorded } from './recorded';

const key = 'analysis.ipynb';
const md5 = '312efa3e5abaca3b5e7681fe7ae08fd4';
const content = new Blob([new Uint8Array(65)]);
const absent: Reply = recorded('files.get.unknown_key');
const pending: Reply = recorded('files.get.pending');
const init: Reply = recorded('files.init.one');
const sent: Reply = recorded('files.content.put');
const done: Reply = recorded('files.commit');
const other: Reply = {
  status: 200,
  json: {
    key,
    status: 'completed',
    size: 65,
    checksum: `md5:${'0'.repeat(32)}`
  }
};
const deleted: Reply = { status: 204 };
const broken: Reply = recorded('files.commit.without_content');

function upload(script?: Reply[], options: Partial<IUploadOptions> = {}) {
  const world = setUp(script);
  const attempts: number[] = [];
  const result = uploadFile({
    client: world.client,
    clock: world.clock,
    trans: plainEnglish,
    draftId: '1',
    key,
    content,
    md5,
    onAttempt: attempt => attempts.push(attempt),
    ...options
  });
  const words = () =>
    world.http.lines.map(line =>
      line
        .replace('/records/1/draft/files', '')
        .replace(`/${key}`, '')
        .replace(/ $/, ' list')
    );
  return { ...world, attempts, result, words };
}

const look = 'GET list';
const begin = 'POST list';
const put = 'PUT /content';
const commit = 'POST /commit';
const remove = 'DELETE list';

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

  it('tells the progress of each attempt', async () => {
    const progress: number[] = [];
    const { result, http } = upload(undefined, {
      onProgress: sentBytes => progress.push(sentBytes)
    });
    (await http.nextRequest()).respondWith(absent);
    (await http.nextRequest()).respondWith(init);
    const first = await http.nextRequest();
    expect(first.headers['Content-Type']).toBe('application/octet-stream');
    expect(first.body).toBe(content);
    first.onProgress?.(40);
    first.respondWith('drop');
    (await http.nextRequest()).respondWith(pending);
    const second = await http.nextRequest();
    second.onProgress?.(20);
    second.onProgress?.(99);
    second.respondWith(sent);
    (await http.nextRequest()).respondWith(done);
    await result;
    expect(progress).toEqual([0, 40, 0, 20, 65, 65]);
  });

  it('stops when it is cancelled, and leaves the rest for a resumed upload', async () => {
    const stop = new AbortController();
    const { result, http } = upload(undefined, { signal: stop.signal });
    (await http.nextRequest()).respondWith(absent);
    (await http.nextRequest()).respondWith(init);
    await http.nextRequest();
    stop.abort();
    expect(await failure(result)).toBeInstanceOf(CancelledError);
    expect(http.requests).toHaveLength(3);
  });
});

describe('strangeFiles', () => {
  it('tells which files are not ours', async () => {
    const { client } = setUp([recorded('files.list')]);
    const strange = await strangeFiles(client, '100118', [key]);
    expect(strange.length).toBeGreaterThan(0);
    expect(strange.some(file => file.key === key)).toBe(false);
  });
});
