import { zenodo } from '../../zenodo/sites';
import { emptyCreator, emptyEmbargo } from '../empty';
import { type ExistingRecord, fromRecord } from '../fromRecord';
import { type IRecordBody, mergeIntoRecord } from '../mergeIntoRecord';
import type { IMetadata } from '../model';
import { reduceRecord } from '../record/reduce';
import { completeDraft } from './completeDraft';
import { RecordServer } from './recordServer';

/** The complete draft as the server has it, with what the form does not know. */
async function existing(): Promise<ExistingRecord> {
  const made = await new RecordServer().create(completeDraft);
  const [first, ...creators] = made.metadata.creators as object[];
  return {
    ...made,
    metadata: {
      ...made.metadata,
      creators: [{ ...first, orcid_verified: true }, ...creators],
      locations: { features: [{ place: 'Meyrin' }] },
      sizes: ['12 pages'],
      rights: [
        ...(made.metadata.rights as object[]),
        { title: { de: 'Eigene' }, link: 'https://example.org/de' }
      ]
    },
    customFields: {
      ...made.customFields,
      'dwc:family': ['Rosaceae'],
      'meeting:meeting': {
        ...(made.customFields['meeting:meeting'] as object),
        identifiers: [{ scheme: 'doi', identifier: '10.1/meeting' }]
      }
    },
    defaultPreview: 'a.ipynb'
  };
}

/** Paths at which two bodies differ, to the depth of elements of lists. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) {
    return [];
  }
  const isBoth = [a, b].every(one => typeof one === 'object' && one !== null);
  if (!isBoth || path.split('.').length > 4) {
    return [path];
  }
  const names = new Set([...Object.keys(a as object), ...Object.keys(b as object)]); // prettier-ignore
  return [...names].flatMap(name =>
    differences(
      (a as Record<string, unknown>)[name],
      (b as Record<string, unknown>)[name],
      path ? `${path}.${name}` : name
    )
  );
}

type Change = (form: IMetadata) => Partial<IMetadata>;

const first = <T>([one, ...rest]: readonly T[], change: Partial<T>): T[] => [
  { ...one, ...change },
  ...rest
];

/** What the user does, and where the body may differ for it. */
const changes: [string, string[], Change][] = [
  ['title', ['metadata.title'], () => ({ title: 'New' })],
  ['version', ['metadata.version'], () => ({ version: '' })],
  ['publisher', ['metadata.publisher'], () => ({ publisher: '' })],
  ['resource type', ['metadata.resource_type.id'], () => ({ resourceType: 'dataset' })], // prettier-ignore
  ['date', ['metadata.publication_date'], () => ({ publicationDate: '2026' })],
  ['description', ['metadata.description'], () => ({ description: 'New.' })],
  ['description in HTML', ['metadata.description'], () => ({ description: '<p><b>x</b></p>', descriptionFormat: 'html' })], // prettier-ignore
  ['copyright', ['metadata.copyright'], () => ({ copyright: '' })],
  ['languages', ['metadata.languages.1'], ({ languages }) => ({ languages: [...languages, { id: 'deu', title: '' }] })], // prettier-ignore
  ['given name', ['metadata.creators.0.person_or_org.given_name'], ({ creators }) => ({ creators: first(creators, { givenName: 'J.' }) })], // prettier-ignore
  ['a removed ORCID', ['metadata.creators.0.person_or_org.identifiers'], ({ creators }) => ({ creators: first(creators, { orcid: '' }) })], // prettier-ignore
  ['affiliation', ['metadata.creators.0.affiliations.0'], ({ creators }) => ({ creators: first(creators, { affiliations: [{ name: 'Elsewhere' }, ...creators[0].affiliations.slice(1)] }) })], // prettier-ignore
  ['role', ['metadata.creators.1.role'], ({ creators }) => ({ creators: [creators[0], { ...creators[1], role: '' }] })], // prettier-ignore
  ['one more creator', ['metadata.creators.2'], ({ creators }) => ({ creators: [...creators, { ...emptyCreator('new'), familyName: 'New' }] })], // prettier-ignore
  ['one contributor less', ['metadata.contributors'], () => ({ contributors: [] })], // prettier-ignore
  ['additional title', ['metadata.additional_titles.0.lang'], ({ additionalTitles }) => ({ additionalTitles: first(additionalTitles, { language: null }) })], // prettier-ignore
  ['additional description', ['metadata.additional_descriptions.0.description'], ({ additionalDescriptions }) => ({ additionalDescriptions: first(additionalDescriptions, { description: 'New.' }) })], // prettier-ignore
  ['a licence in German', ['metadata.rights.2.title.de'], ({ licenses }) => ({ licenses: [...licenses.slice(0, 2), { ...licenses[2], title: 'Neu' }] })], // prettier-ignore
  ['date of the work', ['metadata.dates.0.type.id'], ({ dates }) => ({ dates: first(dates, { type: 'valid' }) })], // prettier-ignore
  ['keyword', ['metadata.subjects.1.subject'], () => ({ keywords: ['rose', 'smell'] })], // prettier-ignore
  ['one keyword more', ['metadata.subjects.3'], ({ keywords }) => ({ keywords: [...keywords, 'last'] })], // prettier-ignore
  ['subject', ['metadata.subjects.2'], () => ({ subjects: [] })],
  ['alternate identifier', ['metadata.identifiers.0.identifier'], ({ alternateIdentifiers }) => ({ alternateIdentifiers: first(alternateIdentifiers, { identifier: 'ark:/12345/2' }) })], // prettier-ignore
  ['related work', ['metadata.related_identifiers.0.relation_type.id'], ({ relatedWorks }) => ({ relatedWorks: first(relatedWorks, { relation: 'describes' }) })], // prettier-ignore
  ['reference', ['metadata.references.1.reference'], ({ references }) => ({ references: [references[0], { ...references[1], reference: 'Roe' }] })], // prettier-ignore
  ['award', ['metadata.funding.1.award'], ({ funding }) => ({ funding: [funding[0], { ...funding[1], award: null }, funding[2]] })], // prettier-ignore
  ['funder', ['metadata.funding.2.funder.name', 'metadata.funding.2.funder.id'], ({ funding }) => ({ funding: [funding[0], funding[1], { ...funding[2], funder: { id: '00k4n6c32', name: 'EC' } }] })], // prettier-ignore
  ['access', ['access.files', 'access.embargo'], () => ({ access: 'public', embargo: emptyEmbargo })], // prettier-ignore
  ['embargo', ['access.embargo.until'], ({ embargo }) => ({ embargo: { ...embargo, until: '2041-01-01' } })], // prettier-ignore
  ['repository', ['custom_fields.code:codeRepository'], ({ software }) => ({ software: { ...software, repository: '' } })], // prettier-ignore
  ['programming language', ['custom_fields.code:programmingLanguage.1'], ({ software }) => ({ software: { ...software, programmingLanguages: software.programmingLanguages.slice(0, 1) } })], // prettier-ignore
  ['journal', ['custom_fields.journal:journal.issue'], ({ publishingInformation: all }) => ({ publishingInformation: { ...all, journal: { ...all.journal, issue: '8' } } })], // prettier-ignore
  ['thesis', ['custom_fields.thesis:thesis.date_defended'], ({ publishingInformation: all }) => ({ publishingInformation: { ...all, thesis: { ...all.thesis, dateDefended: '' } } })], // prettier-ignore
  ['conference', ['title', 'acronym', 'dates', 'place', 'url', 'session', 'session_part'].map(part => `custom_fields.meeting:meeting.${part}`), ({ conference }) => ({ conference: Object.fromEntries(Object.keys(conference).map(part => [part, ''])) as unknown as IMetadata['conference'] })] // prettier-ignore
];

describe('mergeIntoRecord', () => {
  let original: ExistingRecord;
  let before: IMetadata;
  let unchanged: IRecordBody;

  beforeAll(async () => {
    original = await existing();
    before = fromRecord(original);
    unchanged = mergeIntoRecord(original, before, before, zenodo);
  });

  it('changes nothing where the user did not', () => {
    expect(unchanged).toEqual(reduceRecord(original));
    expect(unchanged.metadata).toMatchObject({
      creators: [{ orcid_verified: true }, {}],
      locations: { features: [{ place: 'Meyrin' }] }
    });
  });

  it.each(changes)('changes nothing but: %s', (_, paths, change) => {
    const after = { ...before, ...change(before) };
    const merged = mergeIntoRecord(original, before, after, zenodo);
    expect(differences(unchanged, merged).sort()).toEqual([...paths].sort());
  });

  it('moves elements with all that the form does not know of them', () => {
    const after = { ...before, creators: [...before.creators].reverse() };
    const { creators } = mergeIntoRecord(original, before, after, zenodo)
      .metadata as { creators: unknown[] };
    expect(creators).toEqual(
      [...(unchanged.metadata.creators as unknown[])].reverse()
    );
  });

  it('removes elements and leaves the others', () => {
    const after = { ...before, licenses: before.licenses.slice(1) };
    const { rights } = mergeIntoRecord(original, before, after, zenodo)
      .metadata as { rights: unknown[] };
    expect(rights).toEqual((unchanged.metadata.rights as unknown[]).slice(1));
  });

  it('keeps what is unknown in a section that says nothing any more', () => {
    const conference = {
      ...before.conference,
      ...Object.fromEntries(
        Object.keys(before.conference).map(part => [part, ''])
      )
    };
    const after = { ...before, conference };
    expect(
      mergeIntoRecord(original, before, after, zenodo).custom_fields
    ).toHaveProperty(['meeting:meeting'], {
      identifiers: [{ scheme: 'doi', identifier: '10.1/meeting' }]
    });
  });

  it('removes a section that is empty', () => {
    const { imprint } = before.publishingInformation;
    const nothing = Object.fromEntries(
      Object.keys(imprint).map(part => [part, ''])
    ) as unknown as typeof imprint;
    const after = {
      ...before,
      publishingInformation: {
        ...before.publishingInformation,
        imprint: nothing
      }
    };
    expect(
      mergeIntoRecord(original, before, after, zenodo).custom_fields
    ).not.toHaveProperty(['imprint:imprint']);
  });

  it('keeps what changed on the site meanwhile', () => {
    const [one, two] = original.metadata.creators as object[];
    const meanwhile = {
      ...original,
      metadata: {
        ...original.metadata,
        version: '9',
        creators: [{ person_or_org: { type: 'organizational', name: 'New' } }, two, one] // prettier-ignore
      }
    };
    const after = {
      ...before,
      title: 'New',
      creators: [before.creators[0]]
    };
    expect(mergeIntoRecord(meanwhile, before, after, zenodo)).toMatchObject({
      metadata: {
        title: 'New',
        version: '9',
        creators: [{ orcid_verified: true }]
      }
    });
  });

  it('keeps the nonce of a draft until the references change', () => {
    const nonce = { reference: 'jupyterlab-zenodo-publisher:x' };
    const draft = {
      ...original,
      metadata: { ...original.metadata, references: [nonce, { reference: 'A' }] } // prettier-ignore
    };
    const form = fromRecord(draft);
    expect(form.references).toMatchObject([{ reference: 'A' }]);
    const references = (after: IMetadata) =>
      mergeIntoRecord(draft, form, after, zenodo).metadata.references;
    expect(references(form)).toEqual([nonce, { reference: 'A' }]);
    expect(
      references({ ...form, references: first(form.references, { reference: 'B' }) }) // prettier-ignore
    ).toEqual([{ reference: 'B' }]);
  });

  it.each([
    {},
    {
      metadata: { creators: [null, 1, {}], rights: 'x', subjects: [null] },
      customFields: { 'code:programmingLanguage': [null, {}] },
      access: { embargo: 'x' }
    }
  ])('makes do with %j', odd => {
    const record = {
      metadata: {},
      customFields: {},
      access: {},
      defaultPreview: null,
      ...odd
    } as unknown as ExistingRecord;
    const form = fromRecord(record);
    expect(() => mergeIntoRecord(record, form, form, zenodo)).not.toThrow();
  });
});
