import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import { descriptionHtml } from '../html';
import type { IMetadata, MetadataField } from '../model';
import { readZenodoJson } from '../sources/zenodoJson';
import { isChanged } from './changed';
import { type JsonChange, patchJson } from './jsonPatch';
import {
  depositAccess,
  depositConference,
  depositContributors,
  depositCreators,
  depositCustom,
  depositDates,
  depositDescriptions,
  type DepositFields,
  depositGrants,
  depositRelated,
  depositSections,
  depositType
} from './zenodoFields';

/** Fields of the form, and the keys that they are written to. */
const PARTS: readonly (readonly [
  fields: readonly MetadataField[],
  write: (metadata: IMetadata) => DepositFields
])[] = [
  [['title'], one => ({ title: cleanLine(one.title) || undefined })],
  [['resourceType'], one => depositType(one.resourceType)],
  [
    ['description'],
    one => ({
      description:
        descriptionHtml(one.description, one.descriptionFormat) || undefined
    })
  ],
  [['additionalDescriptions'], depositDescriptions],
  [['creators'], one => ({ creators: depositCreators(one.creators) })],
  [
    ['contributors'],
    one => ({ contributors: depositContributors(one.contributors) })
  ],
  [['access', 'embargo'], depositAccess],
  [['licenses'], one => ({ license: one.licenses.find(({ id }) => id)?.id })],
  [
    ['keywords'],
    one => ({ keywords: one.keywords.length > 0 ? one.keywords : undefined })
  ],
  [
    ['relatedWorks', 'alternateIdentifiers'],
    one => ({ related_identifiers: depositRelated(one) })
  ],
  [
    ['references'],
    ({ references }) => ({
      references:
        references.length > 0 ? references.map(one => one.reference) : undefined
    })
  ],
  [
    ['communities'],
    ({ communities }) => ({
      communities:
        communities.length > 0
          ? communities.map(({ slug }) => ({ identifier: slug }))
          : undefined
    })
  ],
  [['funding'], one => ({ grants: depositGrants(one) })],
  [['version'], one => ({ version: cleanLine(one.version) || undefined })],
  [['languages'], one => ({ language: one.languages[0]?.id })],
  [['dates'], one => ({ dates: depositDates(one) })],
  [
    ['publisher'],
    one => ({ imprint_publisher: cleanLine(one.publisher) || undefined })
  ],
  [['publishingInformation'], depositSections],
  [['conference'], depositConference]
];

/**
 * The text of a `.zenodo.json` that says what the form says, as far as the
 * format can. Of a file that is there, only keys whose meaning differs are
 * changed. The date of publication is written only where the file has one: the
 * next release would get it otherwise.
 *
 * @param before - the file as it is; null = a new one
 * @throws UnwritableFileError - the file is no JSON object
 */
export function writeZenodo(
  before: string | null,
  metadata: IMetadata,
  path: string,
  trans: ITranslator
): string {
  if (before === null || before.trim() === '') {
    const fields = Object.assign(
      {},
      ...PARTS.map(([, write]) => write(metadata)),
      nothingLess(metadata)
    ) as DepositFields;
    return `${JSON.stringify(fields, null, 2)}\n`;
  }
  const known = readZenodoJson(before, path, trans).values;
  const changes = PARTS.flatMap(([fields, write]): JsonChange[] =>
    isChanged(withDefaults(known), metadata, ...fields)
      ? Object.entries(write(metadata))
      : []
  );
  if (known.publicationDate && isChanged(known, metadata, 'publicationDate')) {
    changes.push(['publication_date', cleanLine(metadata.publicationDate)]);
  }
  const within = isWrapped(before) ? ['metadata'] : [];
  const patched = patchJson(before, within, changes, path, trans);
  return isChanged(known, metadata, 'software')
    ? patchCustom(patched, within, metadata, path, trans)
    : patched;
}

/** `custom`, where there is anything in it. */
function nothingLess(metadata: IMetadata): DepositFields {
  const custom = depositCustom(metadata);
  return Object.values(custom).some(value => value !== undefined)
    ? { custom }
    : {};
}

/** What a file means that says nothing of it. */
function withDefaults(known: Partial<IMetadata>): Partial<IMetadata> {
  return { access: 'public', ...known };
}

/** Whether the metadata are a member of what is sent, as in tutorials. */
function isWrapped(text: string): boolean {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as {
      title?: unknown;
      metadata?: unknown;
    } | null;
    return typeof value?.metadata === 'object' && value.title === undefined;
  } catch {
    return false;
  }
}

function patchCustom(
  text: string,
  within: readonly string[],
  metadata: IMetadata,
  path: string,
  trans: ITranslator
): string {
  const custom = depositCustom(metadata);
  const hasCustom = /"custom"\s*:\s*\{/.test(text);
  return hasCustom
    ? patchJson(text, [...within, 'custom'], Object.entries(custom), path, trans)
    : patchJson(text, within, Object.entries(nothingLess(metadata)), path, trans); // prettier-ignore
}
