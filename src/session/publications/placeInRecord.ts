import { launchBase } from '../../core/binder/launchUrl';
import { PublisherError } from '../../core/error';
import type { IPublishedIdentity } from '../../core/notebook/badge';
import { nameOf } from '../../core/paths';
import { ZenodoClient } from '../../core/zenodo/client';
import { isRecordId } from '../../core/zenodo/recordId';
import type { ISite } from '../../core/zenodo/sites';
import type { IRecord } from '../../core/zenodo/types';
import type { IPublicationsPorts } from './ports';

/**
 * Where a notebook lies in its record, as far as the public record tells: by
 * its link that opens it in Binder, or by a file of the notebook's name beside
 * such a link. Null = it does not tell, or Binder does not take the record, or
 * the site cannot be asked.
 */
export async function placeInRecord(
  { http, clock, trans }: Pick<IPublicationsPorts, 'http' | 'clock' | 'trans'>,
  site: ISite,
  { record: id, doi }: IPublishedIdentity,
  path: string
): Promise<string | null> {
  if (!site.binder || !isRecordId(id)) {
    return null;
  }
  const options = { site, http, clock, trans, getToken: () => null };
  const client = new ZenodoClient(options);
  try {
    const record = await client.getRecord(id, undefined, false);
    return record && placeOf(record, launchBase(site.binder, doi), path);
  } catch (error) {
    if (error instanceof PublisherError) {
      return null;
    }
    throw error;
  }
}

function placeOf(record: IRecord, base: string, path: string): string | null {
  const { related_identifiers: works } = record.metadata;
  const opened = (Array.isArray(works) ? (works as unknown[]) : []).flatMap(
    work => {
      const { identifier } = (work ?? {}) as { identifier?: unknown };
      const isLink =
        typeof identifier === 'string' && identifier.startsWith(base);
      return isLink ? [openedBy(identifier)] : [];
    }
  );
  if (opened.length === 0) {
    return null;
  }
  const keys = (record.files ?? []).map(({ key }) => key);
  const found = new Set(
    [...opened, ...keys].filter(one => nameOf(one) === nameOf(path))
  );
  // Of two with the same name it may be either.
  return found.size === 1 ? [...found][0] : null;
}

/** The path of the file that a launch link opens; '' where it names none that can be read. */
function openedBy(link: string): string {
  try {
    const inner = new URL(link).searchParams.get('urlpath') ?? '';
    const prefix = 'lab/tree/';
    return inner.startsWith(prefix)
      ? inner.slice(prefix.length).split('/').map(decodeURIComponent).join('/')
      : '';
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) {
      return '';
    }
    throw error;
  }
}
