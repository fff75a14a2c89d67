/** Counts that a search shows beside its hits. */

import { IJsonObject, objectOf, textOf } from './json';
import { IIndexed } from './searchIndex';
import { titleOf } from './vocabularies';

/** A hit, and what the index remembers of it. */
export interface IHit {
  indexed: IIndexed;
  /** Metadata with the vocabulary items that it refers to. */
  metadata: IJsonObject;
}

const STATUS: { [id: string]: string } = {
  open: 'Open',
  'metadata-only': 'Metadata-only',
  restricted: 'Restricted',
  embargoed: 'Embargoed'
};

/** The counts of a search for records. */
export function aggregate(hits: IHit[]): IJsonObject {
  const types = hits.map(hit =>
    textOf(objectOf(hit.metadata.resource_type).id)
  );
  const general = buckets(
    types.map(type => type.split('-')[0]).filter(type => type),
    type => titleOf('resourcetypes', type)
  );
  for (const bucket of general) {
    const inner = types.filter(type =>
      type.startsWith(`${textOf(bucket.key)}-`)
    );
    if (inner.length) {
      bucket.inner = {
        buckets: buckets(inner, type => titleOf('resourcetypes', type))
      };
    }
  }
  return {
    publication_date: {
      buckets: buckets(
        hits
          .map(hit => textOf(hit.metadata.publication_date).slice(0, 4))
          .filter(year => year),
        year => year
      ),
      label: 'Publication date'
    },
    access_status: {
      buckets: buckets(
        hits.map(hit => hit.indexed.accessStatus),
        status => STATUS[status] ?? status
      ),
      label: 'Access status'
    },
    resource_type: { buckets: general, label: 'Resource types' },
    subject: {
      buckets: buckets(
        hits.flatMap(hit =>
          once(
            (hit.metadata.subjects as IJsonObject[] | undefined)?.map(one =>
              textOf(one.subject)
            ) ?? []
          )
        ),
        subject => subject
      ),
      label: 'Subjects'
    },
    file_type: {
      buckets: buckets(
        hits.flatMap(hit => once(hit.indexed.extensions)),
        extension => extension.toUpperCase()
      ),
      label: 'File type'
    }
  };
}

function once(values: string[]): string[] {
  return [...new Set(values)];
}

/** The ten most frequent values. */
function buckets(
  values: string[],
  label: (key: string) => string
): IJsonObject[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([key, doc_count]) => ({
      key,
      doc_count,
      label: label(key),
      is_selected: false
    }));
}
