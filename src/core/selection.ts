/** The same text for the same paths in any order: what identifies a selection. */
export function selectionKey(selection: readonly string[]): string {
  return JSON.stringify([...new Set(selection)].sort());
}
