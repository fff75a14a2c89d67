/**
 * The value under its name, or nothing where it says nothing ('', an empty
 * list, an object without keys): the server takes null and '' for errors.
 */
export function unlessEmpty<K extends string, T extends string | object>(
  name: K,
  value: T
): { readonly [name in K]?: T } {
  const length =
    typeof value === 'string' || Array.isArray(value)
      ? value.length
      : Object.keys(value).length;
  return length > 0 ? ({ [name]: value } as { readonly [name in K]: T }) : {};
}

/** An entry of a vocabulary under its name, or nothing for ''. */
export function vocabularyId<K extends string>(
  name: K,
  id: string
): { readonly [name in K]?: { readonly id: string } } {
  return id
    ? ({ [name]: { id } } as { readonly [name in K]: { readonly id: string } })
    : {};
}

/** Each id once, in their order. */
export function onceEach<T extends { readonly id: string }>(
  choices: readonly T[]
): { readonly id: string }[] {
  return [...new Set(choices.map(({ id }) => id))].map(id => ({ id }));
}
