import type { ITranslator } from '../../text';
import type { IChoice } from '../model/choice';

/**
 * Kinds of identifiers that a site takes for works (alternate identifiers,
 * related works, references), as they are offered; the last is for all others.
 *
 * Sources: `RDM_RECORDS_IDENTIFIERS_SCHEMES`; metadata crosswalk 5.3.
 */
export function workSchemes(trans: ITranslator): readonly IChoice[] {
  return [
    { id: 'ark', title: trans.__('ARK') },
    { id: 'arxiv', title: trans.__('arXiv') },
    { id: 'ads', title: trans.__('ADS') },
    { id: 'crossreffunderid', title: trans.__('Crossref Funder ID') },
    { id: 'cstr', title: trans.__('CSTR') },
    { id: 'doi', title: trans.__('DOI') },
    { id: 'ean13', title: trans.__('EAN13') },
    { id: 'eissn', title: trans.__('EISSN') },
    { id: 'grid', title: trans.__('GRID') },
    { id: 'handle', title: trans.__('Handle') },
    { id: 'igsn', title: trans.__('IGSN') },
    { id: 'isbn', title: trans.__('ISBN') },
    { id: 'isni', title: trans.__('ISNI') },
    { id: 'issn', title: trans.__('ISSN') },
    { id: 'istc', title: trans.__('ISTC') },
    { id: 'lissn', title: trans.__('LISSN') },
    { id: 'lsid', title: trans.__('LSID') },
    { id: 'pmid', title: trans.__('PMID') },
    { id: 'purl', title: trans.__('PURL') },
    { id: 'rrid', title: trans.__('RRID') },
    { id: 'upc', title: trans.__('UPC') },
    { id: 'url', title: trans.__('URL') },
    { id: 'urn', title: trans.__('URN') },
    { id: 'wikidata', title: trans.__('Wikidata') },
    { id: 'w3id', title: trans.__('W3ID') },
    { id: 'other', title: trans.__('another kind') }
  ];
}
