import { type IExample, json, organisation, person } from './example';

/** `.zenodo.json`: who made it. */
export const zenodoPeople: readonly IExample[] = [
  {
    name: 'a creator with all keys',
    text: json({
      title: 'Rose scent treatment means',
      upload_type: 'software',
      description: '<p>Means of all treatments.</p>',
      creators: [
        {
          name: 'Doe, Jane',
          affiliation: 'University of Oxford',
          orcid: '0000-0002-1825-0097',
          gnd: '170118215'
        }
      ]
    }),
    record: {
      metadata: {
        title: 'Rose scent treatment means',
        resource_type: { id: 'software' },
        description: '<p>Means of all treatments.</p>',
        creators: [
          person('Doe', 'Jane', {
            orcid: '0000-0002-1825-0097',
            gnd: 'gnd:170118215',
            at: ['University of Oxford']
          })
        ]
      }
    }
  },
  {
    name: 'names without a comma',
    text: json({
      creators: [
        { name: 'Jane Doe' },
        { name: 'Ludwig van Beethoven' },
        { name: 'Plato' },
        { name: 'Maria de la Cruz Garcia' },
        { name: 'DOE John' },
        { name: 'Anna SCHMIDT-MEIER' }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('Doe', 'Jane'),
          person('van Beethoven', 'Ludwig'),
          person('Plato'),
          person('Garcia', 'Maria de la Cruz'),
          person('DOE', 'John'),
          person('SCHMIDT-MEIER', 'Anna')
        ]
      }
    }
  },
  {
    name: 'suffixes and particles',
    text: json({
      creators: [
        { name: 'King, Martin Luther, Jr.' },
        { name: 'Sammy Davis Jr.' },
        { name: 'von der Leyen, Ursula' },
        { name: "O'Brien, Flann" }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('King Jr.', 'Martin Luther'),
          person('Davis Jr.', 'Sammy'),
          person('von der Leyen', 'Ursula'),
          person("O'Brien", 'Flann')
        ]
      }
    }
  },
  {
    name: 'names in other scripts',
    text: json({
      creators: [
        { name: '山田太郎' },
        { name: 'Łukasiewicz, Jan' },
        { name: 'Иванов, Иван Иванович' },
        { name: 'محمد, علي' }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('山田太郎'),
          person('Łukasiewicz', 'Jan'),
          person('Иванов', 'Иван Иванович'),
          person('محمد', 'علي')
        ]
      }
    }
  },
  {
    name: 'organisations among the creators',
    text: json({
      creators: [
        { name: 'The Rose Consortium' },
        { name: 'University of Oxford' },
        { name: 'Astropy Developers' },
        { name: 'Group, John', orcid: '0000-0001-5109-3700' }
      ]
    }),
    record: {
      metadata: {
        creators: [
          organisation('The Rose Consortium'),
          organisation('University of Oxford'),
          organisation('Astropy Developers'),
          person('Group', 'John', { orcid: '0000-0001-5109-3700' })
        ]
      }
    }
  },
  {
    name: 'ORCIDs in all notations',
    text: json({
      creators: [
        { name: 'A, B', orcid: 'https://orcid.org/0000-0002-1825-0097' },
        { name: 'C, D', orcid: 'orcid.org/0000-0001-5109-3700' },
        { name: 'E, F', orcid: '000000021694233x' },
        { name: 'G, H', orcid: '0000-0002-1825-0098' },
        { name: 'I, J', orcid: '' },
        { name: 'K, L', orcid: null }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('A', 'B', { orcid: '0000-0002-1825-0097' }),
          person('C', 'D', { orcid: '0000-0001-5109-3700' }),
          person('E', 'F', { orcid: '0000-0002-1694-233X' }),
          person('G', 'H'),
          person('I', 'J'),
          person('K', 'L')
        ]
      }
    },
    findings: ['17: orcid']
  },
  {
    name: 'several affiliations, one by its ROR id',
    text: json({
      creators: [
        {
          name: 'Doe, Jane',
          affiliation: ['Some lab', 'https://ror.org/01ggx4157', 'Some lab']
        }
      ]
    }),
    record: {
      metadata: {
        creators: [
          person('Doe', 'Jane', { at: ['Some lab', { id: '01ggx4157' }] })
        ]
      }
    }
  },
  {
    name: 'contributors of all kinds, and supervisors',
    text: json({
      creators: [{ name: 'Doe, Jane' }],
      contributors: [
        { name: 'Roe, Richard', type: 'DataCurator' },
        { name: 'The Lab Team', type: 'ResearchGroup' },
        { name: 'Poe, Edgar', type: 'Wizard' },
        { name: 'Moe, Mary' }
      ],
      thesis_supervisors: [
        { name: 'Boss, The', orcid: '0000-0001-5109-3700', gnd: '118604740' }
      ]
    }),
    record: {
      metadata: {
        creators: [person('Doe', 'Jane')],
        contributors: [
          person('Boss', 'The', {
            orcid: '0000-0001-5109-3700',
            gnd: 'gnd:118604740',
            role: 'supervisor'
          }),
          person('Roe', 'Richard', { role: 'datacurator' }),
          organisation('The Lab Team', { role: 'researchgroup' }),
          person('Poe', 'Edgar', { role: 'other' }),
          person('Moe', 'Mary', { role: 'other' })
        ]
      }
    },
    findings: ['18: not-understood']
  },
  {
    name: 'creators as bare texts, and a nameless one',
    text: json({
      creators: ['Doe, Jane', { affiliation: 'Nowhere' }, '']
    }),
    record: { metadata: { creators: [person('Doe', 'Jane')] } },
    findings: ['4: nameless', '7: nameless']
  },
  {
    name: 'keys that a person has not',
    text: json({
      creators: [{ name: 'Doe, Jane', email: 'jane@example.org' }]
    }),
    record: { metadata: { creators: [person('Doe', 'Jane')] } },
    findings: ['5: not-used']
  }
];
