import { processorTime } from '../../__tests__/processorTime';
import { type IWorkText, workKey, worksInText } from '../worksInText';

const code = (text: string): IWorkText => ({
  text,
  place: { path: 'a.ipynb', cell: 0 },
  isCode: true
});

const words = (text: string): IWorkText => ({
  text,
  place: { path: 'README.md' },
  isCode: false
});

const found = (...texts: IWorkText[]) =>
  worksInText(texts).map(
    ({ link: { identifier, scheme, relation, resourceType } }) =>
      [identifier, scheme, relation, resourceType].join(' ').trim()
  );

describe('works that texts name', () => {
  it.each([
    ['pd.read_csv("https://doi.org/10.5281/zenodo.1234/a.csv")', '10.5281/zenodo.1234'], // prettier-ignore
    ["url = 'https://zenodo.org/records/1234/files/a.csv?download=1'", '10.5281/zenodo.1234'], // prettier-ignore
    ['u="https://zenodo.org/record/77/files/x.nc"', '10.5281/zenodo.77'],
    ['u="https://zenodo.org/api/records/77"', '10.5281/zenodo.77'],
    ['pooch.create(base_url="doi:10.6084/m9.figshare.14763051.v1/")', '10.6084/m9.figshare.14763051.v1'], // prettier-ignore
    ['get("https://dataverse.harvard.edu/api/access?persistentId=doi:10.7910/DVN/ABC&version=1")', '10.7910/DVN/ABC'], // prettier-ignore
    ['get("https://x.org/?id=doi%3A10.7910%2FDVN%2FABC")', '10.7910/DVN/ABC'],
    ['# data: 10.5061/dryad.8515\nload()', '10.5061/dryad.8515']
  ])('are data where %s stands in code', (text, identifier) => {
    expect(found(code(text))).toEqual([`${identifier} doi references dataset`]);
  });

  it.each([
    ['https://osf.io/AbCd3/', 'https://osf.io/abcd3'],
    ['https://osf.io/abcd3/download', 'https://osf.io/abcd3'],
    ['https://api.osf.io/v2/nodes/abcd3/files/', 'https://osf.io/abcd3'],
    ['https://files.osf.io/v1/resources/abcd3/x', 'https://osf.io/abcd3']
  ])('are an OSF project at %s', (address, identifier) => {
    expect(found(code(`u = "${address}"`))).toEqual([
      `${identifier} url references dataset`
    ]);
    expect(found(words(`See [OSF](${address}).`))).toEqual([
      `${identifier} url issupplementedby`
    ]);
  });

  it.each([
    ['As shown (10.1038/s41586-020-2649-2).', '10.1038/s41586-020-2649-2'],
    ['[paper](https://doi.org/10.1016/S0140-6736(05)67890-1)', '10.1016/S0140-6736(05)67890-1'], // prettier-ignore
    ['**10.1038/abc**, and more', '10.1038/abc'],
    ['| `10.1038/abc` | x |', '10.1038/abc']
  ])('are spoken of in %s', (text, identifier) => {
    expect(found(words(text))).toEqual([`${identifier} doi references`]);
  });

  it('are a paper where a comment in code names it', () => {
    expect(found(code('# after 10.1038/abc\nrun()'))).toEqual([
      '10.1038/abc doi references'
    ]);
  });

  it('are not badges, links to Binder, DOIs of tests and stand-ins', () => {
    expect(
      found(
        words('[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.9.svg)](https://doi.org/10.5281/zenodo.9)'), // prettier-ignore
        words('[![DOI](https://zenodo.org/badge/4711.svg)](https://doi.org/10.5281/zenodo.8)'), // prettier-ignore
        words('[open](https://mybinder.org/v2/zenodo/10.5281/zenodo.7/?urlpath=lab)'), // prettier-ignore
        words('Cite 10.5281/zenodo.9 and https://zenodo.org/records/8.'),
        words('10.5281/zenodo.0000000 10.5072/zenodo.12')
      )
    ).toEqual([]);
  });

  it('are nothing that only looks like one', () => {
    expect(
      found(
        code('x = 10.5 / y; v = "10.1234"; z = 10.12345/2'),
        words('https://osf.io/ https://osf.io/preprints/x https://zenodo.org/')
      )
    ).toEqual([]);
  });

  it('are told once, where they are fetched', () => {
    const all = worksInText([
      words('10.5281/ZENODO.5 and https://zenodo.org/record/5'),
      code('get("10.5281/zenodo.5")'),
      words('https://osf.io/abcd3 is 10.17605/OSF.IO/ABCD3')
    ]);
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({
      isData: true,
      place: { path: 'a.ipynb', cell: 0 }
    });
  });

  it('are known again in any notation', () => {
    for (const one of [
      'https://doi.org/10.5281/Zenodo.5',
      'doi:10.5281/zenodo.5',
      'https://zenodo.org/records/5',
      'https://zenodo.org/doi/10.5281/zenodo.5'
    ]) {
      expect(workKey(one, '')).toBe('10.5281/zenodo.5');
    }
    expect(workKey('10.17605/OSF.IO/ABCD3', 'doi')).toBe(
      workKey('https://osf.io/abcd3/', 'url')
    );
  });

  it('are found soon in a text made to take long', () => {
    const hostile = `${'10.1234/('.repeat(20_000)}${')'.repeat(20_000)}`;
    const start = processorTime();
    worksInText([words(hostile), words('[![badge'.repeat(20_000)), words(`10.1234/${'('.repeat(90_000)}${')'.repeat(90_000)}`)]); // prettier-ignore
    expect(processorTime() - start).toBeLessThan(3000);
  });
});
