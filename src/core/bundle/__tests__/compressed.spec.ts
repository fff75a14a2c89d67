import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { SAMPLE_BYTES, isCompressed, isDense } from '../compressed';

/** Bytes as even as chance makes them, the same every time. */
function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const text = (length: number) =>
  new TextEncoder().encode('0.5,1.25,2.125\n'.repeat(length / 15 + 1));

describe('isCompressed', () => {
  it.each([
    ['a.png', true],
    ['deep/er.d/b.TAR.GZ', true],
    ['png', false],
    ['a.png/b', false],
    ['data.h5', false]
  ])('%s: %s', (path, expected) => {
    expect(isCompressed(path)).toBe(expected);
  });
});

describe('isDense', () => {
  it.each<[string, Uint8Array[], boolean]>([
    ['noise', [noise(100_000)], true],
    ['noise in small chunks', Array.from({ length: 99 }, (_, i) => noise(999, i)), true], // prettier-ignore
    ['what zlib made', [deflateRawSync(noise(200_000).map(b => b & 31))], true],
    ['text', [text(100_000)], false],
    ['half text, half noise', [text(32_000), noise(40_000)], false],
    ['noise that repeats', Array.from({ length: 60 }, () => noise(2_000)), false], // prettier-ignore
    ['base64', [new TextEncoder().encode(Buffer.from(noise(70_000)).toString('base64'))], false], // prettier-ignore
    ['nothing', [], false],
    ['too little to learn from', [noise(500)], false]
  ])('%s: %s', async (_, chunks, expected) => {
    expect(await isDense(chunks)).toBe(expected);
  });

  it('looks at no more than the sample', async () => {
    const begun = [noise(SAMPLE_BYTES), text(1_000_000)];
    expect(await isDense(begun)).toBe(true);
    expect(await isDense([text(SAMPLE_BYTES), noise(1_000_000)])).toBe(false);
  });

  it('never says so of what deflate makes much smaller', async () => {
    const bytes = fc
      .tuple(fc.integer({ min: 1, max: 256 }), fc.integer({ min: 1, max: 99 }))
      .map(([values, seed]) => noise(20_000, seed).map(b => b % values));
    await fc.assert(
      fc.asyncProperty(bytes, async sample => {
        const left = deflateRawSync(sample).length / sample.length;
        // Two engines, so not to the last byte.
        if (left < 0.94 || left > 0.96) {
          expect(await isDense([sample])).toBe(left > 0.95);
        }
      })
    );
  });
});
