import { comparable } from '../candidates';
import { descriptionText } from '../html';
import type { IMetadata, MetadataField } from '../model';
import { emptyMetadata } from '../empty';

/** What fields mean, whatever it is written in. */
function meaning(
  values: Partial<IMetadata>,
  fields: readonly MetadataField[]
): string {
  const empty = emptyMetadata('');
  return fields
    .map(field =>
      field === 'description'
        ? descriptionText(
            values.description ?? '',
            values.descriptionFormat ?? 'text'
          ).replace(/\s+/g, ' ')
        : comparable(values[field] ?? empty[field])
    )
    .join('\n');
}

/** Whether the form says something else than the file: only then the file is changed. */
export function isChanged(
  known: Partial<IMetadata>,
  metadata: IMetadata,
  ...fields: readonly MetadataField[]
): boolean {
  return meaning(known, fields) !== meaning(metadata, fields);
}
