import { plainEnglish } from '../../text';
import { Reply } from '../scriptedHttp';
import { IUploadOptions, uploadFile } from '../uploadFile';
import { setUp } from './common';
import { recorded } from './recorded';

export const key = 'analysis.ipynb';
export const md5 = '312efa3e5abaca3b5e7681fe7ae08fd4';
export const content = new Blob([new Uint8Array(65)]);
export const absent: Reply = recorded('files.get.unknown_key');
export const pending: Reply = recorded('files.get.pending');
export const init: Reply = recorded('files.init.one');
export const sent: Reply = recorded('files.content.put');
export const done: Reply = recorded('files.commit');
export const other: Reply = {
  status: 200,
  json: {
    key,
    status: 'completed',
    size: 65,
    checksum: `md5:${'0'.repeat(32)}`
  }
};
export const deleted: Reply = { status: 204 };
export const broken: Reply = recorded('files.commit.without_content');

/** An upload of one file, with a script; `words()` are its requests, shortened. */
export function upload(
  script?: Reply[],
  options: Partial<IUploadOptions> = {}
) {
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

export const look = 'GET list';
export const begin = 'POST list';
export const put = 'PUT /content';
export const commit = 'POST /commit';
export const remove = 'DELETE list';
