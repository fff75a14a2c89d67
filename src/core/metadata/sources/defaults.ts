import type { IAffiliation, ICreator, IMetadata } from '../model';
import { cleanLine } from '../clean';
import { communityOf } from './communities';
import { funderOf } from './funders';
import { withKeys } from './people';
import { present } from './present';
import { rorId } from './ror';
import type { ISource } from './source';
import { wellFormed } from './sourceNode';

/** What an institution wants to stand in its people's records, unless they say otherwise. */
export interface IMetadataDefaults {
  /** Name of the institution where its people work; '' = none. */
  readonly affiliation: string;
  /** Its ROR id, as `01ggx4157`; '' = none. */
  readonly affiliationRor: string;
  /** Communities that records are submitted to, by their names in addresses. */
  readonly communities: readonly string[];
  /** Who pays: name, or DOI of the Open Funder Registry, or ROR id; and the number of the grant. */
  readonly funding: readonly {
    readonly funder: string;
    readonly award: string;
  }[];
}

export const noDefaults: IMetadataDefaults = {
  affiliation: '',
  affiliationRor: '',
  communities: [],
  funding: []
};

/** Read defaults from settings; what is of another kind says nothing. */
export function readDefaults(settings: unknown): IMetadataDefaults {
  const fields = fieldsOf(settings);
  const list = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value : [];
  return {
    affiliation: textOf(fields.affiliation),
    affiliationRor: textOf(fields.affiliationRor),
    communities: list(fields.communities)
      .map(textOf)
      .filter(slug => slug),
    funding: list(fields.funding)
      .map(fieldsOf)
      .map(one => ({ funder: textOf(one.funder), award: textOf(one.award) }))
      .filter(({ funder }) => funder)
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanLine(wellFormed(value)) : '';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** The institution's values. */
export function defaultsSource(defaults: IMetadataDefaults): ISource {
  const funding = defaults.funding.flatMap(({ funder, award }) => {
    const known = funderOf(funder) ?? (funder.trim() ? { name: funder.trim() } : null); // prettier-ignore
    return known
      ? [
          {
            funder: known,
            award: award.trim()
              ? { number: award.trim(), title: '', url: '' }
              : null
          }
        ]
      : [];
  });
  const values: Partial<IMetadata> = {
    ...present(
      'communities',
      defaults.communities.filter(slug => slug.trim()).map(communityOf)
    ),
    ...present('funding', withKeys(funding))
  };
  return { values, findings: [] };
}

/** Give a person who works at the institution its affiliation, unless there is another. */
export function affiliated<T extends Pick<ICreator, 'affiliations' | 'kind'>>(
  person: T,
  { affiliation, affiliationRor }: IMetadataDefaults
): T {
  const id = rorId(affiliationRor);
  const name = affiliation.trim() || (id ?? '');
  const one: IAffiliation = { name, ...(id && { id }) };
  return name && person.kind === 'person' && person.affiliations.length === 0
    ? { ...person, affiliations: [one] }
    : person;
}

/**
 * What a user's last publication says of the next one: who made it, how it may
 * be used, in which language.
 */
export function lastPublicationSource(last: IMetadata): ISource {
  const { creators, licenses, languages } = last;
  return {
    values: {
      ...present('creators', creators),
      ...present('licenses', licenses),
      ...present('languages', languages)
    },
    findings: []
  };
}
