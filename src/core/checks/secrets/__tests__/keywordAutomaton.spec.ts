import * as fc from 'fast-check';

import { KeywordAutomaton } from '../keywordAutomaton';

const word = fc.string({
  unit: fc.constantFrom('a', 'b', '_', '-'),
  minLength: 1,
  maxLength: 5
});
const letter = fc.constantFrom('a', 'A', 'b', 'B', '_', '-', 'ä', '😀', '\0');

function naive(words: string[][], text: string): string[] {
  const found: string[] = [];
  const lower = text.replace(/[A-Z]/g, c => c.toLowerCase());
  words.forEach((list, owner) =>
    new Set(list).forEach(w => {
      for (
        let at = lower.indexOf(w);
        at !== -1;
        at = lower.indexOf(w, at + 1)
      ) {
        found.push(`${owner} ${at} ${w.length}`);
      }
    })
  );
  return found.sort();
}

describe('The search for keywords', () => {
  it('finds what a search for each would find, however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(word, { maxLength: 4 }), { maxLength: 4 }),
        fc.string({ unit: letter, maxLength: 60 }),
        fc.nat(60),
        (words, text, cut) => {
          const found: string[] = [];
          const automaton = new KeywordAutomaton(words);
          const note = (...hit: number[]) => found.push(hit.join(' '));
          const middle = Math.min(cut, text.length);
          automaton.run(text, 0, middle, note);
          automaton.run(text, middle, text.length, note);
          expect(found.sort()).toEqual(naive(words, text));
        }
      )
    );
  });

  it.each([
    ['ASCII', ' . '],
    ['other letters', ' äö '],
    ['pairs of units', '.😀.']
  ])('finds each once in a long text: %s', (_, between) => {
    const words = [['token', 'tok'], ['ken_id']];
    const text = Array.from(
      { length: 20_000 },
      (_, i) => between.repeat(i % 5) + ['token', 'TOKEN_ID', 'to'][i % 3]
    ).join('');
    const found: string[] = [];
    const automaton = new KeywordAutomaton(words);
    const note = (...hit: number[]) => found.push(hit.join(' '));
    automaton.run(text, 0, 100_000, note);
    automaton.run(text, 100_000, text.length, note);
    expect(text.length).toBeGreaterThan(200_000);
    const expected = naive(words, text);
    expect(found).toHaveLength(expected.length);
    expect(found.sort()).toEqual(expected);
  });
});
