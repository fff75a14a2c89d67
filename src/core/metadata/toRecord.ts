import { builtInSites, type ISite, zenodo } from '../zenodo/sites';
import { cleanLine, cleanText } from './clean';
import { dateTrouble } from './edtf';
import { paragraphsToHtml } from './html';
import type { ICreator, ILicense, IMetadata } from './model';
import { nonceReference } from '../zenodo/nonce';
import { normalizeOrcid } from './orcid';

/** An entry of one of the server's vocabularies. */
export interface IVocabularyId {
  readonly id: string;
}

/** A creator as the server takes it. */
export interface IDraftCreator {
  readonly person_or_org:
    | {
        readonly type: 'personal';
        readonly family_name: string;
        readonly given_name?: string;
        readonly identifiers?: readonly {
          readonly scheme: 'orcid';
          readonly identifier: string;
        }[];
      }
    | { readonly type: 'organizational'; readonly name: string };
  readonly affiliations?: readonly (
    { readonly name: string } | IVocabularyId
  )[];
}

/** A licence as the server takes it. */
export type DraftRight =
  | IVocabularyId
  | {
      readonly title: { readonly en: string };
      readonly description?: { readonly en: string };
      readonly link?: string;
    };

/** A link to another work. */
export interface IRelatedIdentifier {
  readonly identifier: string;
  readonly scheme: string;
  readonly relation_type: IVocabularyId;
  readonly resource_type?: IVocabularyId;
}

/** `metadata` of a draft as the server takes it. */
export interface IDraftMetadata {
  readonly publisher: string;
  readonly title?: string;
  readonly resource_type?: IVocabularyId;
  readonly publication_date?: string;
  readonly creators?: readonly IDraftCreator[];
  readonly description?: string;
  readonly rights?: readonly DraftRight[];
  readonly subjects?: readonly { readonly subject: string }[];
  readonly version?: string;
  readonly references?: readonly { readonly reference: string }[];
  readonly related_identifiers?: readonly IRelatedIdentifier[];
}

/**
 * Body of `POST /api/records` and `PUT /api/records/<id>/draft`. It has no
 * `pids`: without them a PUT keeps the reserved DOI.
 */
export interface IDraftBody {
  readonly access: { readonly record: 'public'; readonly files: 'public' };
  readonly files: {
    readonly enabled: true;
    readonly default_preview?: string;
  };
  readonly metadata: IDraftMetadata;
}

/** What a draft is made of. */
export interface IDraftOptions {
  readonly metadata: IMetadata;
  readonly site: Pick<ISite, 'name'>;
  /** The publication's id, while its draft must be found by it; removed later. */
  readonly nonce?: string;
  /** The file that the record's page shows first. It must be there: only for a PUT. */
  readonly defaultPreview?: string;
  readonly relatedIdentifiers?: readonly IRelatedIdentifier[];
}

/** Who publishes: Zenodo on both of its sites, else the site. The DOI needs one. */
export function publisherOf(site: Pick<ISite, 'name'>): string {
  return builtInSites.some(({ name }) => name === site.name)
    ? zenodo.name
    : site.name;
}

function draftCreator(creator: ICreator): IDraftCreator {
  const affiliations = creator.affiliations
    .map(({ id, name }) => (id ? { id } : { name: cleanLine(name) }))
    .filter(one => 'id' in one || one.name);
  const rest = affiliations.length > 0 ? { affiliations } : {};
  if (creator.kind === 'organisation') {
    const name = cleanLine(creator.name);
    return { person_or_org: { type: 'organizational', name }, ...rest };
  }
  const givenName = cleanLine(creator.givenName);
  const orcid = normalizeOrcid(creator.orcid);
  return {
    person_or_org: {
      type: 'personal',
      family_name: cleanLine(creator.familyName),
      ...(givenName && { given_name: givenName }),
      ...(orcid && {
        identifiers: [{ scheme: 'orcid' as const, identifier: orcid }]
      })
    },
    ...rest
  };
}

/** A licence has an id or words of its own; the server refuses both together. */
function draftRight({ id, title, own }: ILicense): DraftRight {
  if (!own) {
    return { id };
  }
  const description = cleanText(own.description);
  const link = cleanLine(own.link);
  return {
    title: { en: cleanLine(title) },
    ...(description && { description: { en: description } }),
    ...(link && { link })
  };
}

/** The list under its name, or nothing: the server takes null and '' for errors. */
function unlessEmpty<K extends string, T>(
  name: K,
  list: readonly T[]
): { readonly [name in K]?: readonly T[] } {
  return list.length > 0
    ? ({ [name]: list } as { readonly [name in K]: readonly T[] })
    : {};
}

/**
 * The body that makes or replaces a draft. Empty fields are left out, so that
 * the server names what is missing; creators keep their places, because it
 * names them by number. A date that is none is left out too: some of them make
 * the server stumble (metadata crosswalk 4.9).
 *
 * Sources: InvenioRDM, "Drafts and records" (REST API); metadata crosswalk 1.
 */
export function toDraftBody(options: IDraftOptions): IDraftBody {
  const { metadata, site, nonce, defaultPreview } = options;
  const title = cleanLine(metadata.title);
  const date = cleanLine(metadata.publicationDate);
  const description = paragraphsToHtml(metadata.description);
  const version = cleanLine(metadata.version);
  const licenses = metadata.licenses.filter(
    ({ id, own }, index, all) =>
      own || all.findIndex(one => one.id === id) === index
  );
  const keywords = metadata.keywords.map(cleanLine).filter(word => word);
  const references = nonce ? [{ reference: nonceReference(nonce) }] : [];
  return {
    access: { record: 'public', files: 'public' },
    files: {
      enabled: true,
      ...(defaultPreview && { default_preview: defaultPreview })
    },
    metadata: {
      publisher: publisherOf(site),
      ...(title && { title }),
      ...(metadata.resourceType && {
        resource_type: { id: metadata.resourceType }
      }),
      ...(dateTrouble(date) === null && { publication_date: date }),
      ...unlessEmpty('creators', metadata.creators.map(draftCreator)),
      ...(description && { description }),
      ...unlessEmpty('rights', licenses.map(draftRight)),
      ...unlessEmpty(
        'subjects',
        keywords.map(subject => ({ subject }))
      ),
      ...(version && { version }),
      ...unlessEmpty('references', references),
      ...unlessEmpty('related_identifiers', options.relatedIdentifiers ?? [])
    }
  };
}
