import { plainEnglish } from '../../text';
import { buildArchive } from '../archive';
import { PackedSize } from '../packedSize';
import { bytesStream } from '../stability';

function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0, seed = 1; i < length; i++) {
    seed = (seed * 48271) % 2147483647;
    bytes[i] = seed >> 8;
  }
  return bytes;
}

const text = (length: number) =>
  new TextEncoder().encode(
    Array.from({ length }, (_, i) => `${i},${i % 7},measured\n`).join('')
  );

describe('PackedSize', () => {
  it('comes near to the archive', async () => {
    const files = new Map([
      ['a.csv', text(20_000)],
      ['b.bin', noise(200_000)],
      ['sub/c.txt', text(300)],
      ['empty.txt', new Uint8Array()]
    ]);
    const size = new PackedSize();
    for (const [path, bytes] of files) {
      await size.learn(path, 'one', bytes);
    }
    const archive = await buildArchive({
      trans: plainEnglish,
      entries: [...files].map(([path, bytes]) => ({
        path,
        size: bytes.length,
        lastModified: '',
        open: async () => bytesStream(bytes)
      }))
    });
    const estimate = size.estimate(
      [...files].map(([path, bytes]) => ({ path, size: bytes.length }))
    );
    expect(Math.abs((estimate ?? 0) / archive.size - 1)).toBeLessThan(0.1);
  });

  it('knows what is packed already by its name', () => {
    const files = [{ path: 'a.zip', size: 1_000_000 }];
    expect(new PackedSize().estimate(files)).toBeGreaterThan(999_999);
  });

  it('does not guess', async () => {
    const size = new PackedSize();
    await size.learn('a.csv', 'one', text(1000));
    const small = { path: 'a.csv', size: 20_000 };
    expect(size.estimate([small])).not.toBeNull();
    expect(
      size.estimate([small, { path: 'b.csv', size: 1000 }])
    ).not.toBeNull();
    expect(size.estimate([small, { path: 'b.csv', size: 9000 }])).toBeNull();
    expect(size.estimate([])).toBeNull();
  });

  it('learns anew from a file that changed, and only then', async () => {
    const size = new PackedSize();
    const files = [{ path: 'a', size: 100_000 }];
    await size.learn('a', 'one', noise(100_000));
    const before = size.estimate(files) ?? 0;
    await size.learn('a', 'one', new Uint8Array(100_000));
    expect(size.estimate(files)).toBe(before);
    await size.learn('a', 'two', new Uint8Array(100_000));
    expect(size.estimate(files)).toBeLessThan(before / 10);
  });
});
