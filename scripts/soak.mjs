/*
 * `npm run soak`: many publications with faults in one page of JupyterLab. Ends
 * with 1 where one is missing or there twice, or where the page holds on to
 * what it should have let go of.
 */
import { parseArgs } from 'node:util';

import { setUpAll } from './lib/setup.mjs';

const HELP = `npm run soak [-- options]

  --count N   publications (200)
  --seed N    another course of faults (20261121)`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      seed: { type: 'string', default: '20261121' },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  for (const name of ['count', 'seed']) {
    if (!/^[1-9]\d{0,8}$/.test(values[name])) {
      throw new Error(`--${name} needs a number.\n\n${HELP}`);
    }
  }
  return values;
}

try {
  const { count, seed } = readOptions();
  await setUpAll();
  const { findChromium } = await import('./lib/chromium.mjs');
  const { inNodeModules } = await import('./lib/paths.mjs');
  const { choosePort } = await import('./lib/ports.mjs');
  const { run } = await import('./lib/run.mjs');
  const config = ['test', '--config', 'ui-tests/soak.config.js'];
  const env = {
    SOAK_COUNT: count,
    SOAK_SEED: seed,
    CHROMIUM_PATH: await findChromium(),
    ZP_LAB_PORT: String(await choosePort(undefined, 'JupyterLab')),
    ZP_ZENODO_PORT: String(await choosePort(undefined, 'the simulator'))
  };
  await run(inNodeModules('playwright'), config, { env }).catch(() => {
    process.exitCode = 1;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
