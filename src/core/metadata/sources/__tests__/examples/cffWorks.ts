import { type IExample, work } from './example';

/** `CITATION.cff`: identifiers, links and references. */
export const cffWorks: readonly IExample[] = [
  {
    name: 'identifiers of all types',
    text: `identifiers:
  - type: doi
    value: 10.6084/m9.figshare.1234567
    description: The copy at figshare
  - type: url
    value: https://example.org/rose
  - type: swh
    value: swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505
  - type: other
    value: arXiv:2308.07333
  - type: other
    value: internal number seven
`,
    record: {
      metadata: {
        identifiers: [
          { identifier: '10.6084/m9.figshare.1234567', scheme: 'doi' },
          { identifier: 'https://example.org/rose', scheme: 'url' },
          {
            identifier: 'swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505',
            scheme: 'other'
          },
          { identifier: 'arXiv:2308.07333', scheme: 'arxiv' }
        ]
      }
    },
    findings: ['11: not-understood']
  },
  {
    name: 'DOIs of earlier versions on Zenodo',
    text: `doi: 10.5281/zenodo.1003149
identifiers:
  - type: doi
    value: 10.5281/zenodo.1003150
    description: The concept DOI
`,
    record: {},
    findings: ['1: zenodo-doi', '4: zenodo-doi']
  },
  {
    name: 'a DOI of somebody else',
    text: 'doi: https://doi.org/10.1234/rose\n',
    record: {
      metadata: { identifiers: [{ identifier: '10.1234/rose', scheme: 'doi' }] }
    }
  },
  {
    name: 'a DOI that is none',
    text: 'doi: to be done\n',
    record: {},
    findings: ['1: not-understood']
  },
  {
    name: 'all links',
    text: `repository-code: https://github.com/roses/scent.git
repository: https://data.example.org/roses
repository-artifact: https://pypi.example.org/project/scent
url: https://scent.readthedocs.io
commit: 1ff847d81f29c45a3a1a5ce73d38e45c2f319bba
`,
    record: {
      metadata: {
        related_identifiers: [
          work('url', 'https://data.example.org/roses', 'issupplementedby'),
          work(
            'url',
            'https://pypi.example.org/project/scent',
            'isvariantformof'
          ),
          work('url', 'https://scent.readthedocs.io', 'isdocumentedby'),
          work(
            'url',
            'https://github.com/roses/scent/tree/1ff847d81f29c45a3a1a5ce73d38e45c2f319bba',
            'isderivedfrom',
            'software'
          )
        ]
      },
      custom_fields: {
        'code:codeRepository': 'https://github.com/roses/scent'
      }
    }
  },
  {
    name: 'links that are none, and a revision of no repository',
    text: `repository-code: over there
url: www
commit: r3000
`,
    record: {},
    findings: ['1: not-understood', '2: not-understood', '3: not-used']
  },
  {
    name: 'an article to be cited instead',
    text: `title: Rose scent
preferred-citation:
  type: article
  title: On the scent of roses
  authors:
    - family-names: Other
      given-names: Anne
  doi: 10.1038/s41588-018-0110-3
  journal: Journal of Roses
  year: 2020
`,
    record: {
      metadata: {
        title: 'Rose scent',
        related_identifiers: [
          work(
            'doi',
            '10.1038/s41588-018-0110-3',
            'isdescribedby',
            'publication-article'
          )
        ]
      }
    }
  },
  {
    name: 'software to be cited instead, by its address',
    text: `preferred-citation:
  type: software
  title: Big rose
  authors: [{name: Roses}]
  repository-code: https://github.com/roses/big
`,
    record: {
      metadata: {
        related_identifiers: [
          work('url', 'https://github.com/roses/big', 'issupplementto', 'software')
        ]
      }
    } // prettier-ignore
  },
  {
    name: 'a work to be cited instead that cannot be found',
    text: `preferred-citation:
  type: unpublished
  title: To appear
  authors: [{name: Roses}]
`,
    record: {},
    findings: ['1: not-used']
  },
  {
    name: 'references of all kinds',
    text: `references:
  - type: article
    authors:
      - family-names: Doe
        given-names: Jane Mary
      - family-names: Beethoven
        name-particle: van
        given-names: Ludwig
    title: On roses
    journal: Journal of Roses
    volume: 3
    issue: 2
    start: 15
    end: 23
    year: 2020
    doi: 10.1234/roses
  - type: book
    authors: [{name: The Rose Team}]
    title: All roses
    year: 2019
    publisher:
      name: Rose Press
    isbn: "9783161484100"
  - type: software
    authors: [{alias: rosebot}]
    title: scentpy
    version: 1.0.2
    date-released: 2021-05-06
    url: https://example.org/scentpy
  - type: website
    title: Roses online
    identifiers:
      - type: doi
        value: 10.1234/site
  - Roe, R. Private letter.
`,
    record: {
      metadata: {
        references: [
          {
            reference:
              'Doe J. M., van Beethoven L. (2020) On roses. Journal of Roses 3(2): 15–23.',
            identifier: '10.1234/roses',
            scheme: 'doi'
          },
          { reference: 'The Rose Team (2019) All roses. Rose Press.' },
          {
            reference: 'rosebot (2021) scentpy (version 1.0.2).',
            identifier: 'https://example.org/scentpy',
            scheme: 'url'
          },
          {
            reference: 'Roses online.',
            identifier: '10.1234/site',
            scheme: 'doi'
          },
          { reference: 'Roe, R. Private letter.' }
        ]
      }
    },
    findings: ['25: alias']
  },
  {
    name: 'a reference that says nothing but where it is',
    text: `references:
  - type: generic
    url: https://example.org/thing
  - type: generic
`,
    record: {
      metadata: {
        references: [
          {
            reference: 'https://example.org/thing',
            identifier: 'https://example.org/thing',
            scheme: 'url'
          }
        ]
      }
    }
  }
];
