/*
 * The stages of `npm test`. Each runs to its end and gives its counts; a check
 * without tests of its own (a linter, a compiler, a build) counts as one.
 */
import { mkdirSync, rmSync } from 'node:fs';

import { provideBubblewrap } from './bubblewrap.mjs';
import { findHeadlessChromium } from './chromium.mjs';
import { runHosts } from './hosts.mjs';
import { provideR } from './rKernel.mjs';
import { buildLabextension, installPackage } from './labextension.mjs';
import { at, inNodeModules, inVenv } from './paths.mjs';
import { choosePorts } from './ports.mjs';
import { jestCounts, playwrightCounts, pytestCounts } from './reports.mjs';
import { run, runQuietly } from './run.mjs';

const reports = at('.test');

/** Where a runner writes its report; what an earlier run left is removed. */
function report(name) {
  mkdirSync(reports, { recursive: true });
  const file = at('.test', name);
  rmSync(file, { force: true });
  return file;
}

/** Whether it ran to a good end; why not is said. */
async function succeeds(work) {
  try {
    await work();
    return true;
  } catch (error) {
    console.log(error.message);
    return false;
  }
}

/** Two at a time, as none of them uses more than one processor; what one says is shown when it fails. */
async function checks(all) {
  const counts = { passed: 0, failed: 0 };
  const waiting = [...all];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [command, ...args] = next;
      const good = await succeeds(() => runQuietly(command, args));
      counts[good ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

/** A runner that fails though its report shows no failure broke on the way. */
async function tests(work, count) {
  const good = await succeeds(work);
  const counts = count();
  return good || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** @param more - of Jest's arguments, as `--onlyChanged` */
function jest(projects, more = []) {
  const file = report(`jest-${projects[0]}.json`);
  // Of its own accord it leaves one processor to whoever else works.
  const args = [
    '--maxWorkers=100%',
    '--json',
    `--outputFile=${file}`,
    '--passWithNoTests',
    ...more
  ];
  return tests(
    () =>
      // Jest prints the report unless its output goes nowhere.
      run(inNodeModules('jest'), [...args, '--selectProjects', ...projects], {
        stdio: ['ignore', 'ignore', 'inherit']
      }),
    () => jestCounts(file)
  );
}

const jlpm = script => [inVenv('jlpm'), 'run', script];
const tsc = project => [
  inNodeModules('tsc'),
  ...['--noEmit', '--composite', 'false', '--incremental', 'false'],
  ...['--project', project]
];

export const stages = {
  lint: () =>
    checks([
      [process.execPath, '--test', '--test-reporter=dot', 'scripts/lint/'],
      jlpm('eslint:check'),
      jlpm('prettier:check'),
      jlpm('stylelint:check'),
      [inVenv('ruff'), 'check', '--quiet', '.'],
      [
        inVenv('ruff'),
        'format',
        '--check',
        '--quiet',
        'jupyterlab_zenodo_publisher'
      ]
    ]),

  types: () => checks([tsc('tsconfig.json'), tsc('tsconfig.test.json')]),

  jest: more => jest(['core', 'jupyterlab'], more),

  real: async () => {
    await provideR();
    return jest(['real']);
  },

  build: async () => {
    const good = await succeeds(async () => {
      await buildLabextension();
      await installPackage();
    });
    return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },

  pytest: async () => {
    await provideBubblewrap();
    const file = report('pytest.xml');
    return tests(
      () => run(inVenv('python'), ['-m', 'pytest', '-q', `--junitxml=${file}`]),
      () => pytestCounts(file)
    );
  },

  galata: (playwrightArguments = []) => {
    const file = report('playwright.json');
    return tests(
      async () => {
        const env = {
          CHROMIUM_PATH: await findHeadlessChromium(),
          ZP_LAB_PORT: await choosePorts('JupyterLab'),
          ZP_ZENODO_PORT: await choosePorts('the simulator'),
          ZP_REPORT: file
        };
        const config = ['test', '--config', 'ui-tests/playwright.config.js'];
        const args = [...config, ...playwrightArguments];
        await run(inNodeModules('playwright'), args, { env });
      },
      () => playwrightCounts(file)
    );
  },

  hosts: (names = []) => {
    const file = report('hosts.json');
    return tests(
      () => runHosts(file, names),
      () => playwrightCounts(file)
    );
  }
};

/** What looks at the built and installed extension is senseless without it. */
export const needsBuild = new Set(['pytest', 'galata', 'hosts']);
