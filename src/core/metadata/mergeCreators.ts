import type { IAffiliation, ICreator } from './model';

/** Of more people with one family name, nobody is known for certain. */
const MOST_NAMESAKES = 50;

/** Letters of a name as they are compared: without accents and capitals. */
function letters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/** Whether two given names may be the same person's: `J.` and `Jane`, not `John` and `Jane`. */
function maySame(one: string, other: string): boolean {
  const [a, b] = [one, other].map(name =>
    letters(name.trim().split(/[\s.]+/)[0])
  );
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/** Finds persons in a list by ORCID, else by family name and first given name. */
class People {
  constructor(list: readonly ICreator[]) {
    for (const one of list.filter(({ kind }) => kind === 'person')) {
      const family = letters(one.familyName);
      const namesakes = this._byFamily.get(family) ?? [];
      if (namesakes.length <= MOST_NAMESAKES) {
        namesakes.push(one);
      }
      this._byFamily.set(family, namesakes);
      if (one.orcid) {
        this._byOrcid.set(one.orcid, one);
      }
    }
  }

  has(orcid: string): boolean {
    return this._byOrcid.has(orcid);
  }

  /** The only one who can be this person; null where there is none, or more. */
  find(person: ICreator): ICreator | null {
    const same = this._byOrcid.get(person.orcid);
    if (same) {
      return same;
    }
    const found = this._namesakes(letters(person.familyName)).filter(
      ({ orcid, givenName }) =>
        !(orcid && person.orcid) && maySame(givenName, person.givenName)
    );
    return found.length === 1 ? found[0] : null;
  }

  /** Of too many, none. */
  private _namesakes(family: string): readonly ICreator[] {
    const all = this._byFamily.get(family) ?? [];
    return all.length > MOST_NAMESAKES ? [] : all;
  }

  private readonly _byFamily = new Map<string, ICreator[]>();
  private readonly _byOrcid = new Map<string, ICreator>();
}

/**
 * The creators of the best source, with the ORCIDs, other identifiers, affiliations,
 * ROR ids and roles that they lack there and other sources have. Nobody is added, and their order stays. A
 * person is known by the ORCID, else by family name and first given name, where
 * only one of each list fits.
 *
 * Source: metadata crosswalk 2.2.
 */
export function mergeCreators(
  best: readonly ICreator[],
  others: readonly (readonly ICreator[])[]
): readonly ICreator[] {
  const own = new People(best);
  const lists = others.map(list => new People(list));
  return best.map(creator => {
    const isAlone =
      creator.kind === 'person' &&
      own.find({ ...creator, orcid: '' })?.key === creator.key;
    return isAlone || (creator.kind === 'person' && creator.orcid)
      ? filledUp(creator, own, lists)
      : creator;
  });
}

function filledUp(
  creator: ICreator,
  own: People,
  lists: readonly People[]
): ICreator {
  let filled = creator;
  for (const list of lists) {
    const found = list.find(filled);
    if (found) {
      const orcid = own.has(found.orcid) ? '' : found.orcid;
      filled = {
        ...filled,
        orcid: filled.orcid || orcid,
        affiliations:
          filled.affiliations.length > 0
            ? withIds(filled.affiliations, found.affiliations)
            : found.affiliations,
        identifiers:
          filled.identifiers.length > 0
            ? filled.identifiers
            : found.identifiers,
        role: filled.role || found.role
      };
    }
  }
  return filled;
}

/** Affiliations with the ROR ids that others have of the same name. */
function withIds(
  own: readonly IAffiliation[],
  others: readonly IAffiliation[]
): readonly IAffiliation[] {
  return own.map(one => {
    const same = others.find(
      ({ name }) => name.toLowerCase() === one.name.toLowerCase()
    );
    const isTaken = own.some(({ id }) => id !== undefined && id === same?.id);
    return one.id || !same?.id || isTaken ? one : { ...one, id: same.id };
  });
}
