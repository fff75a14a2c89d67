/** A licence of the site's vocabulary, or one in words of one's own. */
export interface ILicense {
  /** Of the vocabulary `licenses`, as `cc-by-4.0`; '' = in words of one's own. */
  readonly id: string;
  readonly title: string;
  /** Only where there is no id. */
  readonly own?: IOwnLicense;
}

/** What a licence that the site does not know says of itself. */
export interface IOwnLicense {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  /** Plain text; '' = none. */
  readonly description: string;
  /** Web address; '' = none. */
  readonly link: string;
}

/**
 * Who may see what. A site may allow public records only, as Zenodo does:
 * there `restricted-record` is refused.
 */
export type Access = 'public' | 'restricted-files' | 'restricted-record';

/** Restriction that ends by itself. It is of no effect while access is `public`. */
export interface IEmbargo {
  readonly active: boolean;
  /** The day on which it ends, as `2027-06-01`. */
  readonly until: string;
  /** Plain text; '' = none. */
  readonly reason: string;
}
