import * as fc from 'fast-check';

import { markdownUrl } from '../../notebook/badge';
import { binderBadgeUrl, launchUrl } from '../launchUrl';

const hub = 'https://mybinder.org';
const doi = '10.5281/zenodo.1234567';

/** What BinderHub and then JupyterLab make of a link: the path of the file. */
function arrive(url: string): { spec: string; path: string } {
  const { pathname, searchParams, hash } = new URL(url);
  expect(hash).toBe('');
  const target = new URL(
    searchParams.get('urlpath') ?? '',
    'https://hub.example.org/user/a/'
  );
  expect([target.search, target.hash]).toEqual(['', '']);
  const path = target.pathname.replace('/user/a/lab/tree/', '');
  return { spec: pathname, path: decodeURIComponent(path) };
}

describe('launchUrl', () => {
  it('is the link that was tried on BinderHub', () => {
    expect(launchUrl({ hub, doi, path: 'sub dir/a #1.ipynb' })).toBe(
      'https://mybinder.org/v2/zenodo/10.5281/zenodo.1234567/?urlpath=lab%2Ftree%2Fsub%2520dir%2Fa%2520%25231.ipynb'
    );
  });

  it.each([
    'a.ipynb',
    'sub dir/a b.ipynb',
    'a #1?x=y&z.ipynb',
    '100%.ipynb',
    '%20.ipynb',
    'Übung/β (Kopie) [2].ipynb',
    '数据/ノート.ipynb',
    "it's *a* !test! ~ + ; : @ = $ , .ipynb",
    'a"b<c>d|e^f`g{h}\\i.ipynb',
    '...ipynb'
  ])('arrives at %s, also through Markdown', path => {
    const url = launchUrl({ hub, doi, path });
    expect(url).not.toMatch(/[\s()<>"'*!]/);
    expect(markdownUrl(url)).toBe(url);
    expect(arrive(url)).toEqual({ spec: `/v2/zenodo/${doi}/`, path });
  });

  it('arrives at any path', () => {
    const part = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(name => !/^\.{1,2}$|\/|\0/.test(name));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
        const path = parts.join('/');
        expect(arrive(launchUrl({ hub, doi, path })).path).toBe(path);
      })
    );
  });

  it('opens the folder without a path', () => {
    expect(launchUrl({ hub: `${hub}//`, doi })).toBe(
      `${hub}/v2/zenodo/${doi}/?urlpath=lab`
    );
  });

  it('works on a hub under a path', () => {
    const hub = 'https://notebooks.gesis.org/binder/';
    expect(launchUrl({ hub, doi, path: 'a' })).toMatch(
      /^https:\/\/notebooks\.gesis\.org\/binder\/v2\/zenodo\//
    );
    expect(binderBadgeUrl(hub)).toBe(
      'https://notebooks.gesis.org/binder/badge_logo.svg'
    );
  });

  it('keeps the end of a DOI that holds what would end the path', () => {
    const url = launchUrl({ hub, doi: '10.1000/a(1)#b?c', path: 'a' });
    expect(arrive(url).spec).toBe('/v2/zenodo/10.1000/a%281%29%23b%3Fc/');
  });
});
