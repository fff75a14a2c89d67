import type { IMetadata } from '../model';
import { stripTags } from '../plainText';
import type { SourceNode } from './sourceNode';

/** A description, as HTML where it holds tags; nothing for a blank one. */
export function wellDescribed(node: SourceNode): Partial<IMetadata> {
  const description = node.text();
  return description
    ? {
        description,
        descriptionFormat:
          stripTags(description) === description ? 'text' : 'html'
      }
    : {};
}
