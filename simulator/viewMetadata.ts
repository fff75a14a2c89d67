/** Metadata as the API shows it: with what its references refer to. */

import { copy, IJsonObject, Json, listOf, objectOf, textOf } from './json';
import { reference } from './vocabularies';

/** Metadata with the vocabulary items that it refers to. */
export function viewMetadata(metadata: IJsonObject): IJsonObject {
  const shown = copy(metadata);
  const title = (vocabulary: string, value: Json, keys?: string[]): Json => {
    const { id, ...rest } = objectOf(value);
    return typeof id === 'string'
      ? { ...reference(vocabulary, id, keys), ...rest }
      : value;
  };
  const each = (key: string, change: (one: IJsonObject) => Json): void => {
    if (shown[key] !== undefined) {
      shown[key] = listOf(shown[key]).map(one => change(objectOf(one)));
    }
  };
  const inside = (
    key: string,
    vocabulary: string,
    one: IJsonObject,
    keys?: string[]
  ): IJsonObject =>
    one[key] === undefined
      ? one
      : { ...one, [key]: title(vocabulary, one[key], keys) };

  if (shown.resource_type !== undefined) {
    shown.resource_type = title('resourcetypes', shown.resource_type);
  }
  for (const [key, roles] of [
    ['creators', 'creatorsroles'],
    ['contributors', 'contributorsroles']
  ]) {
    each(key, one => {
      const person = inside('role', roles, one);
      return person.affiliations === undefined
        ? person
        : {
            ...person,
            affiliations: listOf(person.affiliations).map(affiliation =>
              title('affiliations', affiliation, ['name', 'identifiers'])
            )
          };
    });
  }
  each('subjects', one => title('subjects', one, ['subject', 'scheme']));
  each('languages', one => title('languages', one));
  each('dates', one => inside('type', 'datetypes', one));
  each('additional_titles', one =>
    inside('lang', 'languages', inside('type', 'titletypes', one))
  );
  each('additional_descriptions', one =>
    inside('lang', 'languages', inside('type', 'descriptiontypes', one))
  );
  each('related_identifiers', one =>
    inside(
      'resource_type',
      'resourcetypes',
      inside('relation_type', 'relationtypes', one)
    )
  );
  each('rights', one => {
    const right = objectOf(
      title('licenses', one, ['title', 'description', 'icon'])
    );
    if (!right.icon) {
      delete right.icon;
    }
    if (typeof one.id === 'string') {
      const props = objectOf(
        reference('licenses', one.id, ['props']).props ?? {}
      );
      right.props = { url: props.url ?? '', scheme: props.scheme ?? '' };
    }
    return right;
  });
  each('funding', one =>
    inside('award', 'awards', inside('funder', 'funders', one, ['name']), [
      'number',
      'title',
      'identifiers',
      'acronym',
      'program'
    ])
  );
  return shown;
}

/** Custom fields with the vocabulary items that they refer to. */
export function viewCustomFields(fields: IJsonObject): IJsonObject {
  const shown = copy(fields);
  const languages = shown['code:programmingLanguage'];
  if (languages !== undefined) {
    shown['code:programmingLanguage'] = listOf(languages).map(one =>
      reference('code:programmingLanguages', textOf(objectOf(one).id))
    );
  }
  const status = shown['code:developmentStatus'];
  if (status !== undefined) {
    shown['code:developmentStatus'] = reference(
      'code:developmentStatus',
      textOf(objectOf(status).id)
    );
  }
  return shown;
}
