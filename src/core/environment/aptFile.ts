/** Names of Debian's packages in apt.txt: one a line; `#` begins a comment. Source: repo2docker, `buildpacks/base.py`. */
export function aptNames(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}

/** apt.txt with these names too; what is there stays as it is. */
export function aptText(existing: string, names: readonly string[]): string {
  const known = aptNames(existing);
  const added = names.filter(name => !known.includes(name));
  const start = existing === '' || existing.endsWith('\n') ? existing : `${existing}\n`; // prettier-ignore
  return added.length > 0 ? `${start}${added.join('\n')}\n` : existing;
}
