import { readFileSync } from 'fs';
import { resolve } from 'path';
import { plainEnglish } from '../../text';
import { zenodo } from '../../zenodo/sites';
import type { IFieldError } from '../../zenodo/types';
import { fromServerErrors } from '../fromServer';
import type { IMetadata } from '../model';
import { toDraftBody } from '../toRecord';
import { validateMetadata } from '../validate';
import { form, jane } from './forms';

interface IExchange {
  readonly name: string;
  readonly request: { readonly body: { readonly json?: unknown } | null };
  readonly response: {
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
