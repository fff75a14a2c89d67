/* Whether other programs read the archive that the page sent. */
import { createHash } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { runQuietly } from '../../scripts/lib/run.mjs';

const PROGRAM = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    broken = archive.testzip()
    assert broken is None, broken
    found = [[i.filename, i.file_size] for i in archive.infolist()]
    assert found == json.loads(sys.argv[2]), found
`;

/** Python's zipfile and unzip read all bytes of it; names and sizes are right. */
export async function checkArchive(folder, files, { md5 }) {
  const sent = path.join(folder, 'sent.zip');
  const hash = createHash('md5');
  await pipeline(createReadStream(sent), hash);
  if (md5 !== '' && md5 !== hash.digest('hex')) {
    throw new Error('The archive that was sent has another MD5');
  }
  const expected = files
    .map(({ path, size }) => [path, size])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  await runQuietly('python3', ['-c', PROGRAM, sent, JSON.stringify(expected)]);
  await runQuietly('unzip', ['-tqq', sent]);
  rmSync(sent);
}
