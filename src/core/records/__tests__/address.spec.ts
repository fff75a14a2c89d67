import { failure } from '../../zenodo/__tests__/common';
import { plainEnglish as trans } from '../../text';
import { ISite, zenodo, zenodoSandbox } from '../../zenodo/sites';
import { recordPlaces } from '../address';
import { RecordAddressError } from '../errors';

const institute: ISite = {
  ...zenodoSandbox,
  id: 'institute',
  name: 'Institute',
  url: 'https://data.institute.org:8443'
};
const sites = [zenodo, zenodoSandbox, institute];

function places(text: string, preferred = 'zenodo'): string[] {
  return recordPlaces(text, sites, preferred, trans).map(
    ({ site, id }) => `${site.id} ${id}`
  );
}

describe('The address of a record', () => {
  it.each([
    '10.5281/zenodo.1234567',
    '  10.5281/zenodo.1234567.  ',
    'doi:10.5281/zenodo.1234567',
    'DOI: 10.5281/zenodo.1234567',
    'https://doi.org/10.5281/zenodo.1234567',
    'http://dx.doi.org/10.5281/zenodo.1234567',
    'doi.org/10.5281/zenodo.1234567',
    'https://doi.org/10.5281%2Fzenodo.1234567',
    '<https://doi.org/10.5281/zenodo.1234567>',
    'https://zenodo.org/records/1234567',
    'https://zenodo.org/record/1234567#.YZ',
    'zenodo.org/records/1234567',
    'https://www.zenodo.org/records/1234567/files/a%20b.zip?download=1',
    'https://zenodo.org/records/1234567?preview=1&token=abc',
    'https://zenodo.org/api/records/1234567/files/x.zip/content',
    'https://zenodo.org/doi/10.5281/zenodo.1234567',
    'https://zenodo.org/badge/DOI/10.5281/zenodo.1234567.svg',
    'https://mybinder.org/v2/zenodo/10.5281/zenodo.1234567/?urlpath=lab/tree/a.ipynb'
  ])('is read from “%s”', text => {
    expect(places(text)).toEqual(['zenodo 1234567']);
  });

  it('is of several sites where they share a prefix, the preferred first', () => {
    expect(places('10.5072/zenodo.12')).toEqual([
      'zenodo-sandbox 12',
      'institute 12'
    ]);
    expect(places('10.5072/abcde-12345', 'institute')).toEqual([
      'institute abcde-12345',
      'zenodo-sandbox abcde-12345'
    ]);
    expect(
      places('https://data.institute.org:8443/records/abcde-12345')
    ).toEqual(['institute abcde-12345']);
  });

  it.each<[RecordAddressError.Reason, string, RegExp]>([
    ['empty', '   ', /Paste the DOI/],
    ['no-address', 'soil moisture', /neither a DOI nor/],
    ['no-address', 'javascript:alert(1)', /neither a DOI nor/],
    ['no-address', 'ftp://zenodo.org/records/1', /neither a DOI nor/],
    ['unknown-doi', '10.1234/zenodo.1', /10\.1234\/zenodo\.1.*Zenodo, Zenodo/],
    ['unknown-doi', 'https://doi.org/10.17632/abc.1', /not of a site/],
    ['unknown-doi', '10.5281/zenodo.../etc', /not of a site/],
    ['unknown-host', 'https://figshare.com/articles/1', /^figshare\.com is/],
    ['unknown-host', 'https://zenodo.org@evil.example/records/1', /^evil/],
    ['unknown-host', 'https://zenodo.org.evil.example/records/1', /^zenodo\.o/],
    ['unknown-host', 'https://zenodo.org:444/records/1', /^zenodo\.org:444/],
    ['unknown-host', 'https://data.institute.org/records/1', /^data\.inst/],
    ['no-record', 'https://zenodo.org/communities/x', /not that of a record/],
    ['no-record', 'https://zenodo.org/records/..%2f1', /not that of a record/],
    ['draft', 'https://zenodo.org/uploads/17', /address of a draft/],
    ['draft', 'https://zenodo.org/deposit/17', /address of a draft/]
  ])('is refused as %s: “%s”', async (reason, text, words) => {
    const error = await failure(
      (async () => recordPlaces(text, sites, 'zenodo', trans))()
    );
    expect(error).toBeInstanceOf(RecordAddressError);
    expect((error as RecordAddressError).reason).toBe(reason);
    expect((error as RecordAddressError).message).toMatch(words);
  });
});
