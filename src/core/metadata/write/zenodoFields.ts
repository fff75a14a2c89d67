import { cleanLine } from '../clean';
import { dateTrouble } from '../edtf';
import { descriptionHtml } from '../html';
import type { ICreator, IMetadata } from '../model';
import { normalizeOrcid, orcidTrouble } from '../orcid';
import { funderDoi } from '../sources/funders';

/** Relations as deposits write them. */
const RELATIONS =
  'cites collects compiles continues describes documents hasMetadata hasPart ' +
  'hasTranslation hasVersion isCitedBy isCollectedBy isCompiledBy isContinuedBy ' +
  'isDerivedFrom isDescribedBy isDocumentedBy isIdenticalTo isMetadataFor ' +
  'isNewVersionOf isObsoletedBy isOriginalFormOf isPartOf isPreviousVersionOf ' +
  'isPublishedIn isReferencedBy isRequiredBy isReviewedBy isSourceOf ' +
  'isSupplementedBy isSupplementTo isTranslationOf isVariantFormOf isVersionOf ' +
  'obsoletes other references requires reviews';

/** Roles as deposits write them. */
const ROLES =
  'ContactPerson DataCollector DataCurator DataManager Distributor Editor ' +
  'HostingInstitution Other Producer ProjectLeader ProjectManager ProjectMember ' +
  'RegistrationAgency RegistrationAuthority RelatedPerson Researcher ResearchGroup ' +
  'RightsHolder Sponsor Supervisor Translator WorkPackageLeader';

const SPELLED: ReadonlyMap<string, string> = new Map(
  `${RELATIONS} ${ROLES}`
    .split(' ')
    .map(word => [word.toLowerCase(), word] as const)
    .reverse()
);

/** Deposit metadata: keys with texts and lists; undefined = the key is not there. */
export type DepositFields = Readonly<Record<string, unknown>>;

function orNone(text: string): string | undefined {
  return cleanLine(text) || undefined;
}

function listOrNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function personOf(creator: ICreator): Record<string, string> | null {
  const name =
    creator.kind === 'organisation'
      ? cleanLine(creator.name)
      : [cleanLine(creator.familyName), cleanLine(creator.givenName)]
          .filter(part => part)
          .join(', ');
  const affiliation = creator.affiliations
    .map(one => cleanLine(one.name))
    .filter(part => part)
    .join('; ');
  const gnd = creator.identifiers.find(({ scheme }) => scheme === 'gnd');
  const orcid =
    creator.orcid && orcidTrouble(creator.orcid) === null
      ? normalizeOrcid(creator.orcid)
      : '';
  return name
    ? {
        name,
        ...(affiliation && { affiliation }),
        ...(orcid && { orcid }),
        ...(gnd && { gnd: gnd.identifier.replace(/^gnd:/i, '') })
      }
    : null;
}

export function depositCreators(creators: readonly ICreator[]) {
  return listOrNone(creators.map(personOf).filter(one => one));
}

export function depositContributors(contributors: readonly ICreator[]) {
  return listOrNone(
    contributors.flatMap(one => {
      const person = personOf(one);
      return person
        ? [{ ...person, type: SPELLED.get(one.role) ?? 'Other' }]
        : [];
    })
  );
}

/** `upload_type` and the key for its part, as `publication_type`. */
export function depositType(resourceType: string): DepositFields {
  const [type, part] = resourceType.split('-');
  return {
    upload_type: type || undefined,
    publication_type: type === 'publication' ? thesis(part) : undefined,
    image_type: type === 'image' ? part : undefined,
    software_type: type === 'software' ? part : undefined
  };
}

/** A dissertation is called a thesis here. */
function thesis(part: string | undefined): string | undefined {
  return part === 'dissertation' ? 'thesis' : part;
}

export function depositDescriptions(metadata: IMetadata): DepositFields {
  const first = (type: string) => {
    const one = metadata.additionalDescriptions.find(
      description => description.type === type
    );
    return one && (descriptionHtml(one.description, one.format) || undefined);
  };
  return { notes: first('notes'), method: first('methods') };
}

export function depositAccess({ access, embargo }: IMetadata): DepositFields {
  const isEmbargoed = access !== 'public' && embargo.active && embargo.until;
  return {
    access_right:
      access === 'public' ? 'open' : isEmbargoed ? 'embargoed' : 'restricted',
    embargo_date: isEmbargoed ? embargo.until : undefined
  };
}

/** Links, and other names of the work, which stand among them. */
export function depositRelated(metadata: IMetadata) {
  return listOrNone([
    ...metadata.relatedWorks.map(({ identifier, relation, resourceType }) => ({
      identifier: cleanLine(identifier),
      relation: SPELLED.get(relation) ?? relation,
      ...(resourceType && { resource_type: resourceType })
    })),
    ...metadata.alternateIdentifiers.map(({ identifier }) => ({
      identifier: cleanLine(identifier),
      relation: 'isAlternateIdentifier'
    }))
  ]);
}

/** Grants that the site knows; the format has no others. */
export function depositGrants({ funding }: IMetadata) {
  return listOrNone(
    funding.flatMap(({ funder, award }) => {
      const doi = funder.id && funderDoi(funder.id);
      return doi && award?.id && award.number
        ? [{ id: `${doi}::${award.number}` }]
        : [];
    })
  );
}

export function depositDates({ dates }: IMetadata) {
  return listOrNone(
    dates.flatMap(({ date, type, description }) => {
      const [start, end = start] = cleanLine(date).split('/');
      return type && dateTrouble(cleanLine(date)) === null
        ? [
            {
              start,
              end,
              type: type[0].toUpperCase() + type.slice(1),
              ...(description && { description: cleanLine(description) })
            }
          ]
        : [];
    })
  );
}

export function depositSections({
  publishingInformation: { journal, imprint, thesis: own }
}: IMetadata): DepositFields {
  return {
    journal_title: orNone(journal.title),
    journal_volume: orNone(journal.volume),
    journal_issue: orNone(journal.issue),
    journal_pages: orNone(journal.pages),
    journal_issn: orNone(journal.issn),
    partof_title: orNone(imprint.title),
    partof_pages: orNone(imprint.pages),
    imprint_isbn: orNone(imprint.isbn),
    imprint_place: orNone(imprint.place),
    thesis_university: orNone(own.university)
  };
}

export function depositConference({ conference }: IMetadata): DepositFields {
  return {
    conference_title: orNone(conference.title),
    conference_acronym: orNone(conference.acronym),
    conference_dates: orNone(conference.dates),
    conference_place: orNone(conference.place),
    conference_url: orNone(conference.url),
    conference_session: orNone(conference.session),
    conference_session_part: orNone(conference.sessionPart)
  };
}

/** What deposits say of software, in the site's own custom fields. */
export function depositCustom({ software }: IMetadata): DepositFields {
  const { repository, programmingLanguages, developmentStatus } = software;
  return {
    'code:codeRepository': orNone(repository),
    'code:programmingLanguage': listOrNone(
      programmingLanguages.map(({ id }) => ({ id }))
    ),
    'code:developmentStatus': developmentStatus
      ? { id: developmentStatus }
      : undefined
  };
}
