import { ITranslator } from '../text';

/**
 * What is wrong with a path in an archive, in the user's words; null when it
 * is fine. A name goes into the archive with the very characters that it has
 * on disk, so a name that would mean something else when unpacked is refused:
 * .ZIP File Format Specification 6.3.10, section 4.4.17.1 (relative, `/` only).
 */
export function nameProblem(path: string, trans: ITranslator): string | null {
  if (path === '' || path.split('/').some(part => part === '')) {
    return trans.__('“%1” is no file name.', path);
  }
  if (path.split('/').some(part => part === '.' || part === '..')) {
    return trans.__('“%1” leads out of the archive.', path);
  }
  if (path.includes('\\') || /^[a-z]:/i.test(path)) {
    return trans.__(
      '“%1” is a path of its own on Windows. Rename it without backslash and drive.',
      path
    );
  }
  if (/[\u0000-\u001f\u007f]/.test(path)) {
    return trans.__(
      '“%1” has a character in its name that cannot be seen. Rename it.',
      path.replace(/[^\x20-\x7e]/g, '?')
    );
  }
  if (/\p{Surrogate}/u.test(path)) {
    // Half a character, from a name that is no UTF-8: every program that
    // unpacks it would make another name of it.
    return trans.__(
      '“%1” has a character in its name that is none. Rename it.',
      path.replace(/\p{Surrogate}/gu, '?')
    );
  }
  if (new TextEncoder().encode(path).length > 0xffff) {
    return trans.__('The name “%1…” is too long.', path.slice(0, 60));
  }
  return null;
}

/**
 * Groups of paths that are one and the same on disks that ignore case
 * (Windows, macOS) or the way in which accents are written (macOS).
 */
export function nameClashes(paths: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = path.normalize('NFC').toLowerCase();
    const group = groups.get(key) ?? [];
    group.push(path);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
