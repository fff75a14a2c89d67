/* Debian packages by name, where we are root on a machine that has apt. */
import { findOnPath, run } from './run.mjs';

export const canInstall = () =>
  process.getuid?.() === 0 && findOnPath('apt-get') !== null;

/** Install packages of the distribution. */
export async function installDebian(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`apt-get install ${packages.join(' ')}`);
  await run('apt-get', ['update', '-qq'], { env });
  await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env }
  );
}
