import * as fc from 'fast-check';
import { compareNotebooks } from '../compareNotebooks';
import { compareText } from '../compareText';
import { notebookOf, pairs, printed, showed } from './pairs';

const context = { ran: Date.UTC(2026, 10, 22, 9), readsClock: false };

/** Signs that rules look for, in any order. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...['{', '}', '<', '>', ' at 0x7fabcd', '/home/a/b.csv', '/tmp/x', '\r'],
    ...['\n', '\u001b[31m', '\b', '2026-11-22 09:00:00', '12:34:56', ' took '],
    ...['1.5 s', 'Wall time: ', '{1, 2}', '<script>', '<!--', '&#0;', '±'],
    ...['CPU times: ', '70455f8b-e484-4958-b5bd-12e54b148ce2', ' id="a1b2"']
  ),
  fc.string(),
  fc.double().map(String),
  fc.integer().map(String)
);
const text = fc.array(scrap, { maxLength: 12 }).map(parts => parts.join(''));

const output = fc.oneof(
  text.map(one => printed(one)),
  text.map(one => printed(one, 'stderr')),
  text.map(one => showed({ 'text/plain': one })),
  text.map(one => showed({ 'text/html': one, 'text/plain': 'x' })),
  text.map(one => showed({ 'image/svg+xml': one })),
  text.map(one => showed({ 'image/png': btoa(encodeURIComponent(one)) })),
  fc.json().map(one => showed({ 'application/json': JSON.parse(one) })),
  text.map(one => ({ output_type: 'error', ename: 'E', evalue: one })),
  fc
    .constantFrom(...pairs.flatMap(([, { stored, rerun }]) => [stored, rerun]))
    .filter(outputs => outputs.length > 0)
    .map(outputs => outputs[0])
);
const outputs = fc.array(output, { maxLength: 4 });

describe('any outputs', () => {
  it('are the same as themselves', async () => {
    await fc.assert(
      fc.asyncProperty(outputs, async some => {
        const notebook = notebookOf({ outputs: some });
        const { verdict } = await compareNotebooks(notebook, notebook);
        expect(verdict).toBe('same');
      })
    );
  });

  it('compare alike from both sides', async () => {
    await fc.assert(
      fc.asyncProperty(outputs, outputs, async (some, others) => {
        const [a, b] = [some, others].map(one => notebookOf({ outputs: one }));
        const there = await compareNotebooks(a, b, context);
        const back = await compareNotebooks(b, a, context);
        expect(back.verdict).toBe(there.verdict);
      }),
      { numRuns: 300 }
    );
  });

  it('compare alike from both sides where little differs', async () => {
    await fc.assert(
      fc.asyncProperty(text, scrap, scrap, text, async (a, x, y, b) => {
        const there = compareText(a + x + b, a + y + b, context);
        const back = compareText(a + y + b, a + x + b, context);
        expect(back.verdict).toBe(there.verdict);
      }),
      { numRuns: 500 }
    );
  });
});

describe('a changed digit', () => {
  const lines = fc.constantFrom(
    ...['mean %', 'n = %', '%', 'a % b', 'array([1, %, 3])', 'p < %, t(12)'],
    ...["{'r2': %}", '| x | % |', 'temperature: % K', '%%', 'x=% y=2\nz']
  );
  const places = fc.tuple(
    fc.integer({ min: 0, max: 99_999 }),
    fc.option(fc.integer({ min: 0, max: 999 }))
  );

  it('of a number with up to eight digits is a difference, in text and in HTML', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        places,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        async (line, [whole, part], turn, step) => {
          const number = part === null ? `${whole}` : `${whole}.${part}`;
          const digits = [...number];
          const at = turn % digits.length;
          fc.pre(digits[at] !== '.');
          digits[at] = `${(Number(digits[at]) + step) % 10}`;
          const [a, b] = [number, digits.join('')].map(one =>
            line.replace('%', one)
          );
          for (const output of [
            (one: string) => printed(one),
            (one: string) => showed({ 'text/html': `<td>${one}</td>` })
          ]) {
            const { verdict } = await compareNotebooks(
              notebookOf({ outputs: [output(a)] }),
              notebookOf({ outputs: [output(b)] }),
              context
            );
            expect([a, b, verdict]).toEqual([a, b, 'different']);
          }
        }
      ),
      { numRuns: 500 }
    );
  });
});
