import { licenseUri } from '../../crate/licenseUri';
import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import { descriptionText } from '../html';
import type { ICreator, IMetadata, MetadataField } from '../model';
import { normalizeOrcid, orcidTrouble } from '../orcid';
import { readCodemeta } from '../sources/codemeta';
import { rorId } from '../sources/ror';
import { cffDate } from './cffFields';
import { isChanged } from './changed';
import { type JsonChange, patchJson } from './jsonPatch';
import type { IWriteOptions } from './writeCff';

/** Version 3, whose terms all stand in version 2's context, too, but for two. */
const CONTEXT = 'https://w3id.org/codemeta/3.0';

type Fields = Readonly<Record<string, unknown>>;

function oneOrList<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0];
}

function listOrNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function personOf(creator: ICreator): object {
  const affiliation = creator.affiliations.map(({ name, id }) => ({
    '@type': 'Organization',
    ...(id && rorId(id) && { '@id': `https://ror.org/${id}` }),
    name: cleanLine(name)
  }));
  if (creator.kind === 'organisation') {
    const ror = creator.identifiers.find(({ scheme }) => scheme === 'ror');
    const id = rorId(ror?.identifier ?? '');
    return {
      ...(id && { '@id': `https://ror.org/${id}` }),
      '@type': 'Organization',
      name: cleanLine(creator.name)
    };
  }
  const hasOrcid = creator.orcid && orcidTrouble(creator.orcid) === null;
  const givenName = cleanLine(creator.givenName);
  return {
    ...(hasOrcid && {
      '@id': `https://orcid.org/${normalizeOrcid(creator.orcid)}`
    }),
    '@type': 'Person',
    ...(givenName && { givenName }),
    familyName: cleanLine(creator.familyName),
    ...(affiliation.length > 0 && { affiliation: oneOrList(affiliation) })
  };
}

/** The address of a licence; for one in words of its own, its link. */
function licenseAddress({
  id,
  own
}: IMetadata['licenses'][number]): string | undefined {
  return licenseUri(id) ?? (own?.link || undefined);
}

function softwareFields({ software }: IMetadata): Fields {
  const { repository, programmingLanguages, developmentStatus } = software;
  return {
    codeRepository: cleanLine(repository) || undefined,
    programmingLanguage: oneOrList(
      programmingLanguages.map(({ title }) => title)
    ),
    developmentStatus: developmentStatus
      ? `https://www.repostatus.org/#${developmentStatus}`
      : undefined
  };
}

function fundingFields({ funding }: IMetadata): Fields {
  const organisation = (name: string, id?: string) => ({
    '@type': 'Organization',
    ...(id && rorId(id) && { '@id': `https://ror.org/${id}` }),
    name: cleanLine(name)
  });
  const grants = funding.flatMap(({ funder, award }) =>
    award
      ? [
          {
            '@type': 'Grant',
            ...(award.title && { name: cleanLine(award.title) }),
            ...(award.number && { identifier: cleanLine(award.number) }),
            ...(award.url && { url: cleanLine(award.url) }),
            funder: organisation(funder.name, funder.id)
          }
        ]
      : []
  );
  const alone = funding.flatMap(({ funder, award }) =>
    award ? [] : [organisation(funder.name, funder.id)]
  );
  return { funder: oneOrList(alone), funding: oneOrList(grants) };
}

/** Fields of the form, and the terms that they are written to. */
const PARTS: readonly (readonly [
  fields: readonly MetadataField[],
  write: (metadata: IMetadata) => Fields
])[] = [
  [['title'], one => ({ name: cleanLine(one.title) || undefined })],
  [
    ['description'],
    one => ({
      description:
        descriptionText(one.description, one.descriptionFormat) || undefined
    })
  ],
  [['creators'], one => ({ author: listOrNone(one.creators.map(personOf)) })],
  [
    ['licenses'],
    one => ({
      license: oneOrList(
        one.licenses.map(licenseAddress).filter(address => address)
      )
    })
  ],
  [['version'], one => ({ version: cleanLine(one.version) || undefined })],
  [['keywords'], one => ({ keywords: listOrNone(one.keywords) })],
  [['software'], softwareFields],
  [['funding'], fundingFields]
];

/**
 * The text of a codemeta.json that says what the form says, as far as the format
 * can. Of a file that is there, only terms whose meaning differs are changed.
 *
 * Source: CodeMeta 3.0 terms.
 *
 * @param before - the file as it is; null = a new one
 * @throws UnwritableFileError - the file is no JSON object
 */
export function writeCodemeta(
  before: string | null,
  metadata: IMetadata,
  { doi, trans }: IWriteOptions
): string {
  const published = cffDate(metadata.publicationDate);
  const isNew = before === null || before.trim() === '';
  const text = isNew
    ? `${JSON.stringify({ '@context': CONTEXT, '@type': metadata.resourceType === 'dataset' ? 'Dataset' : 'SoftwareSourceCode' }, null, 2)}\n`
    : before; // prettier-ignore
  const known = isNew ? {} : readCodemeta(text, 'codemeta.json', trans).values;
  const changes = PARTS.flatMap(([fields, write]): JsonChange[] =>
    isChanged(known, metadata, ...fields) ? Object.entries(write(metadata)) : []
  );
  return patchJson(
    text,
    [],
    [
      ...changes,
      ...(published ? [['datePublished', published] as const] : []),
      ...identifierChange(text, doi, trans)
    ],
    'codemeta.json',
    trans
  );
}

/** The DOI, in the place of one of an earlier version; other identifiers stay. */
function identifierChange(
  text: string,
  doi: string,
  trans: ITranslator
): JsonChange[] {
  if (!doi) {
    return [];
  }
  const address = `https://doi.org/${doi}`;
  const value = (
    JSON.parse(patchJson(text, [], [], 'codemeta.json', trans).replace(/^\ufeff/, '')) as { identifier?: unknown }
  ).identifier; // prettier-ignore
  const old: unknown[] = Array.isArray(value) ? value : [value ?? null];
  const others = old.filter(
    one =>
      one !== null &&
      !(typeof one === 'string' && /10\.(?:5281|5072)\/zenodo\./.test(one))
  );
  return [['identifier', others.length > 0 ? [address, ...others] : address]];
}
