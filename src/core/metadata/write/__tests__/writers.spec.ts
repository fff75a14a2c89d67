import { parse } from 'yaml';
import { plainEnglish as trans } from '../../../text';
import { complete } from '../../__tests__/complete';
import { emptyCreator, emptyMetadata } from '../../empty';
import type { IMetadata } from '../../model';
import { readCff } from '../../sources/cff';
import { readCodemeta } from '../../sources/codemeta';
import { readZenodoJson } from '../../sources/zenodoJson';
import { cffOther } from '../../sources/__tests__/examples/cffOther';
import { cffPeople } from '../../sources/__tests__/examples/cffPeople';
import { cffWorks } from '../../sources/__tests__/examples/cffWorks';
import { codemetaOther } from '../../sources/__tests__/examples/codemetaOther';
import { codemetaPeople } from '../../sources/__tests__/examples/codemetaPeople';
import type { IExample } from '../../sources/__tests__/examples/example';
import { zenodoOther } from '../../sources/__tests__/examples/zenodoOther';
import { zenodoPeople } from '../../sources/__tests__/examples/zenodoPeople';
import { zenodoWorks } from '../../sources/__tests__/examples/zenodoWorks';
import { putCffDoi } from '../cffDoiCopy';
import { UnwritableFileError } from '../unwritable';
import { writeCff } from '../writeCff';
import { writeCodemeta } from '../writeCodemeta';
import { writeZenodo } from '../writeZenodo';

const none = { doi: '', trans };
const jane = { ...emptyCreator('1'), familyName: 'Doe', givenName: 'Jane' };

/** A form with these values only, and without a date. */
const form = (values: Partial<IMetadata>): IMetadata => ({
  ...emptyMetadata(''),
  ...values
});

const named = (examples: readonly IExample[]) =>
  examples.map(example => [example.name, example.text] as const);

const zenodo = (text: string | null, metadata: IMetadata) =>
  writeZenodo(text, metadata, '.zenodo.json', trans);

describe('a file whose form was not changed stays as it is', () => {
  it.each(
    named([...cffPeople, ...cffWorks, ...cffOther]).filter(
      ([, text]) => /^title: [^[\n]/m.test(text) && /^authors: *\n/m.test(text)
    )
  )('CITATION.cff: %s', (_, text) => {
    const { values } = readCff(text, 'CITATION.cff', trans);
    expect(writeCff(text, form(values), none)).toBe(text);
  });

  it.each(named([...zenodoPeople, ...zenodoWorks, ...zenodoOther]))(
    '.zenodo.json: %s',
    (_, text) => {
      const { values } = readZenodoJson(text, '.zenodo.json', trans);
      expect(zenodo(text, form(values))).toBe(text);
    }
  );

  it.each(named([...codemetaPeople, ...codemetaOther]))(
    'codemeta.json: %s',
    (_, text) => {
      const { values } = readCodemeta(text, 'codemeta.json', trans);
      expect(writeCodemeta(text, form(values), none)).toBe(text);
    }
  );
});

describe('writeCff', () => {
  it('makes a new file', () => {
    expect(
      writeCff(
        null,
        form({
          title: 'Rose scent: means',
          creators: [
            {
              ...jane,
              orcid: '0000-0002-1825-0097',
              affiliations: [{ name: 'Oxford' }, { name: 'CERN' }]
            },
            {
              ...emptyCreator('2', 'organisation'),
              name: 'Roses',
              identifiers: [
                { key: '1', scheme: 'ror', identifier: '01ggx4157' }
              ]
            }
          ],
          description: '<p>What it does.</p><p>How.</p>',
          descriptionFormat: 'html',
          keywords: ['rose', 'No'],
          licenses: [
            { id: 'mit', title: 'MIT' },
            { id: 'cc-by-4.0', title: 'CC' }
          ],
          version: '1.10',
          publicationDate: '2026-11-21',
          alternateIdentifiers: [
            { key: '1', identifier: '10.1234/x', scheme: 'doi' },
            { key: '2', identifier: 'ark:/1/2', scheme: 'ark' }
          ],
          software: {
            repository: 'https://github.com/a/b',
            programmingLanguages: [],
            developmentStatus: ''
          }
        }),
        { doi: '10.5281/zenodo.7', trans }
      )
    ).toBe(`cff-version: 1.2.0
message: If you use this work, please cite it as below.
title: "Rose scent: means"
type: software
authors:
  - family-names: Doe
    given-names: Jane
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: Oxford; CERN
  - name: Roses
    website: https://ror.org/01ggx4157
abstract: |-
  What it does.

  How.
identifiers:
  - type: doi
    value: 10.1234/x
  - type: other
    value: ark:/1/2
repository-code: https://github.com/a/b
keywords:
  - rose
  - "No"
license:
  - MIT
  - CC-BY-4.0
version: "1.10"
doi: 10.5281/zenodo.7
date-released: "2026-11-21"
`);
  });

  const before = `# Cite us
cff-version: 1.2.0
message: Please cite. # always
title: Roses
authors:
  # the boss
  - name-particle: van
    family-names: Doe
    given-names: Jane
    email: jane@example.org # private
  - family-names: Roe
    given-names: Richard
version: 1.0 # bump
preferred-citation:
  type: article
  title: X
  authors: [{name: A}]
date-released: 2020-01-01
`;
  const values = () => form(readCff(before, 'CITATION.cff', trans).values);

  it('changes what differs, and keeps comments and all else', () => {
    const { creators } = values();
    const after = writeCff(
      before,
      {
        ...values(),
        creators: [
          { ...creators[0], orcid: '0000-0002-1825-0097' },
          { ...emptyCreator('3'), familyName: 'New', givenName: 'N.' },
          creators[1]
        ],
        version: '2.0',
        publicationDate: '2026-11-21'
      },
      { doi: '10.5281/zenodo.7', trans }
    );
    expect(after).toBe(`# Cite us
cff-version: 1.2.0
message: Please cite. # always
title: Roses
authors:
  # the boss
  - name-particle: van
    family-names: Doe
    given-names: Jane
    email: jane@example.org # private
    orcid: https://orcid.org/0000-0002-1825-0097
  - family-names: New
    given-names: N.
  - family-names: Roe
    given-names: Richard
version: "2.0" # bump
preferred-citation:
  type: article
  title: X
  authors: [{name: A}]
date-released: "2026-11-21"
doi: 10.5281/zenodo.7
`);
  });

  it('takes out what the form has no more, but never what it did not understand', () => {
    const text = `cff-version: 1.2.0
message: x
title: Roses
authors:
  - name: Roses
version: 1
license: MIT AND Zlib
keywords: [a]
`;
    const read = form(readCff(text, 'CITATION.cff', trans).values);
    expect(writeCff(text, { ...read, version: '', keywords: [] }, none)).toBe(
      text.replace('version: 1\n', '').replace('keywords: [a]\n', '')
    );
  });

  it('puts what every file needs', () => {
    expect(
      parse(writeCff('title: Roses\n', { ...values(), title: 'Roses' }, none))
    ).toMatchObject({
      'cff-version': '1.2.0',
      message: expect.stringContaining('cite') as string,
      authors: [{ 'family-names': 'van Doe' }, { 'family-names': 'Roe' }]
    });
  });

  it('writes again what it has written as the same', () => {
    const first = writeCff(null, complete, { doi: '10.5281/zenodo.7', trans });
    expect(writeCff(first, complete, { doi: '10.5281/zenodo.7', trans })).toBe(
      first
    );
  });

  it('renames a person without their particle', () => {
    const { creators } = values();
    const after = writeCff(
      before,
      {
        ...values(),
        creators: [{ ...creators[0], familyName: 'Married', orcid: '' }]
      },
      none
    );
    const { authors } = parse(after) as { authors: object[] };
    expect(authors).toEqual([
      { 'family-names': 'Married', 'given-names': 'Jane' }
    ]);
  });

  it.each([
    ['broken', 'title: [\n'],
    ['a list', '- a\n'],
    ['too deep', '['.repeat(10_000)]
  ])('refuses a file that is %s', (_, text) => {
    expect(() => writeCff(text, values(), none)).toThrow(UnwritableFileError);
  });

  it('refuses a form without title or creators', () => {
    expect(() => writeCff(null, form({ creators: [jane] }), none)).toThrow(
      'needs a title and a creator'
    );
    expect(() => writeCff(null, form({ title: 'x' }), none)).toThrow(
      UnwritableFileError
    );
  });
});

describe('putCffDoi', () => {
  it('puts the DOI, and changes nothing else', () => {
    expect(putCffDoi('title: x # y\n', '10.5281/zenodo.7')).toBe(
      'title: x # y\ndoi: 10.5281/zenodo.7\n'
    );
    expect(
      putCffDoi(
        'doi: 10.5281/zenodo.1 # old\r\ntitle: x\r\n',
        '10.5281/zenodo.7'
      )
    ).toBe('doi: 10.5281/zenodo.7 # old\r\ntitle: x\r\n');
  });

  it.each(['', 'a: [', '- a', '['.repeat(1000), 'x'.repeat(2_000_000)])(
    'leaves %.10j alone',
    text => {
      expect(putCffDoi(text, '10.5281/zenodo.7')).toBe(text);
    }
  );
});

describe('writeZenodo', () => {
  it('makes a new file that says all that the format can say', () => {
    const text = zenodo(null, complete);
    expect(JSON.parse(text)).toEqual({
      title: 'Rose scent',
      upload_type: 'software',
      software_type: 'computationalnotebook',
      description: '<p>What it does.</p>',
      creators: [
        {
          name: 'Doe, Jane',
          affiliation: 'European Organization for Nuclear Research; Some lab',
          orcid: '0000-0002-1825-0097',
          gnd: '118604740'
        },
        { name: 'The Team' }
      ],
      contributors: [{ name: 'Roe', type: 'DataCurator' }],
      access_right: 'embargoed',
      embargo_date: '2040-06-01',
      license: 'mit',
      keywords: ['rose', 'scent'],
      related_identifiers: [
        {
          identifier: 'https://doi.org/10.1038/s41588-018-0110-3',
          relation: 'cites',
          resource_type: 'publication-article'
        },
        {
          identifier: 'ark:/12345/fk1234',
          relation: 'isAlternateIdentifier'
        }
      ],
      references: ['Doe J. (2020) Roses.', 'Roe (1999)'],
      communities: [{ identifier: 'roses' }],
      grants: [{ id: '10.13039/501100000780::101122956' }],
      version: '1.2.0',
      language: 'eng',
      dates: [
        {
          start: '2026-01-01',
          end: '2026-02-01',
          type: 'Collected',
          description: 'field season'
        }
      ],
      imprint_publisher: 'Rose Press',
      journal_title: 'Journal of Roses',
      journal_volume: '645',
      journal_issue: '7',
      journal_pages: '15-23',
      journal_issn: '2077-9550',
      partof_title: 'Book of Roses',
      partof_pages: '158',
      imprint_isbn: '978-3-16-148410-0',
      imprint_place: 'Oxford',
      thesis_university: 'University of Oxford',
      conference_title: 'Rose Days',
      conference_acronym: 'RD26',
      conference_dates: '21-22 November 2026',
      conference_place: 'Oxford',
      conference_url: 'https://example.org/rd26',
      conference_session: 'VI',
      conference_session_part: '1',
      custom: {
        'code:codeRepository': 'https://github.com/a/b',
        'code:programmingLanguage': [
          { id: 'python' },
          { id: 'jupyter_notebook' }
        ],
        'code:developmentStatus': { id: 'active' }
      }
    });
    expect(zenodo(text, form(readZenodoJson(text, 'z', trans).values))).toBe(
      text
    );
  });

  it('changes what differs in a file, and a date that is there', () => {
    const before = `{
    "title": "Roses",
    "creators": [{"name": "Doe, Jane"}],
    "publication_date": "2020-01-01",
    "my-own": 1.0,
    "custom": {"code:codeRepository": "https://a.org/b", "mine": 2}
}`;
    const { values } = readZenodoJson(before, 'z', trans);
    expect(
      zenodo(before, {
        ...form(values),
        title: 'Tulips',
        publicationDate: '2026-11-21',
        resourceType: 'publication-dissertation',
        software: {
          repository: 'https://a.org/c',
          programmingLanguages: [],
          developmentStatus: ''
        }
      })
    ).toBe(`{
    "title": "Tulips",
    "creators": [{"name": "Doe, Jane"}],
    "publication_date": "2026-11-21",
    "my-own": 1.0,
    "custom": {"code:codeRepository": "https://a.org/c", "mine": 2},
    "upload_type": "publication",
    "publication_type": "thesis"
}`);
  });

  it('changes metadata within metadata', () => {
    const before = '{"metadata": {"title": "Roses"}}';
    expect(JSON.parse(zenodo(before, form({ title: 'Tulips' })))).toEqual({
      metadata: { title: 'Tulips' }
    });
  });

  it.each(['{', '[]', '"x"'])('refuses %s', text => {
    expect(() => zenodo(text, complete)).toThrow(UnwritableFileError);
  });
});

describe('writeCodemeta', () => {
  it('makes a new file', () => {
    const text = writeCodemeta(null, complete, {
      doi: '10.5281/zenodo.7',
      trans
    });
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://w3id.org/codemeta/3.0',
      '@type': 'SoftwareSourceCode',
      name: 'Rose scent',
      description: 'What it does.',
      author: [
        {
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          '@type': 'Person',
          givenName: 'Jane',
          familyName: 'Doe',
          affiliation: [
            {
              '@type': 'Organization',
              '@id': 'https://ror.org/01ggx4157',
              name: 'European Organization for Nuclear Research'
            },
            { '@type': 'Organization', name: 'Some lab' }
          ]
        },
        {
          '@id': 'https://ror.org/01ggx4157',
          '@type': 'Organization',
          name: 'The Team'
        }
      ],
      license: ['https://spdx.org/licenses/MIT', 'https://example.org/terms'],
      version: '1.2.0',
      keywords: ['rose', 'scent'],
      codeRepository: 'https://github.com/a/b',
      programmingLanguage: ['Python', 'Jupyter Notebook'],
      developmentStatus: 'https://www.repostatus.org/#active',
      funder: { '@type': 'Organization', name: 'Garden Club' },
      funding: [
        {
          '@type': 'Grant',
          name: 'HORIZON-ZEN',
          identifier: '101122956',
          url: 'https://cordis.europa.eu/projects/101122956',
          funder: {
            '@type': 'Organization',
            '@id': 'https://ror.org/00k4n6c32',
            name: 'European Commission'
          }
        },
        {
          '@type': 'Grant',
          name: 'Scents',
          identifier: '12',
          url: 'https://example.org/grants/12',
          funder: { '@type': 'Organization', name: 'Rose Foundation' }
        }
      ],
      datePublished: '2026-11-21',
      identifier: 'https://doi.org/10.5281/zenodo.7'
    });
    const { values } = readCodemeta(text, 'c', trans);
    expect(values).toMatchObject({
      title: complete.title,
      version: complete.version,
      keywords: complete.keywords,
      software: complete.software
    });
  });

  it('changes what differs, and the DOI of an earlier version', () => {
    const before = `{
  "@context": "https://doi.org/10.5063/schema/codemeta-2.0",
  "name": "Roses",
  "author": [{"familyName": "Doe", "email": "x@y.org"}],
  "identifier": ["10.5281/zenodo.1", "10.1234/mine"]
}
`;
    const { values } = readCodemeta(before, 'c', trans);
    expect(
      writeCodemeta(
        before,
        { ...form(values), title: 'Tulips' },
        { doi: '10.5281/zenodo.7', trans }
      )
    ).toBe(`{
  "@context": "https://doi.org/10.5063/schema/codemeta-2.0",
  "name": "Tulips",
  "author": [{"familyName": "Doe", "email": "x@y.org"}],
  "identifier": [
    "https://doi.org/10.5281/zenodo.7",
    "10.1234/mine"
  ]
}
`);
  });

  it.each(['{', '[]', '{"identifier": '])('refuses %s', text => {
    expect(() =>
      writeCodemeta(text, complete, { doi: '10.5281/zenodo.7', trans })
    ).toThrow(UnwritableFileError);
  });
});
