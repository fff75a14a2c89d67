import type { IReference, IRelatedWork } from '../../model';
import { cases } from './verdictCase';

const work = (
  identifier: string,
  scheme = '',
  change: Partial<IRelatedWork> = {}
) => ({
  relatedWorks: [
    { key: '1', identifier, scheme, relation: 'cites', resourceType: '', ...change } // prettier-ignore
  ]
});

const also = (...ids: readonly [identifier: string, scheme?: string][]) => ({
  alternateIdentifiers: ids.map(([identifier, scheme = ''], index) => ({
    key: String(index),
    identifier,
    scheme
  }))
});

const reference = (change: Partial<IReference>) => ({
  references: [
    { key: '1', reference: 'Doe J. (2020) Roses.', identifier: '', scheme: '', ...change } // prettier-ignore
  ]
});

const IDENTIFIER = 'relatedWorks.0.identifier';
const SCHEME = 'relatedWorks.0.scheme';

/** Identifiers, related works, references. */
export const works = [
  ...cases('related work, told', [
    ['a DOI', work('10.5281/zenodo.1')],
    ['a DOI as an address', work('https://doi.org/10.1234/abc')],
    ['an address', work('https://github.com/a/b')],
    ['an arXiv id', work('arXiv:2308.07333')],
    ['an old arXiv id', work('hep-th/9901001')],
    ['an ISBN', work('978-3-16-148410-0')],
    ['a number', work('12345678')],
    ['an ARK', work('ark:/12345/fk1234')],
    ['a handle', work('hdl:20.500/123')],
    ['a bibcode', work('2011ApJS..192...18K')],
    ['a URN', work('urn:nbn:de:101:1-2')],
    ['a Wikidata item', work('Q42')],
    ['an ISNI', work('0000-0001-2103-2683')],
    ['an address of SWH', work('https://archive.softwareheritage.org/swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505')], // prettier-ignore
    ['an SWHID', work('swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505'), SCHEME], // prettier-ignore
    ['a PMC id', work('PMC123456'), SCHEME],
    ['a HAL id', work('hal-01234567'), SCHEME],
    ['words', work('Doe (2020)'), SCHEME],
    ['a mail address', work('jane@example.org'), SCHEME],
    ['a ROR id', work('01ggx4157'), SCHEME],
    ['a domain', work('example.org'), SCHEME]
  ]),
  ...cases('related work, said', [
    ['to be a DOI', work('10.1/x', 'doi')],
    ['to be a DOI, and is none', work('https://example.org', 'doi'), IDENTIFIER], // prettier-ignore
    ['to be an address, and is none', work('example.org/x', 'url'), IDENTIFIER],
    ['to be an ISBN with a wrong digit', work('978-3-16-148410-1', 'isbn'), IDENTIFIER], // prettier-ignore
    ['to be an ISSN', work('2077-9550', 'issn')],
    ['to be an ISSN with a wrong digit', work('2077-9551', 'issn'), IDENTIFIER],
    ['to be an EISSN', work('2077-9550', 'eissn')],
    ['to be an EAN-13', work('4006381333931', 'ean13')],
    ['to be an EAN-13 with a wrong digit', work('4006381333932', 'ean13'), IDENTIFIER], // prettier-ignore
    ['to be an arXiv id, and is none', work('x', 'arxiv'), IDENTIFIER],
    ['to be a handle', work('20.500/123', 'handle')],
    ['to be a PURL', work('https://purl.org/x', 'purl')],
    ['to be a PURL, and is none', work('https://example.org/x', 'purl'), IDENTIFIER], // prettier-ignore
    ['to be a URN, and is none', work('x', 'urn'), IDENTIFIER],
    ['to be an ISTC, and is none', work('x', 'istc'), IDENTIFIER],
    ['to be an LSID', work('urn:lsid:ubio.org:namebank:11815', 'lsid')],
    ['to be an RRID', work('RRID:AB_262044', 'rrid')],
    ['to be a w3id', work('anything', 'w3id')],
    ['to be something else', work('swh:1:dir:x', 'other')],
    ['to be of no kind', work('10.1/x', 'swh'), SCHEME],
    ['to be of a kind in capitals', work('10.1/x', 'DOI'), SCHEME]
  ]),
  ...cases('related work', [
    ['with a resource type', work('10.1/x', '', { resourceType: 'dataset' })],
    ['without identifier', work(''), IDENTIFIER],
    ['without identifier, but a scheme', work(' ', 'doi'), IDENTIFIER],
    ['without relation', work('10.1/x', '', { relation: '' }), 'relatedWorks.0.relation'], // prettier-ignore
    ['twice', { relatedWorks: [...work('10.1/x').relatedWorks, ...work('10.1/x').relatedWorks] }], // prettier-ignore
    ['wrong in the second place', { relatedWorks: [...work('10.1/x').relatedWorks, ...work('x').relatedWorks] }, 'relatedWorks.1.scheme'] // prettier-ignore
  ]),
  ...cases('alternate identifiers', [
    ['two', also(['ark:/12345/fk1234'], ['https://example.org/x'])],
    ['the same twice', also(['ark:/12345/1'], ['ark:/12345/1']), 'alternateIdentifiers'], // prettier-ignore
    ['the same in two notations', also(['10.1/x'], ['https://doi.org/10.1/x']), 'alternateIdentifiers'], // prettier-ignore
    ['the same ISBN in two notations', also(['9783161484100', 'isbn'], ['978-3-16-148410-0', 'isbn']), 'alternateIdentifiers'], // prettier-ignore
    ['the same as two kinds', also(['10.1/x', 'doi'], ['10.1/x', 'other'])],
    ['an empty one', also(['']), 'alternateIdentifiers.0.identifier'],
    ['one that cannot be told', also(['what']), 'alternateIdentifiers.0.scheme'], // prettier-ignore
    ['one that is not of its kind', also(['what', 'ark']), 'alternateIdentifiers.0.identifier'] // prettier-ignore
  ]),
  ...cases('reference', [
    ['of text', reference({})],
    ['with a DOI', reference({ identifier: '10.1/x' })],
    ['with an ISBN', reference({ identifier: '0-306-40615-2', scheme: 'isbn' })], // prettier-ignore
    ['with a scheme only', reference({ scheme: 'doi' })],
    ['without text', reference({ reference: ' ' }), 'references.0.reference'],
    ['without text, with a DOI', reference({ reference: '', identifier: '10.1/x' }), 'references.0.reference'], // prettier-ignore
    ['with words for an identifier', reference({ identifier: 'what' }), 'references.0.scheme'], // prettier-ignore
    ['with a wrong DOI', reference({ identifier: 'what', scheme: 'doi' }), 'references.0.identifier'] // prettier-ignore
  ])
];
