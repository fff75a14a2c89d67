import { citationText } from '../citation';
import { emptyCreator } from '../empty';
import type { IMetadata } from '../model';
import { form, jane } from './forms';

const cite = (change: Partial<IMetadata>) =>
  citationText({
    metadata: form({ title: 'Rose scent', ...change }),
    publisher: 'Zenodo',
    doiUrl: 'https://doi.org/10.5281/zenodo.1'
  });

const ana = { ...emptyCreator('2'), familyName: 'Silva', givenName: 'Ana M.' };
const team = { ...emptyCreator('3', 'organisation'), name: 'The Team' };

describe('citationText', () => {
  it.each<[string, Partial<IMetadata>]>([
    [
      'Doe, J. (2026). Rose scent. Zenodo. https://doi.org/10.5281/zenodo.1',
      {}
    ],
    [
      'Silva, A. M., Doe, J.-P., & The Team (2025). Rose scent (1.2.0). Zenodo. https://doi.org/10.5281/zenodo.1',
      {
        creators: [ana, { ...jane, givenName: 'jean-paul' }, team],
        version: '1.2.0',
        publicationDate: '2025-12/2026-01'
      }
    ],
    [
      'Doe (2026). Why? Zenodo. https://doi.org/10.5281/zenodo.1',
      { creators: [{ ...jane, givenName: '' }], title: 'Why?' }
    ]
  ])('%s', (text, change) => {
    expect(cite(change)).toBe(text);
  });

  it('shortens more than 20 names', () => {
    const creators = Array.from({ length: 25 }, (_, index) => ({
      ...emptyCreator(String(index)),
      familyName: `N${index}`
    }));
    expect(cite({ creators })).toContain('N18, … N24 (2026)');
    expect(cite({ creators: creators.slice(0, 20) })).toContain('N18, & N19 (');
  });
});
