import JSZip from 'jszip';
import { CancelledError } from '../../error';
import { RefusedRequestError } from '../../zenodo/errors';
import { FileChangedError } from '../../bundle/stability';
import { TransferRefusedError } from '../../transfer/transferError';
import { TokenEndedError } from '../errors';
import { LEFT } from '../transferStep';
import { Publication } from './publication';
import { SimulatedServer } from './simulatedServer';

/** Larger than what is brought to the page to be looked through. */
const big = new Uint8Array(6 * 1024 * 1024).fill(55);

function fromServer(): { publication: Publication; server: SimulatedServer } {
  const publication = new Publication();
  publication.files.write('rivers/data/big.bin', big);
  publication.choices = { crate: true };
  const server = new SimulatedServer(publication.files, publication.zenodo);
  publication.route = {
    transfers: server,
    getToken: () => publication.token
  };
  return { publication, server };
}

async function archive(publication: Publication): Promise<JSZip> {
  return JSZip.loadAsync(await publication.zenodo.published('rivers.zip'));
}

describe('a publication whose files Jupyter’s server sends', () => {
  it('is the same as one that goes through the browser', async () => {
    const { publication } = fromServer();
    const there = await publication.run();
    const other = fromServer().publication;
    other.route = null;
    const here = await other.run();

    expect(there.record?.doi).toBe(here.record?.doi);
    expect(there.files).toEqual(here.files);
    expect(there.pack?.fingerprint).toBe(here.pack?.fingerprint);
    const [one, two] = [await archive(publication), await archive(other)];
    expect(Object.keys(one.files).sort()).toEqual(
      Object.keys(two.files).sort()
    );
    for (const name of Object.keys(two.files)) {
      const bytes = await one.file(name)?.async('uint8array');
      const expected = await two.file(name)?.async('uint8array');
      // Not `toEqual`: it looks at millions of bytes one by one.
      const isSame = Buffer.from(bytes ?? []).equals(
        Buffer.from(expected ?? [])
      );
      expect([name, isSame]).toEqual([name, true]);
    }
  });

  it('never brings a large file to the page', async () => {
    const { publication, server } = fromServer();
    const read = jest.spyOn(publication.files, 'read');
    await publication.run();
    const paths = read.mock.calls.map(([path]) => path);
    expect(paths).toContain('rivers/data/levels.csv');
    expect(paths).not.toContain('rivers/data/big.bin');
    const [{ entries }] = server.orders;
    const sent = entries.filter(({ content }) => content);
    expect(sent.map(({ path }) => path)).toEqual([
      '01-clean.ipynb',
      '02-plot.ipynb',
      'README.md',
      'ro-crate-metadata.json'
    ]);
  });

  it('goes on without its page, which finds it again', async () => {
    const { publication, server } = fromServer();
    let goOn = () => {};
    server.hold = new Promise(resolve => (goOn = resolve));
    const controller = new AbortController();
    const run = publication.run(controller.signal);
    await waitFor(() => server.orders.length === 1);
    controller.abort(LEFT);
    await expect(run).rejects.toThrow(CancelledError);
    expect(server.cancelled).toEqual([]);

    publication.openPage();
    const again = publication.run();
    goOn();
    const entry = await again;
    expect(server.orders).toHaveLength(1);
    expect(entry.record).not.toBeNull();
    expect(publication.zenodo.records).toHaveLength(1);
    expect(publication.zenodo.drafts).toEqual([]);
  });

  it('is found by a page that opens after its end', async () => {
    const { publication, server } = fromServer();
    const controller = new AbortController();
    const follow = jest.spyOn(server, 'follow');
    follow.mockImplementationOnce(async () => {
      controller.abort(LEFT);
      throw new CancelledError('Cancelled');
    });
    await expect(publication.run(controller.signal)).rejects.toThrow();
    const before = publication.zenodo.count(/PUT .*content$/);
    publication.openPage();
    await publication.run();
    expect(publication.zenodo.count(/PUT .*content$/)).toBe(
      Math.max(before, 1)
    );
    expect(publication.zenodo.records).toHaveLength(1);
  });

  it('is sent again where its files were removed from the draft since', async () => {
    const { publication, server } = fromServer();
    publication.answer = false;
    await expect(publication.run()).rejects.toThrow();
    const [draft] = publication.zenodo.drafts;
    await publication.zenodo.byHand(
      'DELETE',
      `records/${draft}/draft/files/rivers.zip`
    );
    publication.answer = true;
    publication.openPage();
    const entry = await publication.run();
    expect(entry.record).not.toBeNull();
    expect(server.orders).toHaveLength(2);
  });

  it('ends when the user cancels it', async () => {
    const { publication, server } = fromServer();
    server.hold = new Promise(() => undefined);
    const controller = new AbortController();
    const run = publication.run(controller.signal);
    await waitFor(() => server.orders.length === 1);
    controller.abort();
    await expect(run).rejects.toThrow(CancelledError);
    expect(server.cancelled).toEqual(['t1']);
  });

  it('waits for a new token, and goes on with the same transfer', async () => {
    const { publication, server } = fromServer();
    const { token } = publication;
    let isRevoked = false;
    publication.zenodo.before = line => {
      if (/content$/.test(line) && !isRevoked) {
        isRevoked = true;
        publication.zenodo.simulator.state.revoked.add(token);
      }
    };
    await expect(publication.run()).rejects.toThrow(TokenEndedError);
    publication.token = publication.zenodo.simulator.secrets.tokenNoScope;
    const entry = await publication.run();
    expect(entry.record).not.toBeNull();
    expect(server.orders).toHaveLength(1);
    expect(server.tokens).toEqual([token, publication.token]);
  });

  it('goes on by itself when the token was renewed meanwhile', async () => {
    const { publication, server } = fromServer();
    const { token } = publication;
    publication.zenodo.before = line => {
      if (/content$/.test(line)) {
        publication.zenodo.before = () => undefined;
        publication.zenodo.simulator.state.revoked.add(token);
        publication.token = publication.zenodo.simulator.secrets.tokenNoScope;
      }
    };
    const entry = await publication.run();
    expect(entry.record).not.toBeNull();
    expect(server.orders).toHaveLength(1);
    expect(server.tokens).toEqual([token, publication.token]);
  });

  it.each([
    ['file-changed', FileChangedError],
    ['refused', RefusedRequestError]
  ])('tells why it failed: %s', async (code, type) => {
    const { publication, server } = fromServer();
    server.failure = { code, path: 'data/big.bin', text: 'No.', status: 400 };
    await expect(publication.run()).rejects.toThrow(type);
    expect(publication.zenodo.records).toEqual([]);
    server.failure = null;
    const entry = await publication.run();
    expect(entry.record).not.toBeNull();
  });

  it('says in the user’s words that the server does not begin', async () => {
    const { publication, server } = fromServer();
    const failure = { code: 'too-large', path: '', text: '', status: null };
    jest
      .spyOn(server, 'start')
      .mockRejectedValueOnce(new TransferRefusedError(failure, '413'));
    await expect(publication.run()).rejects.toThrow(
      /set up to send less\. Choose “through this browser”/
    );
    publication.route = null;
    expect((await publication.run()).record).not.toBeNull();
  });

  it('takes individual files without their folder', async () => {
    const { publication, server } = fromServer();
    const request = await publication.request();
    const data = request.files.filter(({ path }) => path.startsWith('data/'));
    publication.choices = {
      ...{ layout: 'files', base: 'data', files: data, notebooks: [] },
      ...{ badges: [], crate: false }
    };
    const entry = await publication.run();
    expect(server.orders[0].entries.map(({ path }) => path)).toEqual([
      'big.bin',
      'levels.csv'
    ]);
    expect(entry.files.map(({ path }) => path)).toEqual([
      'data/big.bin',
      'data/levels.csv'
    ]);
  });

  it('lets another archive name replace what a lost transfer left', async () => {
    const { publication, server } = fromServer();
    const follow = jest.spyOn(server, 'follow');
    follow.mockImplementationOnce(async (id, onState, signal) => {
      await new Promise(resolve => setTimeout(resolve, 50));
      follow.mockRestore();
      await server.follow(id, onState, signal);
      throw new CancelledError('Cancelled');
    });
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => undefined);
    await expect(publication.run(controller.signal)).rejects.toThrow();
    await publication.rename('waters.zip');
    const entry = await publication.run();
    expect(entry.pack?.uploads.map(({ key }) => key)).toEqual(['waters.zip']);
    expect(publication.zenodo.records).toHaveLength(1);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
