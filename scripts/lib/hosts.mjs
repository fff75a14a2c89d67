/* The smoke tests on every host where Jupyter runs (ui-tests/hosts). */
import { writeFileSync } from 'node:fs';

import { findHeadlessChromium } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';
import { hostEnvironment, hostEnvironmentNames } from './hostEnvironment.mjs';
import { at, inNodeModules } from './paths.mjs';
import { choosePort, choosePorts } from './ports.mjs';
import { run } from './run.mjs';

/** Make all environments, and leave word of where they are. */
export async function provideHostEnvironments() {
  const folders = {};
  for (const name of hostEnvironmentNames()) {
    folders[name] = await hostEnvironment(name);
  }
  const file = at('.test', 'hosts', 'environments.json');
  writeFileSync(file, JSON.stringify(folders, null, 2));
}

/** Run all hosts, or those that are named, with a report to the file. */
export async function runHosts(report, names = []) {
  await provideHostEnvironments();
  const env = {
    CHROMIUM_PATH: await findHeadlessChromium(),
    FIREFOX_PATH: (await findFirefox()) ?? '',
    ZP_ZENODO_PORT: await choosePorts('the simulator'),
    ZP_HUB_PORT: String(await choosePort(undefined, 'JupyterHub')),
    ZP_REPORT: report
  };
  const config = ['test', '--config', 'ui-tests/hosts/playwright.config.js'];
  const args = names.flatMap(name => ['--project', name]);
  await run(inNodeModules('playwright'), [...config, ...args], { env });
}
