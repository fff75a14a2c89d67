import JSZip from 'jszip';
import { createHash } from 'node:crypto';
import { readPublishedIdentity } from '../../notebook/badge';
import { sourceHash } from '../../notebook/sourceHash';
import { failure } from '../../zenodo/__tests__/common';
import { NotConfirmedError } from '../errors';
import { IStepObserver } from '../observer';
import { stepNames } from '../steps';
import { folder, Publication } from './publication';
import { site } from './simulatedSite';

async function archiveOf(publication: Publication): Promise<JSZip> {
  return JSZip.loadAsync(await publication.zenodo.published('rivers.zip'), {
    checkCRC32: true
  });
}

async function textOf(archive: JSZip, path: string): Promise<string> {
  const file = archive.file(path);
  if (!file) {
    throw new Error(`${path} is not in the archive`);
  }
  return file.async('string');
}

interface INotebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly metadata: { readonly tags?: readonly string[] };
    readonly source: string | readonly string[];
  }[];
  readonly metadata: Record<string, unknown>;
}

describe('a first publication', () => {
  it('makes seven calls, in this order', async () => {
    const publication = new Publication();
    await publication.run();
    const [id] = publication.zenodo.records;
    const draft = `/api/records/${id}/draft`;
    expect(publication.zenodo.lines).toEqual([
      'POST /api/records',
      `POST ${draft}/pids/doi`,
      `POST ${draft}/files`,
      `PUT ${draft}/files/rivers.zip/content`,
      `POST ${draft}/files/rivers.zip/commit`,
      `PUT ${draft}`,
      `POST ${draft}/actions/publish`
    ]);
  });

  it('archives the folder at its root', async () => {
    const publication = new Publication();
    await publication.run();
    const archive = await archiveOf(publication);
    expect(
      Object.values(archive.files)
        .filter(({ dir }) => !dir)
        .map(({ name }) => name)
        .sort()
    ).toEqual(
      Object.keys(folder)
        .map(path => path.replace('rivers/', ''))
        .sort()
    );
    expect(await textOf(archive, 'data/levels.csv')).toBe(
      folder['rivers/data/levels.csv']
    );
  });

  it.each(['01-clean.ipynb', '02-plot.ipynb'])(
    'puts DOI and badge into %s',
    async path => {
      const publication = new Publication();
      const { record } = await publication.run();
      const text = await textOf(await archiveOf(publication), path);
      const archived = JSON.parse(text) as INotebook;
      const [badge, ...cells] = archived.cells;
      const source = [badge.source].flat().join('');
      const doi = `10.5281/zenodo.${record?.id}`;
      expect(badge.cell_type).toBe('markdown');
      expect(badge.metadata.tags).toEqual(['zenodo-publisher-badge']);
      expect(source).toContain(`${site.url}/badge/DOI/${doi}.svg`);
      expect(source).toContain(
        `${site.binder}/v2/zenodo/${doi}/?urlpath=lab%2Ftree%2F${path}`
      );
      const concept = record?.conceptDoi;
      expect(concept).toMatch(/^10\.5281\/zenodo\.\d+$/);
      expect(readPublishedIdentity(archived)).toEqual({
        version: 1,
        site: site.url,
        record: record?.id,
        doi,
        concept_doi: concept
      });
      expect(cells).toHaveLength(2);
      expect(text).not.toContain('trusted');
      expect(publication.files.bytes(`rivers/${path}`)).toEqual(
        new TextEncoder().encode(folder[`rivers/${path}`])
      );
    }
  );

  it('puts the badge of the first notebook into the README', async () => {
    const publication = new Publication();
    const { record } = await publication.run();
    const readme = await textOf(await archiveOf(publication), 'README.md');
    expect(readme).toContain(
      `/v2/zenodo/${record?.doi}/?urlpath=lab%2Ftree%2F01-clean.ipynb`
    );
    expect(readme).toContain(`badge/DOI/${record?.doi}.svg`);
    expect(readme.startsWith('# Rivers\n')).toBe(true);
    expect(readme.endsWith('\nAbout rivers.\n')).toBe(true);
  });

  it('puts the DOI into the citation file', async () => {
    const publication = new Publication();
    const cff = '# Ours\ncff-version: 1.2.0\ndoi: 10.5281/zenodo.1 # old\n';
    publication.files.write('rivers/CITATION.cff', cff);
    publication.files.write('rivers/data/CITATION.cff', cff);
    const entry = await publication.run();
    const archive = await archiveOf(publication);
    expect(await textOf(archive, 'CITATION.cff')).toBe(
      cff.replace('10.5281/zenodo.1', entry.record?.doi ?? '')
    );
    // That one is about something else.
    expect(await textOf(archive, 'data/CITATION.cff')).toBe(cff);
    // The user's own stays.
    expect(
      new TextDecoder().decode(publication.files.bytes('rivers/CITATION.cff'))
    ).toBe(cff);
  });

  it.each([
    ['broken', 'title: ['],
    ['no map', '- a\n'],
    ['not UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a])],
    ['a flood', `a: ${'x'.repeat(1_100_000)}\n`]
  ])('leaves a citation file that is %s as it is', async (_, content) => {
    const publication = new Publication();
    publication.files.write('rivers/CITATION.cff', content);
    await publication.run();
    const archive = await archiveOf(publication);
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    expect(await archive.file('CITATION.cff')?.async('uint8array')).toEqual(
      bytes
    );
  });

  it('leaves a README that is not UTF-8 as it is', async () => {
    const publication = new Publication();
    const bytes = Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]);
    publication.files.write('rivers/README.md', bytes);
    await publication.run();
    const archive = await archiveOf(publication);
    expect(await archive.file('README.md')?.async('uint8array')).toEqual(bytes);
  });

  it('puts no badge where none is wanted', async () => {
    const publication = new Publication();
    publication.badges = ['02-plot.ipynb'];
    await publication.run();
    const archive = await archiveOf(publication);
    const first = await textOf(archive, '01-clean.ipynb');
    expect(first).not.toContain('zenodo-publisher-badge');
    expect(readPublishedIdentity(JSON.parse(first) as INotebook)).toBeNull();
    expect(await textOf(archive, '02-plot.ipynb')).toContain(
      'zenodo-publisher-badge'
    );
  });

  it('remembers what each file was before its badge', async () => {
    const publication = new Publication();
    const { files } = await publication.run();
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(folder)
        .map(path => path.replace('rivers/', ''))
        .sort()
    );
    const archive = await archiveOf(publication);
    for (const { path, sourceHash: remembered, size } of files) {
      const bytes = publication.files.bytes(`rivers/${path}`);
      const archived = await archive.file(path)?.async('uint8array');
      expect(remembered).toBe(await sourceHash(path, bytes));
      expect(remembered).toBe(
        await sourceHash(path, archived ?? new Uint8Array())
      );
      expect(size).toBe(archived?.length);
    }
  });

  it('journals the checksum of what was uploaded, and no token', async () => {
    const publication = new Publication();
    const { pack } = await publication.run();
    const bytes = await publication.zenodo.published('rivers.zip');
    expect(pack?.uploads[0]).toMatchObject({
      key: 'rivers.zip',
      size: bytes.length,
      md5: createHash('md5').update(bytes).digest('hex')
    });
    expect(publication.store.text).toContain(pack?.uploads[0].md5);
    expect(publication.store.text).not.toContain(publication.token);
  });

  it('describes the record, with a link that opens it in Binder', async () => {
    const publication = new Publication();
    const { record } = await publication.run();
    const [published] = publication.zenodo.simulator.state.records.values();
    expect(published.metadata).toMatchObject({
      title: 'Rivers',
      related_identifiers: [
        {
          identifier: `${site.binder}/v2/zenodo/${record?.doi}/?urlpath=lab%2Ftree%2F01-clean.ipynb`
        }
      ]
    });
  });

  it('journals the nonce before the draft is asked for', async () => {
    const publication = new Publication();
    let journalled = '';
    publication.zenodo.before = (line, { body }) => {
      if (line === 'POST /api/records') {
        journalled = publication.store.text;
        expect(body).toContain('5f0e4a52-91c0-4d3a-9f0c-3f3a2c2f1b11');
      }
    };
    await publication.run();
    expect(journalled).toContain('5f0e4a52-91c0-4d3a-9f0c-3f3a2c2f1b11');
    expect(JSON.parse(journalled)).toMatchObject({
      publications: { one: { step: 'check', status: 'begun', draft: null } }
    });
  });

  it('tells each step, and how much of the upload is done', async () => {
    const publication = new Publication();
    const told: string[] = [];
    const sent: number[] = [];
    const observer: Partial<IStepObserver> = {
      step: (name, status) => told.push(`${name} ${status}`),
      progress: (name, _file, done, total) => {
        if (name === 'upload') {
          sent.push(done / total);
        }
      }
    };
    publication.observer = observer;
    await publication.run();
    expect(told).toEqual(
      stepNames
        .filter(name => name !== 'finish')
        .flatMap(name => [`${name} now`, `${name} done`])
    );
    expect(sent[0]).toBe(0);
    expect(sent[sent.length - 1]).toBe(1);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
  });

  it('publishes nothing without a yes', async () => {
    const publication = new Publication();
    publication.answer = false;
    expect(await failure(publication.run())).toBeInstanceOf(NotConfirmedError);
    expect(publication.zenodo.records).toEqual([]);
    expect(await publication.entry()).toMatchObject({
      step: 'upload',
      status: 'done'
    });
    publication.answer = true;
    await publication.run();
    expect(publication.zenodo.records).toHaveLength(1);
    expect(publication.zenodo.count(/content$/)).toBe(1);
  });

  it('does nothing more once there is a record', async () => {
    const publication = new Publication();
    await publication.run();
    publication.openPage();
    const before = publication.zenodo.lines.length;
    await publication.run();
    expect(publication.zenodo.lines).toHaveLength(before);
    expect(publication.confirmations).toBe(1);
  });
});
