import { type IExample, json, person } from './example';

/** `.zenodo.json`: types, texts, access, sections, and files that are odd as a whole. */
export const zenodoOther: readonly IExample[] = [
  {
    name: 'the minimum that tutorials show',
    text: json({ creators: [{ name: 'Doe, Jane' }] }),
    record: { metadata: { creators: [person('Doe', 'Jane')] } }
  },
  { name: 'an empty object, which hides CITATION.cff on GitHub', text: '{}', record: {} },
  {
    name: 'a publication with its type',
    text: json({ upload_type: 'publication', publication_type: 'article' }),
    record: { metadata: { resource_type: { id: 'publication-article' } } }
  },
  {
    name: 'a thesis, which is called a dissertation now',
    text: json({
      upload_type: 'publication',
      publication_type: 'thesis',
      thesis_university: 'University of Oxford'
    }),
    record: {
      metadata: { resource_type: { id: 'publication-dissertation' } },
      custom_fields: { 'thesis:thesis': { university: 'University of Oxford' } }
    }
  },
  {
    name: 'an image with its type, in capitals',
    text: json({ upload_type: 'Image', image_type: 'Figure' }),
    record: { metadata: { resource_type: { id: 'image-figure' } } }
  },
  {
    name: 'a type that nobody has',
    text: json({ upload_type: 'publication', publication_type: 'haiku' }),
    record: { metadata: { resource_type: { id: 'publication' } } },
    findings: ['3: not-understood']
  },
  {
    name: 'notes, methods and conditions',
    text: json({
      description: 'Plain & simple',
      notes: '<p>Run it twice.</p>',
      method: 'By hand.',
      access_conditions: 'Ask us.'
    }),
    record: {
      metadata: {
        description: 'Plain & simple',
        additional_descriptions: [
          { description: 'By hand.', type: { id: 'methods' } },
          { description: '<p>Run it twice.</p>', type: { id: 'notes' } },
          { description: 'Ask us.', type: { id: 'other' } }
        ]
      }
    }
  },
  {
    name: 'a title with HTML',
    text: json({ title: 'Scent of <i>Rosa &times; damascena</i> &amp; others' }),
    record: { metadata: { title: 'Scent of Rosa &times; damascena & others' } }
  },
  {
    name: 'a date, a version that is a number, a language of two letters',
    text: json({ publication_date: '2025-12-24', version: 1.5, language: 'de' }),
    record: {
      metadata: {
        publication_date: '2025-12-24',
        version: '1.5',
        languages: [{ id: 'deu' }]
      }
    }
  },
  {
    name: 'a date of another country, and a language of none',
    text: json({ publication_date: '24.12.2025', language: 'klingon?' }),
    record: {},
    findings: ['2: not-understood', '3: not-understood']
  },
  {
    name: 'a language as librarians write it',
    text: json({ language: 'ger' }),
    record: { metadata: { languages: [{ id: 'deu' }] } }
  },
  {
    name: 'restricted files',
    text: json({ access_right: 'restricted', access_conditions: 'Write to us.' }),
    record: {
      access: { record: 'public', files: 'restricted' },
      metadata: {
        additional_descriptions: [
          { description: 'Write to us.', type: { id: 'other' } }
        ]
      }
    }
  },
  {
    name: 'closed files',
    text: json({ access_right: 'closed' }),
    record: { access: { record: 'public', files: 'restricted' } }
  },
  {
    name: 'an embargo',
    text: json({ access_right: 'embargoed', embargo_date: '2040-06-01' }),
    record: {
      access: {
        record: 'public',
        files: 'restricted',
        embargo: { active: true, until: '2040-06-01' }
      }
    }
  },
  {
    name: 'an embargo without an end',
    text: json({ access_right: 'embargoed', embargo_date: 'next year' }),
    record: { access: { record: 'public', files: 'restricted' } },
    findings: ['3: not-understood']
  },
  {
    name: 'open access, and a right that nobody has',
    text: json({ access_right: 'wide open' }),
    record: {},
    findings: ['2: not-understood']
  },
  {
    name: 'a journal article with all keys',
    text: json({
      journal_title: 'Journal of Roses',
      journal_volume: '645',
      journal_issue: 7,
      journal_pages: '15-23',
      imprint_publisher: 'Rose Press'
    }),
    record: {
      metadata: { publisher: 'Rose Press' },
      custom_fields: {
        'journal:journal': {
          title: 'Journal of Roses',
          volume: '645',
          issue: '7',
          pages: '15-23'
        }
      }
    }
  },
  {
    name: 'a conference with all keys',
    text: json({
      conference_title: 'Rose Days',
      conference_acronym: 'RD26',
      conference_dates: '21-22 November 2026',
      conference_place: 'Oxford',
      conference_url: 'https://example.org/rd26',
      conference_session: 'VI',
      conference_session_part: '1'
    }),
    record: {
      custom_fields: {
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
    }
  },
  {
    name: 'a conference whose address is none',
    text: json({ conference_title: 'Rose Days', conference_url: 'rosedays' }),
    record: { custom_fields: { 'meeting:meeting': { title: 'Rose Days' } } },
    findings: ['3: not-understood']
  },
  {
    name: 'a part of a book',
    text: json({
      imprint_isbn: '978-3-16-148410-0',
      imprint_place: 'Oxford',
      partof_title: 'Book of Roses',
      partof_pages: '10-20'
    }),
    record: {
      custom_fields: {
        'imprint:imprint': {
          title: 'Book of Roses',
          isbn: '978-3-16-148410-0',
          place: 'Oxford',
          pages: '10-20'
        }
      }
    }
  },
  {
    name: 'custom fields of software',
    text: json({
      custom: {
        'code:codeRepository': 'git@github.com:roses/scent.git',
        'code:programmingLanguage': [{ id: 'python' }, 'R', { id: 'klingon' }],
        'code:developmentStatus': { id: 'active' },
        'dwc:genus': ['Rosa']
      }
    }),
    record: {
      custom_fields: {
        'code:codeRepository': 'https://github.com/roses/scent',
        'code:programmingLanguage': [{ id: 'python' }, { id: 'r' }],
        'code:developmentStatus': { id: 'active' }
      }
    },
    findings: ['9: not-used', '16: not-used']
  },
  {
    name: 'places, which the form has no field for, and keys of nobody',
    text: json({
      title: 'Roses of Meyrin',
      locations: [{ place: 'Meyrin', lat: 46.23, lon: 6.05 }],
      author: 'Jane'
    }),
    record: { metadata: { title: 'Roses of Meyrin' } },
    findings: ['3: not-used', '10: not-used']
  },
  {
    name: 'metadata within metadata, as deposits are sent',
    text: json({
      metadata: { title: 'Rose scent', upload_type: 'dataset' }
    }),
    record: {
      metadata: { title: 'Rose scent', resource_type: { id: 'dataset' } }
    }
  },
  {
    name: 'a record as Zenodo exports it',
    text: json({
      metadata: { title: 'Rose scent', resource_type: { id: 'dataset' } }
    }),
    record: {},
    findings: ['1: record']
  },
  {
    name: 'a byte-order mark, line ends of Windows, and no end of line',
    text: '\ufeff{\r\n  "title": "Rose scent",\r\n  "version": "v1"\r\n}',
    record: { metadata: { title: 'Rose scent', version: 'v1' } }
  },
  {
    name: 'wrong types everywhere',
    text: json({
      title: ['Rose', 'scent'],
      description: { en: 'x' },
      creators: { name: 'Doe, Jane' },
      keywords: { a: 1 },
      license: 3,
      version: ['1']
    }),
    record: { metadata: { creators: [person('Doe', 'Jane')] } },
    findings: [
      '2: not-understood',
      '6: not-understood',
      '12: not-understood',
      '15: not-understood',
      '16: not-understood'
    ]
  }
];
