import * as fc from 'fast-check';
import { plainEnglish } from '../../text';
import { readCff } from '../cff';

const read = (text: string) => readCff(text, 'CITATION.cff', plainEnglish);
const ids = (text: string) => read(text).findings.map(({ id }) => id);

const COMPLETE = `
cff-version: 1.2.0
message: If you use this, cite it.
title: "Rose scent: treatment  means"
abstract: |
  What it
  does & why.

  How to run it.
authors:
  - family-names: Neumann
    name-particle: von
    name-suffix: III
    given-names: Ana Marques
    orcid: https://orcid.org/0000-0002-1694-233x
    affiliation: University of Oxford
    email: ana@example.org
  - given-names: Plato
  - alias: jdoe
  - name: The Research Software Project
    website: https://example.org
keywords: [FAIR, 3, true, FAIR, ]
license: MIT
version: 1.10
date-released: 2020-01-01
doi: 10.5281/zenodo.1
preferred-citation:
  type: article
  title: Another work
  authors:
    - family-names: Other
`;

describe('readCff', () => {
  it('reads what the form has a field for', () => {
    const { values, findings } = read(COMPLETE);
    expect(values).toEqual({
      title: 'Rose scent: treatment means',
      description: 'What it does & why.\n\nHow to run it.',
      creators: [
        expect.objectContaining({
          key: 'cff-1',
          kind: 'person',
          familyName: 'von Neumann III',
          givenName: 'Ana Marques',
          orcid: '0000-0002-1694-233X',
          affiliations: [{ name: 'University of Oxford' }]
        }),
        expect.objectContaining({ familyName: 'Plato', givenName: '' }),
        expect.objectContaining({ familyName: 'jdoe' }),
        expect.objectContaining({
          key: 'cff-4',
          kind: 'organisation',
          name: 'The Research Software Project'
        })
      ],
      keywords: ['FAIR', '3', 'true'],
      licenses: [{ id: 'mit', title: 'mit' }],
      version: '1.10'
    });
    expect(findings).toEqual([
      {
        id: 'metadata.cff.alias',
        severity: 'warning',
        section: 'metadata',
        message: 'CITATION.cff knows “jdoe” by no other name.',
        place: { path: 'CITATION.cff' }
      }
    ]);
  });

  it('gives no empty values', () => {
    const empty =
      'title:\nauthors: []\nkeywords:\nlicense: ~\nversion: null\nabstract: ""\n';
    expect(read(empty)).toEqual({ values: {}, findings: [] });
    expect(read('cff-version: 1.2.0\n').values).toEqual({});
  });

  it('takes single values for lists, and a list of affiliations', () => {
    const { values } = read(
      'authors:\n  family-names: Doe\n  affiliation: [A, B, A]\nkeywords: rose\n'
    );
    expect(values.creators?.[0].affiliations).toEqual([
      { name: 'A' },
      { name: 'B' }
    ]);
    expect(values.keywords).toEqual(['rose']);
  });

  it('turns HTML into text', () => {
    const { values } = read(
      'abstract: "<p>One &amp; <b>two</b>.</p>\\n<p>Three</p>"\n'
    );
    expect(values.description).toBe('One & two.\n\nThree');
  });

  it('leaves comparisons alone', () => {
    expect(read('abstract: "a < b and c > d"\n').values.description).toBe(
      'a < b and c > d'
    );
  });

  it.each([
    ['a: [1,\nb: "x\n', 'metadata.cff.yaml'],
    ['', 'metadata.cff.fields'],
    ['just text', 'metadata.cff.fields'],
    ['- a\n- b\n', 'metadata.cff.fields'],
    ['authors:\n  - affiliation: X\n', 'metadata.cff.author-without-name'],
    [
      'authors:\n  - family-names: D\n    orcid: 0000-0002-1825-0098\n',
      'metadata.cff.orcid'
    ],
    ['license: [MIT, CC-BY-4.0]\n', 'metadata.cff.license-choice'],
    ['license: LicenseRef-mine\n', 'metadata.cff.license-unknown']
  ])('tells what is odd in %j: %s', (text, id) => {
    expect(ids(text)).toEqual([id]);
  });

  it('says in which line the YAML is broken', () => {
    expect(read('title: x\nauthors: [\n}\n').findings[0].place).toEqual({
      path: 'CITATION.cff',
      line: 3
    });
  });

  it.each(['[', '{a: ', '- ', '? ', '? &a ', '? a: ', '- - [{'])(
    'does not follow %j as deep as it goes',
    nested => {
      const text = `title: x\nabstract:\n  ${nested.repeat(50_000)}`;
      expect(read(text)).toMatchObject({
        values: {},
        findings: [
          {
            id: 'metadata.cff.yaml',
            message: 'CITATION.cff is not used: it is not valid YAML.'
          }
        ]
      });
    }
  );

  it('takes a line of dashes for the text that it is', () => {
    const abstract = `Title\n  ${'-'.repeat(100)}\n  Text`;
    expect(read(`title: x\nabstract: |\n  ${abstract}\n`).findings).toEqual([]);
  });

  it('withstands aliases of aliases', () => {
    const bomb = ['a0: &a0 [x]'];
    for (let level = 1; level < 30; level++) {
      const alias = `*a${level - 1}`;
      bomb.push(`a${level}: &a${level} [${alias}, ${alias}, ${alias}]`);
    }
    expect(ids(bomb.join('\n'))).toEqual(['metadata.cff.fields']);
  });

  it('never throws', () => {
    const keys = fc.constantFrom(
      'title',
      'authors',
      'abstract',
      'license',
      'keywords',
      'version'
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), fields => {
        read(JSON.stringify(fields));
      })
    );
    fc.assert(
      fc.property(fc.string(), text => {
        read(text);
      })
    );
  });
});
