import { PublisherError } from '../core/error';
import type { CitationFormat } from '../core/zenodo/citations';
import type { ZenodoClient } from '../core/zenodo/client';

/** The site's citation of a record; null where it can't be had now. */
export async function cite(
  client: ZenodoClient,
  id: string,
  format: CitationFormat
): Promise<string | null> {
  try {
    return await client.citeRecord(id, format);
  } catch (error) {
    if (error instanceof PublisherError) {
      return null;
    }
    throw error;
  }
}
