import { processorTime } from '../../../__tests__/processorTime';
import { scanBytes, scanStream } from '../scanner';
import { Random } from './labelled/random';
import { pem, tokens } from './labelled/tokens';
import { quickKeys } from './quickKeys';
import { hitsIn, OPTIONS, utf8 } from './scanText';

const r = new Random('large files');
const token = tokens.github[0](r);
const run = { keys: quickKeys };

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    }
  });
}

describe('Large files', () => {
  const line = 'x,'.repeat(60) + '\n';
  const filler = (n: number) => line.repeat(Math.ceil(n / line.length));

  it('are looked through in windows, with the right lines', async () => {
    const key = pem(r, ['RSA', 'PRIVATE', 'KEY'].join(' '), '\n');
    const before = filler((1 << 20) - 300);
    const text = `${before}${key}\n${filler(5e6)}${token}\n`;
    const lineOf = (part: string) =>
      text.slice(0, text.indexOf(part)).split('\n').length;
    const expected = [
      { rule: 'private-key', line: lineOf(key), count: 1 },
      { rule: 'github', line: lineOf(token), count: 1 }
    ];
    const bytes = utf8(text);
    const [whole, streamed] = [
      await scanBytes('a.csv', bytes, OPTIONS, run),
      await scanStream('a.csv', streamOf(bytes, 65_537), OPTIONS, run)
    ];
    expect(whole).toMatchObject(expected);
    expect(streamed).toMatchObject(expected);
    expect(streamed.map(hit => hit.key)).toEqual(whole.map(hit => hit.key));
  });

  it('lose nothing where windows meet', async () => {
    for (const around of [-40, -20, -1, 0]) {
      const at = (1 << 20) + around;
      const text = `${'\n'.repeat(at)}${token}${'\n'.repeat(5.1e6)}`;
      const hits = await hitsIn(text, 'a.txt');
      expect(hits).toMatchObject([{ line: at + 1, count: 1 }]);
    }
  });

  it('do not stay in memory, nor is a binary one read', async () => {
    let given = 0;
    const endless = (chunk: Uint8Array, chunks: number) =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (given++ >= chunks) {
            controller.close();
          } else {
            controller.enqueue(chunk);
          }
        }
      });
    const zeros = endless(new Uint8Array(1 << 20), 1000);
    expect(await scanStream('a.bin', zeros, OPTIONS, run)).toEqual([]);
    expect(given).toBeLessThan(5);
    given = 0;
    const before = process.memoryUsage().arrayBuffers;
    const csv = endless(utf8(filler(1 << 20)), 40);
    expect(await scanStream('a.csv', csv, OPTIONS, run)).toEqual([]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2.5e7);
  });

  it('say why they could not be read', async () => {
    const reason = new Error('403');
    const stream = new ReadableStream<Uint8Array>({
      pull: controller => controller.error(reason)
    });
    await expect(scanStream('a.csv', stream, OPTIONS, run)).rejects.toBe(
      reason
    );
  });

  it('take no time that grows with what is hostile in them', async () => {
    const n = 400_000;
    const hostile = [
      'eyJ',
      '://a:',
      'zenodo',
      'PATH=',
      "'PATH': '",
      'AWS_SECRET=',
      '-----BEGIN RSA PRIVATE KEY-----',
      'password=',
      'authorization:',
      '?key=',
      '\\',
      '"key":"',
      'http://',
      'eyJaaaaaaaaaaa.',
      'export A_PASSWORD',
      'sk-proj-'
    ];
    for (const word of hostile) {
      const text = word.repeat(Math.ceil(n / word.length));
      const begin = processorTime();
      await hitsIn(text, 'a.json');
      expect([word, processorTime() - begin < 4000]).toEqual([word, true]);
    }
  }, 60_000);
});
