import fc from 'fast-check';
import { withoutPrivate } from '../reportText';

const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const digits = [...'0123456789'];
const from = (units: readonly string[], minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...units), minLength, maxLength });

/** Such that it is in no other part of the text by chance. */
const user = from(letters, 8, 16);
const token = fc
  .tuple(from([...letters, ...digits], 40, 60), from(digits, 1, 1))
  .map(([text, digit]) => text + digit);
const around = fc.constantFrom(
  ...['', ' ', '"', '\n', '(', 'Permission denied: ', 'error: ', ' at ', '=']
);
const name = from(letters, 1, 10);

/** The private part, and a text that holds it. */
const holders: Record<string, fc.Arbitrary<readonly [string, string]>> = {
  'a token': token.map(one => [one, one] as const),
  'a token in a header': fc
    .tuple(user, fc.constantFrom('Bearer ', 'bearer ', 'token ', 'Basic '))
    .map(([one, word]) => [one, `Authorization: ${word}${one}`] as const),
  'a token in an address': fc
    .tuple(user, name)
    .map(([one, key]) => [one, `https://h.org/a?x=1&${key}=${one}`] as const),
  'a password in an address': user.map(
    one => [one, `https://me:${one}@h.org/a`] as const
  ),
  'an e-mail address': fc
    .tuple(user, name)
    .map(([one, host]) => [one, `${one}@${host}.org`] as const),
  'an encoded e-mail address': user.map(
    one => [one, `${one}%40example.org`] as const
  ),
  'a home folder': fc
    .tuple(
      user,
      fc.constantFrom(
        ...['/home/', '/Users/', 'C:\\Users\\', 'c:\\users\\', 'C:/Users/'],
        ...['C:\\\\Users\\\\', '%2Fhome%2F', 'file:///home/']
      ),
      fc.constantFrom('', '/a.ipynb', '\\a.ipynb', '%2Fa.ipynb')
    )
    .map(([one, folder, rest]) => [one, `${folder}${one}${rest}`] as const),
  'a home folder with a space': user.map(
    one => [one, `C:\\Users\\Ana ${one}\\work\\a.ipynb`] as const
  )
};

it.each(Object.entries(holders))(
  'leaves out %s, wherever it stands',
  (_, holder) => {
    fc.assert(
      fc.property(
        holder,
        around,
        around,
        fc.string(),
        ([secret, text], before, after, more) => {
          const plain = withoutPrivate(`${more}${before}${text}${after}`);
          expect(plain).not.toContain(secret);
        }
      ),
      { numRuns: 300, seed: 20261121 }
    );
  }
);

it('leaves out a secret that is known, of whatever kind', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), (secret, more) => {
      const plain = withoutPrivate(`${more} ${secret} ${secret}`, [
        null,
        secret
      ]);
      expect(plain.includes(secret) && !'…~'.includes(secret)).toBe(false);
    }),
    { numRuns: 300, seed: 20261121 }
  );
});

it.each([
  'SiteTroubleError: Zenodo reported a problem of its own (500).',
  '  PUT https://zenodo.org/api/records/1234567/draft/files/soil-moisture-alentejo-2015-2025.zip/content 500 The server …',
  'RefusedRequestError: Zenodo refused this. It says: Bucket quota exceeded.',
  'error id 0b7c0f0e-3a3c-4a54-9d0e-3b8f4a6c2d11',
  'FileAccessError: rivers/homework/01-clean.ipynb could not be read.'
])('leaves what helps: %s', text => {
  expect(withoutPrivate(text)).toBe(text);
});
