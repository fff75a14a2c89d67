import { fromRecord } from '../metadata/fromRecord';
import { mergeIntoRecord } from '../metadata/mergeIntoRecord';
import { type IRelatedIdentifier, toDraftBody } from '../metadata/toRecord';
import { asList, asObject } from '../zenodo/parse';
import type { DraftBody, IDraft } from '../zenodo/types';
import type { IPublicationRequest } from './request';

/** What is sent beside the form. */
export interface IFormExtras {
  readonly relatedIdentifiers: readonly IRelatedIdentifier[];
  /** The file that the record's page shows first. */
  readonly defaultPreview?: string;
  /** By which a new draft is found. */
  readonly nonce?: string;
}

/**
 * The body that makes the details of a draft those of the form. The draft of a
 * next version begins with the details of the last one: of these stays what no
 * form knows (places on a map, fields of other sites, languages of texts), as it
 * stays when the details of a record are changed.
 *
 * @param there - the draft as it is on the site; null = it is made, or is of a
 *   new record, which has nothing but what the form says
 */
export function formBody(
  { metadata, site, versionOf }: IPublicationRequest,
  there: IDraft | null,
  { relatedIdentifiers, defaultPreview, nonce }: IFormExtras
): DraftBody {
  if (!versionOf || !there) {
    return toDraftBody({
      ...{ metadata, site, relatedIdentifiers },
      ...(defaultPreview ? { defaultPreview } : {}),
      ...(nonce ? { nonce } : {})
    });
  }
  const merged = mergeIntoRecord(there, fromRecord(there), metadata, site);
  const works = asList(merged.metadata.related_identifiers);
  const added = relatedIdentifiers.filter(
    one => !works.some(work => isSame(work, one))
  );
  const all = [...works, ...added];
  return {
    ...merged,
    files: {
      enabled: true,
      // The file that the last version showed first may be gone.
      ...(defaultPreview ? { default_preview: defaultPreview } : {})
    },
    metadata: {
      ...merged.metadata,
      ...(all.length > 0 ? { related_identifiers: all } : {})
    }
  };
}

function isSame(work: unknown, link: IRelatedIdentifier): boolean {
  const { identifier, relation_type: relation } = asObject(work);
  return (
    identifier === link.identifier &&
    asObject(relation).id === link.relation_type?.id
  );
}
