/** An object of the server's JSON: untrusted. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The id of a reference to a vocabulary: `{id, title}`; '' where it is none. */
export function idOf(value: unknown): string {
  return isJson(value) ? textOf(value.id) : '';
}

/** The English one of some texts by language, else the first; '' where there is none. */
export function textIn(value: unknown): string {
  const texts = isJson(value) ? value : {};
  return (
    [texts.en, ...Object.values(texts)].map(textOf).find(text => text) ?? ''
  );
}

/** What is shown of an entry of a vocabulary. */
export function choiceOf(value: unknown): { id: string; title: string } | null {
  const id = idOf(value);
  return id ? { id, title: textIn((value as Json).title) || id } : null;
}

/** The object without some of its keys. */
export function without(object: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => !keys.includes(key))
  );
}

/**
 * Whether two values say the same. Keys of form items and undefined ones do
 * not count.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((one, index) => sameValue(one, b[index] as unknown))
    );
  }
  if (isJson(a) && isJson(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    keys.delete('key');
    return [...keys].every(key => sameValue(a[key], b[key]));
  }
  return a === b;
}
