import type { ITranslator } from '../../core/text';
import { plainEnglish } from '../../core/text';

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', one => {
    const accented = `${one}\u0301`.normalize('NFC');
    return [
      one,
      // Letters that have no accented form become Cyrillic or Greek ones.
      accented.length === 1
        ? accented
        : ({
            ...{ b: 'ƀ', d: 'đ', f: 'ƒ', h: 'ħ', j: 'ĵ', q: 'ʠ', t: 'ţ' },
            ...{ v: 'ѵ', x: 'ж', B: 'Ɓ', D: 'Đ', F: 'Ƒ', H: 'Ħ', J: 'Ĵ' },
            ...{ Q: 'Ҩ', T: 'Ţ', V: 'Ѵ', X: 'Ж' }
          }[one] ?? 'ø')
    ];
  })
);

/** A message as no language has it: accented, longer by a half, in brackets. */
export function pseudo(message: string): string {
  const accented = message.replace(/[a-zA-Z]/g, letter => ACCENTED[letter]);
  // In words, as languages have them.
  const more = 'ÿ'.repeat(Math.ceil(message.length / 2)).match(/.{1,9}/g) ?? [];
  return `⟦${[accented, ...more].join(' ')}⟧`;
}

/**
 * Translates into a language that does not exist: what is left of the Latin
 * alphabet did not go through the translator. Values stay as they are.
 */
export const pseudoLocale: ITranslator = {
  __: (message, ...values) => plainEnglish.__(pseudo(message), ...values),
  _n: (singular, plural, count, ...values) =>
    plainEnglish._n(pseudo(singular), pseudo(plural), count, ...values)
};
