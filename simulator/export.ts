/** Records in the forms of other catalogues, as far as clients ask for them. */

import { stripHtml } from './html';
import { IJsonObject, Json, listOf, objectOf, textOf } from './json';
import { doiLink, ILinkBase } from './links';
import { itemOf } from './vocabularies';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function doiOf(view: IJsonObject): string {
  return textOf(objectOf(objectOf(view.pids).doi).identifier);
}

function creatorsOf(view: IJsonObject): IJsonObject[] {
  return listOf(objectOf(view.metadata).creators).map(one =>
    objectOf(objectOf(one).person_or_org)
  );
}

/** BibTeX. */
export function bibtex(view: IJsonObject): string {
  const metadata = objectOf(view.metadata);
  const [year, month] = textOf(metadata.publication_date).split('-');
  const creators = creatorsOf(view);
  const first = textOf(creators[0]?.family_name ?? creators[0]?.name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const version = textOf(metadata.version);
  const lines = [
    `  author       = {${creators
      .map(one => textOf(one.name))
      .join(' and\n                  ')}},`,
    `  title        = {${textOf(metadata.title)}},`,
    ...(month ? [`  month        = ${MONTHS[Number(month) - 1]},`] : []),
    `  year         = ${year},`,
    `  publisher    = {${textOf(metadata.publisher)}},`,
    ...(version ? [`  version      = {${version}},`] : []),
    `  doi          = {${doiOf(view)}},`,
    `  url          = {https://doi.org/${doiOf(view)}},`
  ];
  const key = `${first}_${year}_${textOf(view.id)}`;
  return `@misc{${key},\n${lines.join('\n')}\n}`;
}

/** "Carberry, J. and CERN (2026) “Title”. Zenodo. Available at: …" */
export function citation(view: IJsonObject, base: ILinkBase): string {
  const metadata = objectOf(view.metadata);
  const names = creatorsOf(view).map(one =>
    one.type === 'personal'
      ? `${textOf(one.family_name)}${one.given_name ? `, ${textOf(one.given_name)[0]}.` : ''}`
      : textOf(one.name)
  );
  const all =
    names.length > 1
      ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
      : names[0];
  const year = textOf(metadata.publication_date).slice(0, 4);
  return `${all} (${year}) “${textOf(metadata.title)}”. ${textOf(metadata.publisher)}. Available at: ${doiLink(base, doiOf(view))}.`;
}

/** DataCite JSON. */
export function datacite(view: IJsonObject, base: ILinkBase): IJsonObject {
  const metadata = objectOf(view.metadata);
  const day = textOf(metadata.publication_date);
  const props = (vocabulary: string, id: Json): IJsonObject =>
    objectOf(itemOf(vocabulary, textOf(id))?.props);
  const type = props('resourcetypes', objectOf(metadata.resource_type).id);
  const parentDoi = textOf(
    objectOf(objectOf(objectOf(view.parent).pids).doi).identifier
  );
  const each = (key: string): IJsonObject[] =>
    listOf(metadata[key]).map(objectOf);
  const optional = (key: string, value: Json | undefined): IJsonObject =>
    value === undefined || (Array.isArray(value) && !value.length)
      ? {}
      : { [key]: value };
  return {
    doi: doiOf(view),
    types: {
      resourceTypeGeneral: textOf(type.datacite_general),
      resourceType: textOf(type.datacite_type)
    },
    titles: [{ title: textOf(metadata.title) }],
    creators: each('creators').map(person),
    ...optional(
      'contributors',
      each('contributors').map(one => ({
        ...person(one),
        contributorType: textOf(
          props('contributorsroles', objectOf(one.role).id).datacite
        )
      }))
    ),
    publisher: { name: textOf(metadata.publisher) },
    publicationYear: day.slice(0, 4),
    ...optional(
      'subjects',
      each('subjects').map(one => ({
        subject: one.subject,
        ...(one.id ? { subjectScheme: one.scheme ?? '', valueURI: one.id } : {})
      }))
    ),
    dates: [
      { date: day, dateType: 'Issued' },
      ...each('dates').map(one => ({
        date: one.date,
        dateType: textOf(props('datetypes', objectOf(one.type).id).datacite),
        ...(one.description ? { dateInformation: one.description } : {})
      })),
      { date: textOf(view.updated).slice(0, 10), dateType: 'Updated' }
    ],
    ...optional('language', objectOf(each('languages')[0]).id),
    alternateIdentifiers: [
      {
        alternateIdentifier: `${base.origin}/records/${textOf(view.id)}`,
        alternateIdentifierType: 'URL'
      },
      {
        alternateIdentifier: `oai:zenodo.org:${textOf(view.id)}`,
        alternateIdentifierType: 'oai'
      }
    ],
    relatedIdentifiers: [
      ...each('related_identifiers').map(one => ({
        relatedIdentifier: one.identifier,
        relationType: textOf(
          props('relationtypes', objectOf(one.relation_type).id).datacite
        ),
        relatedIdentifierType: textOf(one.scheme).toUpperCase(),
        ...(one.resource_type
          ? {
              resourceTypeGeneral: textOf(
                props('resourcetypes', objectOf(one.resource_type).id)
                  .datacite_general
              )
            }
          : {})
      })),
      ...(parentDoi
        ? [
            {
              relatedIdentifier: parentDoi,
              relationType: 'IsVersionOf',
              relatedIdentifierType: 'DOI'
            }
          ]
        : [])
    ],
    ...optional('version', metadata.version),
    ...optional(
      'rightsList',
      each('rights').map(one => ({
        rights: textOf(objectOf(one.title).en),
        ...(one.id
          ? {
              rightsIdentifier: one.id,
              rightsIdentifierScheme: objectOf(one.props).scheme ?? '',
              rightsUri: objectOf(one.props).url ?? ''
            }
          : {})
      }))
    ),
    ...optional('descriptions', [
      ...(metadata.description
        ? [
            {
              description: stripHtml(textOf(metadata.description)),
              descriptionType: 'Abstract'
            }
          ]
        : []),
      ...each('additional_descriptions').map(one => ({
        description: stripHtml(textOf(one.description)),
        descriptionType: textOf(
          props('descriptiontypes', objectOf(one.type).id).datacite
        )
      }))
    ]),
    ...optional('fundingReferences', each('funding').map(funding)),
    schemaVersion: 'http://datacite.org/schema/kernel-4'
  };
}

function person(creator: IJsonObject): IJsonObject {
  const one = objectOf(creator.person_or_org);
  return {
    name: one.name,
    nameType: one.type === 'personal' ? 'Personal' : 'Organizational',
    ...(one.given_name ? { givenName: one.given_name } : {}),
    ...(one.family_name ? { familyName: one.family_name } : {}),
    nameIdentifiers: listOf(one.identifiers)
      .map(objectOf)
      .map(id => ({
        nameIdentifier: id.identifier,
        nameIdentifierScheme: textOf(id.scheme).toUpperCase()
      })),
    ...(creator.affiliations
      ? {
          affiliation: listOf(creator.affiliations)
            .map(objectOf)
            .map(affiliation => ({
              name: affiliation.name,
              ...(affiliation.id
                ? {
                    affiliationIdentifier: `https://ror.org/${textOf(affiliation.id)}`,
                    affiliationIdentifierScheme: 'ROR'
                  }
                : {})
            }))
        }
      : {})
  };
}

function funding(one: IJsonObject): IJsonObject {
  const funder = objectOf(one.funder);
  const award = objectOf(one.award);
  const address = objectOf(listOf(award.identifiers)[0]).identifier;
  return {
    funderName: funder.name,
    ...(funder.id
      ? { funderIdentifier: funder.id, funderIdentifierType: 'ROR' }
      : {}),
    ...(award.title ? { awardTitle: objectOf(award.title).en ?? '' } : {}),
    ...(award.number ? { awardNumber: award.number } : {}),
    ...(address ? { awardURI: address } : {})
  };
}

/** "Doe, J. (2026). Title [Computer software]. Zenodo. https://…" */
export function citationText(view: IJsonObject, base: ILinkBase): string {
  const metadata = objectOf(view.metadata);
  const names = creatorsOf(view).map(one =>
    one.type === 'personal'
      ? `${textOf(one.family_name)}${one.given_name ? `, ${textOf(one.given_name)[0]}.` : ''}`
      : textOf(one.name)
  );
  const type = textOf(objectOf(metadata.resource_type).id).startsWith(
    'software'
  )
    ? ' [Computer software]'
    : '';
  const all =
    names.length > 1
      ? `${names.slice(0, -1).join(', ')} & ${names.at(-1)}`
      : names[0];
  const year = textOf(metadata.publication_date).slice(0, 4);
  return `${all} (${year}). ${textOf(metadata.title)}${type}. ${textOf(metadata.publisher)}. ${doiLink(base, doiOf(view))}`;
}
