/** A field that says something; nothing for '' and an empty list. */
export function present<
  K extends string,
  T extends string | readonly unknown[]
>(field: K, value: T): { readonly [field in K]?: T } {
  return value.length > 0
    ? ({ [field]: value } as { readonly [field in K]: T })
    : {};
}
