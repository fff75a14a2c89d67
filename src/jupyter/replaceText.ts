import type { ISharedFile } from '@jupyter/ydoc';

/**
 * Change only what differs, so that the cursors of those who work in the file
 * stay where they are. Returns whether anything did.
 */
export function replaceText(
  model: ISharedFile,
  before: string,
  after: string
): boolean {
  if (before === after) {
    return false;
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  if (isHighSurrogate(before, start - 1)) {
    start--;
  }
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  if (isHighSurrogate(before, before.length - end - 1)) {
    end--;
  }
  model.updateSource(
    start,
    before.length - end,
    after.slice(start, after.length - end)
  );
  return true;
}

/** Whether the character there is the first half of one: a change must not part them. */
function isHighSurrogate(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800;
}
