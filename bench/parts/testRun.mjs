/* Setting up the environment of a test run, beside uv alone. */
import path from 'node:path';

import { at, inVenv } from '../../scripts/lib/paths.mjs';
import { answerOf } from '../../scripts/lib/run.mjs';
import { atMost, median, seconds } from '../lib/numbers.mjs';

/** As files of analyses have them; there are wheels for Python 3.10 to 3.13. */
const REQUIREMENTS = [
  'numpy==2.2.6',
  'pandas==2.3.3',
  'matplotlib==3.10.8',
  'scipy==1.15.3'
];

/** They take a second each, so that there can be more of them than elsewhere. */
const ROUNDS = { quick: 5, full: 11 };

export async function testRunPart({ folder, quick }) {
  const requirements = quick ? REQUIREMENTS.slice(0, 1) : REQUIREMENTS;
  const answer = await answerOf(inVenv('python'), [
    at('bench/testRun/measure.py'),
    path.join(folder, 'test-run'),
    requirements.map(line => `${line}\n`).join(''),
    String(quick ? ROUNDS.quick : ROUNDS.full)
  ]);
  if (answer === null) {
    throw new Error('The environments could not be made');
  }
  const { first, ours, bare, uv, python } = JSON.parse(answer);
  const row = (label, each) => [
    label,
    seconds(median(each) * 1000),
    each.map(one => seconds(one * 1000)).join(', ')
  ];
  return {
    targets: [
      atMost('time until the environment is ready, ours / uv venv and uv pip install', median(ours) / median(bare), 1.5) // prettier-ignore
    ],
    head: ['', 'time (median)', 'each'],
    rows: [row('ours', ours), row('uv alone', bare)],
    notes: [
      `${requirements.map(line => `\`${line}\``).join(', ')}; uv ${uv}, Python ${python}. The first of ours, which downloads and makes what later ones share, took ${seconds(first * 1000)}.`
    ]
  };
}
