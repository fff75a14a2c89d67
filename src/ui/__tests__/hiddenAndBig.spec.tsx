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

  it('can be left out', () => {
    contents({ bulk: 'very-large' });
    expect(page.host.textContent).not.toContain('too much for Binder');
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
