/** Files on this machine that a host shows. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

/** Write files, and the folders that they are in. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>
): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** The bytes of a file; none where it is not there. */
export function readBytes(file: string): Uint8Array {
  return existsSync(file)
    ? new Uint8Array(readFileSync(file))
    : new Uint8Array();
}

/** Paths of all files below a host's folder that have one of these texts in them. */
export function filesWith(
  { folder }: { readonly folder: string },
  texts: readonly string[]
): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => {
      const bytes = readFileSync(file);
      return texts.some(text => bytes.includes(text));
    });
}
