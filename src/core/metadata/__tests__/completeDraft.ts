import type { IDraftBody } from '../toRecord';

/** The form in which every field says something, as it is sent. */
export const completeDraft: IDraftBody = {
  access: {
    record: 'public',
    files: 'restricted',
    embargo: { active: true, until: '2040-06-01', reason: 'Under review' }
  },
  files: { enabled: true },
  metadata: {
    publisher: 'Rose Press',
    title: 'Rose scent',
    additional_titles: [
      {
        title: 'Duft der Rosen',
        type: { id: 'translated-title' },
        lang: { id: 'deu' }
      },
      { title: 'Means', type: { id: 'subtitle' } }
    ],
    resource_type: { id: 'software-computationalnotebook' },
    publication_date: '2026-11-21',
    creators: [
      {
        person_or_org: {
          type: 'personal',
          family_name: 'Doe',
          given_name: 'Jane',
          identifiers: [
            { scheme: 'orcid', identifier: '0000-0002-1825-0097' },
            { scheme: 'gnd', identifier: 'gnd:118604740' }
          ]
        },
        affiliations: [{ id: '01ggx4157' }, { name: 'Some lab' }]
      },
      {
        person_or_org: {
          type: 'organizational',
          name: 'The Team',
          identifiers: [{ scheme: 'ror', identifier: '01ggx4157' }]
        },
        role: { id: 'researchgroup' }
      }
    ],
    contributors: [
      {
        person_or_org: { type: 'personal', family_name: 'Roe' },
        role: { id: 'datacurator' }
      }
    ],
    description: '<p>What it does.</p>',
    additional_descriptions: [
      {
        description: '<p>How to run</p>',
        type: { id: 'technical-info' },
        lang: { id: 'eng' }
      }
    ],
    rights: [
      { id: 'mit' },
      {
        title: { en: 'Ask first' },
        description: { en: 'Write to us.' },
        link: 'https://example.org/terms'
      }
    ],
    copyright: '© 2026 Jane Doe',
    languages: [{ id: 'eng' }],
    dates: [
      {
        date: '2026-01-01/2026-02-01',
        type: { id: 'collected' },
        description: 'field season'
      }
    ],
    subjects: [
      { subject: 'rose' },
      { subject: 'scent' },
      { id: 'http://127.0.0.1/subjects/astronomy' }
    ],
    version: '1.2.0',
    identifiers: [{ identifier: 'ark:/12345/fk1234', scheme: 'ark' }],
    related_identifiers: [
      {
        identifier: 'https://doi.org/10.1038/s41588-018-0110-3',
        scheme: 'doi',
        relation_type: { id: 'cites' },
        resource_type: { id: 'publication-article' }
      }
    ],
    references: [
      {
        reference: 'Doe J. (2020) Roses.',
        identifier: '10.1234/roses',
        scheme: 'doi'
      },
      { reference: 'Roe (1999)' }
    ],
    funding: [
      {
        funder: { id: '00k4n6c32' },
        award: { id: '00k4n6c32::101122956' }
      },
      {
        funder: { name: 'Rose Foundation' },
        award: {
          number: '12',
          title: { en: 'Scents' },
          identifiers: [
            { scheme: 'url', identifier: 'https://example.org/grants/12' }
          ]
        }
      },
      { funder: { name: 'Garden Club' } }
    ]
  },
  custom_fields: {
    'code:codeRepository': 'https://github.com/a/b',
    'code:programmingLanguage': [{ id: 'python' }, { id: 'jupyter_notebook' }],
    'code:developmentStatus': { id: 'active' },
    'journal:journal': {
      title: 'Journal of Roses',
      volume: '645',
      issue: '7',
      pages: '15-23',
      issn: '2077-9550'
    },
    'imprint:imprint': {
      title: 'Book of Roses',
      isbn: '978-3-16-148410-0',
      place: 'Oxford',
      pages: '158',
      edition: '3'
    },
    'thesis:thesis': {
      university: 'University of Oxford',
      department: 'Botany',
      type: 'PhD',
      date_submitted: '2026-01',
      date_defended: '2026-05-01'
    },
    'meeting:meeting': {
      title: 'Rose Days',
      acronym: 'RD26',
      dates: '21-22 November 2026',
      place: 'Oxford',
      url: 'https://example.org/rd26',
      session: 'VI',
      session_part: '1'
    }
  }
};
