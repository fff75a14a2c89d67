/** Identifiers without what they may be written with (`idutils.normalize_pid`). */

import { isbn13 } from './numbers';

const PREFIX: { [scheme: string]: RegExp } = {
  doi: /^(doi:\s*|(https?:\/\/)?(dx\.)?doi\.org\/)/i,
  handle: /^(hdl:\s*|(https?:\/\/)?hdl\.handle\.net\/)/i,
  ads: /^(ads:|ADS:)/,
  pmid: /^(pmid:|https?:\/\/pubmed.ncbi.nlm.nih.gov\/)/i,
  ror: /^(https?:\/\/)?(ror\.org\/)?/i,
  wikidata: /^(wikidata:\s*|(https?:\/\/)?www\.wikidata\.org\/entity\/)/i
};

/** The identifier as it is kept. */
export function normalise(value: string, scheme: string): string {
  switch (scheme) {
    case 'orcid': {
      const digits = value.replace(/^https?:\/\/orcid\.org\//, '').replace(/[- ]/g, ''); // prettier-ignore
      return (digits.match(/.{4}/g) ?? [digits]).join('-');
    }
    case 'gnd':
      return `gnd:${value.replace(/^(gnd:|(https?:\/\/)?d-nb\.info\/gnd\/)/i, '')}`;
    case 'arxiv':
      return `arXiv:${value.replace(/^arxiv:/i, '')}`;
    case 'isbn':
      // The real server puts hyphens in, which takes a table of publishers.
      return /^97[89]-/.test(value) ? value : isbn13(value);
    case 'issn': {
      const digits = value.replace(/[- ]/g, '').toUpperCase();
      return `${digits.slice(0, 4)}-${digits.slice(4)}`;
    }
    case 'urn':
      return `urn:${value.replace(/^urn:/i, '')}`;
    case 'pmid':
      return value.replace(PREFIX.pmid, '').replace(/\/$/, '');
    default:
      return PREFIX[scheme] ? value.replace(PREFIX[scheme], '') : value;
  }
}

/** What makes two identifiers the same. */
export function sameIdentifier(value: string, scheme: string): string {
  return `${scheme} ${scheme === 'isbn' ? isbn13(value) : value}`;
}
