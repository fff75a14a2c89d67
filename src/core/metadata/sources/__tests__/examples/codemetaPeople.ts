import { type IExample, json, organisation, person } from './example';

const v2 = {
  '@context': 'https://doi.org/10.5063/schema/codemeta-2.0',
  '@type': 'SoftwareSourceCode'
};
const v3 = {
  '@context': 'https://w3id.org/codemeta/3.0',
  type: 'SoftwareSourceCode'
};

/** `codemeta.json`: who made it, and who paid. */
export const codemetaPeople: readonly IExample[] = [
  {
    name: 'an author with all keys, in version 2',
    text: json({
      ...v2,
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          givenName: 'Jane',
          familyName: 'Doe',
          email: 'jane@example.org',
          affiliation: { '@type': 'Organization', name: 'University of Oxford' }
        }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('Doe', 'Jane', {
            orcid: '0000-0002-1825-0097',
            at: ['University of Oxford']
          })
        ]
      }
    }
  },
  {
    name: 'an author with all keys, in version 3',
    text: json({
      ...v3,
      author: {
        id: '_:author_1',
        type: 'Person',
        givenName: ['Jane', 'Mary'],
        familyName: 'Doe',
        identifier: '0000-0002-1825-0097',
        affiliation: [
          { type: 'Organization', id: 'https://ror.org/01ggx4157', name: 'CERN' },
          'Some lab'
        ]
      }
    }), // prettier-ignore
    record: {
      metadata: {
        creators: [
          person('Doe', 'Jane Mary', {
            orcid: '0000-0002-1825-0097',
            at: [{ id: '01ggx4157' }, 'Some lab']
          })
        ]
      }
    }
  },
  {
    name: 'roles among the authors, in version 3',
    text: json({
      ...v3,
      author: [
        { id: '_:a', type: 'Person', givenName: 'Jane', familyName: 'Doe' },
        { type: 'Role', 'schema:author': '_:a', roleName: 'Data curator' },
        { type: 'Role', 'schema:author': '_:a', roleName: 'Poet' }
      ]
    }),
    record: {
      metadata: {
        creators: [person('Doe', 'Jane', { role: 'datacurator' })]
      }
    },
    findings: ['19: not-used']
  },
  {
    name: 'names in one piece',
    text: json({
      ...v2,
      author: [
        { '@type': 'Person', name: 'Jane Doe' },
        { '@type': 'Person', name: 'Roe, Richard' },
        'Ludwig van Beethoven',
        { '@type': 'Person', name: 'Project Pat' }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('Doe', 'Jane'),
          person('Roe', 'Richard'),
          person('van Beethoven', 'Ludwig'),
          person('Pat', 'Project')
        ]
      }
    }
  },
  {
    name: 'organisations',
    text: json({
      ...v2,
      author: [
        { '@type': 'Organization', name: 'CERN', '@id': 'https://ror.org/01ggx4157' },
        { '@type': 'schema:Organization', 'schema:name': 'The Roses' },
        { name: 'University of Oxford' }
      ]
    }), // prettier-ignore
    record: {
      metadata: {
        creators: [
          organisation('CERN', {
            identifiers: [{ scheme: 'ror', identifier: '01ggx4157' }]
          }),
          organisation('The Roses'),
          organisation('University of Oxford')
        ]
      }
    }
  },
  {
    name: 'all who did something else, some by reference',
    text: json({
      ...v2,
      author: [
        { '@id': '#jane', '@type': 'Person', givenName: 'Jane', familyName: 'Doe' }
      ],
      contributor: [{ '@type': 'Person', familyName: 'Roe' }, { '@id': '#jane' }],
      editor: { '@type': 'Person', familyName: 'Ed' },
      producer: 'Rose Foundation',
      sponsor: { '@type': 'Organization', name: 'Garden Club' },
      copyrightHolder: [{ '@id': '#jane' }],
      maintainer: { '@type': 'Person', familyName: 'Main' }
    }), // prettier-ignore
    record: {
      metadata: {
        creators: [person('Doe', 'Jane')],
        contributors: [
          person('Roe', '', { role: 'other' }),
          person('Doe', 'Jane', { role: 'other' }),
          person('Ed', '', { role: 'editor' }),
          organisation('Rose Foundation', { role: 'producer' }),
          organisation('Garden Club', { role: 'sponsor' }),
          person('Doe', 'Jane', { role: 'rightsholder' })
        ]
      }
    }
  },
  {
    name: 'the creator of version 2',
    text: json({ ...v2, creator: { '@type': 'Person', familyName: 'Doe' } }),
    record: { metadata: { creators: [person('Doe')] } }
  },
  {
    name: 'an ordered list of JSON-LD',
    text: json({
      ...v2,
      author: { '@list': [{ familyName: 'Doe' }, { familyName: 'Roe' }] }
    }),
    record: { metadata: { creators: [person('Doe'), person('Roe')] } }
  },
  {
    name: 'an ORCID as a property with a value, and one that is wrong',
    text: json({
      ...v2,
      author: [
        {
          familyName: 'Doe',
          identifier: {
            '@type': 'PropertyValue',
            propertyID: 'https://registry.identifiers.org/registry/orcid',
            value: 'https://orcid.org/0000-0002-1825-0097'
          }
        },
        { familyName: 'Roe', '@id': 'https://orcid.org/0000-0002-1825-0098' }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('Doe', '', { orcid: '0000-0002-1825-0097' }),
          person('Roe')
        ]
      }
    },
    findings: ['15: orcid']
  },
  {
    name: 'somebody without a name',
    text: json({ ...v2, author: [{ '@type': 'Person', email: 'x@y.org' }] }),
    record: {},
    findings: ['5: nameless']
  },
  {
    name: 'a funder and the number of the grant',
    text: json({
      ...v2,
      funder: { '@type': 'Organization', name: 'Rose Foundation' },
      funding: '12; scents'
    }),
    record: {
      metadata: {
        funding: [
          { funder: { name: 'Rose Foundation' }, award: { number: '12; scents' } }
        ]
      }
    } // prettier-ignore
  },
  {
    name: 'funders that the site knows, by their ids',
    text: json({
      ...v2,
      funder: [
        { '@id': 'https://ror.org/00k4n6c32', name: 'EC' },
        { '@id': 'https://doi.org/10.13039/100000001', name: 'NSF' },
        { '@type': 'Organization', name: 'Garden Club' }
      ]
    }),
    record: {
      metadata: {
        funding: [
          { funder: { id: '00k4n6c32' } },
          { funder: { id: '021nxhr62' } },
          { funder: { name: 'Garden Club' } }
        ]
      }
    }
  },
  {
    name: 'a grant as an object, with its own funder',
    text: json({
      ...v3,
      funding: {
        type: 'Grant',
        name: 'Scents of roses',
        identifier: 'R-12',
        url: 'https://example.org/grants/12',
        funder: { type: 'Organization', name: 'Rose Foundation' }
      }
    }),
    record: {
      metadata: {
        funding: [
          {
            funder: { name: 'Rose Foundation' },
            award: {
              number: 'R-12',
              title: { en: 'Scents of roses' },
              identifiers: [
                { scheme: 'url', identifier: 'https://example.org/grants/12' }
              ]
            }
          }
        ]
      }
    }
  },
  {
    name: 'a grant of nobody',
    text: json({ ...v2, funding: '12' }),
    record: {},
    findings: ['4: not-understood']
  }
];
