import { type IExample, json, work } from './example';

const v2 = { '@context': 'https://doi.org/10.5063/schema/codemeta-2.0' };
const v3 = { '@context': 'https://w3id.org/codemeta/3.1' };

/** `codemeta.json`: what it is, and files that are odd as a whole. */
export const codemetaOther: readonly IExample[] = [
  {
    name: 'the texts of software, in version 2',
    text: json({
      ...v2,
      '@type': 'SoftwareSourceCode',
      name: 'Rose scent',
      alternateName: 'rosescent',
      description: 'Means of all treatments: a < b.',
      version: '1.10',
      keywords: 'rose, scent',
      applicationCategory: 'Botany',
      inLanguage: 'en'
    }),
    record: {
      metadata: {
        title: 'Rose scent',
        additional_titles: [
          { title: 'rosescent', type: { id: 'alternative-title' } }
        ],
        description: '<p>Means of all treatments: a &lt; b.</p>',
        version: '1.10',
        subjects: [
          { subject: 'rose' },
          { subject: 'scent' },
          { subject: 'Botany' }
        ],
        languages: [{ id: 'eng' }]
      }
    }
  },
  {
    name: 'a data set, in version 3',
    text: json({
      ...v3,
      type: 'Dataset',
      name: 'Rose scent',
      softwareVersion: 2,
      keywords: ['rose', { type: 'DefinedTerm', name: 'scent' }]
    }),
    record: {
      metadata: {
        resource_type: { id: 'dataset' },
        title: 'Rose scent',
        version: '2',
        subjects: [{ subject: 'rose' }, { subject: 'scent' }]
      }
    }
  },
  {
    name: 'keys with the prefix of schema.org',
    text: json({
      '@context': { schema: 'http://schema.org/' },
      '@type': 'schema:Dataset',
      'schema:name': { '@value': 'Rose scent', '@language': 'en' },
      'schema:version': '3'
    }),
    record: {
      metadata: {
        resource_type: { id: 'dataset' },
        title: 'Rose scent',
        version: '3'
      }
    }
  },
  {
    name: 'a licence by its page at SPDX',
    text: json({ ...v2, license: 'https://spdx.org/licenses/Apache-2.0' }),
    record: { metadata: { rights: [{ id: 'apache-2.0' }] } }
  },
  {
    name: 'licences as objects and by name',
    text: json({
      ...v2,
      license: [
        { '@type': 'CreativeWork', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
        'GPL-3.0-or-later',
        'http://www.gnu.org/licenses/lgpl-3.0.html'
      ]
    }), // prettier-ignore
    record: {
      metadata: {
        rights: [
          { id: 'cc0-1.0' },
          { id: 'gpl-3.0-or-later' },
          { id: 'lgpl-3.0-only' }
        ]
      }
    },
    findings: ['6: license-choice']
  },
  {
    name: 'a licence in a file',
    text: json({ ...v2, license: 'See LICENSE' }),
    record: {},
    findings: ['3: license-unknown']
  },
  {
    name: 'dates, the publication being another one',
    text: json({
      ...v2,
      dateCreated: '2020-01-02',
      dateModified: '2025-06-07T08:09:10Z',
      datePublished: '2025-01-01'
    }),
    record: {
      metadata: {
        dates: [
          { date: '2020-01-02', type: { id: 'created' } },
          { date: '2025-06-07', type: { id: 'updated' } }
        ]
      }
    }
  },
  {
    name: 'a date that is none',
    text: json({ ...v2, dateCreated: '1.2.2020' }),
    record: {},
    findings: ['3: not-understood']
  },
  {
    name: 'an embargo of version 2',
    text: json({ ...v2, embargoDate: '2040-06-01' }),
    record: {
      access: {
        record: 'public',
        files: 'restricted',
        embargo: { active: true, until: '2040-06-01' }
      }
    }
  },
  {
    name: 'an embargo of version 3',
    text: json({ ...v3, embargoEndDate: '2041-06-01' }),
    record: {
      access: {
        record: 'public',
        files: 'restricted',
        embargo: { active: true, until: '2041-06-01' }
      }
    }
  },
  {
    name: 'the repository and its state',
    text: json({
      ...v2,
      codeRepository: 'git+https://github.com/roses/scent.git',
      issueTracker: 'https://github.com/roses/scent/issues',
      developmentStatus: 'https://www.repostatus.org/#active',
      programmingLanguage: [
        { '@type': 'ComputerLanguage', name: 'Python', version: '3.9' },
        'R'
      ]
    }),
    record: {
      custom_fields: {
        'code:codeRepository': 'https://github.com/roses/scent',
        'code:programmingLanguage': [{ id: 'python' }, { id: 'r' }],
        'code:developmentStatus': { id: 'active' }
      }
    }
  },
  {
    name: 'the state as a word, and one language',
    text: json({ ...v3, developmentStatus: 'wip', programmingLanguage: 'C++' }),
    record: {
      custom_fields: {
        'code:programmingLanguage': [{ id: 'c++' }],
        'code:developmentStatus': { id: 'wip' }
      }
    }
  },
  {
    name: 'a state and a language that the site does not have',
    text: json({
      ...v2,
      developmentStatus: 'blooming',
      programmingLanguage: 'Rosetta',
      codeRepository: 'on my disk'
    }),
    record: {},
    findings: ['3: not-understood', '4: not-used', '5: not-understood']
  },
  {
    name: 'identifiers of all shapes',
    text: json({
      ...v2,
      identifier: [
        '10.6084/m9.figshare.1234567',
        { '@type': 'PropertyValue', propertyID: 'ark', value: 'ark:/12345/fk1234' },
        'rosescent'
      ],
      sameAs: 'https://example.org/rosescent'
    }), // prettier-ignore
    record: {
      metadata: {
        identifiers: [
          { identifier: '10.6084/m9.figshare.1234567', scheme: 'doi' },
          { identifier: 'ark:/12345/fk1234', scheme: 'ark' },
          { identifier: 'https://example.org/rosescent', scheme: 'url' }
        ]
      }
    },
    findings: ['10: not-used']
  },
  {
    name: 'its own DOI on Zenodo',
    text: json({ ...v2, identifier: 'https://doi.org/10.5281/zenodo.1234' }),
    record: {},
    findings: ['3: zenodo-doi']
  },
  {
    name: 'works of all kinds',
    text: json({
      ...v2,
      referencePublication: {
        '@type': 'ScholarlyArticle',
        '@id': 'https://doi.org/10.1038/s41588-018-0110-3'
      },
      citation: ['https://doi.org/10.1234/one', { '@id': 'doi:10.1234/two' }],
      isPartOf: 'https://example.org/whole',
      hasPart: [{ '@type': 'SoftwareSourceCode', url: 'https://example.org/part' }],
      supportingData: { '@id': 'https://doi.org/10.1234/data' },
      relatedLink: ['https://example.org/link', 'https://example.org/link'],
      softwareHelp: { '@type': 'WebSite', url: 'https://example.org/help' },
      downloadUrl: 'https://example.org/rose.zip'
    }), // prettier-ignore
    record: {
      metadata: {
        related_identifiers: [
          work('doi', '10.1038/s41588-018-0110-3', 'isdescribedby', 'publication-article'),
          work('doi', '10.1234/one', 'cites'),
          work('doi', '10.1234/two', 'cites'),
          work('url', 'https://example.org/whole', 'ispartof'),
          work('url', 'https://example.org/part', 'haspart'),
          work('doi', '10.1234/data', 'isderivedfrom', 'dataset'),
          work('url', 'https://example.org/link', 'issupplementedby'),
          work('url', 'https://example.org/help', 'isdocumentedby'),
          work('url', 'https://example.org/rose.zip', 'isvariantformof')
        ]
      }
    } // prettier-ignore
  },
  {
    name: 'a work in words',
    text: json({ ...v2, citation: 'Doe J. (2020). Roses.' }),
    record: {},
    findings: ['3: not-used']
  },
  {
    name: 'requirements with addresses, and without',
    text: json({
      ...v2,
      softwareRequirements: [
        'numpy >= 1.20',
        { '@type': 'SoftwareApplication', name: 'pandas' },
        { '@type': 'SoftwareApplication', identifier: 'https://doi.org/10.1234/scipy' },
        'https://example.org/tool'
      ]
    }), // prettier-ignore
    record: {
      metadata: {
        related_identifiers: [
          work('doi', '10.1234/scipy', 'requires', 'software'),
          work('url', 'https://example.org/tool', 'requires', 'software')
        ]
      }
    }
  },
  {
    name: 'where it runs, and what is new',
    text: json({
      ...v2,
      runtimePlatform: 'Python 3.12',
      operatingSystem: ['Linux', 'Windows'],
      memoryRequirements: '8 GB',
      processorRequirements: 'x86-64',
      storageRequirements: '1 GB',
      releaseNotes: 'Smells better.\n\nRuns faster.'
    }),
    record: {
      metadata: {
        additional_descriptions: [
          {
            description:
              '<p>Runtime platform: Python 3.12<br>Operating system: Linux, Windows<br>Memory: 8 GB<br>Processor: x86-64<br>Storage: 1 GB</p>',
            type: { id: 'technical-info' }
          },
          {
            description: '<p>Smells better.</p><p>Runs faster.</p>',
            type: { id: 'technical-info' }
          }
        ]
      }
    }
  },
  {
    name: 'keys without a place in the record, and of nobody',
    text: json({
      ...v2,
      continuousIntegration: 'https://ci.example.org',
      buildInstructions: 'make',
      fragrance: 'strong'
    }),
    record: {},
    findings: ['5: not-used']
  },
  {
    name: 'a description in HTML',
    text: json({ ...v2, description: '<p>Means &amp; <em>more</em></p>' }),
    record: { metadata: { description: '<p>Means &amp; <em>more</em></p>' } }
  },
  { name: 'nothing but a context', text: json(v2), record: {} },
  {
    name: 'empty values',
    text: json({
      ...v2,
      name: '',
      author: [],
      license: null,
      keywords: [],
      version: '',
      funder: '',
      codeRepository: ''
    }),
    record: {}
  },
  {
    name: 'wrong types everywhere',
    text: json({
      ...v2,
      name: ['Rose'],
      description: 7,
      author: 7,
      license: 7,
      version: {},
      codeRepository: [],
      keywords: { name: 'rose' }
    }),
    record: {
      metadata: {
        description: '<p>7</p>',
        creators: [
          { person_or_org: { type: 'personal', family_name: '7' } }
        ],
        subjects: [{ subject: 'rose' }]
      }
    },
    findings: [
      '3: not-understood',
      '8: not-understood',
      '9: not-understood',
      '10: not-understood'
    ]
  }
];
