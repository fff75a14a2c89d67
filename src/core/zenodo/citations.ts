import { quick } from './retry';
import type { SiteApi } from './siteApi';

/**
 * How a site cites a record: as a line for a list of references (in the style
 * that the site chose), or as an entry for BibTeX. Its other exports have no
 * recorded answer, so they are not promised.
 */
export type CitationFormat = 'text' | 'bibtex';

/** Source: the recorded exchanges `record.get.csl_text` and `record.get.bibtex`. */
const TYPES: Readonly<Record<CitationFormat, string>> = {
  text: 'text/x-bibliography',
  bibtex: 'application/x-bibtex'
};

/** A citation is never longer: with thousands of authors, a few 100 kB. */
const LONGEST = 1_000_000;

/**
 * The citation of a published record, from the site itself.
 *
 * @throws SiteError, CancelledError
 */
export function citeRecord(
  api: SiteApi,
  id: string,
  format: CitationFormat,
  signal?: AbortSignal
): Promise<string> {
  return api.call(
    {
      method: 'GET',
      path: ['records', id],
      headers: { Accept: TYPES[format] },
      reads: 'text',
      withToken: false,
      policy: quick,
      signal
    },
    answer => {
      const text = typeof answer === 'string' ? answer.trim() : '';
      const isCitation =
        format === 'bibtex' ? /^@\w+\s*\{/.test(text) : !/^[<{]/.test(text);
      return text !== '' && text.length <= LONGEST && isCitation ? text : null;
    }
  );
}
