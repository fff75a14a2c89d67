import { act } from 'react';
import type { IContentsState } from '../../session/contentsState';
import { entry, focused, Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
  page.press(page.button('Contents'));
});
afterEach(() => page.dispose());

function contents(change: Partial<IContentsState>): void {
  page.change({ contents: { ...page.session.state.contents, ...change } });
}

/** Let promises and the renderings after them happen. */
const settle = () => act(async () => undefined);

describe('hidden files', () => {
  it('are looked for when asked, and counted', async () => {
    expect(page.buttons('Look for hidden files')).toHaveLength(0);
    contents({ showsHidden: false });
    let arrive = () => undefined as void;
    jest.spyOn(page.session.contents, 'findHidden').mockImplementation(
      () =>
        new Promise(resolve => {
          arrive = resolve;
        })
    );
    const button = page.button('Look for hidden files');
    page.focus(button);
    page.press(button);
    expect(page.host.textContent).toContain('Looking for hidden files.');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    page.press(button);
    expect(page.session.contents.findHidden).toHaveBeenCalledTimes(1);
    arrive();
    await settle();
    expect(page.host.textContent).toContain('Nothing was found.');

    page.press(button);
    const { entries } = page.session.state.contents;
    contents({
      showsHidden: true,
      entries: [...entries, entry('.zenodo.json', true)]
    });
    arrive();
    await settle();
    // The button is gone: the focus stays where the news is.
    expect(page.buttons('Look for hidden files')).toHaveLength(0);
    expect(focused()).toBe('1 hidden file was added.');
  });
});

describe('data that is too big for Binder', () => {
  const huge = (): void =>
    contents({ bulk: 'huge', bytes: 1.2e9, bulky: ['data/in.csv', 'b.nc'] });
  const title = '1.2 GB: too much for Binder, fine for Zenodo';

  it('is hard for Binder long before it is too much', () => {
    contents({ bulk: 'large', bytes: 0.3e9 });
    expect(page.host.textContent).toContain('300.0 MB: slow in Binder');
    contents({ bulk: 'very-large', bytes: 0.6e9 });
    expect(page.host.textContent).toContain('600.0 MB: hard for Binder');
    expect(page.host.textContent).toContain('The Binder badge stays');
  });

  it('can get a record of its own', () => {
    huge();
    const button = page.button('Give the data a record of their own');
    page.focus(button);
    page.press(button);
    expect(page.session.calls).toEqual([['split', 'data/in.csv', 'b.nc']]);
    contents({ bulk: 'small', bulky: [] });
    expect(focused()).toBe('2 files go into a record of their own.');
  });

  it('shows the second record, and what can be chosen about it', () => {
    page.change({
      data: {
        paths: ['data/in.csv', 'b.nc', 'c.nc', 'd.nc'],
        bytes: 1.2e9,
        title: '',
        defaultTitle: 'Data of “Soil”',
        license: 'cc-by-4.0',
        cells: [
          { path: 'a.ipynb', on: true },
          { path: 'b.ipynb', on: false }
        ],
        foreign: ['c.ipynb']
      }
    });
    const box = page.one('[aria-labelledby$="-data-heading"]');
    for (const part of [
      '4 files, 1.2 GB, are published in a second record',
      'data/in.csv, b.nc, c.nc and 1 more',
      'Left empty: Data of “Soil”.',
      '1 notebook is not in Python'
    ]) {
      expect(box.textContent).toContain(part);
    }
    page.type(page.field('Title of the data’s record'), 'Levels');
    const license = page.field<HTMLSelectElement>('Licence of the data');
    act(() => {
      license.value = 'same';
      license.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const [, second] = box.querySelectorAll('input[type="checkbox"]');
    page.press(second);
    const show = [...box.querySelectorAll('button')].find(
      one => one.textContent === 'Show it'
    );
    page.press(show as Element);
    expect(box.textContent).toContain('def _fetch_data():');
    page.press(page.button('Put the data back'));
    expect(page.session.calls).toEqual([
      ['setTitle', 'Levels'],
      ['setLicense', 'same'],
      ['setCell', 'b.ipynb', true],
      ['join']
    ]);
  });

  it('can be left out', () => {
    huge();
    expect(page.host.textContent).toContain(title);
    expect(page.host.textContent).toContain('The DOI badge stays.');
    const button = page.button('Leave the biggest files out');
    page.focus(button);
    page.press(button);
    expect(page.session.calls).toEqual([
      ['setIncluded', 'data/in.csv', false],
      ['setIncluded', 'b.nc', false]
    ]);
    contents({ bulk: 'small', bulky: [] });
    expect(page.host.textContent).not.toContain(title);
    expect(focused()).toBe(
      '2 files were left out. You can tick them again below.'
    );
  });

  it('is published without Binder where none of it can go', () => {
    huge();
    contents({ bulky: [] });
    expect(page.host.textContent).toContain(title);
    expect(page.buttons('Leave the biggest files out')).toHaveLength(0);
  });

  it('is not called fine where it is too much for the site, too', () => {
    huge();
    contents({ bytes: 60e9 });
    expect(page.all('h3').map(one => one.textContent)).toContain(
      '60.0 GB: too much for Binder'
    );
  });

  it('is nothing to speak of on a site that Binder does not know', () => {
    huge();
    const { account } = page.session.state;
    page.change({
      account: { ...account, site: { ...account.site, binder: null } }
    });
    expect(page.host.textContent).not.toContain('too much for Binder');
  });
});
