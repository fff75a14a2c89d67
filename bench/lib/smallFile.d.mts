/** A file of the tree: one to three kilobytes. */
export function smallFile(path: string): string;
