import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildArchive } from '../../src/core/bundle/archive';
import { downloadCell } from '../../src/core/bundle/downloadCell';
import { bytesStream } from '../../src/core/bundle/stability';
import { plainEnglish as trans } from '../../src/core/text';
import { inFolder, runPython } from './python';
import { Fault, withRecord } from './site';

jest.setTimeout(60_000);

const big = Buffer.alloc(3_000_000, 0).map((_, i) => (i * 7919) >> 5);
const contents: Record<string, Buffer> = {
  'data/big.bin': Buffer.from(big),
  'data/ü 日本 #?%.csv': Buffer.from('a,b\n1,2\n')
};
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

const withSite = <T>(
  faults: Fault[],
  work: Parameters<typeof withRecord<T>>[2]
) => withRecord(contents, faults, work);

/** Run the cell where a notebook lies, as a kernel would. */
async function runCell(
  url: string,
  folder: string,
  names = ['data/big.bin', 'data/ü 日本 #?%.csv'],
  unpack = false
) {
  const source = downloadCell({
    site: { url, doiResolver: 'https://doi.org' },
    recordId: '7',
    doi: '10.5281/zenodo.7',
    files: names.map(name => ({
      unpack,
      path: name,
      size: contents[name].length,
      md5: md5(contents[name])
    })),
    notebook: 'notebooks/a.ipynb',
    trans
  });
  const left = '\nprint(sorted(n for n in dir() if not n.startswith("__")))\n';
  await mkdir(path.join(folder, 'notebooks'), { recursive: true });
  await writeFile(path.join(folder, 'cell.py'), source + left);
  // -I: nothing but the standard library.
  return runPython(['-I', '../cell.py'], path.join(folder, 'notebooks'));
}

async function expectAll(folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(contents)) {
    const read = await readFile(path.join(folder, name));
    expect(md5(read)).toBe(md5(bytes));
  }
  expect((await readdir(path.join(folder, 'data'))).sort()).toEqual(
    Object.keys(contents)
      .map(name => path.basename(name))
      .sort()
  );
}

const drop: Fault = (response, body) => {
  response.writeHead(200, { 'Content-Length': body.length });
  response.write(body.subarray(0, 1_000_000), () => response.destroy());
};

describe('the cell that fetches the data', () => {
  it('puts the files in their places, and does not fetch them twice', () =>
    inFolder(folder =>
      withSite([], async (url, requests) => {
        const { code, out, error } = await runCell(url, folder);
        expect({ code, error }).toEqual({ code: 0, error: '' });
        expect(out.trim().split('\n')).toEqual([
          'Fetching data/big.bin',
          'Fetching data/ü 日本 #?%.csv',
          '[]'
        ]);
        await expectAll(folder);
        expect(requests).toHaveLength(2);
        expect((await runCell(url, folder)).out).toBe('[]\n');
        expect(requests).toHaveLength(2);
      })
    ));

  it('goes on where a connection broke', () =>
    inFolder(folder =>
      withSite([drop], async (url, requests) => {
        const { code, error } = await runCell(url, folder);
        expect({ code, error }).toEqual({ code: 0, error: '' });
        await expectAll(folder);
        const range = requests[1].headers.range ?? '';
        const from = Number(/^bytes=(\d+)-$/.exec(range)?.[1]);
        expect(from).toBeGreaterThan(0);
        expect(from).toBeLessThanOrEqual(1_000_000);
      })
    ));

  it('goes on where an earlier run was stopped, also when the site begins anew', () =>
    inFolder(async folder => {
      await mkdir(path.join(folder, 'data'));
      const part = path.join(folder, 'data/big.bin.part');
      await writeFile(part, contents['data/big.bin'].subarray(0, 10));
      const anew: Fault = (response, body) => response.writeHead(200).end(body);
      await withSite([anew], async (url, requests) => {
        expect((await runCell(url, folder)).code).toBe(0);
        expect(requests[0].headers.range).toBe('bytes=10-');
        await expectAll(folder);
      });
    }));

  it('waits when it is told to, and tries again after the site’s own trouble', () =>
    inFolder(folder =>
      withSite(
        [
          response => response.writeHead(429, { 'Retry-After': '0' }).end(),
          response => response.writeHead(502).end()
        ],
        async url => {
          expect((await runCell(url, folder)).code).toBe(0);
          await expectAll(folder);
        }
      )
    ));

  it('uses nothing that has another checksum', () =>
    inFolder(async folder => {
      const spoiled: Fault = (response, body) =>
        response.writeHead(200).end(Buffer.alloc(body.length));
      await withSite([spoiled], async url => {
        expect((await runCell(url, folder)).code).toBe(0);
        await expectAll(folder);
      });
      await inFolder(other =>
        withSite([spoiled, spoiled], async url => {
          const { code, error } = await runCell(url, other);
          expect(code).toBe(1);
          expect(error).toContain('data/big.bin could not be fetched. Run this cell again'); // prettier-ignore
          expect(await readdir(path.join(other, 'data'))).toEqual([]);
        })
      );
    }));

  it('says what the site refuses, at once', () =>
    inFolder(folder =>
      withSite(
        [response => response.writeHead(403).end()],
        async (url, requests) => {
          const { code, error } = await runCell(url, folder);
          expect(code).toBe(1);
          expect(error).toContain(
            'data/big.bin cannot be fetched: the site answered 403'
          );
          expect(requests).toHaveLength(1);
        }
      )
    ));

  it('unpacks an archive, also when an earlier run was broken off', () =>
    inFolder(async folder => {
      const { blob } = await buildArchive({
        entries: Object.entries({
          ...contents,
          'ro-crate-metadata.json': Buffer.from('of the data')
        }).map(([name, bytes]) => ({
          path: name,
          size: bytes.length,
          lastModified: '',
          open: async () => bytesStream(bytes)
        })),
        trans
      });
      contents['data.zip'] = Buffer.from(await blob.arrayBuffer());
      const run = (url: string) => runCell(url, folder, ['data.zip'], true);
      await withSite([], async (url, requests) => {
        await mkdir(path.join(folder, 'data'));
        await writeFile(path.join(folder, 'data/big.bin.part'), 'broken off');
        const { code, out, error } = await run(url);
        expect({ code, error }).toEqual({ code: 0, error: '' });
        expect(out).toBe('Fetching data.zip\n[]\n');
        delete contents['data.zip'];
        await expectAll(folder);
        expect((await readdir(folder)).sort()).toEqual([
          '.data.zip.unpacked',
          'cell.py',
          'data',
          'notebooks'
        ]);
        expect(requests).toHaveLength(1);
      });
    }));

  it('unpacks an archive once, and again when the record has another', () =>
    inFolder(async folder => {
      const archive = async (text: string) => {
        const { blob } = await buildArchive({
          entries: [
            {
              path: 'x.csv',
              size: text.length,
              lastModified: '',
              open: async () => bytesStream(Buffer.from(text))
            }
          ],
          trans
        });
        return Buffer.from(await blob.arrayBuffer());
      };
      const run = (url: string) => runCell(url, folder, ['d.zip'], true);
      await withSite([], async (url, requests) => {
        contents['d.zip'] = await archive('old');
        await run(url);
        await run(url);
        expect(requests).toHaveLength(1);
        contents['d.zip'] = await archive('newer');
        const { out } = await run(url);
        expect(requests).toHaveLength(2);
        expect(out).toContain('x.csv is there, but is not the published file');
        expect(await readFile(path.join(folder, 'x.csv'), 'utf8')).toBe('old');
      });
      delete contents['d.zip'];
    }));

  it('does not touch a file of the user’s own', () =>
    inFolder(async folder => {
      await mkdir(path.join(folder, 'data'));
      const own = path.join(folder, 'data/big.bin');
      await writeFile(own, 'mine');
      await withSite([], async url => {
        const { code, out } = await runCell(url, folder);
        expect(code).toBe(0);
        expect(out).toContain('data/big.bin is there, but is not the published'); // prettier-ignore
        expect((await stat(own)).size).toBe(4);
      });
    }));
});
