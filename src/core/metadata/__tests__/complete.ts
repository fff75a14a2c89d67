import { emptyCreator } from '../empty';
import type { IMetadata } from '../model';

/** A form in which every field says something. */
export const complete: IMetadata = {
  title: 'Rose scent',
  additionalTitles: [
    {
      key: 't1',
      title: 'Duft der Rosen',
      type: 'translated-title',
      language: { id: 'deu', title: 'German' }
    },
    { key: 't2', title: 'Means', type: 'subtitle', language: null }
  ],
  resourceType: 'software-computationalnotebook',
  publicationDate: '2026-11-21',
  creators: [
    {
      ...emptyCreator('c1'),
      familyName: 'Doe',
      givenName: 'Jane',
      orcid: '0000-0002-1825-0097',
      identifiers: [{ key: 'i1', scheme: 'gnd', identifier: 'gnd:118604740' }],
      affiliations: [
        { id: '01ggx4157', name: 'European Organization for Nuclear Research' },
        { name: 'Some lab' }
      ]
    },
    {
      ...emptyCreator('c2', 'organisation'),
      name: 'The Team',
      identifiers: [{ key: 'i1', scheme: 'ror', identifier: '01ggx4157' }],
      role: 'researchgroup'
    }
  ],
  contributors: [
    { ...emptyCreator('c1'), familyName: 'Roe', role: 'datacurator' }
  ],
  description: '<p>What it does.</p>',
  descriptionFormat: 'html',
  additionalDescriptions: [
    {
      key: 'd1',
      description: 'How to run',
      format: 'text',
      type: 'technical-info',
      language: { id: 'eng', title: 'English' }
    }
  ],
  licenses: [
    { id: 'mit', title: 'MIT License' },
    {
      id: '',
      title: 'Ask first',
      own: {
        key: 'l1',
        description: 'Write to us.',
        link: 'https://example.org/terms'
      }
    }
  ],
  copyright: '© 2026 Jane Doe',
  languages: [{ id: 'eng', title: 'English' }],
  dates: [
    {
      key: 'd1',
      date: '2026-01-01/2026-02-01',
      type: 'collected',
      description: 'field season'
    }
  ],
  version: '1.2.0',
  publisher: 'Rose Press',
  access: 'restricted-files',
  embargo: { active: true, until: '2040-06-01', reason: 'Under review' },
  funding: [
    {
      key: 'f1',
      funder: { id: '00k4n6c32', name: 'European Commission' },
      award: {
        id: '00k4n6c32::101122956',
        number: '101122956',
        title: 'HORIZON-ZEN',
        url: 'https://cordis.europa.eu/projects/101122956'
      }
    },
    {
      key: 'f2',
      funder: { name: 'Rose Foundation' },
      award: {
        number: '12',
        title: 'Scents',
        url: 'https://example.org/grants/12'
      }
    },
    { key: 'f3', funder: { name: 'Garden Club' }, award: null }
  ],
  communities: [
    {
      id: '6b5a1f1c-7a1d-4d8e-9f55-1d1f2a3b4c5d',
      slug: 'roses',
      title: 'Roses',
      submissionPolicy: 'open',
      reviewPolicy: 'closed'
    }
  ],
  alternateIdentifiers: [
    { key: 'a1', identifier: 'ark:/12345/fk1234', scheme: 'ark' }
  ],
  relatedWorks: [
    {
      key: 'r1',
      identifier: 'https://doi.org/10.1038/s41588-018-0110-3',
      scheme: '',
      relation: 'cites',
      resourceType: 'publication-article'
    }
  ],
  references: [
    {
      key: 'r1',
      reference: 'Doe J. (2020) Roses.',
      identifier: '10.1234/roses',
      scheme: 'doi'
    },
    { key: 'r2', reference: 'Roe (1999)', identifier: '', scheme: '' }
  ],
  keywords: ['rose', 'scent'],
  subjects: [
    {
      id: 'http://127.0.0.1/subjects/astronomy',
      subject: 'Astronomy',
      scheme: 'LOCAL'
    }
  ],
  software: {
    repository: 'https://github.com/a/b',
    programmingLanguages: [
      { id: 'python', title: 'Python' },
      { id: 'jupyter_notebook', title: 'Jupyter Notebook' }
    ],
    developmentStatus: 'active'
  },
  publishingInformation: {
    journal: {
      title: 'Journal of Roses',
      volume: '645',
      issue: '7',
      pages: '15-23',
      issn: '2077-9550'
    },
    imprint: {
      title: 'Book of Roses',
      isbn: '978-3-16-148410-0',
      place: 'Oxford',
      pages: '158',
      edition: '3'
    },
    thesis: {
      university: 'University of Oxford',
      department: 'Botany',
      type: 'PhD',
      dateSubmitted: '2026-01',
      dateDefended: '2026-05-01'
    }
  },
  conference: {
    title: 'Rose Days',
    acronym: 'RD26',
    dates: '21-22 November 2026',
    place: 'Oxford',
    url: 'https://example.org/rd26',
    session: 'VI',
    sessionPart: '1'
  }
};
