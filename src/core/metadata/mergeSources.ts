import {
  candidateFields,
  type Candidates,
  comparable,
  distinctCandidates,
  type ICandidate,
  together
} from './candidates';
import { emptyPublishingInformation, emptySoftware } from './empty';
import { mergeCreators } from './mergeCreators';
import type { IMetadata, IRelatedWork, MetadataField, Origins } from './model';
import { distinct } from './sources/keywords';
import { withKeys } from './sources/people';
import type { ISource } from './sources/source';

/** A source and its name, as it is shown. */
export interface INamedSource {
  readonly origin: string;
  readonly source: ISource;
  /** What it says of a field is all: sources below do not add to lists. Others are for what it leaves open. */
  readonly isWhole?: boolean;
}

interface IEntry extends ICandidate {
  readonly isWhole: boolean;
}

/** Lists to which all sources add. */
const UNIONS: ReadonlySet<MetadataField> = new Set([
  'keywords',
  'relatedWorks'
]);

/** Values of all sources. */
export interface IMerged {
  readonly values: Partial<IMetadata>;
  readonly origins: Origins;
  readonly candidates: Candidates;
}

/** One field of several candidates. Null = the first one is it. */
type Merge = (all: readonly Partial<IMetadata>[]) => Partial<IMetadata> | null;

/** Values of one type, those that say something, from the best source on. */
function first<T>(all: readonly T[], says: (value: T) => boolean, none: T): T {
  return all.find(says) ?? none;
}

const isText = (text: string) => text !== '';
const isList = (list: readonly unknown[]) => list.length > 0;

/** Texts of one section, each from the first source that has it. */
function mergeTexts<T extends object>(all: readonly T[], none: T): T {
  return Object.fromEntries(
    Object.keys(none).map(key => [
      key,
      first(
        all.map(one => (one as Record<string, string>)[key]),
        isText,
        ''
      )
    ])
  ) as T;
}

function distinctWorks(works: readonly IRelatedWork[]): IRelatedWork[] {
  const seen = new Set<string>();
  return works.filter(({ scheme, identifier, relation }) => {
    const key = [scheme, identifier.toLowerCase(), relation].join(' ');
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Fields that take something of several sources. The others are the best source's alone. */
const MERGES: Partial<Record<MetadataField, Merge>> = {
  keywords: all => ({
    keywords: distinct(all.flatMap(({ keywords }) => keywords ?? []))
  }),
  relatedWorks: all => ({
    relatedWorks: withKeys(
      distinctWorks(all.flatMap(({ relatedWorks }) => relatedWorks ?? []))
    )
  }),
  creators: all => {
    const [best = [], ...others] = all.map(({ creators }) => creators ?? []);
    return { creators: mergeCreators(best, others) };
  },
  software: all => {
    const sections = all.map(({ software }) => software ?? emptySoftware);
    return {
      software: {
        repository: first(sections.map(one => one.repository), isText, ''),
        programmingLanguages: first(
          sections.map(one => one.programmingLanguages),
          isList,
          []
        ),
        developmentStatus: first(
          sections.map(one => one.developmentStatus),
          isText,
          ''
        )
      }
    };
  },
  publishingInformation: all => {
    const none = emptyPublishingInformation;
    const sections = all.map(one => one.publishingInformation ?? none);
    return {
      publishingInformation: {
        journal: mergeTexts(sections.map(one => one.journal), none.journal),
        imprint: mergeTexts(sections.map(one => one.imprint), none.imprint),
        thesis: mergeTexts(sections.map(one => one.thesis), none.thesis)
      }
    };
  }
}; // prettier-ignore

/** The origins without which the merged value would be another one. */
function originOf(merge: Merge, entries: readonly ICandidate[]): string {
  const whole = comparable(merge(entries.map(({ values }) => values)));
  const needed = entries.filter((_, index) => {
    const rest = entries.filter((__, other) => other !== index);
    return (
      index === 0 ||
      comparable(merge(rest.map(({ values }) => values))) !== whole
    );
  });
  return [...new Set(needed.map(({ origin }) => origin))].join(', ');
}

/** The candidates of one field; the first of them is filled in, unless all are offers. */
function candidatesOf(
  field: MetadataField,
  all: readonly IEntry[],
  offers: readonly ICandidate[]
): ICandidate[] {
  const merge = MERGES[field];
  const entries = all.map(({ values, origin }) => ({ values, origin }));
  const whole = all.findIndex(({ isWhole }) => isWhole);
  const joined =
    UNIONS.has(field) && whole >= 0 ? entries.slice(0, whole + 1) : entries;
  if (!merge || joined.length < 2) {
    return distinctCandidates([...entries, ...offers]);
  }
  const values = merge(joined.map(one => one.values));
  const merged = values ? [{ values, origin: originOf(merge, joined) }] : [];
  return distinctCandidates([...merged, ...entries, ...offers]);
}

/**
 * The values of several sources, the best one first. For each field the first
 * source counts that has it; keywords and related works are taken from all, the
 * parts of the section on software and of publishing information each from the
 * first that has them, and creators get what they lack. Offers fill in nothing.
 *
 * Source: metadata crosswalk 2.2.
 */
export function mergeSources(sources: readonly INamedSource[]): IMerged {
  const values: Partial<IMetadata> = {};
  const origins: Origins = {};
  const candidates: Candidates = {};
  const fields = new Set(
    sources.flatMap(({ source }) => [
      ...candidateFields(source.values),
      ...candidateFields(source.offers ?? {})
    ])
  );
  for (const field of fields) {
    const of = (pick: (source: ISource) => Partial<IMetadata> | undefined) =>
      sources.flatMap(({ origin, source, isWhole = false }): IEntry[] => {
        const picked = pick(source) ?? {};
        return field in picked
          ? [{ values: together(field, picked), origin, isWhole }]
          : [];
      });
    const entries = of(source => source.values);
    const offers = of(source => source.offers).map(
      ({ values: offered, origin }) => ({ values: offered, origin })
    );
    const all = candidatesOf(field, entries, offers);
    candidates[field] = all;
    if (entries.length > 0) {
      Object.assign(values, all[0].values);
      origins[field] = all[0].origin;
    }
  }
  return { values, origins, candidates };
}
