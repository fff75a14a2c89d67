import { type IExample, json, work } from './example';

/** `.zenodo.json`: licences, links, grants, communities, dates. */
export const zenodoWorks: readonly IExample[] = [
  {
    name: 'keywords as a list, with one twice',
    text: json({ keywords: ['Rose', 'scent', 'rose', '', 3] }),
    record: {
      metadata: {
        subjects: [{ subject: 'Rose' }, { subject: 'scent' }, { subject: '3' }]
      }
    }
  },
  {
    name: 'keywords in one text',
    text: json({ keywords: 'rose, scent; treatment means' }),
    record: {
      metadata: {
        subjects: [
          { subject: 'rose' },
          { subject: 'scent' },
          { subject: 'treatment means' }
        ]
      }
    }
  },
  {
    name: 'subjects of a vocabulary',
    text: json({
      subjects: [
        { term: 'Astronomy', identifier: 'http://id.loc.gov/authorities/subjects/sh85009003', scheme: 'url' },
        { term: 'Roses' }
      ]
    }), // prettier-ignore
    record: {
      metadata: { subjects: [{ subject: 'Astronomy' }, { subject: 'Roses' }] }
    },
    findings: ['5: not-used']
  },
  {
    name: 'a licence in small letters',
    text: json({ license: 'mit' }),
    record: { metadata: { rights: [{ id: 'mit' }] } }
  },
  {
    name: 'a licence as an object, in capitals',
    text: json({ license: { id: 'CC-BY-4.0' } }),
    record: { metadata: { rights: [{ id: 'cc-by-4.0' }] } }
  },
  {
    name: 'a licence that is no longer called so',
    text: json({ license: 'GPL-3.0' }),
    record: { metadata: { rights: [{ id: 'gpl-3.0-only' }] } }
  },
  {
    name: 'licences by address',
    text: json({
      license: [
        'https://creativecommons.org/licenses/by-sa/4.0/legalcode',
        'https://spdx.org/licenses/MIT.html',
        'https://example.org/our-terms'
      ]
    }),
    record: {
      metadata: {
        rights: [
          { id: 'cc-by-sa-4.0' },
          { id: 'mit' },
          {
            title: { en: 'https://example.org/our-terms' },
            link: 'https://example.org/our-terms'
          }
        ]
      }
    },
    findings: ['3: license-choice']
  },
  {
    name: 'a licence that is none',
    text: json({ license: 'ask me' }),
    record: {},
    findings: ['2: license-unknown']
  },
  {
    name: 'related identifiers in many notations',
    text: json({
      related_identifiers: [
        { identifier: '10.1038/s41588-018-0110-3', relation: 'cites', resource_type: 'publication-article' },
        { identifier: 'https://doi.org/10.5281/zenodo.2598799', relation: 'isNewVersionOf' },
        { identifier: 'https://github.com/a/b/tree/v1', relation: 'isSupplementTo', resource_type: 'software' },
        { identifier: 'arXiv:2308.07333', relation: 'isSupplementTo', scheme: 'arxiv' },
        { identifier: 'hdl:20.500.12613/1', relation: 'references' },
        { identifier: 'urn:nbn:de:101:1-2019072802401757702913', relation: 'IsPartOf' },
        { identifier: 'swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505', relation: 'isVariantFormOf' },
        { identifier: '978-3-16-148410-0', relation: 'isPublishedIn' },
        { identifier: '10.1234/thesis', relation: 'isOrignialFormOf', resource_type: 'publication-thesis' }
      ]
    }), // prettier-ignore
    record: {
      metadata: {
        related_identifiers: [
          work('doi', '10.1038/s41588-018-0110-3', 'cites', 'publication-article'),
          work('doi', '10.5281/zenodo.2598799', 'isnewversionof'),
          work('url', 'https://github.com/a/b/tree/v1', 'issupplementto', 'software'),
          work('arxiv', 'arXiv:2308.07333', 'issupplementto'),
          work('handle', 'hdl:20.500.12613/1', 'references'),
          work('urn', 'urn:nbn:de:101:1-2019072802401757702913', 'ispartof'),
          work('other', 'swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505', 'isvariantformof'),
          {
            identifier: '978-3-16-148410-0',
            scheme: 'isbn',
            relation_type: { id: 'ispublishedin' }
          },
          work('doi', '10.1234/thesis', 'isoriginalformof', 'publication-dissertation')
        ]
      }
    } // prettier-ignore
  },
  {
    name: 'related identifiers that the site would misread',
    text: json({
      related_identifiers: [
        { identifier: 'github.com/a/b', relation: 'cites' },
        { identifier: 'data/table.csv', relation: 'hasPart' },
        { identifier: '10.1234/x', relation: 'likes' },
        { identifier: '10.1234/y' },
        { identifier: '10.1234/z', relation: 'cites', resource_type: 'poem' }
      ]
    }),
    record: {
      metadata: { related_identifiers: [work('doi', '10.1234/z', 'cites')] }
    },
    findings: [
      '3: not-understood',
      '7: not-understood',
      '11: not-understood',
      '15: not-understood',
      '21: not-understood'
    ]
  },
  {
    name: 'other names of the same work',
    text: json({
      doi: '10.6084/m9.figshare.1234567',
      prereserve_doi: true,
      related_identifiers: [
        { identifier: 'ark:/12345/fk1234', relation: 'isAlternateIdentifier' }
      ]
    }),
    record: {
      metadata: {
        identifiers: [
          { identifier: '10.6084/m9.figshare.1234567', scheme: 'doi' },
          { identifier: 'ark:/12345/fk1234', scheme: 'ark' }
        ]
      }
    }
  },
  {
    name: 'the DOI of an earlier version',
    text: json({ doi: '10.5281/zenodo.1234' }),
    record: {},
    findings: ['2: zenodo-doi']
  },
  {
    name: 'references, with DOIs and without',
    text: json({
      references: [
        'Doe J. (2020). Roses. J. Scents 3, 1-9. https://doi.org/10.1234/roses.',
        'Roe R. (2019) Two works: 10.1234/one and 10.1234/two.',
        'Moe M., personal communication'
      ]
    }),
    record: {
      metadata: {
        references: [
          {
            reference:
              'Doe J. (2020). Roses. J. Scents 3, 1-9. https://doi.org/10.1234/roses.',
            identifier: '10.1234/roses',
            scheme: 'doi'
          },
          { reference: 'Roe R. (2019) Two works: 10.1234/one and 10.1234/two.' },
          { reference: 'Moe M., personal communication' }
        ]
      }
    }
  },
  {
    name: 'grants by number and by the DOI of the funder',
    text: json({
      grants: [{ id: '283595' }, { id: '10.13039/501100000780::101122956' }]
    }),
    record: {
      metadata: {
        funding: [
          { funder: { id: '00k4n6c32' }, award: { id: '00k4n6c32::283595' } },
          { funder: { id: '00k4n6c32' }, award: { id: '00k4n6c32::101122956' } }
        ]
      }
    }
  },
  {
    name: 'grants of nobody',
    text: json({
      grants: [{ id: '10.13039/999::1' }, { title: 'A grant', funder: 'EC' }]
    }),
    record: {},
    findings: ['3: not-understood', '6: not-understood']
  },
  {
    name: 'communities',
    text: json({ communities: [{ identifier: 'biodiversity' }, { id: 'roses' }, 'scents'] }),
    record: {},
    communities: ['biodiversity', 'roses', 'scents']
  },
  {
    name: 'dates of all shapes',
    text: json({
      dates: [
        { start: '2026-01-01', end: '2026-02-01', type: 'Collected', description: 'field season' },
        { start: '2026-03-01', end: '2026-03-01', type: 'Valid' },
        { start: '2026-04-01', type: 'Withdrawn' },
        { start: 'yesterday', end: '2026-05-01', type: 'Collected' },
        { start: '2026-01-01', end: '2026-02-01' }
      ]
    }), // prettier-ignore
    record: {
      metadata: {
        dates: [
          {
            date: '2026-01-01/2026-02-01',
            type: { id: 'collected' },
            description: 'field season'
          },
          { date: '2026-03-01', type: { id: 'valid' } },
          { date: '2026-04-01', type: { id: 'withdrawn' } },
          { date: '2026-05-01', type: { id: 'collected' } }
        ]
      }
    },
    findings: [
      '14: open-interval',
      '18: open-interval',
      '19: not-understood',
      '23: not-understood'
    ]
  }
];
