import fc from 'fast-check';
import JSZip from 'jszip';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildArchive } from '../../src/core/bundle/archive';
import { nameProblem } from '../../src/core/bundle/names';
import { bytesStream } from '../../src/core/bundle/stability';
import { plainEnglish as trans } from '../../src/core/text';
import { inFolder, runPython } from './python';
import { treeOf } from './trees';

jest.setTimeout(180_000);

const sha256 = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex');

/** What archive.py says of one archive. */
interface IRead {
  spoiled: string | null;
  names: string[];
  hashes: Record<string, string>;
}

type Files = ReadonlyMap<string, Uint8Array>;

const isAllowed = (file: string) => nameProblem(file, trans) === null;

/** Trees for all of these tests: Python is started once. */
const trees: readonly Files[] = [
  new Map<string, Uint8Array>(),
  new Map([['only.txt', new Uint8Array(0)]]),
  new Map([[`${'deep/'.repeat(200)}x`, new Uint8Array([1])]]),
  new Map([['n'.repeat(5_000), new Uint8Array([2])]]),
  new Map([['__proto__', new Uint8Array([3])]]),
  ...fc.sample(treeOf(isAllowed), { numRuns: 100, seed: 20261121 })
];

async function pack(files: Files): Promise<Uint8Array> {
  const { blob } = await buildArchive({
    entries: [...files].map(([file, bytes], i) => ({
      path: file,
      // Sizes that nobody knows are packed in another way.
      size: i % 3 === 0 ? null : bytes.length,
      lastModified: i % 2 === 0 ? '2026-11-21T12:00:00Z' : '',
      open: async () => bytesStream(bytes)
    })),
    trans
  });
  return new Uint8Array(await blob.arrayBuffer());
}

const hashesOf = (files: Files) =>
  [...files]
    .map(([file, bytes]) => [file, sha256(bytes)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('any tree of names and contents', () => {
  let archives: Uint8Array[] = [];

  beforeAll(async () => {
    archives = [];
    for (const files of trees) {
      archives.push(await pack(files));
    }
  });

  it('is worth the name', () => {
    const names = trees.flatMap(files => [...files.keys()]);
    const sizes = trees.flatMap(files =>
      [...files.values()].map(b => b.length)
    );
    expect(names.length).toBeGreaterThan(300);
    expect(sizes).toContain(0);
    expect(names.some(name => name.split('/').length > 5)).toBe(true);
    expect(names.some(name => /\p{Script=Hebrew}|\p{Script=Arabic}/u.test(name))).toBe(true); // prettier-ignore
    expect(names.some(name => /\p{Emoji_Presentation}/u.test(name))).toBe(true);
  });

  it('is the same tree for jszip', async () => {
    for (const [i, files] of trees.entries()) {
      const zip = await JSZip.loadAsync(archives[i], { checkCRC32: true });
      const read: string[][] = [];
      for (const entry of Object.values(zip.files)) {
        // jszip shows names with `..` and the like resolved; what it read is beside.
        const name = entry.unsafeOriginalName ?? entry.name;
        read.push([name, sha256(await entry.async('uint8array'))]);
      }
      expect(read.sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(
        hashesOf(files)
      );
    }
  });

  it('is the same tree for Python', async () => {
    await inFolder(async top => {
      for (const [i, bytes] of archives.entries()) {
        await writeFile(path.join(top, `${i}.zip`), bytes);
      }
      const script = path.join(__dirname, 'archive.py');
      const { code, out, error } = await runPython(['-I', script, top], top);
      expect({ code, error }).toEqual({ code: 0, error: '' });
      const read = JSON.parse(out) as Record<string, IRead>;
      for (const [i, files] of trees.entries()) {
        const { spoiled, names, hashes } = read[`${i}.zip`];
        expect(spoiled).toBeNull();
        expect(names).toHaveLength(files.size);
        expect(
          Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1))
        ).toEqual(hashesOf(files));
      }
    });
  });
});
