/*
 * `npm test`: from a clean clone to an answer. Sets up what is missing, runs
 * every stage, and ends with one line over everything.
 *
 * Only Node's own modules may be imported here: nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

import { setUpTools } from './lib/setup.mjs';
import { needsBuild, stages } from './lib/stages.mjs';
import { secondsSince, timed } from './lib/time.mjs';

const HELP = `npm test [-- --only STAGE,… | --quick]

Stages: ${Object.keys(stages).join(', ')}. All run without --only; what a stage
needs (environments, the build) is made where it is missing or out of date.
--quick, for daily work: no stage with other programs or hosts, of Jest's tests
those that what changed can break, and in a browser whether all starts.`;

/** What `--quick` gives its stages; the others do not run. */
const quickStages = () => ({
  lint: [],
  types: [],
  // Without changes since the last commit, what that changed.
  jest: [isClean() ? ['--lastCommit'] : ['--onlyChanged']],
  build: [],
  pytest: [],
  galata: [['smoke']]
});

const whole = names => Object.fromEntries(names.map(name => [name, []]));

function isClean() {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain']);
  return status === 0 && stdout.length === 0;
}

/** The arguments of each stage that is to run, by its name. */
function chosenStages() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean' },
      help: { type: 'boolean' }
    }
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const names = Object.keys(stages);
  if (values.quick) {
    return quickStages();
  }
  if (values.only === undefined) {
    return whole(names);
  }
  const only = values.only.split(',').filter(Boolean);
  const unknown = only.filter(name => !names.includes(name));
  if (unknown.length > 0 || only.length === 0) {
    throw new Error(`There is no stage '${unknown.join(', ')}'.\n${HELP}`);
  }
  if (only.some(name => needsBuild.has(name))) {
    only.push('build');
  }
  return whole(names.filter(name => only.includes(name)));
}

async function main() {
  const chosen = chosenStages();
  const start = performance.now();
  const total = { passed: 0, failed: 0 };
  const lines = [];

  async function stage(name, work) {
    console.log(`\n=== ${name}`);
    const { result, seconds } = await timed(work);
    total.passed += result.passed;
    total.failed += result.failed;
    const counts = `${result.passed} passed, ${result.failed} failed`;
    lines.push(`${name.padEnd(8)}${counts}, ${seconds} s${result.note ?? ''}`);
    console.log(`=== ${lines.at(-1)}`);
    return result.failed === 0;
  }

  const ready = await stage('setup', async () => {
    try {
      await setUpTools();
      return { passed: 0, failed: 0 };
    } catch (error) {
      console.log(error.message);
      return { passed: 0, failed: 1 };
    }
  });

  let built = true;
  for (const [name, args] of ready ? Object.entries(chosen) : []) {
    if (needsBuild.has(name) && !built) {
      await stage(name, () => ({
        passed: 0,
        failed: 1,
        note: ': not run, for want of a build'
      }));
      continue;
    }
    const good = await stage(name, () => stages[name](...args));
    if (name === 'build') {
      built = good;
    }
  }

  console.log(`\n${lines.join('\n')}\n${secondsSince(start)} s in all`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
