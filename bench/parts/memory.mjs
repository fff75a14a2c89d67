/* Packing 5 GB, once: the memory that it takes, and whether others can read it. */
import { rmSync } from 'node:fs';
import path from 'node:path';

import { checkArchive } from '../lib/checkArchive.mjs';
import { makeMaterial } from '../lib/material.mjs';
import { atMost, megabytes, seconds } from '../lib/numbers.mjs';

const LIMIT = 400e6;

export async function memoryPart(tools) {
  const { folder, quick } = tools;
  const scale = quick ? 0.1 : 1;
  const files = makeMaterial(folder, {
    notebooks: [],
    csv: Array.from({ length: 7 }, () => 100e6 * scale),
    // More than 4 GiB, which the old form of a zip cannot say.
    noise: [4.4e9 * scale]
  });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const browser = await tools.open();
  let packed;
  let sent;
  try {
    packed = await browser.callWatched('packOurs', files);
    sent = await browser.callWatched('send');
  } finally {
    await browser.close();
  }
  rmSync(path.join(folder, 'files'), { recursive: true });
  await checkArchive(folder, files, packed);
  return {
    targets: [
      atMost('peak of memory, packing 5 GB', packed.peak, LIMIT, megabytes)
    ],
    head: ['', 'time', 'peak above rest', 'size'],
    rows: [
      ['packing', seconds(packed.milliseconds), megabytes(packed.peak), megabytes(bytes)], // prettier-ignore
      ['sending the archive', '', megabytes(sent.peak), megabytes(packed.size)]
    ],
    notes: [
      "Python's `zipfile` and `unzip -t` read all of it, with the names, sizes and checksums that it should have."
    ]
  };
}
