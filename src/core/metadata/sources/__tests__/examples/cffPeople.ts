import { type IExample, organisation, person } from './example';

/** The keys that every CITATION.cff must have. */
const head = 'cff-version: 1.2.0\nmessage: Cite it.\n';

/** `CITATION.cff`: who made it. */
export const cffPeople: readonly IExample[] = [
  {
    name: 'an author with all keys',
    text: `${head}title: Rose scent
authors:
  - family-names: Doe
    given-names: Jane Mary
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: University of Oxford
    email: jane@example.org
    website: https://example.org/~jane
    address: 1 Rose Lane
    city: Oxford
    post-code: "OX1"
    region: Oxfordshire
    country: GB
    tel: "+44 1"
    fax: "+44 2"
`,
    record: {
      metadata: {
        title: 'Rose scent',
        creators: [
          person('Doe', 'Jane Mary', {
            orcid: '0000-0002-1825-0097',
            at: ['University of Oxford']
          })
        ]
      }
    }
  },
  {
    name: 'name particles and suffixes',
    text: `${head}authors:
  - name-particle: van
    family-names: Rossum
    given-names: Guido
  - family-names: King
    given-names: Martin Luther
    name-suffix: Jr.
  - name-particle: von der
    family-names: Neumann
    name-suffix: III
    given-names: Ana
`,
    record: {
      metadata: {
        creators: [
          person('van Rossum', 'Guido'),
          person('King Jr.', 'Martin Luther'),
          person('von der Neumann III', 'Ana')
        ]
      }
    }
  },
  {
    name: 'authors known by an alias only',
    text: `${head}authors:
  - alias: jspaaks
  - alias: rose
    given-names: Rosa
`,
    record: { metadata: { creators: [person('jspaaks'), person('Rosa')] } },
    findings: ['4: alias']
  },
  {
    name: 'authors with one name',
    text: `${head}authors:
  - given-names: Plato
  - family-names: Suharto
`,
    record: { metadata: { creators: [person('Plato'), person('Suharto')] } }
  },
  {
    name: 'entities as authors',
    text: `${head}authors:
  - name: The Research Software Project
    website: https://example.org
    date-start: 2017-01-01
    date-end: 2017-01-31
    location: London
    alias: TRSP
  - name: CERN
    website: https://ror.org/01ggx4157
  - name: The Rose Bot
    orcid: https://orcid.org/0000-0001-5109-3700
`,
    record: {
      metadata: {
        creators: [
          organisation('The Research Software Project'),
          organisation('CERN', {
            identifiers: [{ scheme: 'ror', identifier: '01ggx4157' }]
          }),
          organisation('The Rose Bot', {
            identifiers: [{ scheme: 'orcid', identifier: '0000-0001-5109-3700' }]
          })
        ]
      }
    }
  },
  {
    name: 'one author without a list, with a list of affiliations',
    text: `${head}authors:
  family-names: Doe
  affiliation: [A, B, A]
`,
    record: {
      metadata: { creators: [person('Doe', '', { at: ['A', 'B'] })] }
    }
  },
  {
    name: 'an ORCID without https, and one with a typing error',
    text: `${head}authors:
  - family-names: Doe
    orcid: 0000-0002-1825-0097
  - family-names: Roe
    orcid: https://orcid.org/0000-0002-1825-0098
`,
    record: {
      metadata: {
        creators: [
          person('Doe', '', { orcid: '0000-0002-1825-0097' }),
          person('Roe')
        ]
      }
    },
    findings: ['7: orcid']
  },
  {
    name: 'authors as bare names, and nobody',
    text: `${head}authors:
  - Jane Doe
  - affiliation: Nowhere
  -
`,
    record: { metadata: { creators: [person('Jane Doe')] } },
    findings: ['5: nameless']
  },
  {
    name: 'a family name that YAML takes for something else',
    text: `${head}authors:
  - family-names: No
    given-names: Yes
  - family-names: 007
    given-names: James
`,
    record: {
      metadata: { creators: [person('No', 'Yes'), person('007', 'James')] }
    }
  },
  {
    name: 'an author who is there twice by an anchor',
    text: `${head}authors:
  - &jane
    family-names: Doe
    given-names: Jane
contact:
  - *jane
`,
    record: { metadata: { creators: [person('Doe', 'Jane')] } }
  }
];
