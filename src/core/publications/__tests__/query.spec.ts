import * as fc from 'fast-check';
import { joinPublications } from '../join';
import { zenodo } from '../../zenodo/sites';
import { doiIn, fits, ownQuery } from '../query';
import { record } from './sample';

const doi = '10.5281/zenodo.101';

function item(title: string) {
  const [found] = joinPublications({
    entries: [],
    listings: [{ site: zenodo, deposits: [record('101', { title })] }],
    isGoingOn: () => false,
    now: 0
  });
  return found;
}

describe('a search', () => {
  it.each([
    doi,
    ` ${doi} `,
    `doi:${doi}`,
    `https://doi.org/${doi}`,
    `http://localhost:5055/doi/${doi}`
  ])('finds the DOI in %s', text => {
    expect(doiIn(text)).toBe(doi);
    expect(ownQuery(text)).toBe(
      `pids.doi.identifier:"${doi}" OR parent.pids.doi.identifier:"${doi}"`
    );
    expect(fits(item('x'), text)).toBe(true);
  });

  it('finds the DOI of all versions', () => {
    expect(fits(item('x'), '10.5281/zenodo.100')).toBe(true);
    expect(fits(item('x'), '10.5281/zenodo.10')).toBe(false);
  });

  it.each([
    ['soil', true],
    ['SOI moist', true],
    ['moisture alentejo', true],
    ['Évora', true],
    ['oil', false],
    ['soil water', false],
    ['101', true],
    ['', true]
  ])('for %s: %s', (text, found) => {
    expect(fits(item('Soil moisture, Alentejo (évora)'), text)).toBe(found);
  });

  it('says nothing in the language of queries', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const query = ownQuery(text);
        const words = query === '' ? [] : query.split(' AND ');
        expect(
          words.every(word =>
            /^metadata\.title:[\p{L}\p{N}]+\*$/u.test(word)
          ) || doiIn(text) !== null
        ).toBe(true);
        expect(words.length).toBeLessThanOrEqual(10);
      })
    );
  });
});
