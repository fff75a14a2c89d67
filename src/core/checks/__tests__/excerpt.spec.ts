import * as fc from 'fast-check';

import { excerptAround, excerptOf, withoutColours } from '../excerpt';

describe('excerptOf', () => {
  it('is one short line for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const excerpt = excerptOf(text);
        expect(excerpt.length).toBeLessThanOrEqual(80);
        expect(excerpt).not.toMatch(
          /[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e]/
        );
      })
    );
  });

  it('shortens what may be a key, and nothing else', () => {
    const key = ['ghp', 'A1b2'.repeat(9)].join('_');
    expect(excerptOf(`token ${key}!`)).toBe('token ghp_…1b2!');
    const words = 'internationalization of 12345678901234567890123';
    expect(excerptOf(words)).toBe(words);
  });

  it('does not cut a character in two', () => {
    const excerpt = excerptOf('a😀'.repeat(60));
    expect(excerpt).toBe(`${'a😀'.repeat(26)}a…`);
  });
});

describe('excerptAround', () => {
  it('shows the place in its line', () => {
    const text = `before\n${'x'.repeat(19)} ${'y'.repeat(10)} here it is\nafter`;
    expect(excerptAround(text, text.indexOf('here'))).toBe(
      `…${'x'.repeat(8)} ${'y'.repeat(10)} here it is`
    );
    expect(excerptAround('here\nafter', 0)).toBe('here');
    expect(excerptAround('before\nhere', 7)).toBe('here');
  });
});

describe('withoutColours', () => {
  it('takes out the codes of terminals only', () => {
    expect(withoutColours('\u001b[0;31m/home/\u001b[1manna\u001b[0m[3m')).toBe('/home/anna[3m'); // prettier-ignore
  });
});
