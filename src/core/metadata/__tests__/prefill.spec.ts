import { CancelledError } from '../../error';
import { FileAccessError, type IFiles } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish } from '../../text';
import { emptyCreator, emptyMetadata } from '../empty';
import { prefill } from '../prefill';
import type { IFormerVersion } from '../prefillSources';
import { type IMetadataDefaults, noDefaults } from '../sources/defaults';

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
  change: {
    root?: string;
    files?: IFiles;
    signal?: AbortSignal;
    former?: IFormerVersion;
    defaults?: IMetadataDefaults;
  } = {}
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
    former: change.former,
    defaults: change.defaults,
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
      descriptionFormat: 'text',
      publicationDate: '2026-11-21',
      software: {
        repository: '',
        programmingLanguages: [
          { id: 'jupyter_notebook', title: 'Jupyter Notebook' }
        ],
        developmentStatus: ''
      }
    });
    expect(origins).toEqual({
      title: '01-clean.ipynb',
      creators: 'CITATION.cff',
      version: 'CITATION.cff',
      description: 'README.md',
      publicationDate: 'today',
      software: '01-clean.ipynb'
    });
    expect(findings).toEqual([]);
  });

  it('offers the institution as the affiliation of those who have none', async () => {
    const { values, candidates } = await run(
      {
        'CITATION.cff':
          'authors:\n  - family-names: Doe\n  - family-names: Roe\n    affiliation: Elsewhere\n'
      },
      [],
      { defaults: { ...noDefaults, affiliation: 'Here' } }
    );
    expect(values.creators?.[0].affiliations).toEqual([]);
    expect(candidates.creators?.[1]).toEqual({
      origin: 'your institution',
      values: {
        creators: [
          expect.objectContaining({ affiliations: [{ name: 'Here' }] }),
          expect.objectContaining({ affiliations: [{ name: 'Elsewhere' }] })
        ]
      }
    });
  });

  it('places the last version beneath files that are newer, and above all others', async () => {
    const record = {
      metadata: {
        title: 'From the record',
        version: '1',
        publication_date: '2020-01-01',
        description: '<p>From the record</p>',
        subjects: [{ subject: 'water' }],
        creators: [
          {
            person_or_org: {
              type: 'personal',
              family_name: 'Doe',
              given_name: 'Jane',
              identifiers: [{ scheme: 'gnd', identifier: '118540238' }]
            },
            affiliations: [{ id: '01ggx4157', name: 'CERN' }]
          }
        ]
      },
      customFields: {},
      defaultPreview: null,
      access: { record: 'public', files: 'restricted' }
    };
    const former = {
      origin: 'version 1',
      record,
      isNewer: (path: string) => path === 'CITATION.cff'
    };
    const { values, origins } = await run(
      {
        'CITATION.cff':
          'title: From CFF\nkeywords: [rivers]\nauthors:\n  - family-names: Doe\n    given-names: J.\n    affiliation: CERN\n',
        'codemeta.json': '{"description": "Old", "keywords": "old"}',
        'README.md': '# R\n\nWhat it does.',
        LICENSE: 'MIT License'
      },
      [],
      { former }
    );
    expect(values).toMatchObject({
      title: 'From CFF',
      description: 'From the record',
      keywords: ['rivers', 'water'],
      access: 'restricted-files',
      publicationDate: '2026-11-21',
      creators: [
        {
          givenName: 'J.',
          affiliations: [{ id: '01ggx4157', name: 'CERN' }],
          identifiers: [{ scheme: 'gnd', identifier: '118540238' }]
        }
      ]
    });
    expect(values.version).toBeUndefined();
    expect(origins).toMatchObject({
      title: 'CITATION.cff',
      description: 'version 1',
      keywords: 'CITATION.cff, version 1',
      publicationDate: 'today'
    });
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
    expect(findings.map(({ id }) => id)).toEqual(['metadata.source.yaml']);
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

describe('prefill from many files', () => {
  const all = {
    '.zenodo.json': '{"title": "From Zenodo", "keywords": ["a"]}',
    'CITATION.cff':
      'title: From CFF\nversion: 1\ndate-released: 2020-01-01\nkeywords: [b]\nauthors: [{family-names: Doe, given-names: Jane}]\n',
    'codemeta.json':
      '{"name": "From codemeta", "author": {"familyName": "Doe", "givenName": "J.", "@id": "https://orcid.org/0000-0002-1825-0097"}}',
    'pyproject.toml': '[project]\nname = "package"\nversion = "2"\n',
    'README.md': '# From README\n\nWhat it does.',
    'a.ipynb': notebook('# From notebook')
  };

  it('follows the order of the sources', async () => {
    const { values, origins, candidates } = await run(all, ['a.ipynb']);
    expect(candidates.title?.map(({ origin }) => origin)).toEqual([
      '.zenodo.json',
      'CITATION.cff',
      'codemeta.json',
      'a.ipynb',
      'README.md',
      'pyproject.toml'
    ]);
    expect(values).toMatchObject({
      title: 'From Zenodo',
      version: '1',
      keywords: ['a', 'b'],
      publicationDate: '2026-11-21',
      creators: [{ givenName: 'Jane', orcid: '0000-0002-1825-0097' }]
    });
    expect(origins).toMatchObject({
      keywords: '.zenodo.json, CITATION.cff',
      creators: 'CITATION.cff, codemeta.json'
    });
    expect(candidates.publicationDate?.map(({ origin }) => origin)).toEqual([
      'today',
      'CITATION.cff'
    ]);
  });

  it('reads zenodo.json as .zenodo.json, and files at the root only', async () => {
    const { values } = await run({
      'zenodo.json': '{"title": "Visible"}',
      'deep/.zenodo.json': '{"title": "Deep"}'
    });
    expect(values.title).toBe('Visible');
  });

  it('asks git, the last publication and the institution', async () => {
    const memory = new MemoryFiles({
      'work/.git/config':
        '[user]\nname = Jane Doe\n[remote "origin"]\nurl = https://github.com/a/b.git\n'
    });
    const { values, origins } = await prefill({
      files: memory,
      root: 'work',
      entries: [],
      notebooks: [],
      git: { files: memory, root: 'work' },
      last: {
        ...emptyMetadata('2026-01-01'),
        title: 'Last',
        creators: [
          {
            ...emptyCreator('1'),
            familyName: 'Doe',
            givenName: 'Jane',
            orcid: '0000-0002-1825-0097'
          }
        ],
        licenses: [{ id: 'mit', title: 'MIT License' }]
      },
      defaults: {
        affiliation: 'CERN',
        affiliationRor: '01ggx4157',
        communities: ['roses'],
        funding: [
          { funder: '10.13039/501100000780', award: '' },
          { funder: 'Garden Club', award: '7' }
        ]
      },
      trans: plainEnglish
    });
    expect(values).toMatchObject({
      creators: [
        {
          familyName: 'Doe',
          orcid: '0000-0002-1825-0097',
          affiliations: [{ id: '01ggx4157', name: 'CERN' }]
        }
      ],
      licenses: [{ id: 'mit' }],
      software: { repository: 'https://github.com/a/b' },
      communities: [{ slug: 'roses', id: '' }],
      funding: [
        { funder: { id: '00k4n6c32' }, award: null },
        { funder: { name: 'Garden Club' }, award: { number: '7' } }
      ]
    });
    expect(values).not.toHaveProperty('title');
    expect(origins).toMatchObject({
      creators: 'Git, your last publication',
      communities: 'your institution'
    });
  });

  it('tells of a file of metadata that is too large', async () => {
    const { values, findings } = await run({
      'CITATION.cff': `title: ${'x'.repeat(1_100_000)}`
    });
    expect(values).not.toHaveProperty('title');
    expect(findings.map(({ id }) => id)).toEqual(['metadata.source.too-long']);
  });
});
