import { zenodo, zenodoSandbox } from '../../zenodo/sites';
import { badgeFor, identityFor } from '../badges';
import { archiveName } from '../request';

const doi = '10.5281/zenodo.12';

describe('badgeFor', () => {
  it('opens the notebook where Binder can', () => {
    expect(badgeFor(zenodo, doi, 'a b.ipynb', true)).toMatchObject({
      form: 'doi-and-binder',
      doiUrl: 'https://doi.org/10.5281/zenodo.12',
      launchUrl:
        'https://mybinder.org/v2/zenodo/10.5281/zenodo.12/?urlpath=lab%2Ftree%2Fa%2520b.ipynb',
      testOnly: false
    });
  });

  it.each([
    ['a bundle that Binder refuses', zenodo, 'a.ipynb', false],
    ['a site without Binder', zenodoSandbox, 'a.ipynb', true],
    ['no notebook', zenodo, undefined, true]
  ])('has the DOI only for %s', (_what, site, path, ready) => {
    const badge = badgeFor(site, doi, path, ready);
    expect(badge.form).toBe('doi');
    expect(badge).not.toHaveProperty('launchUrl');
  });

  it('says that a test is a test', () => {
    expect(badgeFor(zenodoSandbox, doi, 'a.ipynb', true).testOnly).toBe(true);
  });

  it('shows a placeholder before there is a DOI', () => {
    expect(badgeFor(zenodo, '', 'a.ipynb', true).doi).toMatch(/zenodo\.0+$/);
  });
});

describe('identityFor', () => {
  it.each([
    ['11', doi, '10.5281/zenodo.11'],
    ['', doi, undefined],
    ['11', '10.1234/abc', undefined]
  ])('of concept id "%s" and DOI %s', (conceptId, given, concept) => {
    const identity = identityFor(zenodo, { id: '12', conceptId, doi: given });
    expect(identity).toMatchObject({ record: '12', doi: given });
    expect(identity.concept_doi).toBe(concept);
  });
});

describe('archiveName', () => {
  it.each([
    ['work/soil moisture', [], 'soil-moisture.zip'],
    ['', ['deep/01 é.ipynb'], '01-e.zip'],
    ['日本', [], 'notebooks.zip'],
    ['..', [], 'notebooks.zip'],
    ['', [], 'notebooks.zip'],
    ['a'.repeat(300), [], `${'a'.repeat(80)}.zip`]
  ])('of %j and %j is %s', (root, notebooks, name) => {
    expect(archiveName(root, notebooks)).toBe(name);
  });
});
