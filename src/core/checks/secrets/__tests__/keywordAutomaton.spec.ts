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
});
