import { plainEnglish } from '../../text';
import { zenodo } from '../../zenodo/sites';
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
    ['metadata.additional_titles.0.title', null],
    ['pids.doi', null]
  ])('of %s is %s', (server, ours) => {
    expect(formField(server)).toBe(ours);
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
