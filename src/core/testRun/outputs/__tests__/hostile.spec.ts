import { deflateSync } from 'zlib';
import { processorTime } from '../../../__tests__/processorTime';
import { compareNotebooks } from '../compareNotebooks';
import { notebookOf, printed, showed } from './pairs';

/** Characters of an output: what takes time by their square takes minutes. */
const SIZE = 200_000;

/** Milliseconds, on a machine that does other things, too. */
const LIMIT = 3_000;

const filled = (part: string) =>
  part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);

/* What patterns that are not careful take for ever with. */
const parts = [
  ['1', '1.', '/home', '{', '{a,', '[1:00, ', '<', '<a ', '<script>'],
  ['<!--', ' id="', '&#1', '\r', '\ra', 'a\b', '\u001b[', 'took ', '1 s '],
  ['Nov 22 ', ' at 0x', 'a', ' ', '\n', 'a\n', 'a b ', '{"id": {', '1 ms ± ']
].flat();

/** A PNG that says how large it is, with little in it. */
function png(width: number, height: number): string {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0))
  ]).toString('base64');
}

async function milliseconds(a: object, b: object): Promise<number> {
  const [stored, rerun] = [a, b].map(output =>
    notebookOf({ outputs: [output], source: 'time.time()' })
  );
  const begun = processorTime();
  const { verdict } = await compareNotebooks(stored, rerun);
  expect(verdict).not.toBe('same');
  return processorTime() - begun;
}

describe('a long output', () => {
  it('is compared in seconds, whatever is repeated in it', async () => {
    const slow: [string, number][] = [];
    for (const part of parts) {
      const text = filled(part);
      const other = `${text.slice(0, SIZE / 2)}7${text.slice(SIZE / 2)}8`;
      for (const output of [
        (one: string) => printed(one),
        (one: string) => showed({ 'text/html': one }),
        (one: string) => showed({ 'image/svg+xml': one })
      ]) {
        const time = await milliseconds(output(text), output(other));
        if (time > LIMIT) {
          slow.push([part, time]);
        }
      }
    }
    expect(slow).toEqual([]);
  }, 100_000);

  it('of lines that all differ is compared in seconds', async () => {
    const lines = (seed: number) =>
      Array.from({ length: 60_000 }, (_, at) => `at ${at * seed} took 1 s`);
    const [a, b] = [lines(3), lines(7)].map(all => printed(all.join('\n')));
    expect(await milliseconds(a, b)).toBeLessThan(LIMIT);
  });

  it('that is deeply nested, or broad, is compared in seconds', async () => {
    const deep = (end: string) =>
      JSON.parse(`${'['.repeat(4_000)}${end}${']'.repeat(4_000)}`) as unknown;
    const broad = (end: number) => [...Array(1_000_000).keys(), end];
    for (const make of [deep, broad] as ((end: never) => unknown)[]) {
      const [a, b] = ['1', '2'].map(end =>
        showed({ 'application/json': make(end as never) })
      );
      expect(await milliseconds(a, b)).toBeLessThan(LIMIT);
    }
  });
});

describe('a picture', () => {
  it.each([
    ['that says it is endless', png(2 ** 31 - 1, 2 ** 31 - 1)],
    ['that is larger than any', png(60_000, 60_000)],
    ['that ends too early', png(100, 100)],
    ['that is none', 'AAAA']
  ])('%s is not looked into', async (_, picture) => {
    const begun = processorTime();
    const { cells } = await compareNotebooks(
      notebookOf({ outputs: [showed({ 'image/png': png(1, 1) })] }),
      notebookOf({ outputs: [showed({ 'image/png': picture })] })
    );
    expect(cells[0].reasons).toEqual(['uncompared']);
    expect(processorTime() - begun).toBeLessThan(LIMIT);
  });
});
