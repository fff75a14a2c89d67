import { readFileSync } from 'fs';
import { resolve } from 'path';
import { plainEnglish } from '../../text';
import { zenodo } from '../../zenodo/sites';
import type { IFieldError } from '../../zenodo/types';
import { fromRecord } from '../fromRecord';
import { fromServerErrors } from '../fromServer';
import type { IMetadata } from '../model';
import { toDraftBody } from '../toRecord';
import { validateMetadata } from '../validate';
import { vocabularyUses } from '../vocabularyUses';
import { form, jane } from './forms';

interface IExchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body: { readonly json?: unknown } | null;
  };
  readonly response: {
    readonly status: number;
    readonly body: { readonly json?: unknown } | null;
  } | null;
}

const { exchanges } = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../simulator/contract/exchanges.json'),
    'utf8'
  )
) as { exchanges: IExchange[] };

function exchange(name: string): IExchange {
  const found = exchanges.find(exchange => exchange.name === name);
  if (!found) {
    throw new Error(name);
  }
  return found;
}

function recordedErrors(name: string): readonly IFieldError[] {
  const json = exchange(name).response?.body?.json as
    { errors?: IFieldError[] } | undefined;
  return json?.errors ?? [];
}

/** Each form that the server refused, the exchange, and the field that must be named. */
const refused: [string, string[], Partial<IMetadata>][] = [
  [
    'draft.invalid.missing_all',
    ['creators', 'publicationDate', 'resourceType', 'title'],
    { title: '', resourceType: '', publicationDate: '', creators: [] }
  ],
  ['draft.invalid.title_short', ['title'], { title: 'ab' }],
  ['draft.invalid.creators_empty', ['creators'], { creators: [] }],
  [
    'draft.invalid.creator_dup_affiliation',
    ['creators.0.affiliations'],
    {
      creators: [
        { ...jane, givenName: '', affiliations: [{ name: 'A' }, { name: 'A' }] }
      ]
    }
  ]
];

/** The same, where the recording withholds the server's answer: ours alone. */
const withheld: [string, string, Partial<IMetadata>][] = [
  [
    'draft.invalid.date_bad',
    'publicationDate',
    { publicationDate: '21/11/2026' }
  ],
  [
    'draft.invalid.creator_no_name',
    'creators.0.familyName',
    { creators: [{ ...jane, familyName: '' }] }
  ],
  [
    'draft.invalid.creator_bad_orcid',
    'creators.0.orcid',
    {
      creators: [{ ...jane, givenName: '', orcid: '0000-0002-1825-0098' }]
    }
  ]
];

describe('what the server refused', () => {
  it.each(refused)('%s is refused for %p', (name, fields, change) => {
    const ours = validateMetadata(form(change), plainEnglish);
    expect(Object.keys(ours).sort()).toEqual(fields);
    const { fields: theirs } = fromServerErrors(
      recordedErrors(name),
      zenodo,
      plainEnglish
    );
    // The recorded request had no publisher; ours always has one.
    const named = Object.keys(theirs).filter(field => field !== 'publisher');
    expect(named.sort()).toEqual(fields);
  });

  it.each(withheld)('%s is refused for %s', (name, field, change) => {
    expect(exchange(name)).toBeDefined();
    const ours = validateMetadata(form(change), plainEnglish);
    expect(Object.keys(ours)).toEqual([field]);
  });

  it('can not be sent: an empty keyword, an empty field', () => {
    const sent = toDraftBody({
      metadata: form({ keywords: [' '], description: ' \n', version: ' ' }),
      site: zenodo
    });
    expect(sent.metadata).not.toHaveProperty('subjects');
    expect(sent.metadata).not.toHaveProperty('description');
    expect(sent.metadata).not.toHaveProperty('version');
  });
});

describe('what the server accepted', () => {
  it('is what we send', () => {
    const sent = toDraftBody({
      metadata: form({ creators: [jane] }),
      site: zenodo
    });
    const { metadata } = exchange('draft.invalid.license_custom').request.body
      ?.json as { metadata: Record<string, unknown> };
    const { rights, ...rest } = metadata;
    expect(rights).toBeDefined();
    expect(sent.metadata).toEqual(rest);
  });

  it('says nothing after a PUT without files', () => {
    expect(
      fromServerErrors(recordedErrors('draft.update'), zenodo, plainEnglish)
    ).toEqual({ fields: {}, general: [] });
  });
});

/** What a form cannot be: these bodies are not what we would send. */
const impossible = [
  'draft.invalid.creator_no_type',
  'draft.invalid.unknown_field',
  'draft.invalid.custom_field_unknown',
  'draft.invalid.metadata_null',
  'draft.invalid.metadata_string',
  'draft.invalid.publisher_missing',
  // Sent back as it was read, with what the server refuses to be told.
  'draft.update.read_modify_write'
];

/** Bodies of drafts, with the server's answer. */
const bodies = exchanges
  .filter(
    ({ name, request, response }) =>
      /^(?:POST \/api\/records|PUT \/api\/records\/\d+\/draft)$/.test(
        `${request.method} ${request.path}`
      ) &&
      isObject(request.body?.json) &&
      isObject(request.body.json.metadata) &&
      [200, 201, 400].includes(response?.status ?? 0) &&
      // Answers to steps of preparation are recorded in part.
      !name.startsWith('setup.') &&
      !impossible.includes(name)
  )
  .map(({ name, request, response }) => ({
    name,
    form: readForm(request.body?.json),
    answer: (response?.body?.json ?? {}) as {
      readonly message?: string;
      readonly errors?: readonly IFieldError[];
    }
  }));

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readForm(body: unknown): IMetadata {
  const { metadata, custom_fields, access } = body as Record<string, object>;
  return fromRecord({
    metadata: metadata as Record<string, unknown>,
    customFields: (custom_fields ?? {}) as Record<string, unknown>,
    access: (access ?? {}) as Record<string, unknown>,
    defaultPreview: null
  });
}

describe('every recorded body', () => {
  it('is one of many', () => {
    expect(bodies.length).toBeGreaterThan(40);
  });

  it.each(bodies)('is refused where it was: $name', ({ form, answer }) => {
    const ours = validateMetadata(form, plainEnglish, {
      now: Date.parse('2026-11-21T12:00:00Z')
    });
    const unknown = /^Invalid value (.*)\.$/.exec(answer.message ?? '')?.[1];
    if (unknown !== undefined) {
      expect(ours).toEqual({});
      expect(vocabularyUses(form).map(({ id }) => id)).toContain(unknown);
      return;
    }
    const { fields } = fromServerErrors(
      // Ours always has a publisher.
      (answer.errors ?? []).filter(({ field }) => field !== 'metadata.publisher'), // prettier-ignore
      zenodo,
      plainEnglish,
      form
    );
    expect(Object.keys(ours).sort()).toEqual(Object.keys(fields).sort());
  });
});
