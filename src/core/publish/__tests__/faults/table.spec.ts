/** Each fault at each request; `docs/faults.md` is what comes of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, ISection } from './document';
import { rows } from './rows';
import { steps } from './steps';
import { tryOut } from './trial';

const page = join(__dirname, '../../../../../docs/faults.md');
const sections: ISection[] = [];

it.each(steps.map(step => [step.name, step] as const))(
  'ends with one record, whatever goes wrong: %s',
  async (_, step) => {
    const lines: ISection['lines'][number][] = [];
    for (const row of rows) {
      const label = `${step.name} × ${row.name}`;
      const once = await tryOut(step, row, 1).catch(named(label));
      if (once.met) {
        const always = row.fault
          ? await tryOut(step, row, Infinity).catch(named(label))
          : null;
        lines.push({ fault: row.name, once, always });
      }
    }
    expect(lines.map(({ fault }) => fault)).toContain('connection refused');
    sections.push({ step: step.name, lines });
  },
  10 * 60_000
);

it('is what docs/faults.md says', () => {
  const text = documentOf(sections);
  if (process.env.FAULTS_WRITE) {
    writeFileSync(page, text);
  }
  expect(text).toBe(readFileSync(page, 'utf8'));
});

/** Which combination it was, before what was wrong with it. */
function named(label: string): (error: unknown) => never {
  return error => {
    throw error instanceof Error
      ? Object.assign(error, { message: `${label}: ${error.message}` })
      : error;
  };
}
