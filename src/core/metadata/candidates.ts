import type { IMetadata, MetadataField } from './model';

/** A value that a source has for a field. */
export interface ICandidate {
  /** The field, and those that are set together with it. */
  readonly values: Partial<IMetadata>;
  /** As `CITATION.cff`, or several with commas between. */
  readonly origin: string;
}

/** By field, what can be chosen; the first is what was filled in by itself, if anything was. */
export type Candidates = Partial<Record<MetadataField, readonly ICandidate[]>>;

/** Fields that are set together with another one. */
const COMPANIONS: Partial<Record<MetadataField, MetadataField>> = {
  description: 'descriptionFormat',
  access: 'embargo'
};

const IS_COMPANION: ReadonlySet<string> = new Set(Object.values(COMPANIONS));

/** The fields that a candidate can be for. */
export function candidateFields(values: Partial<IMetadata>): MetadataField[] {
  return (Object.keys(values) as MetadataField[]).filter(
    field => !IS_COMPANION.has(field)
  );
}

/** The field that is set together with this one. */
export function companionOf(field: MetadataField): MetadataField | undefined {
  return COMPANIONS[field];
}

/** A field with what is set together with it. */
export function together(
  field: MetadataField,
  values: Partial<IMetadata>
): Partial<IMetadata> {
  const other = COMPANIONS[field];
  return {
    [field]: values[field],
    ...(other && other in values && { [other]: values[other] })
  };
}

/** Values as text to be compared: without the form's keys, and without titles of what has an id. */
export function comparable(values: unknown): string {
  return JSON.stringify(values, (name: string, value: unknown) => {
    if (name === 'key') {
      return undefined;
    }
    const has = value as { id?: unknown; title?: unknown } | null;
    return typeof has === 'object' && has?.id && 'title' in has
      ? { ...has, title: undefined }
      : value;
  });
}

/** Each value once, with the first of its origins. */
export function distinctCandidates(all: readonly ICandidate[]): ICandidate[] {
  const seen = new Set<string>();
  return all.filter(({ values }) => {
    const text = comparable(values);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
