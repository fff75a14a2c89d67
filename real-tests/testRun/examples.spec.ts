import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { compareNotebooks } from '../../src/core/testRun/outputs/compareNotebooks';
import { ITestRun } from '../../src/core/testRun/testRuns';
import { runBundle } from './engine';

const examples = resolve('examples');
const notebooks = readdirSync(examples).filter(name => name.endsWith('.ipynb'));

let scratch: string;
let run: ITestRun;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'zp-examples-'));
  // What the demonstration copies, which is all of it.
  cpSync(examples, join(scratch, 'bundle'), { recursive: true });
  run = await runBundle(
    join(scratch, 'bundle'),
    join(scratch, 'out'),
    notebooks.flatMap(path => ['--notebook', path])
  );
}, 300_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('the environment of the examples is the one that they ask for', () => {
  expect(run.failure).toBeNull();
  expect(run.environment).toMatchObject({
    language: 'python',
    files: ['runtime.txt', 'requirements.txt']
  });
});

it('there is a notebook to run', () => {
  expect(run.notebooks.map(({ path }) => path).sort()).toEqual(
    [...notebooks].sort()
  );
  expect(notebooks).not.toEqual([]);
});

describe.each(notebooks)('%s of the examples', name => {
  it('runs to its end, and reads nothing outside', () => {
    expect(run.notebooks.find(({ path }) => path === name)).toMatchObject({
      outcome: 'ran',
      error: null,
      outside: []
    });
  });

  it('has the outputs that are stored in it', async () => {
    const { verdict, counts } = await compareNotebooks(
      readFileSync(join(examples, name), 'utf8'),
      readFileSync(join(scratch, 'out', name), 'utf8')
    );
    expect(['same', 'alike']).toContain(verdict);
    expect(counts).toMatchObject({ different: 0, unstored: 0, 'not-run': 0 });
  });
});
