import { plainEnglish } from '../../text';
import { zenodo } from '../../zenodo/sites';
import { emptyCreator } from '../empty';
import { formField, fromServerErrors } from '../fromServer';

describe('formField', () => {
  it.each([
    ['metadata.title', 'title'],
    ['metadata.resource_type._schema', 'resourceType'],
    ['metadata.publication_date', 'publicationDate'],
    ['metadata.creators', 'creators'],
    ['metadata.creators.0.person_or_org.type', 'creators'],
    ['metadata.creators.2.person_or_org.family_name', 'creators.2.familyName'],
    ['metadata.creators.2.person_or_org.given_name', 'creators.2.givenName'],
    ['metadata.creators.12.person_or_org.name', 'creators.12.name'],
    [
      'metadata.creators.0.person_or_org.identifiers.0.identifier',
      'creators.0.orcid'
    ],
    ['metadata.creators.0.affiliations.1.name', 'creators.0.affiliations'],
    ['metadata.description', 'description'],
    ['metadata.rights.0.id', 'licenses'],
    ['metadata.subjects.0.subjects', 'keywords'],
    ['metadata.version', 'version'],
    ['metadata.titles', null],
    ['metadata.constructor', null],
    ['constructor.title', null],
    ['pids.doi', null],
    ['', null],
    ['metadata.creators.1.person_or_org.identifiers', 'creators.1.identifiers'],
    ['metadata.creators.1.role.id', 'creators.1.role'],
    ['metadata.contributors.0.role', 'contributors.0.role'],
    [
      'metadata.contributors.0.person_or_org.identifiers.2.scheme',
      'contributors.0.identifiers.1'
    ],
    ['metadata.additional_titles.0.title', 'additionalTitles.0.title'],
    ['metadata.additional_titles.1.lang.id', 'additionalTitles.1.language'],
    [
      'metadata.additional_descriptions.0.description',
      'additionalDescriptions.0.description'
    ],
    ['metadata.rights.1.link', 'licenses.1.own.link'],
    ['metadata.copyright', 'copyright'],
    ['metadata.languages.0._schema', 'languages'],
    ['metadata.dates.3.date', 'dates.3.date'],
    ['metadata.dates.3.type', 'dates.3.type'],
    ['metadata.publisher', 'publisher'],
    ['metadata.funding.0.funder.funder', 'funding.0.funder'],
    ['metadata.funding.0.award.award', 'funding.0.award'],
    [
      'metadata.funding.0.award.identifiers.0.identifier',
      'funding.0.award.url'
    ],
    ['metadata.identifiers', 'alternateIdentifiers'],
    ['metadata.identifiers.0.scheme', 'alternateIdentifiers.0.scheme'],
    ['metadata.related_identifiers.2.relation_type', 'relatedWorks.2.relation'],
    ['metadata.related_identifiers.2.identifier', 'relatedWorks.2.identifier'],
    ['metadata.references.0.reference', 'references.0.reference'],
    ['custom_fields.code:codeRepository', 'software.repository'],
    [
      'custom_fields.code:programmingLanguage.0.id',
      'software.programmingLanguages'
    ],
    [
      'custom_fields.journal:journal.issn',
      'publishingInformation.journal.issn'
    ],
    [
      'custom_fields.thesis:thesis.date_submitted',
      'publishingInformation.thesis.dateSubmitted'
    ],
    ['custom_fields.meeting:meeting.url', 'conference.url'],
    ['custom_fields.meeting:meeting.identifiers.0.scheme', 'conference'],
    ['custom_fields.dwc:family', null],
    ['access', 'access'],
    ['access.record', 'access'],
    ['access.embargo.until', 'embargo.until'],
    ['access.embargo.reason', 'embargo.reason'],
    ['access.embargo', 'embargo.until']
  ])('of %s is %s', (server, ours) => {
    expect(formField(server)).toBe(ours);
  });
});

describe('numbers in the names', () => {
  it('are those of the form that was sent', () => {
    const sent = {
      creators: [{ ...emptyCreator('1'), orcid: ' ' }],
      contributors: [{ ...emptyCreator('1', 'organisation'), orcid: 'x' }],
      keywords: ['a']
    };
    const person = (list: string) =>
      formField(
        `metadata.${list}.0.person_or_org.identifiers.0.identifier`,
        sent
      );
    expect(person('creators')).toBe('creators.0.identifiers.0');
    expect(person('contributors')).toBe('contributors.0.identifiers.0');
    expect(formField('metadata.subjects.0.id', sent)).toBe('keywords');
    expect(formField('metadata.subjects.1.id', sent)).toBe('subjects');
  });
});

describe('fromServerErrors', () => {
  const read = (...errors: { field: string; messages: string[] }[]) =>
    fromServerErrors(errors, zenodo, plainEnglish);

  it('says who objects, and joins what belongs to one field', () => {
    expect(
      read(
        { field: 'metadata.rights.0', messages: ['A.', 'B.'] },
        { field: 'metadata.rights.1', messages: ['B.', 'C.'] },
        { field: 'pids.doi', messages: ['A PID already exists for type doi'] },
        { field: '', messages: ['Invalid value nope.'] }
      )
    ).toEqual({
      fields: { licenses: 'Zenodo says: A. B. C.' },
      general: [
        'Zenodo says about pids.doi: A PID already exists for type doi',
        'Zenodo says: Invalid value nope.'
      ]
    });
  });

  it('drops the missing files of a draft, not those of publishing', () => {
    const messages = [
      'Missing uploaded files. To disable files for this record please mark it as metadata-only.'
    ];
    expect(
      read(
        { field: 'files.enabled', messages: ['Missing uploaded files.'] },
        { field: 'files.enabled', messages }
      ).general
    ).toHaveLength(1);
  });
});
