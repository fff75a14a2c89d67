/** A key that no entry of the list has. */
export function freshKey(entries: readonly { readonly key: string }[]): string {
  let number = entries.length + 1;
  while (entries.some(({ key }) => key === `new-${number}`)) {
    number += 1;
  }
  return `new-${number}`;
}
