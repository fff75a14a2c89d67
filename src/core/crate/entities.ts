/** A link to another entity. */
export interface IReference {
  readonly '@id': string;
}

type Value = string | IReference | readonly string[] | readonly IReference[];

/** One thing that the crate describes. */
export interface IEntity extends IReference {
  readonly '@type': string | readonly string[];
  readonly [property: string]: Value | undefined;
}

/** The graph of a crate, in the order in which things are put in; each once. */
export class Graph {
  /** Put an entity in, unless one with its id is there; answers with a link to it. */
  add(entity: IEntity): IReference {
    const id = entity['@id'];
    if (!this._entities.has(id)) {
      this._entities.set(id, withoutEmpty(entity));
    }
    return { '@id': id };
  }

  get entities(): readonly IEntity[] {
    return [...this._entities.values()];
  }

  private readonly _entities = new Map<string, IEntity>();
}

/** One value stands alone, as RO-Crate's flattened JSON-LD has it; none is left out. */
export function oneOrMany<T extends string | IReference>(
  values: readonly T[]
): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}

/**
 * A path as the crate's id of a file: a relative address. What a URI may not
 * hold is written in UTF-8 with percent signs (RO-Crate 1.1, "Encoding file paths").
 */
export function fileId(path: string): string {
  // Half characters, which no UTF-8 has, would make the encoding throw.
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd');
  return whole.split('/').map(encodeURIComponent).join('/');
}

function withoutEmpty(entity: IEntity): IEntity {
  return Object.fromEntries(
    Object.entries(entity).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0)
    )
  ) as unknown as IEntity;
}
