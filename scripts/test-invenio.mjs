/*
 * `npm run test:invenio -- --base URL --creds FILE [Playwright's arguments]`:
 * tests in a browser against a real InvenioRDM instead of the simulator: those
 * that `ui-tests/playwright.config.js` lists, or those of them that are named.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { setUpAll } from './lib/setup.mjs';
import { stages } from './lib/stages.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string' },
    creds: { type: 'string' },
    'doi-prefix': { type: 'string', default: '10.5072' }
  }
});

if (!values.base || !values.creds) {
  console.error(
    'Say where it is: npm run test:invenio -- --base http://127.0.0.1:5055 --creds creds.json [--doi-prefix 10.5072]'
  );
  process.exit(2);
}

try {
  await setUpAll();
  process.env.ZP_SITE_URL = values.base.replace(/\/+$/, '');
  process.env.ZP_SITE_CREDS = path.resolve(values.creds);
  process.env.ZP_SITE_DOI_PREFIX = values['doi-prefix'];
  const { passed, failed } = await stages.galata(positionals);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
