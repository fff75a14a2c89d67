/** The bytes of files, and archives of them. */

import { broken } from '../http';
import { servedAs } from '../mediaTypes';
import { IEntity, IFile } from '../model';
import { IContext } from '../router';
import { zipOf } from '../zip';

/**
 * The content of a file. Ranges are not supported (FINDINGS 28): the answer
 * is always the whole file.
 */
export function contentAnswer(context: IContext, file: IFile): Response {
  const { request, query } = context;
  if (!file.bytes) {
    throw broken();
  }
  const { type, disposition } = servedAs(file.key, query.has('download'));
  const etag = `"md5:${file.bytes.md5}"`;
  const headers: Record<string, string> = {
    'Content-Disposition': disposition,
    ETag: etag
  };
  if (request.headers.get('If-None-Match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  headers['Content-Type'] = type;
  headers['Content-Length'] = String(file.bytes.size);
  const body = request.method === 'HEAD' ? null : file.bytes.stream();
  return new Response(body, { status: 200, headers });
}

/** All completed files in one archive. */
export async function archiveOf(entity: IEntity): Promise<Response> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const file of entity.bucket.files.values()) {
    if (file.status === 'completed' && file.bytes) {
      files.push({ name: file.key, bytes: await file.bytes.all() });
    }
  }
  return new Response(new Uint8Array(zipOf(files)), {
    status: 200,
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename=${entity.id}.zip`
    }
  });
}
