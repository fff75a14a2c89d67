import { nonceReference } from '../zenodo/nonce';
import { builtInSites, type ISite, zenodo } from '../zenodo/sites';
import { cleanLine, cleanText } from './clean';
import { dateTrouble } from './edtf';
import { escapeHtml } from './escapeHtml';
import { descriptionHtml, withTag } from './html';
import type { IMetadata } from './model';
import { draftAccess } from './record/draftAccess';
import type {
  IDraftBody,
  IDraftMetadata,
  IRelatedIdentifier
} from './record/draftBody';
import { draftCustomFields } from './record/draftCustomFields';
import { draftPerson } from './record/draftPerson';
import {
  draftDate,
  draftDescription,
  draftRights,
  draftTitle
} from './record/draftTexts';
import {
  draftFunding,
  draftIdentifier,
  draftReference,
  draftRelatedWork
} from './record/draftWorks';
import { onceEach, unlessEmpty, vocabularyId } from './record/unlessEmpty';

export type { IDraftBody, IRelatedIdentifier } from './record/draftBody';

/** What a draft is made of. */
export interface IDraftOptions {
  readonly metadata: IMetadata;
  readonly site: Pick<ISite, 'name'>;
  /** The publication's id, while its draft must be found by it; removed later. */
  readonly nonce?: string;
  /** The file that the record's page shows first. It must be there: only for a PUT. */
  readonly defaultPreview?: string;
  /** What is added to the works of the form, unless it is among them. */
  readonly relatedIdentifiers?: readonly IRelatedIdentifier[];
}

/** Who publishes: Zenodo on both of its sites, else the site. The DOI needs one. */
export function publisherOf(site: Pick<ISite, 'name'>): string {
  return builtInSites.some(({ name }) => name === site.name)
    ? zenodo.name
    : site.name;
}

/** The form's fields as `metadata` of a draft: all but access and custom fields. */
export function draftMetadata(
  metadata: IMetadata,
  site: Pick<ISite, 'name'>
): IDraftMetadata {
  const date = cleanLine(metadata.publicationDate);
  const keywords = metadata.keywords.map(cleanLine).filter(word => word);
  return {
    publisher: cleanLine(metadata.publisher) || publisherOf(site),
    ...unlessEmpty('title', cleanLine(metadata.title)),
    ...unlessEmpty(
      'additional_titles',
      metadata.additionalTitles.map(draftTitle)
    ),
    ...vocabularyId('resource_type', metadata.resourceType),
    ...(dateTrouble(date) === null && { publication_date: date }),
    ...unlessEmpty('creators', metadata.creators.map(draftPerson)),
    ...unlessEmpty('contributors', metadata.contributors.map(draftPerson)),
    ...unlessEmpty(
      'description',
      descriptionHtml(metadata.description, metadata.descriptionFormat)
    ),
    ...unlessEmpty(
      'additional_descriptions',
      metadata.additionalDescriptions.map(draftDescription)
    ),
    ...unlessEmpty('rights', draftRights(metadata.licenses)),
    ...unlessEmpty(
      'copyright',
      withTag(escapeHtml(cleanText(metadata.copyright)), 'span')
    ),
    ...unlessEmpty('languages', onceEach(metadata.languages)),
    ...unlessEmpty('dates', metadata.dates.map(draftDate)),
    ...unlessEmpty('subjects', [
      ...keywords.map(subject => ({ subject })),
      ...onceEach(metadata.subjects)
    ]),
    ...unlessEmpty('version', cleanLine(metadata.version)),
    ...unlessEmpty(
      'identifiers',
      metadata.alternateIdentifiers.map(draftIdentifier)
    ),
    ...unlessEmpty(
      'related_identifiers',
      metadata.relatedWorks.map(draftRelatedWork)
    ),
    ...unlessEmpty('references', metadata.references.map(draftReference)),
    ...unlessEmpty('funding', metadata.funding.map(draftFunding))
  };
}

/**
 * The body that makes or replaces a draft. Empty fields are left out, so that
 * the server names what is missing; elements of lists keep their places,
 * because it names them by number. A date that is none is left out too: some of
 * them make the server stumble (metadata crosswalk 4.9). Communities are no
 * part of it: they are asked by calls of their own.
 *
 * Sources: InvenioRDM, "Drafts and records" (REST API); metadata crosswalk 1.
 */
export function toDraftBody(options: IDraftOptions): IDraftBody {
  const { metadata, site, nonce, defaultPreview } = options;
  const draft = draftMetadata(metadata, site);
  const related = draft.related_identifiers ?? [];
  const added = (options.relatedIdentifiers ?? []).filter(
    one =>
      !related.some(
        other =>
          other.identifier === one.identifier &&
          other.relation_type?.id === one.relation_type?.id
      )
  );
  return {
    access: draftAccess(metadata),
    files: {
      enabled: true,
      ...(defaultPreview && { default_preview: defaultPreview })
    },
    metadata: {
      ...draft,
      ...unlessEmpty('references', [
        ...(draft.references ?? []),
        ...(nonce ? [{ reference: nonceReference(nonce) }] : [])
      ]),
      ...unlessEmpty('related_identifiers', [...related, ...added])
    },
    ...unlessEmpty('custom_fields', draftCustomFields(metadata))
  };
}
