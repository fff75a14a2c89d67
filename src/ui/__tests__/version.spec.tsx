import type { IVersionState } from '../../session/versionState';
import { Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
});
afterEach(() => page.dispose());

const last = {
  recordId: '142',
  doi: '10.5281/zenodo.142',
  conceptDoi: '10.5281/zenodo.141',
  title: 'Soil moisture',
  publishedAt: '2026-11-21T12:00:00Z',
  doiUrl: 'https://doi.org/10.5281/zenodo.142',
  version: '1.0.0',
  isOwn: true,
  replaceUntil: Date.parse('2026-12-21T12:00:00Z'),
  files: ['soil.zip']
};

function version(change: Partial<IVersionState> = {}): void {
  page.change({
    version: {
      ...{ last, records: [last], as: 'new-version', details: 'unasked' },
      changes: {
        ...{ changed: ['a.ipynb'], added: ['b'], removed: ['c'], same: 2 }
      },
      ...change
    }
  });
}

const box = () => page.all('section[aria-label="New version"]')[0];

describe('the box of a further version', () => {
  it('says that the details of the last one are filled in, once they are', () => {
    version();
    expect(box().textContent).not.toContain('Its details are filled in');
    version({ details: 'taken' });
    expect(box().textContent).toContain('Its details are filled in');
    version({ details: 'taken', as: 'separate' });
    expect(box().textContent).not.toContain('Its details are filled in');
  });

  it('is not there for notebooks that were never published', () => {
    expect(box()).toBeUndefined();
  });

  it('names the record, what is new, and the choice', () => {
    version();
    for (const part of [
      'New version of “Soil moisture”',
      'Version 1.0.0 was published on 21 November 2026 as',
      '10.5281/zenodo.142',
      'Since then: 1 changed, 1 added, 1 removed, 2 the same.'
    ]) {
      expect(box().textContent).toContain(part);
    }
    const [, separate] = box().querySelectorAll('input');
    page.press(separate);
    expect(page.session.calls).toEqual([['publishAs', 'separate']]);
  });

  it('offers to replace the files, as long as the site allows it', () => {
    version({ records: [last, { ...last, recordId: '7' }] });
    const [, , replace] = box().querySelectorAll('input');
    expect(box().textContent).toContain('until 21 December 2026');
    page.press(replace);
    expect(page.session.calls).toEqual([['publishAs', 'replace-files']]);
    version({ as: 'replace-files' });
    for (const part of [
      'Other files for “Soil moisture”',
      'The DOI stays the same',
      'Binder may go on opening the old ones',
      'Its details stay as they are'
    ]) {
      expect(box().textContent).toContain(part);
    }
    version({ last: { ...last, replaceUntil: null } });
    expect(box().querySelectorAll('input')).toHaveLength(2);
    expect(box().textContent).toContain(
      'Its files cannot be replaced any more'
    );
  });

  it('marks the files in the tree', () => {
    version();
    page.press(page.button('Contents'));
    const tags = page.all('.jp-ZenodoPublisher-tag');
    expect(tags.map(one => one.textContent)).toEqual(['changed']);
    version({ as: 'separate', changes: null });
    expect(page.all('.jp-ZenodoPublisher-tag')).toEqual([]);
  });

  it('says whose record it is, where it is not the user’s', () => {
    version({ last: { ...last, isOwn: false }, as: 'separate', changes: null });
    expect(box().textContent).toContain('That record is not yours');
    expect(box().querySelectorAll('input')).toHaveLength(0);
  });

  it('lets the user choose among several records', () => {
    version({ records: [last, { ...last, recordId: '7', title: '' }] });
    const select = box().querySelector('select');
    expect([...(select?.options ?? [])].map(one => one.text)).toEqual([
      'Soil moisture (10.5281/zenodo.142)',
      '10.5281/zenodo.142'
    ]);
  });

  it('is fixed once there is a draft, and gone with the record', () => {
    version();
    const { publish } = page.session.state;
    const draft = { id: '1', url: 'https://x.org', doi: '' };
    page.change({ publish: { ...publish, draft } });
    expect(
      [...box().querySelectorAll('input')].every(one => one.disabled)
    ).toBe(true);
    page.change({ phase: 'published' });
    expect(box()).toBeUndefined();
  });
});
