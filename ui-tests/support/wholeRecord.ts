/** What the record holds when the whole form was filled in, as `reduced` shows it. */
export const wholeRecord = {
  access: {
    record: 'public',
    files: 'restricted',
    embargo: { active: true, until: '2040-06-01', reason: 'Under review' },
    status: 'embargoed'
  },
  metadata: {
    resource_type: { id: 'software-computationalnotebook' },
    title: 'Rose scent',
    additional_titles: [
      {
        title: 'Duft der Rosen',
        type: { id: 'translated-title' },
        lang: { id: 'deu' }
      }
    ],
    publication_date: '2026-11-21',
    publisher: 'Rose Press',
    version: '1.2.0',
    creators: [
      {
        person_or_org: {
          type: 'personal',
          name: 'Carberry, Josiah',
          family_name: 'Carberry',
          given_name: 'Josiah',
          identifiers: [
            { scheme: 'orcid', identifier: '0000-0002-1825-0097' },
            { scheme: 'gnd', identifier: 'gnd:118604740' }
          ]
        },
        affiliations: [{ name: 'Brown University' }, { id: '01ggx4157' }]
      },
      {
        person_or_org: { type: 'organizational', name: 'The Team' },
        role: { id: 'researchgroup' }
      }
    ],
    contributors: [
      {
        person_or_org: { type: 'personal', name: 'Roe', family_name: 'Roe' },
        role: { id: 'datacurator' }
      }
    ],
    description: '<p>What <em>it</em> does, where $x&lt;y$.</p>',
    additional_descriptions: [
      { description: '<p>How to run</p>', type: { id: 'technical-info' } }
    ],
    rights: [
      { id: 'apache-1.0' },
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
      { id: 'http://127.0.0.1/subjects/astronomy' }
    ],
    identifiers: [{ identifier: 'ark:/12345/fk1234', scheme: 'ark' }],
    related_identifiers: [
      {
        identifier: '10.1038/s41588-018-0110-3',
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
      }
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
            { identifier: 'https://example.org/grants/12', scheme: 'url' }
          ]
        }
      }
    ]
  },
  custom_fields: {
    'code:codeRepository': 'https://github.com/a/b',
    // The first two are told by the notebook.
    'code:programmingLanguage': [
      { id: 'python' },
      { id: 'jupyter_notebook' },
      { id: 'julia' }
    ],
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

/** A record as the server shows it, with entries of vocabularies by their ids only. */
export function reduced(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reduced);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if ('id' in value) {
    return { id: value.id };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, reduced(one)])
  );
}
