import {
  badgeMarkdown,
  badgeSource,
  identityJson,
  markdownUrl,
  readPublishedIdentity
} from '../badge';

const badge = {
  form: 'doi-and-binder' as const,
  doi: '10.5281/zenodo.1',
  doiUrl: 'https://doi.org/10.5281/zenodo.1',
  doiBadgeUrl: 'https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg',
  binderBadgeUrl: 'https://mybinder.org/badge_logo.svg',
  launchUrl:
    'https://mybinder.org/v2/zenodo/10.5281/zenodo.1/?urlpath=lab%2Ftree%2Fa.ipynb'
};
const doiOnly =
  '[![DOI 10.5281/zenodo.1](https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg)](https://doi.org/10.5281/zenodo.1)';

describe('badges', () => {
  it('are one line of Markdown', () => {
    expect(badgeMarkdown(badge)).toBe(
      `${doiOnly} [![Launch Binder](https://mybinder.org/badge_logo.svg)](${badge.launchUrl})`
    );
    expect(badgeSource(badge)).toBe(badgeMarkdown(badge));
    expect(badgeMarkdown({ ...badge, form: 'doi' })).toBe(doiOnly);
    expect(badgeMarkdown({ ...badge, launchUrl: undefined })).toBe(doiOnly);
    expect(badgeMarkdown({ ...badge, form: 'none' })).toBe('');
    expect(badgeSource({ ...badge, form: 'none' })).toBeNull();
    expect(
      badgeMarkdown({ ...badge, form: 'doi', doiBadgeUrl: undefined })
    ).toBe('[DOI 10.5281/zenodo.1](https://doi.org/10.5281/zenodo.1)');
  });

  it('say when they are tests', () => {
    const test = badgeSource({ ...badge, form: 'doi', testOnly: true }) ?? '';
    expect(test).toContain('[![TEST DOI 10.5281/zenodo.1]');
    expect(test).toContain('\n\n**TEST, not citable.**');
  });

  it('cannot be broken by a DOI or a URL', () => {
    const odd = badgeMarkdown({
      ...badge,
      form: 'doi',
      doi: '10.1000/a](x)[*_<b>',
      doiUrl: 'https://x.org/a b(c)<d>\n"e"?f=1&copy;&g=2'
    });
    expect(odd).toContain('DOI 10.1000/a\\](x)\\[\\*\\_\\<b\\>');
    expect(odd).toContain(
      '(https://x.org/a%20b%28c%29%3Cd%3E%0A%22e%22?f=1&amp;copy;&g=2)'
    );
    expect(markdownUrl('https://x.org/%2520?a=b')).toBe(
      'https://x.org/%2520?a=b'
    );
  });
});

describe('readPublishedIdentity', () => {
  const identity = {
    version: 1 as const,
    site: 'zenodo',
    record: '1',
    doi: '10.5281/zenodo.1'
  };

  it('reads what was written', () => {
    for (const written of [
      identity,
      { ...identity, concept_doi: '10.5281/zenodo.0' }
    ]) {
      const metadata = { zenodo_publisher: identityJson(written) };
      expect(readPublishedIdentity({ metadata })).toEqual(written);
    }
    expect(Object.keys(identityJson(identity))).toEqual([
      'doi',
      'record',
      'site',
      'version'
    ]);
  });

  it.each([
    undefined,
    null,
    [],
    'x',
    {},
    { version: 2 },
    { ...identity, version: 2 },
    { ...identity, doi: 'x' },
    { ...identity, record: 1 },
    { ...identity, site: null }
  ])('does not trust %j', found => {
    expect(
      readPublishedIdentity({ metadata: { zenodo_publisher: found } })
    ).toBeNull();
    expect(readPublishedIdentity({ metadata: found })).toBeNull();
  });

  it('drops a concept DOI that is none', () => {
    const metadata = { zenodo_publisher: { ...identity, concept_doi: 5 } };
    expect(readPublishedIdentity({ metadata })).toEqual(identity);
  });
});
