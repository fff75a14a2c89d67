import type { SourceNode } from './sourceNode';

/** Each word once, whatever its capitals; blank ones are left out. */
export function distinct(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter(word => {
    const key = word.toLowerCase();
    if (!word || seen.has(key)) {
      return false;
    }
    seen.add(key);
    return true;
  });
}

/** The words of a list, or of a text with commas or semicolons between them. */
export function wordsOf(node: SourceNode): string[] {
  if (node.isList) {
    return distinct(node.items().map(one => one.plain()));
  }
  return distinct(
    node
      .plain()
      .split(/[,;]/)
      .map(word => word.trim())
  );
}
