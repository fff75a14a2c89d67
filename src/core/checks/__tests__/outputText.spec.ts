import * as fc from 'fast-check';

import { jsonSize, outputPieces, PIECE, textPieces } from '../outputText';
import { display, failure, stream } from './notebookFiles';

const texts = (output: object) =>
  [...outputPieces(output as Record<string, unknown>)].flatMap(piece =>
    piece ? [[piece.mime, piece.text]] : []
  );

/** Run a generator to its end. */
function sizeOf(value: unknown): { bytes: number; steps: number } {
  const walk = jsonSize(value);
  for (let steps = 0; ; steps++) {
    const next = walk.next();
    if (next.done) {
      return { bytes: next.value, steps };
    }
  }
}

describe('outputPieces', () => {
  it('gives the text of every kind of output', () => {
    expect(texts(stream(['a\n', 'b']))).toEqual([['text/plain', 'a\nb']]);
    expect(texts(failure('E', 'v', ['\u001b[31ma', 'b']))).toEqual([
      ['text/plain', 'v'],
      ['text/plain', 'a\nb\n']
    ]);
    const data = {
      'text/html': ['<p>', '</p>'],
      'image/png': 'QUJD',
      'image/svg+xml': '<svg/>',
      'application/pdf': 'QUJD',
      'application/json': { key: ['a', { b: 'c' }, 1, null] }
    };
    expect(texts(display(data))).toEqual([
      ['text/html', '<p></p>'],
      ['image/svg+xml', '<svg/>'],
      ['application/json', 'key\na\nb\nc\n']
    ]);
  });

  it.each([
    {},
    { output_type: 'stream' },
    { output_type: 'error' },
    { data: [1] },
    { data: { 'text/plain': 3 } }
  ])('has nothing to say of %j', output => {
    expect(texts(output).filter(([, text]) => text.trim())).toEqual([]);
  });

  it('comes to the bottom of deep data', () => {
    let deep: unknown = 'bottom';
    for (let i = 0; i < 100_000; i++) {
      deep = i % 2 ? [deep] : { a: deep };
    }
    const output = display({ 'application/json': deep });
    expect(texts(output).pop()?.[1]).toContain('bottom');
  });
});

describe('textPieces', () => {
  it('gives all text, in pieces of bounded size that overlap', () => {
    const lines = fc.array(fc.integer({ min: 0, max: 3 * PIECE }), { maxLength: 5 }); // prettier-ignore
    fc.assert(
      fc.property(lines, lengths => {
        let n = 0;
        const text = lengths.map(length =>
          Array.from({ length }, () =>
            String.fromCharCode(n++ % 701 ? 65 + (n % 47) : 32)
          ).join('')
        );
        const pieces = [...textPieces(text)].map(piece => piece ?? '');
        let whole = pieces[0] ?? '';
        for (const piece of pieces.slice(1)) {
          expect(whole.endsWith(piece.slice(0, 512))).toBe(true);
          whole += piece.slice(512);
        }
        expect(whole).toBe(text.join(''));
        expect([...textPieces(text.join(''))]).toEqual(pieces);
        pieces.forEach(piece =>
          expect(piece.length).toBeLessThanOrEqual(PIECE)
        );
      }),
      { numRuns: 25 }
    );
  });
});

describe('the border of a piece', () => {
  const last = ' /home/anna';

  it('falls between words, and nothing after it is lost', () => {
    const text = 'x'.repeat(PIECE - last.length) + last;
    const pieces = [...textPieces(text)];
    expect(pieces).toHaveLength(2);
    expect(pieces[0]).not.toContain('/home');
    expect(pieces[1]).toMatch(/x \/home\/anna$/);
  });

  it('is no border for colours', () => {
    const text = '\u001b[31mred\u001b[0m '.repeat(PIECE / 4);
    const pieces = [...textPieces(text)];
    expect(pieces.length).toBeGreaterThan(1);
    pieces.forEach(piece => expect(piece).toMatch(/^[red m\d[]*$/));
    expect(pieces[0]).toMatch(/^(?:red )+$/);
  });
});

describe('jsonSize', () => {
  it('is about the size in a file, found in steps', () => {
    const value = Array.from({ length: 50_000 }, (_, i) => ({
      name: `name ${i}`,
      value: i / 3
    }));
    const { bytes, steps } = sizeOf(value);
    const exact = JSON.stringify(value).length;
    expect(bytes / exact).toBeGreaterThan(0.7);
    expect(bytes / exact).toBeLessThan(1.5);
    expect(steps).toBeGreaterThan(20);
    expect(sizeOf('x'.repeat(1_000)).bytes).toBe(1_004);
  });
});
