import { emptyCreator, emptySoftware } from '../empty';
import { mergeSources } from '../mergeSources';
import type { ICreator, IMetadata } from '../model';
import { readKeptMetadata } from '../keptMetadata';

function merge(
  ...sources: readonly (readonly [
    origin: string,
    values: Partial<IMetadata>,
    offers?: Partial<IMetadata>
  ])[]
) {
  return mergeSources(
    sources.map(([origin, values, offers]) => ({
      origin,
      source: { values, offers, findings: [] }
    }))
  );
}

function person(
  familyName: string,
  givenName: string,
  more: Partial<ICreator> = {}
): ICreator {
  const key = `${familyName} ${givenName}`;
  return { ...emptyCreator(key), familyName, givenName, ...more };
}

const link = (identifier: string, relation: string, scheme = 'url') => ({
  key: '1',
  identifier,
  scheme,
  relation,
  resourceType: ''
});

describe('mergeSources', () => {
  it('takes the best source of a field, and keeps all that differ', () => {
    const { values, origins, candidates } = merge(
      ['a', { title: 'One' }],
      ['b', { title: 'Two', version: '1' }],
      ['c', { title: 'One' }]
    );
    expect(values).toEqual({ title: 'One', version: '1' });
    expect(origins).toEqual({ title: 'a', version: 'b' });
    expect(candidates).toEqual({
      title: [
        { values: { title: 'One' }, origin: 'a' },
        { values: { title: 'Two' }, origin: 'b' }
      ],
      version: [{ values: { version: '1' }, origin: 'b' }]
    });
  });

  it('fills in nothing that is offered only', () => {
    const { values, origins, candidates } = merge(
      ['a', {}, { publicationDate: '2020-01-01', version: '0' }],
      ['today', { publicationDate: '2026-11-21' }]
    );
    expect(values).toEqual({ publicationDate: '2026-11-21' });
    expect(origins).toEqual({ publicationDate: 'today' });
    expect(candidates.publicationDate).toEqual([
      { values: { publicationDate: '2026-11-21' }, origin: 'today' },
      { values: { publicationDate: '2020-01-01' }, origin: 'a' }
    ]);
    expect(candidates.version).toEqual([
      { values: { version: '0' }, origin: 'a' }
    ]);
  });

  it('takes a description with its format, and access with its embargo', () => {
    const { values, origins, candidates } = merge(
      ['a', { description: '<p>x</p>', descriptionFormat: 'html' }],
      ['b', { description: 'x', descriptionFormat: 'text' }],
      [
        'c',
        {
          access: 'restricted-files',
          embargo: { active: true, until: '2040-01-01', reason: '' }
        }
      ]
    );
    expect(values).toEqual({
      description: '<p>x</p>',
      descriptionFormat: 'html',
      access: 'restricted-files',
      embargo: { active: true, until: '2040-01-01', reason: '' }
    });
    expect(Object.keys(origins)).toEqual(['description', 'access']);
    expect(candidates.description).toEqual([
      {
        values: { description: '<p>x</p>', descriptionFormat: 'html' },
        origin: 'a'
      },
      { values: { description: 'x', descriptionFormat: 'text' }, origin: 'b' }
    ]);
  });

  it('joins keywords, whatever their capitals', () => {
    const { values, origins, candidates } = merge(
      ['a', { keywords: ['Rose'] }],
      ['b', { keywords: ['rose'] }],
      ['c', { keywords: ['rose', 'scent'] }]
    );
    expect(values).toEqual({ keywords: ['Rose', 'scent'] });
    expect(origins).toEqual({ keywords: 'a, c' });
    expect(candidates.keywords).toHaveLength(4);
  });

  it('joins related works, each relation once', () => {
    const { values, origins } = merge(
      ['a', { relatedWorks: [link('https://x.org', 'cites')] }],
      [
        'b',
        {
          relatedWorks: [
            link('https://X.org', 'cites'),
            link('https://x.org', 'requires')
          ]
        }
      ]
    );
    expect(values.relatedWorks).toEqual([
      { ...link('https://x.org', 'cites'), key: 'source-1' },
      { ...link('https://x.org', 'requires'), key: 'source-2' }
    ]);
    expect(origins.relatedWorks).toBe('a, b');
  });

  it('puts software together from all that know a part', () => {
    const python = { id: 'python', title: 'Python' };
    const { values, origins } = merge(
      ['a', { software: { ...emptySoftware, repository: 'https://a.org/a' } }],
      [
        'b',
        {
          software: {
            repository: 'https://a.org/b',
            programmingLanguages: [python],
            developmentStatus: ''
          }
        }
      ],
      ['c', { software: { ...emptySoftware, repository: 'https://a.org/c' } }]
    );
    expect(values.software).toEqual({
      repository: 'https://a.org/a',
      programmingLanguages: [python],
      developmentStatus: ''
    });
    expect(origins.software).toBe('a, b');
  });

  it('puts publishing information together', () => {
    const { publishingInformation } = readKeptMetadata({});
    const journal = { ...publishingInformation.journal, title: 'J' };
    const imprint = { ...publishingInformation.imprint, isbn: '1' };
    const { values } = merge(
      ['a', { publishingInformation: { ...publishingInformation, journal } }],
      ['b', { publishingInformation: { ...publishingInformation, imprint } }]
    );
    expect(values.publishingInformation).toEqual({
      ...publishingInformation,
      journal,
      imprint
    });
  });

  describe('creators', () => {
    const fill = (best: ICreator[], ...others: ICreator[][]) =>
      merge(
        ['best', { creators: best }],
        ...others.map(
          (creators, index) => [`other ${index}`, { creators }] as const
        )
      );
    const orcid = '0000-0002-1825-0097';
    const at = [{ name: 'Oxford' }];

    it('get what they lack, and stay who they are, in their order', () => {
      const { values, origins } = fill(
        [person('Müller', 'J.'), person('Roe', 'Richard')],
        [
          person('Roe', 'R', { affiliations: at }),
          person('Poe', 'Edgar'),
          person('Muller', 'Jane', { orcid })
        ]
      );
      expect(values.creators).toEqual([
        person('Müller', 'J.', { orcid }),
        person('Roe', 'Richard', { affiliations: at })
      ]);
      expect(origins.creators).toBe('best, other 0');
    });

    it('are known by their ORCIDs', () => {
      const { values } = fill(
        [person('Doe', 'Jane', { orcid })],
        [person('Married', 'Jane', { orcid, affiliations: at })]
      );
      expect(values.creators).toEqual([
        person('Doe', 'Jane', { orcid, affiliations: at })
      ]);
    });

    it.each([
      ['another given name', [person('Doe', 'Jane')], [person('Doe', 'John', { orcid })]],
      ['two who may be meant', [person('Doe', 'J.')], [person('Doe', 'John', { orcid }), person('Doe', 'Jane')]],
      ['two who may be it', [person('Doe', 'John'), person('Doe', 'J.')], [person('Doe', 'J.', { orcid })]],
      ['no given name', [person('Doe', '')], [person('Doe', '', { orcid })]],
      ['another ORCID', [person('Doe', 'J.', { orcid: '0000-0001-5109-3700' })], [person('Doe', 'J.', { orcid, affiliations: at })]],
      ['an ORCID that somebody else has', [person('Doe', 'J.'), person('Roe', 'R.', { orcid })], [person('Doe', 'J.', { orcid })]]
    ])('get nothing from %s', (_, best, other) => {
      expect(fill(best, other).values.creators).toEqual(best);
    }); // prettier-ignore
  });

  it('gives nothing of nothing', () => {
    expect(merge()).toEqual({ values: {}, origins: {}, candidates: {} });
  });
});
