import { sha256 } from 'hash-wasm';
import { nonceReference } from '../zenodo/nonce';
import type { IDeposit, IDraft } from '../zenodo/types';

/** What a draft said when it was seen last. Digests only: the journal holds nobody's names. */
export interface ISeenDraft {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly revision: number | null;
  readonly fields: FieldDigests;
}

/** A digest of each field, by the server's name, as `metadata.title`. */
export type FieldDigests = Readonly<Record<string, string>>;

/** The details of a draft, as they are sent or answered. */
interface IDetails {
  readonly metadata?: object;
  readonly custom_fields?: object;
  readonly access?: object;
}

/** Hexadecimal digits of a digest: enough for fields that nobody forges. */
const digits = 12;

/** More fields than any form has: an untrusted answer must not fill the journal. */
const mostFields = 60;

/** What is kept of a draft as the server answered it. */
export async function seen(draft: IDraft, now: number): Promise<ISeenDraft> {
  return {
    at: now,
    revision: draft.revision,
    fields: await fieldDigests(detailsOf(draft))
  };
}

/** The details of a draft or record in the form in which they are sent. */
export function detailsOf(draft: IDeposit): IDetails {
  return {
    metadata: draft.metadata,
    custom_fields: draft.customFields,
    access: draft.access
  };
}

/**
 * The digests of all fields that say something. What the server adds by itself
 * (titles of vocabulary entries, composed names, recognised schemes) is left
 * out, so that what is sent and what is answered have the same digests.
 */
export async function fieldDigests(details: IDetails): Promise<FieldDigests> {
  const { metadata, custom_fields: custom, access } = details;
  const values: [string, unknown][] = [
    ...Object.entries(metadata ?? {}).map(
      ([name, value]) => [`metadata.${name}`, value] as [string, unknown]
    ),
    ...Object.entries(custom ?? {}).map(
      ([name, value]) => [`custom_fields.${name}`, value] as [string, unknown]
    ),
    ['access', accessOf(access)]
  ];
  const digests: Record<string, string> = {};
  for (const [name, value] of values.slice(0, mostFields)) {
    const essence = essenceOf(value);
    if (essence !== undefined) {
      const digest = await sha256(JSON.stringify(essence));
      digests[name.slice(0, 80)] = digest.slice(0, digits);
    }
  }
  return digests;
}

/**
 * The fields of a draft that somebody else changed.
 *
 * @param known - what each field may be: as it was seen, or as we have sent it
 *   without hearing an answer
 */
export function changedFields(
  present: FieldDigests,
  known: readonly FieldDigests[]
): string[] {
  const names = new Set([present, ...known].flatMap(Object.keys));
  return [...names]
    .filter(name => known.every(fields => fields[name] !== present[name]))
    .sort();
}

/** A value as it is sent: of an entry of a vocabulary only its id. */
export function asSent(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(asSent);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const { id } = value as { id?: unknown };
  return typeof id === 'string'
    ? { id }
    : Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, asSent(part)])
      );
}

/** Undefined where there is nothing. */
function essenceOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.filter(part => !isNonce(part)).map(essenceOf);
    const some = parts.filter(part => part !== undefined);
    return some.length > 0 ? some : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return value === null || value === '' ? undefined : value;
  }
  const whole = value as Readonly<Record<string, unknown>>;
  if (typeof whole.id === 'string') {
    return { id: whole.id };
  }
  const parts = Object.keys(whole)
    .filter(name => name !== 'scheme')
    .filter(name => !(name === 'name' && whole.family_name))
    .sort()
    .map(name => [name, essenceOf(bare(name, whole[name]))] as const)
    .filter(([, part]) => part !== undefined);
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
}

/** An identifier as the server keeps it: without the address that leads to it. */
function bare(name: string, value: unknown): unknown {
  return name === 'identifier' && typeof value === 'string'
    ? value.replace(/^(doi:|https?:\/\/(dx\.doi|doi|orcid|ror)\.org\/)/i, '')
    : value;
}

/** Whether an element of `references` is the one by which a draft is found. */
export function isNonce(part: unknown): boolean {
  const { reference } = (part ?? {}) as { reference?: unknown };
  return (
    typeof reference === 'string' && reference.startsWith(nonceReference(''))
  );
}

/** `status` is computed, and differs between two answers (FINDINGS 15). */
function accessOf(access: object | undefined): unknown {
  const { record, files, embargo } = (access ?? {}) as Record<string, unknown>;
  const { active } = (embargo ?? {}) as { active?: unknown };
  return { record, files, ...(active === true ? { embargo } : {}) };
}
