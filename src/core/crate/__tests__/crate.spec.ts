import fc from 'fast-check';
import { emptyCreator, emptyMetadata } from '../../metadata/empty';
import type { ICreator, IMetadata } from '../../metadata/model';
import { zenodo, zenodoSandbox } from '../../zenodo/sites';
import { ICrateFile, ICrateOptions, makesCrate, roCrate } from '../crate';
import { encodingFormat } from '../encodingFormat';
import { licenseUri } from '../licenseUri';

const person: ICreator = {
  ...emptyCreator('1'),
  familyName: 'Curie',
  givenName: 'Marie',
  orcid: 'https://orcid.org/0000-0002-1825-0097',
  affiliations: [{ name: 'Sorbonne' }, { name: 'Radium Institute' }]
};

const metadata: IMetadata = {
  ...emptyMetadata('2026-11-21'),
  title: 'Radiation over time',
  creators: [
    person,
    { ...person, key: '2', givenName: 'Pierre', orcid: '', affiliations: [{ name: 'Sorbonne' }] }, // prettier-ignore
    { ...person, key: '3', kind: 'organisation', name: 'IUPAC', orcid: '', affiliations: [] } // prettier-ignore
  ],
  description: 'What was measured.',
  licenses: [
    { id: 'cc-by-4.0', title: 'Creative Commons Attribution 4.0' },
    { id: 'own-terms', title: 'Own terms' }
  ],
  keywords: ['radium', 'half-life'],
  version: '1.2'
};

const file = (path: string, more: Partial<ICrateFile> = {}): ICrateFile => ({
  path,
  size: 12,
  sha256: 'ab'.repeat(32),
  lastModified: '2026-11-20T10:00:00+00:00',
  ...more
});

const options: ICrateOptions = {
  metadata,
  files: [
    file('requirements.txt'),
    file('data/x #1.csv'),
    file('01 clean.ipynb'),
    file('02.ipynb'),
    file('tools.py')
  ],
  notebooks: [
    { path: '01 clean.ipynb', language: 'python' },
    { path: '02.ipynb', language: 'R' }
  ],
  environmentFile: 'requirements.txt',
  site: zenodo,
  record: { id: '7', doi: '10.5281/zenodo.7' },
  evidence: null
};

interface IAnyEntity {
  '@id': string;
  '@type': unknown;
  [property: string]: unknown;
}

function entities(changed: Partial<ICrateOptions> = {}) {
  const crate = JSON.parse(roCrate({ ...options, ...changed }));
  const graph = crate['@graph'] as IAnyEntity[];
  const byId = Object.fromEntries(graph.map(e => [e['@id'], e]));
  return { crate, graph, byId, root: byId['./'] };
}

describe('roCrate', () => {
  it('describes the whole', () => {
    const { crate, graph, root } = entities();
    expect(crate['@context'][0]).toBe('https://w3id.org/ro/crate/1.1/context');
    expect(graph[0]).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' }
    });
    expect(root).toMatchObject({
      '@type': 'Dataset',
      name: 'Radiation over time',
      description: 'What was measured.',
      datePublished: '2026-11-21',
      keywords: ['radium', 'half-life'],
      version: '1.2',
      identifier: 'https://doi.org/10.5281/zenodo.7',
      url: 'https://zenodo.org/records/7',
      mainEntity: { '@id': '01%20clean.ipynb' },
      license: [
        { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
        { '@id': '#license-own-terms' }
      ],
      publisher: { '@id': 'https://zenodo.org' }
    });
  });

  it('names people once, with ORCID and where they work', () => {
    const { root, byId } = entities();
    expect(root.author).toEqual([
      { '@id': 'https://orcid.org/0000-0002-1825-0097' },
      { '@id': '#person-2' },
      { '@id': '#organization-3' }
    ]);
    expect(byId['https://orcid.org/0000-0002-1825-0097']).toEqual({
      '@id': 'https://orcid.org/0000-0002-1825-0097',
      '@type': 'Person',
      name: 'Marie Curie',
      givenName: 'Marie',
      familyName: 'Curie',
      affiliation: [{ '@id': '#affiliation-1' }, { '@id': '#affiliation-2' }]
    });
    expect(byId['#person-2'].affiliation).toEqual({ '@id': '#affiliation-1' });
    expect(byId['#affiliation-1'].name).toBe('Sorbonne');
    const twice = entities({
      metadata: { ...metadata, creators: [person, person] }
    });
    expect(twice.root.author).toEqual({
      '@id': 'https://orcid.org/0000-0002-1825-0097'
    });
    const typo = { ...person, orcid: '0000-0002-1825-0098' };
    expect(entities({ metadata: { ...metadata, creators: [typo] } }).root.author).toEqual({ '@id': '#person-1' }); // prettier-ignore
  });

  it('describes each file, and each notebook as code', () => {
    const { byId, root } = entities();
    expect(root.hasPart).toEqual([
      { '@id': '01%20clean.ipynb' },
      { '@id': '02.ipynb' },
      { '@id': 'data/x%20%231.csv' },
      { '@id': 'requirements.txt' },
      { '@id': 'tools.py' }
    ]);
    expect(byId['01%20clean.ipynb']).toEqual({
      '@id': '01%20clean.ipynb',
      '@type': ['File', 'SoftwareSourceCode', 'ComputationalWorkflow'],
      name: '01 clean.ipynb',
      contentSize: '12',
      encodingFormat: 'application/x-ipynb+json',
      sha256: 'ab'.repeat(32),
      dateModified: '2026-11-20T10:00:00.000Z',
      programmingLanguage: { '@id': '#language-python' },
      softwareRequirements: { '@id': 'requirements.txt' }
    });
    expect(byId['02.ipynb']['@type']).toEqual(['File', 'SoftwareSourceCode']);
    expect(byId['#language-r']).toMatchObject({ name: 'R' });
    expect(byId['data/x%20%231.csv']).toMatchObject({
      '@type': 'File',
      encodingFormat: 'text/csv'
    });
  });

  it('says nothing of what nobody knows', () => {
    const { byId, root } = entities({
      files: [file('a', { size: null, sha256: null, lastModified: '' })],
      record: null,
      metadata: { ...metadata, description: ' ', keywords: [], version: '', licenses: [], publicationDate: '2025-01/2026' } // prettier-ignore
    });
    expect(byId['a']).toEqual({ '@id': 'a', '@type': 'File', name: 'a' });
    expect(root.description).toBe('Radiation over time');
    expect(root.datePublished).toBe('2025-01');
    for (const property of [
      'identifier',
      'url',
      'keywords',
      'version',
      'license',
      'mainEntity'
    ]) {
      // prettier-ignore
      expect(root).not.toHaveProperty(property);
    }
  });

  it('describes itself in plain text, and says what licences of our own mean', () => {
    const own = { key: '1', description: 'Ask us.', link: 'https://a.b/c' };
    const { root, graph } = entities({
      metadata: {
        ...metadata,
        description: '<p>One &amp; <b>two</b></p>',
        descriptionFormat: 'html',
        licenses: [{ id: '', title: 'Ask first', own }]
      }
    });
    expect(root.description).toBe('One & two');
    expect(graph).toContainEqual({
      '@id': '#license-1',
      '@type': 'CreativeWork',
      name: 'Ask first',
      description: 'Ask us.',
      url: 'https://a.b/c'
    });
  });

  it('makes no link of a DOI that leads nowhere', () => {
    const { root } = entities({ site: zenodoSandbox });
    expect(root.identifier).toBe('10.5281/zenodo.7');
  });

  it('does not depend on the order of the files, and leaves itself out', () => {
    const files = [...options.files, file('ro-crate-metadata.json')].reverse();
    expect(roCrate({ ...options, files })).toBe(roCrate(options));
  });

  it('is sound for all names: every link leads to an entity, ids are URIs and back', () => {
    const name = fc.string({ unit: 'binary', minLength: 1 }).filter(n => n !== 'ro-crate-metadata.json'); // prettier-ignore
    fc.assert(
      fc.property(fc.uniqueArray(name), paths => {
        const { root, byId } = entities({ files: paths.map(p => file(p)), notebooks: [] }); // prettier-ignore
        const parts = [root.hasPart ?? []].flat() as { '@id': string }[];
        expect(parts).toHaveLength(paths.length);
        expect(new Set(parts.map(p => decodeURIComponent(p['@id'])))).toEqual(
          new Set(paths)
        );
        for (const { '@id': id } of parts) {
          expect(id).toMatch(/^[\w%/.!~*'()-]+$/);
          expect(byId[id]).toBeDefined();
        }
      })
    );
  });
});

describe('makesCrate', () => {
  it('leaves a crate of the project’s own alone', () => {
    expect(makesCrate(['a.ipynb', 'sub/ro-crate-metadata.json'])).toBe(true);
    expect(makesCrate(['a.ipynb', 'ro-crate-metadata.json'])).toBe(false);
  });
});

describe('licenseUri', () => {
  it.each([
    ['cc-by-nc-sa-3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['mit', 'https://spdx.org/licenses/MIT'],
    ['gpl-3.0-or-later', 'https://spdx.org/licenses/GPL-3.0-or-later'],
    ['cc-by-9.9', null],
    ['cc-by-3.0-de', null],
    ['', null]
  ])('%s → %s', (id, uri) => {
    expect(licenseUri(id)).toBe(uri);
  });
});

describe('encodingFormat', () => {
  it.each([
    ['a/B.CSV', 'text/csv'],
    ['x.tar.gz', 'application/gzip'],
    ['CITATION.cff', 'application/yaml'],
    ['csv', null],
    ['.csv', null],
    ['a.csv/b', null],
    ['x.unknown', null]
  ])('%s → %s', (path, format) => {
    expect(encodingFormat(path)).toBe(format);
  });
});
