/** A file as people write it, and what the record gets of it, written by hand. */
export interface IExample {
  /** What is particular about it. */
  readonly name: string;
  readonly text: string;
  /** The record: all but what a form has by itself. */
  readonly record: IExpectedRecord;
  /** Names of communities, which are no part of a record. */
  readonly communities?: readonly string[];
  /** What is told, as `line: kind`; by default nothing. */
  readonly findings?: readonly string[];
}

/** Parts of a draft in the server's notation. */
export interface IExpectedRecord {
  readonly metadata?: object;
  readonly access?: object;
  readonly custom_fields?: object;
}

/** A JSON file as most editors indent it. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A person in the server's notation. */
export function person(
  family: string,
  given = '',
  more: {
    readonly orcid?: string;
    readonly gnd?: string;
    readonly at?: readonly (string | { readonly id: string })[];
    readonly role?: string;
  } = {}
): object {
  const identifiers = [
    ...(more.orcid ? [{ scheme: 'orcid', identifier: more.orcid }] : []),
    ...(more.gnd ? [{ scheme: 'gnd', identifier: more.gnd }] : [])
  ];
  return {
    person_or_org: {
      type: 'personal',
      family_name: family,
      ...(given && { given_name: given }),
      ...(identifiers.length > 0 && { identifiers })
    },
    ...(more.role && { role: { id: more.role } }),
    ...(more.at && {
      affiliations: more.at.map(one =>
        typeof one === 'string' ? { name: one } : one
      )
    })
  };
}

/** An organisation in the server's notation. */
export function organisation(
  name: string,
  more: { readonly identifiers?: object[]; readonly role?: string } = {}
): object {
  const { identifiers, role } = more;
  return {
    person_or_org: {
      type: 'organizational',
      name,
      ...(identifiers && { identifiers })
    },
    ...(role && { role: { id: role } })
  };
}

/** A related work in the server's notation. */
export function work(
  scheme: string,
  identifier: string,
  relation: string,
  type = ''
): object {
  return {
    identifier,
    scheme,
    relation_type: { id: relation },
    ...(type && { resource_type: { id: type } })
  };
}
