import * as fc from 'fast-check';
import { hasInexactNumber } from '../inexactNumbers';

describe('hasInexactNumber()', () => {
  it.each([
    '18446744073709551615',
    '-9007199254740993',
    '[0.1, 0.12345678901234567890]',
    '{"a": 1e400}',
    '{"\\"": "x", "b": [12345678901234567]}'
  ])('finds what would lose digits: %s', text => {
    expect(hasInexactNumber(text)).toBe(true);
  });

  it.each([
    '1.0',
    '-0.0',
    '9007199254740992',
    '{"a": 1e5, "b": 1E+2, "c": 0.1}',
    '"18446744073709551615"',
    '{"18446744073709551615": "\\"18446744073709551615", "\\\\": 1}',
    '"broken'
  ])('is content with %s', text => {
    expect(hasInexactNumber(text)).toBe(false);
  });

  it('is content with whatever JavaScript writes itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(hasInexactNumber(JSON.stringify(value))).toBe(false);
      })
    );
  });

  it('finds a big integer wherever it stands', () => {
    const marker = 'THE PLACE';
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify([value, { [marker]: [marker] }]);
        expect(
          hasInexactNumber(
            text.replace(`["${marker}"]`, '[9223372036854775807]')
          )
        ).toBe(true);
      })
    );
  });
});
