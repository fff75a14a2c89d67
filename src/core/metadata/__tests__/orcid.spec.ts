import * as fc from 'fast-check';
import { normalizeOrcid, orcidCheckDigit, orcidTrouble } from '../orcid';

const valid = fc
  .oneof(
    fc.integer({ min: 15_000_000, max: 35_000_000 }),
    fc.integer({ min: 900_000_000_000, max: 900_100_000_000 })
  )
  .map(number => {
    const digits = String(number).padStart(15, '0');
    return digits + orcidCheckDigit(digits);
  });

const hyphened = (bare: string) => bare.replace(/(.{4})(?=.)/g, '$1-');

describe('normalizeOrcid', () => {
  it.each([
    '0000-0002-1694-233X',
    '0000-0002-1694-233x',
    '000000021694233x',
    ' 0000 0002 1694 233X ',
    'https://orcid.org/0000-0002-1694-233X',
    'http://www.orcid.org/0000-0002-1694-233X/',
    'https://sandbox.orcid.org/0000-0002-1694-233X?lang=en',
    'orcid.org/0000-0002-1694-233X',
    'orcid:0000-0002-1694-233X',
    '0000\u20130002\u20131694\u2013233X'
  ])('reads %s', typed => {
    expect(normalizeOrcid(typed)).toBe('0000-0002-1694-233X');
    expect(orcidTrouble(typed)).toBeNull();
  });

  it('leaves what is none as it is', () => {
    expect(normalizeOrcid(' 1234 ')).toBe('1234');
    expect(normalizeOrcid('')).toBe('');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        const once = normalizeOrcid(typed);
        expect(normalizeOrcid(once)).toBe(once);
      })
    );
  });
});

describe('orcidTrouble', () => {
  it.each([
    ['0000-0002-1825-0097', null],
    ['0000-0002-1825-0098', 'check-digit'],
    ['0009-0001-2345-6789', 'check-digit'],
    ['0000-0001-5000-0007', null],
    ['0000-0001-2103-2683', 'range'],
    ['0000-0000-0000-0001', 'range'],
    ['0000-0002-1825-009', 'form'],
    ['Jane Doe', 'form'],
    ['https://example.org/0000-0002-1825-0097', 'form']
  ])('of %s is %s', (orcid, trouble) => {
    expect(orcidTrouble(orcid)).toBe(trouble);
  });

  it('accepts every number that ORCID gives out', () => {
    fc.assert(
      fc.property(valid, bare => {
        expect(orcidTrouble(hyphened(bare))).toBeNull();
      })
    );
  });

  it('sees every single wrong digit', () => {
    fc.assert(
      fc.property(
        valid,
        fc.nat({ max: 14 }),
        fc.integer({ min: 1, max: 9 }),
        (bare, at, by) => {
          const digit = String((Number(bare[at]) + by) % 10);
          const wrong = bare.slice(0, at) + digit + bare.slice(at + 1);
          expect(orcidTrouble(wrong)).toBe('check-digit');
        }
      )
    );
  });

  it('sees two neighbours that were exchanged', () => {
    fc.assert(
      fc.property(valid, fc.nat({ max: 13 }), (bare, at) => {
        fc.pre(bare[at] !== bare[at + 1]);
        const wrong =
          bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2);
        expect(orcidTrouble(wrong)).toBe('check-digit');
      })
    );
  });
});
