import { CancelledError } from '../../error';
import { FileAccessError, type IFiles } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish } from '../../text';
import { prefill } from '../prefill';

function notebook(...lines: string[]): string {
  const cells = [{ cell_type: 'markdown', metadata: {}, source: lines }];
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells
  });
}

function run(
  contents: Record<string, string>,
  notebooks: string[] = [],
  change: { root?: string; files?: IFiles; signal?: AbortSignal } = {}
) {
  const root = change.root ?? 'work';
  const memory = new MemoryFiles();
  for (const [path, content] of Object.entries(contents)) {
    memory.write(root ? `${root}/${path}` : path, content);
  }
  return prefill({
    files: change.files ?? memory,
    root,
    entries: Object.keys(contents),
    notebooks,
    today: '2026-11-21',
    trans: plainEnglish,
    signal: change.signal
  });
}

describe('prefill', () => {
  it('takes the best source of each field and says which', async () => {
    const { values, origins, findings } = await run(
      {
        'CITATION.cff': 'authors:\n  - family-names: Doe\nversion: 2\n',
        'README.md': '# R\n\nWhat it does.',
        'docs/README.md': 'Not this.',
        '01-clean.ipynb': notebook('# Clean the data')
      },
      ['01-clean.ipynb']
    );
    expect(values).toEqual({
      title: 'Clean the data',
      creators: [expect.objectContaining({ familyName: 'Doe' })],
      version: '2',
      description: 'What it does.',
      publicationDate: '2026-11-21'
    });
    expect(origins).toEqual({
      title: '01-clean.ipynb',
      creators: 'CITATION.cff',
      version: 'CITATION.cff',
      description: 'README.md',
      publicationDate: 'today'
    });
    expect(findings).toEqual([]);
  });

  it('prefers CITATION.cff', async () => {
    const { values } = await run(
      {
        'CITATION.cff': 'title: From CFF\nabstract: From CFF too\n',
        'README.md': 'From README',
        'a.ipynb': notebook('# From notebook')
      },
      ['a.ipynb']
    );
    expect(values.title).toBe('From CFF');
    expect(values.description).toBe('From CFF too');
  });

  it('works at the root of the server', async () => {
    const { values } = await run({ 'readme.txt': 'Hello you.' }, [], {
      root: ''
    });
    expect(values.description).toBe('Hello you.');
  });

  it('goes on after broken sources', async () => {
    const { values, findings } = await run(
      {
        'CITATION.cff': 'a: [',
        'broken.ipynb': '{',
        'old.ipynb': '{"nbformat": 3}',
        'Untitled1.ipynb': notebook('no heading'),
        'co2_fluxes.ipynb': notebook('# Introduction')
      },
      ['broken.ipynb', 'old.ipynb', 'Untitled1.ipynb', 'co2_fluxes.ipynb']
    );
    expect(values.title).toBe('Co2 fluxes');
    expect(findings.map(({ id }) => id)).toEqual(['metadata.cff.yaml']);
  });

  it('tells of a file that may not be read', async () => {
    const memory = new MemoryFiles({ 'work/README.md': 'x' });
    const files: IFiles = {
      list: folder => memory.list(folder),
      stat: path => memory.stat(path),
      read: async path => {
        throw new FileAccessError(path, path);
      }
    };
    const { values, findings } = await run({ 'README.md': '' }, [], { files });
    expect(values).not.toHaveProperty('description');
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'metadata.source-unreadable',
        place: { path: 'README.md' }
      })
    ]);
  });

  it('leaves huge files alone', async () => {
    const { values } = await run({ 'README.md': 'word '.repeat(250_000) });
    expect(values).not.toHaveProperty('description');
  });

  it('stops when asked', async () => {
    const signal = AbortSignal.abort();
    await expect(
      run({ 'README.md': 'x' }, [], { signal })
    ).rejects.toBeInstanceOf(CancelledError);
  });
});
