import { plainEnglish } from '../../text';
import { parseSites } from '../siteSettings';

const lab = { id: 'lab', name: 'Our lab', url: 'https://rdm.example.org/' };

describe('parseSites', () => {
  it('fills in what is not said, on the safe side', () => {
    expect(parseSites([lab], plainEnglish)).toEqual({
      sites: [
        {
          id: 'lab',
          name: 'Our lab',
          url: 'https://rdm.example.org',
          doiPrefix: '',
          doiResolver: 'https://doi.org',
          binder: null,
          citableDoi: false,
          test: true
        }
      ],
      problems: []
    });
  });

  it('takes all that can be said', () => {
    const full = {
      ...lab,
      url: 'http://127.0.0.1:5055',
      doiPrefix: '10.5072',
      doiResolver: 'http://localhost:5056/',
      binder: 'https://binder.example.org',
      citableDoi: true,
      test: false
    };
    expect(parseSites([full], plainEnglish).sites).toEqual([
      { ...full, doiResolver: 'http://localhost:5056' }
    ]);
  });

  it.each<[string, unknown]>([
    ['no id', { ...lab, id: '' }],
    ['an id with other characters', { ...lab, id: 'a/b' }],
    ['the id of a built-in site', { ...lab, id: 'zenodo' }],
    ['the name of a built-in site', { ...lab, name: 'ZENODO' }],
    ['the host of a built-in site', { ...lab, url: 'https://zenodo.org' }],
    ['its host with a port', { ...lab, url: 'https://zenodo.org:8443' }],
    ['its host with a dot', { ...lab, url: 'https://zenodo.org./' }],
    ['its host in capitals', { ...lab, url: 'https://SANDBOX.zenodo.org' }],
    ['no address', { id: 'lab' }],
    ['plain http', { ...lab, url: 'http://rdm.example.org' }],
    ['a host like localhost', { ...lab, url: 'http://localhost.evil.org' }],
    ['another protocol', { ...lab, url: 'javascript:alert(1)' }],
    ['a password', { ...lab, url: 'https://me:pw@rdm.example.org' }],
    ['a query', { ...lab, url: 'https://rdm.example.org/?a=b' }],
    ['an odd prefix', { ...lab, doiPrefix: '10.1/x' }],
    ['an odd resolver', { ...lab, doiResolver: 'http://doi.org' }],
    ['an odd Binder', { ...lab, binder: 'ftp://x' }],
    ['no object', 'https://rdm.example.org']
  ])('refuses a site with %s', (_, site) => {
    const { sites, problems } = parseSites([site], plainEnglish);
    expect(sites).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('refuses the second of two alike, and keeps the first', () => {
    const { sites, problems } = parseSites([lab, lab], plainEnglish);
    expect(sites).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  it.each([undefined, null, {}, 'x'])('takes %j for no sites', value => {
    expect(parseSites(value, plainEnglish)).toEqual({
      sites: [],
      problems: []
    });
  });
});
