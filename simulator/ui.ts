/** The `ui` of `application/vnd.inveniordm.v1+json`: texts in English. */

import { stripHtml } from './html';
import { copy, IJsonObject, Json, listOf, objectOf, textOf } from './json';
import { IEntity } from './model';

const STATUS: { [id: string]: [string, string, string] } = {
  open: ['Open', 'The record and files are publicly accessible.', 'unlock'],
  'metadata-only': [
    'Metadata-only',
    'No files are available for this record.',
    'tag'
  ],
  restricted: [
    'Restricted',
    'The record is publicly accessible, but files are restricted to users with access.',
    'lock'
  ],
  embargoed: [
    'Embargoed',
    'The record is publicly accessible, but files are restricted to users with access.',
    'outline clock'
  ]
};

/** The localised part of a draft or record that has been viewed already. */
export function uiOf(
  view: IJsonObject,
  entity: IEntity,
  isDraft: boolean
): IJsonObject {
  const metadata = objectOf(view.metadata);
  const access = objectOf(view.access);
  const status = textOf(access.status);
  const [title, description, icon] = STATUS[status] ?? STATUS.open;
  const embargo = objectOf(access.embargo);
  const ui: IJsonObject = {};
  const date = textOf(metadata.publication_date);
  if (date) {
    ui.publication_date_l10n_medium = formatDate(date, 'short');
    ui.publication_date_l10n_long = formatDate(date, 'long');
  }
  ui.created_date_l10n_long = formatDate(entity.created.slice(0, 10), 'long');
  ui.updated_date_l10n_long = formatDate(entity.updated.slice(0, 10), 'long');
  if (metadata.resource_type !== undefined) {
    ui.resource_type = localised(metadata.resource_type);
  }
  ui.custom_fields = customFields(objectOf(view.custom_fields));
  ui.access_status = {
    id: status,
    title_l10n: title,
    description_l10n: description,
    icon,
    embargo_date_l10n:
      typeof embargo.until === 'string'
        ? formatDate(embargo.until, 'long')
        : null,
    message_class: status === 'embargoed' ? 'warning' : ''
  };
  for (const key of ['creators', 'contributors']) {
    if (metadata[key] !== undefined) {
      ui[key] = people(key, listOf(metadata[key]).map(objectOf));
    }
  }
  if (metadata.languages !== undefined) {
    ui.languages = listOf(metadata.languages).map(localised);
  }
  if (typeof metadata.description === 'string') {
    ui.description_stripped = stripHtml(metadata.description);
  }
  ui.version = textOf(metadata.version) || `v${entity.index}`;
  const withParts = (key: string, parts: string[]): void => {
    if (metadata[key] !== undefined) {
      ui[key] = listOf(metadata[key]).map(one => {
        const shown = copy(objectOf(one));
        for (const part of parts) {
          if (shown[part] !== undefined) {
            shown[part] = localised(shown[part]);
          }
        }
        return shown;
      });
    }
  };
  withParts('related_identifiers', ['relation_type', 'resource_type']);
  withParts('additional_titles', ['type', 'lang']);
  withParts('additional_descriptions', ['type', 'lang']);
  withParts('dates', ['type']);
  if (metadata.rights !== undefined) {
    ui.rights = listOf(metadata.rights).map(localised);
  }
  ui.is_draft = isDraft;
  if (metadata.funding !== undefined) {
    ui.funding = listOf(metadata.funding).map(one => {
      const { award, ...rest } = objectOf(one);
      return award === undefined ? rest : { award: localised(award), ...rest };
    });
  }
  return ui;
}

/** `title` and `description` in one language. */
function localised(value: Json): Json {
  const { title, description, ...rest } = objectOf(value);
  const shown: IJsonObject = { ...rest };
  if (title !== undefined) {
    shown.title_l10n = textOf(objectOf(title).en);
  }
  if (description !== undefined) {
    shown.description_l10n = textOf(objectOf(description).en);
  }
  return shown;
}

function customFields(fields: IJsonObject): IJsonObject {
  const shown: IJsonObject = {};
  for (const [key, value] of Object.entries(fields)) {
    if (Array.isArray(value)) {
      shown[key] = value.map(localised);
    } else {
      shown[key] = typeof value === 'object' ? localised(value) : value;
    }
  }
  return shown;
}

/** People with numbered affiliations, as the record's page shows them. */
function people(key: string, persons: IJsonObject[]): IJsonObject {
  const numbers = new Map<string, Json[]>();
  const shown = persons.map(person => {
    const one: IJsonObject = { person_or_org: person.person_or_org };
    if (person.affiliations !== undefined) {
      one.affiliations = listOf(person.affiliations).map(value => {
        const affiliation = objectOf(value);
        const name = textOf(affiliation.name);
        const known = numbers.get(name) ?? [
          numbers.size + 1,
          name,
          affiliation.id ?? null
        ];
        numbers.set(name, known);
        return [known[0], name];
      });
    }
    if (person.role !== undefined) {
      const role = objectOf(person.role);
      one.role = { id: role.id, title: textOf(objectOf(role.title).en) };
    }
    return one;
  });
  return { [key]: shown, affiliations: [...numbers.values()] };
}

/** An EDTF date in words; an interval has a dash. */
export function formatDate(date: string, month: 'short' | 'long'): string {
  return date
    .split('/')
    .map(part => {
      const [year, number, day] = part.split('-');
      const at = new Date(`${year}-${number ?? '01'}-${day ?? '01'}T00:00:00Z`);
      return formatter(number ? month : null, Boolean(day)).format(at);
    })
    .join(' – ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than all the rest of an answer. */
function formatter(
  month: 'short' | 'long' | null,
  day: boolean
): Intl.DateTimeFormat {
  const key = `${month} ${day}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month ? { month } : {}),
      ...(day ? { day: 'numeric' } : {})
    });
  formatters.set(key, made);
  return made;
}
