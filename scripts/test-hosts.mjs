/* `npm run test:hosts [-- HOST …]`: the smoke tests on all hosts, or on these. */
import { setUpAll } from './lib/setup.mjs';
import { stages } from './lib/stages.mjs';

try {
  await setUpAll();
  const { passed, failed } = await stages.hosts(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
