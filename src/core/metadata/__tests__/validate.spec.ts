import { plainEnglish } from '../../text';
import { zenodo } from '../../zenodo/sites';
import { emptyCreator, emptyMetadata } from '../empty';
import type { IMetadata } from '../model';
import { validateMetadata } from '../validate';
import { form, jane } from './forms';

const check = (change: Partial<IMetadata>) =>
  validateMetadata(form(change), plainEnglish);

describe('validateMetadata', () => {
  it('is content with a complete form', () => {
    expect(
      check({
        creators: [
          { ...jane, orcid: 'https://orcid.org/0000-0002-1825-0097' },
          { ...emptyCreator('2', 'organisation'), name: 'CERN' }
        ],
        description: 'a',
        keywords: ['rose'],
        version: '1.0'
      })
    ).toEqual({});
  });

  it('asks a bare notebook for a title and a creator', () => {
    expect(validateMetadata(emptyMetadata('2026-11-21'), plainEnglish)).toEqual(
      {
        title: 'Enter a title of at least 3 characters.',
        creators: 'Add at least one creator.'
      }
    );
  });

  it.each(['', 'ab', ' ab ', '\u200bab\u0007', '🌹🌹'])(
    'finds the title %j too short',
    title => {
      expect(check({ title })).toHaveProperty('title');
    }
  );

  it('counts characters as the server does', () => {
    expect(check({ title: '🌹🌹🌹' })).toEqual({});
  });

  it.each([
    ['', 'Write it as 2026-11-21, 2026-11 or 2026.'],
    ['2026-02-30', 'There is no such day in the calendar.'],
    ['2026/2025', 'It ends before it begins.']
  ])('says about the date %j: %s', (publicationDate, message) => {
    expect(check({ publicationDate })).toEqual({ publicationDate: message });
  });

  it('names creators by their place', () => {
    expect(
      check({
        creators: [
          jane,
          { ...emptyCreator('2'), orcid: '0000-0002-1825-0098' },
          { ...emptyCreator('3', 'organisation'), orcid: 'not shown' }
        ]
      })
    ).toEqual({
      'creators.1.familyName': 'Enter a family name.',
      'creators.1.orcid':
        'There is a typing error in this ORCID: its last digit does not fit the others.',
      'creators.2.name': 'Enter the name of the organisation.'
    });
  });

  it('finds the same affiliation twice however it is spaced', () => {
    const affiliations = ['Univ  A', 'B', 'Univ A '].map(name => ({ name }));
    const creators = [{ ...jane, affiliations }];
    expect(check({ creators })).toEqual({
      'creators.0.affiliations': '“Univ A” is in the list twice.'
    });
  });

  it('wants no blank keyword and no endless version', () => {
    expect(check({ keywords: ['a', ' '], version: 'x'.repeat(192) })).toEqual({
      keywords: 'Remove the empty keyword.',
      version: 'Use at most 191 characters.'
    });
  });

  it('lets other sites than Zenodo restrict whole records', () => {
    const metadata = form({ access: 'restricted-record' });
    const check = (id: string) =>
      validateMetadata(metadata, plainEnglish, { site: { id } });
    expect(Object.keys(check(zenodo.id))).toEqual(['access']);
    expect(check('my-archive')).toEqual({});
  });

  it('lets an embargo end on a day that is still to come everywhere', () => {
    const check = (until: string) =>
      validateMetadata(
        form({
          access: 'restricted-files',
          embargo: { active: true, until, reason: '' }
        }),
        plainEnglish,
        { now: Date.parse('2026-11-21T12:00:00Z') }
      );
    expect(check('2026-11-22')).toEqual({});
    expect(check('2026-11-21')).toEqual({
      'embargo.until': 'Choose a day in the future.'
    });
  });

  it('says of which kind an identifier is that has a typing error', () => {
    const identifiers = [
      { key: '1', scheme: '', identifier: 'https://ror.org/01ggx4158' },
      { key: '2', scheme: 'gnd', identifier: '118540239' },
      { key: '3', scheme: '', identifier: 'me' }
    ];
    expect(check({ creators: [{ ...jane, identifiers }] })).toEqual({
      'creators.0.identifiers.0':
        'There is a typing error in this ROR id: its digits do not fit together.',
      'creators.0.identifiers.1':
        'There is a typing error in this GND id: its digits do not fit together.',
      'creators.0.identifiers.2': 'This is no ORCID, ISNI, GND or ROR id.'
    });
  });

  it('leaves it to Zenodo to judge identifiers that only Zenodo knows', () => {
    const identifiers = [{ key: '1', scheme: 'edmo', identifier: '1234' }];
    expect(check({ creators: [{ ...jane, identifiers }] })).toEqual({});
  });
});
