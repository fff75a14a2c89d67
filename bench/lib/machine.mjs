/* On what it was measured, and with what. Nothing that tells whose machine it is. */
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';

import { at } from '../../scripts/lib/paths.mjs';
import { answerOf } from '../../scripts/lib/run.mjs';

function packageVersion(name) {
  const file = at('node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function system() {
  try {
    const text = readFileSync('/etc/os-release', 'utf8');
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(text)?.[1] ?? type();
  } catch {
    return type();
  }
}

/** Lines of Markdown. */
export async function describeMachine(chromium) {
  const zip = (await answerOf('zip', ['-v'])) ?? '';
  const browser = (await answerOf(chromium, ['--version'])) ?? '';
  const packages = ['@zip.js/zip.js', 'jszip', 'hash-wasm', '@secretlint/core'];
  return [
    `- ${cpus()[0]?.model}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory`,
    `- ${system()}, kernel ${release()}`,
    `- ${browser.split(' built')[0].trim()}, Node ${process.version}, ${/Zip \d[\d.]*/.exec(zip)?.[0] ?? 'zip'}`,
    `- ${packages.map(name => `${name} ${packageVersion(name)}`).join(', ')}`
  ];
}
