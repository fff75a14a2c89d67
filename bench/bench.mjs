/*
 * `npm run bench`: how fast the extension packs, scans and sends files and makes
 * environments, and what that costs in memory, beside what else could be used for it.
 *
 * Only Node's own modules may be imported here: nothing else is there yet.
 */
import { parseArgs } from 'node:util';

import { setUpAll } from '../scripts/lib/setup.mjs';

const PARTS = [
  'archive',
  'memory',
  'main-thread',
  'secrets',
  'transfer',
  'test-run'
];

const HELP = `npm run bench [-- options]

  --only PART,…   some parts: ${PARTS.join(', ')}
  --quick         small sizes and one repetition, in under three minutes;
                  bench/RESULTS.md stays as it is`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const only = values.only?.split(',').filter(Boolean) ?? PARTS;
  const unknown = only.filter(name => !PARTS.includes(name));
  if (unknown.length > 0 || only.length === 0) {
    throw new Error(`There is no part '${unknown.join(', ')}'.\n\n${HELP}`);
  }
  return { quick: values.quick, parts: PARTS.filter(p => only.includes(p)) };
}

try {
  const options = readOptions();
  await setUpAll();
  const { runSuite } = await import('./suite.mjs');
  process.exitCode = await runSuite(options);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
