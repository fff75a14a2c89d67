/** The simulator against recordings of a real InvenioRDM. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentials } from '../credentials';
import { IRunning, serve } from '../server';
import { settingsOf } from '../settings';
import { Simulator } from '../simulator';
import recordings from './exchanges.json';
import notImplemented from './notImplemented.json';

interface IResult {
  name: string;
  verdict: string;
  request: string;
  diffs: { kind: string; where: string; hard: string }[];
}

interface IReport {
  results: IResult[];
  setup_problems: { name: string }[];
  not_sent: { name: string }[];
}

interface IListed {
  name: string;
  reason: string;
}

let folder: string;
let report: IReport;
const servers: IRunning[] = [];

/** Three servers, because some groups were recorded with other settings. */
async function replay(): Promise<IReport> {
  const main = new Simulator('sandbox', { lag: 0 });
  const { limits } = settingsOf('sandbox');
  const small = new Simulator(
    'sandbox',
    {
      lag: 0,
      firstId: 500001,
      quota: 1000,
      limits: {
        ...limits,
        user: [{ count: 12, seconds: 60, name: '12 per 1 minute' }]
      }
    },
    main.secrets
  );
  const limiterFirst = new Simulator(
    'sandbox',
    { lag: 0, limiterFirst: true },
    main.secrets
  );
  limiterFirst.state = main.state;
  for (const simulator of [main, small, limiterFirst]) {
    servers.push(await serve(simulator));
  }
  const [base, quota, limiter] = servers.map(one => one.base);
  const creds = join(folder, 'creds.json');
  const out = join(folder, 'report.json');
  writeFileSync(creds, JSON.stringify(credentials(base, main.secrets)));
  const child = spawn(process.execPath, [
    join(__dirname, 'run.mjs'),
    ...['--base', base, '--creds', creds, '--json', out],
    ...['--include', 'all', '--no-pause'],
    ...['--base-for', `quota=${quota}`, '--base-for', `limiter=${limiter}`]
  ]);
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0 && code !== 1) {
    throw new Error(said);
  }
  return JSON.parse(readFileSync(out, 'utf8')) as IReport;
}

describe('the recordings of a real InvenioRDM', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zenodo-contract-'));
    report = await replay();
  }, 120_000);

  afterAll(async () => {
    await Promise.all(servers.map(one => one.close()));
    rmSync(folder, { recursive: true });
  });

  it('are all sent', () => {
    const named = recordings.exchanges.filter(one => !('setup' in one));
    expect(report.not_sent).toEqual([]);
    expect(report.results).toHaveLength(named.length);
    expect(report.setup_problems).toEqual([]);
  });

  it('are answered alike, but for those that are listed', () => {
    const listed = new Set((notImplemented as IListed[]).map(one => one.name));
    const different = report.results.filter(
      one => !['same', 'held'].includes(one.verdict)
    );
    const unlisted = different
      .filter(one => !listed.has(one.name))
      .map(({ name, verdict, request, diffs }) => ({
        name,
        verdict,
        request,
        diffs: diffs.slice(0, 3)
      }));
    expect(unlisted).toEqual([]);
  });

  it('that are listed as not implemented do differ', () => {
    const different = report.results
      .filter(one => !['same', 'held'].includes(one.verdict))
      .map(one => one.name);
    for (const { name, reason } of notImplemented as IListed[]) {
      expect(reason).not.toBe('');
      expect(different).toContain(name);
    }
  });
});
