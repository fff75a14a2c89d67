import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { plainEnglish } from '../../core/text';
import { zenodo, zenodoSandbox } from '../../core/zenodo/sites';
import { ConfirmationBody, confirmationTitle } from '../ConfirmationBody';
import { Rich } from '../Rich';
import {
  formatDate,
  formatLeft,
  formatPart,
  formatRoughly,
  formatSize
} from '../format';

describe('sizes, times and dates', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
  });

  it.each([
    [12, '12 bytes'],
    [1, '1 byte'],
    [84_000, '84 kB'],
    [999_600, '1.0 MB'],
    [58_000_000, '58.0 MB'],
    [1_200_000_000, '1.2 GB']
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });

  it.each([
    [57_960_000, '58 MB'],
    [1_234_000_000, '1.2 GB'],
    [84_400, '84 kB'],
    [12, '12 bytes']
  ])('writes about %d bytes as %s', (bytes, text) => {
    expect(formatRoughly(bytes)).toBe(text);
  });

  it('follows the language of the page', () => {
    expect(formatSize(1_200_000)).toBe('1.2 MB');
    document.documentElement.lang = 'de';
    expect(formatSize(1_200_000)).toBe('1,2 MB');
  });

  it('writes a part in the unit of the whole', () => {
    expect(formatPart(400_000, 58_000_000, plainEnglish)).toBe(
      '0.4 of 58.0 MB'
    );
  });

  it('rounds the time that is left', () => {
    expect(formatLeft(3, plainEnglish)).toBe('a few seconds left');
    expect(formatLeft(23, plainEnglish)).toBe('about 25 seconds left');
    expect(formatLeft(150, plainEnglish)).toBe('about 3 minutes left');
    expect(formatLeft(7200, plainEnglish)).toBe('about 2 hours left');
  });

  it('writes dates day first, and survives a page without a language', () => {
    expect(formatDate(new Date(2026, 11, 21))).toBe('21 December 2026');
    document.documentElement.lang = '';
    expect(formatDate(new Date(2026, 11, 21))).toBe('21 December 2026');
    document.documentElement.lang = 'not a language';
    expect(formatSize(1000)).toBe('1 kB');
  });
});

describe('Rich', () => {
  it('makes emphasis, and nothing else, of marks', () => {
    expect(
      renderToStaticMarkup(<Rich text="**A** `b` [c] <script>x</script>" />)
    ).toBe('<b>A</b> <code>b</code> [c] &lt;script&gt;x&lt;/script&gt;');
  });

  it('makes a link where one is wanted', () => {
    expect(
      renderToStaticMarkup(
        <Rich text="Go [there]." link={words => <i>{words}</i>} />
      )
    ).toBe('Go <i>there</i>.');
  });
});

describe('ConfirmationBody', () => {
  const facts = {
    site: zenodo,
    title: 'Soil',
    creators: ['Silva, Ana', 'Costa, Rui'],
    files: 12,
    bytes: 95_600_000,
    layout: 'zip' as const,
    licenses: ['CC BY 4.0'],
    access: 'public' as const,
    versionOf: null,
    replaces: null,
    communities: [],
    data: null,
    doi: null,
    changed: ['a.ipynb'],
    until: new Date(2026, 11, 21)
  };

  it('names all that becomes permanent', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToStaticMarkup(
      <ConfirmationBody facts={facts} trans={plainEnglish} />
    );
    const text = host.textContent ?? '';
    for (const part of [
      'Zenodo (zenodo.org)',
      'Soil',
      '12 files, 95.6 MB, in one zip',
      'CC BY 4.0',
      'reserved during the upload',
      'a.ipynb',
      'only within 30 days, until 21 December 2026',
      'you confirm that all named authors agree'
    ]) {
      expect(text).toContain(part);
    }
    expect(
      [...host.querySelectorAll('li')].map(item => item.textContent)
    ).toEqual(facts.creators);
    expect(confirmationTitle(facts, plainEnglish)).toBe('Publish on Zenodo?');
  });

  it('names the data that get a record of their own', () => {
    const data = { title: 'Levels', files: 2, bytes: 20e6, licenses: ['CC0'] };
    const text = renderToStaticMarkup(
      <ConfirmationBody facts={{ ...facts, data }} trans={plainEnglish} />
    );
    expect(text).toContain('2 files, 20.0 MB, in a record of their own:');
    expect(text).toContain('Levels');
    expect(text).toContain('CC0');
  });

  it('names the communities, and the version before', () => {
    const more = { communities: ['Hydrology'], versionOf: '10.5281/zenodo.7' };
    const text = renderToStaticMarkup(
      <ConfirmationBody facts={{ ...facts, ...more }} trans={plainEnglish} />
    );
    expect(text).toContain('It is proposed to');
    expect(text).toContain('Hydrology');
    expect(text).toContain('10.5281/zenodo.7');
  });

  it('says who will see the files', () => {
    const text = renderToStaticMarkup(
      <ConfirmationBody
        facts={{ ...facts, access: 'restricted-files' }}
        trans={plainEnglish}
      />
    );
    expect(text).toContain('the files are restricted');
    expect(text).not.toContain('Public: everyone');
  });

  it('says that a test is a test', () => {
    const test = { ...facts, site: zenodoSandbox, changed: [] };
    const text = renderToStaticMarkup(
      <ConfirmationBody facts={test} trans={plainEnglish} />
    );
    expect(text).toContain('This is a test.');
    expect(confirmationTitle(test, plainEnglish)).toBe(
      'Publish a test on Zenodo Sandbox?'
    );
  });
});
