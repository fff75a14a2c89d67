import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import { downloadCell } from '../../src/core/bundle/downloadCell';
import { plainEnglish as trans } from '../../src/core/text';
import { inFolder, runPython } from './python';

jest.setTimeout(60_000);

const big = Buffer.alloc(3_000_000, 0).map((_, i) => (i * 7919) >> 5);
const contents: Record<string, Buffer> = {
  'data/big.bin': Buffer.from(big),
  'data/ü 日本 #?%.csv': Buffer.from('a,b\n1,2\n')
};
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

/** What the server does before it answers properly. */
type Fault = (response: ServerResponse, body: Buffer) => void;

/** A site that has one record, and a list of faults for the first requests. */
async function withSite<T>(
  faults: Fault[],
  work: (url: string, requests: IncomingMessage[]) => Promise<T>
): Promise<T> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const [, key = ''] = /^\/api\/records\/7\/files\/(.*)\/content$/.exec(request.url ?? '') ?? []; // prettier-ignore
    const body = contents[decodeURIComponent(key)];
    const fault = faults.shift();
    if (fault) {
      fault(response, body);
    } else if (!body) {
      response.writeHead(404).end();
    } else {
      const from = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
      const rest = body.subarray(Number(from ?? 0));
      response.writeHead(from === undefined ? 200 : 206, {
        'Content-Length': rest.length
      });
      response.end(rest);
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  }
}

/** Run the cell where a notebook lies, as a kernel would. */
async function runCell(
  url: string,
  folder: string,
  paths = Object.keys(contents)
) {
  // prettier-ignore
  const source = downloadCell({
    site: { url, doiResolver: 'https://doi.org' },
    recordId: '7',
    doi: '10.5281/zenodo.7',
    files: paths.map(name => ({
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
