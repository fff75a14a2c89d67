import { act } from 'react';
import { zenodo, zenodoSandbox } from '../../../core/zenodo/sites';
import type { PublicationStatus } from '../../../core/publications/item';
import { FakeList, ListPage, siteView, stopped, view } from './listPage';

let page: ListPage;
afterEach(() => page.dispose());

const open = (change = {}) => (page = new ListPage(new FakeList(change)));
const signedOut = siteView({ status: 'signed-out', count: 0 });

describe('the list', () => {
  it('is a region with groups, in their order and with counts', () => {
    open({
      items: [stopped(), view(), view({ depositId: '7', title: 'Maps' })]
    });
    const [region] = page.all('section');
    const title = region.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(title)?.textContent).toBe(
      'Zenodo Publications'
    );
    expect(page.texts('h3')).toEqual(['Needs you 1', 'Published 2']);
    expect(page.texts('h4')).toEqual(['Groundwater', 'Soil moisture', 'Maps']);
  });

  it.each<[PublicationStatus, RegExp]>([
    ['stopped', /^Stopped, .*\. Nothing is lost\.$/],
    ['unheard', /^Not heard whether Zenodo published it/],
    ['unfinished', /^Published, but the badges/],
    ['uploaded', /^Uploaded and checked/],
    ['declined', /^Not accepted/],
    ['going-on', /^Going on/],
    ['in-review', /^In review/],
    ['draft', /^Draft on Zenodo, only you/],
    ['published', /^Published 21 November 2026, version 1\.0\.0$/],
    ['test', /^Test on Zenodo, not citable/],
    ['withdrawn', /^Deleted on Zenodo/]
  ])('says how %s stands, with an icon', (status, words) => {
    open({ items: [view({ status })] });
    const button = page.button('Soil moisture');
    const described = document.getElementById(
      button.getAttribute('aria-describedby') ?? ''
    );
    expect(described?.textContent).toMatch(words);
    expect(described?.querySelector('svg')).not.toBeNull();
  });

  it('offers to open any record, where that is there', () => {
    open();
    page.press('Open a record by DOI…');
    expect(page.list.calls).toEqual([['openRecord']]);
    page.change({ canOpen: false });
    expect(page.texts('button')).not.toContain('Open a record by DOI…');
  });

  it('tells of earlier versions', () => {
    open({ items: [view({ earlier: 2, version: '', publishedAt: '' })] });
    expect(page.host.textContent).toContain('2 earlier versions');
  });

  it('shows what servers send as text', () => {
    const title = '</h4><img src=x onerror=alert(1)>**bold**';
    open({
      items: [
        view({ title, version: '<script>', pageUrl: 'javascript:alert(1)' })
      ]
    });
    expect(page.texts('h4')).toEqual([title]);
    expect(page.all('img, script')).toEqual([]);
    page.press(title);
    expect(page.all('a[href^="javascript"]')).toEqual([]);
  });

  it('has the DOI as a link that opens elsewhere', () => {
    open();
    const [link] = page.all<HTMLAnchorElement>('a');
    expect(link.href).toBe('https://doi.org/10.5281/zenodo.101');
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });
});

describe('what can be done', () => {
  it('unfolds in place', () => {
    open();
    const button = page.button('Soil moisture');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    page.press('Soil moisture');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const menu = document.getElementById(
      button.getAttribute('aria-controls') ?? ''
    );
    const labels = [...(menu?.querySelectorAll('button, a') ?? [])].map(one =>
      one.textContent?.replace('(opens in a new tab)', '').trim()
    );
    expect(labels).toEqual([
      ...['New version…', 'Edit metadata', 'Launch Binder'],
      ...['Insert Binder badge…', 'Copy DOI', 'Copy citation'],
      ...['Open on Zenodo', 'Delete record…']
    ]);
    expect(
      [...(menu?.querySelectorAll('a') ?? [])].map(one => one.href)
    ).toEqual([
      'https://mybinder.org/v2/zenodo/10.5281/zenodo.101/',
      'https://zenodo.org/records/101'
    ]);
    const help = page.button('Delete record…').getAttribute('aria-describedby');
    expect(document.getElementById(help ?? '')?.textContent).toBe(
      'Possible until 21 December 2026'
    );
    page.press('Soil moisture');
    expect(menu?.isConnected).toBe(false);
  });

  it('is asked of the session', () => {
    open();
    const { key } = view();
    page.press('Soil moisture');
    for (const name of [
      ...['New version…', 'Insert Binder badge…', 'Copy DOI'],
      ...['Copy citation', 'Delete record…']
    ]) {
      page.press(name);
    }
    expect(page.list.calls.shift()).toEqual(['look', key]);
    expect(page.list.calls).toEqual(
      [
        ...['new-version', 'insert-badge', 'copy-doi'],
        ...['copy-citation', 'delete']
      ].map(action => ['act', key, action])
    );
  });

  it('has the next step without unfolding, named after its publication', () => {
    open({
      items: [stopped(), stopped({ depositId: '7', status: 'uploaded' })]
    });
    page.press('Resume: Groundwater');
    page.press('Go to Publish: Groundwater');
    expect(page.list.calls).toEqual([
      ['act', stopped().key, 'resume'],
      ['act', stopped({ depositId: '7' }).key, 'resume']
    ]);
  });

  it('says what came of it, beside it', () => {
    open();
    const [status] = page.all('li [role="status"]');
    page.change({ items: [view({ isBusy: true })] });
    expect(status.textContent).toBe('One moment.');
    page.change({
      items: [view({ notice: { tone: 'ok', text: 'DOI copied.' } })]
    });
    expect(status.textContent).toBe('DOI copied.');
    expect(status.isConnected).toBe(true);
  });

  it('hands the focus on when its publication is gone', () => {
    open({ items: [stopped(), view()] });
    page.press('Groundwater');
    page.press('Discard draft…');
    page.change({
      items: [view()],
      notice: { tone: 'ok', text: 'The draft was discarded.' }
    });
    expect(document.activeElement?.textContent).toBe('Zenodo Publications');
    expect(page.texts('.jp-ZenodoPublisher-sideNotes p')).toEqual([
      'The draft was discarded.'
    ]);
  });
});

describe('what is looked for', () => {
  it('is typed, and chosen by site', () => {
    open();
    page.enter(page.field('Search publications'), 'soil');
    page.enter(page.field('Show'), zenodoSandbox.id);
    page.enter(page.field('Show'), '');
    expect(page.list.calls).toEqual([
      ['search', 'soil'],
      ['showSite', zenodoSandbox.id],
      ['showSite', null]
    ]);
    expect(page.texts('option')).toEqual([
      'All sites (1)',
      'Zenodo (1)',
      'Zenodo Sandbox (0)'
    ]);
  });

  it.each([
    [{ query: 'xyz' }, 'Nothing found for “xyz”.'],
    [{ isReading: true }, 'Looking up what was published from here.'],
    [{ sites: [siteView({ isLoading: true })] }, 'Asking Zenodo.'],
    [
      {},
      'No publications yet. Right-click a notebook and choose Publish to Zenodo….'
    ]
  ])('is not there: %j', (change, text) => {
    open({ items: [], ...change });
    expect(page.texts('.jp-ZenodoPublisher-sideEmpty')).toEqual([text]);
  });

  it('goes on where the site has more', () => {
    open({ sites: [siteView({ hasMore: true })] });
    expect(page.texts('option')[0]).toBe('All sites (1 and more)');
    page.press('Show more');
    page.press('Refresh');
    expect(page.list.calls).toEqual([['more'], ['refresh']]);
  });

  it('says what is in the way', () => {
    open({
      problem: 'The journal is ill.',
      elsewhere: 2,
      sites: [siteView({ problem: 'Zenodo did not answer.' })]
    });
    expect(page.texts('.jp-ZenodoPublisher-sideNotes p')).toEqual([
      'The journal is ill.',
      'Zenodo did not answer.',
      '2 publications are on sites that are not in your settings.'
    ]);
    page.press('Try again');
    expect(page.list.calls).toEqual([['refresh']]);
  });
});

describe('signing in', () => {
  const sites = [
    signedOut,
    siteView({ site: zenodoSandbox, status: 'signed-out', count: 0 })
  ];

  it('is offered for any site while nobody is signed in', () => {
    open({ sites, items: [] });
    expect(page.host.textContent).toContain('Sign in to see your records.');
    page.enter(page.field('Site'), zenodoSandbox.id);
    const field = page.field('Access token');
    expect(field.type).toBe('password');
    page.enter(field, ' secret ');
    page.press('Sign in');
    expect(page.list.calls).toEqual([['signIn', zenodoSandbox.id, 'secret']]);
  });

  it('is offered for the site that is shown, and else not', () => {
    open({ sites: [siteView(), sites[1]] });
    expect(page.field('Access token')).toBeNull();
    page.press('Sign out Zenodo');
    page.enter(page.field('Show'), zenodoSandbox.id);
    expect(page.field('Access token')).not.toBeNull();
    expect(page.field('Site')).toBeNull();
    expect(page.list.calls[0]).toEqual(['signOut', zenodo.id]);
  });

  it('says why a token was not taken', () => {
    open({
      sites: [
        { ...signedOut, refused: 'Not accepted.', otherSite: zenodoSandbox },
        sites[1]
      ]
    });
    const field = page.field('Access token');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    page.press('Try it on Zenodo Sandbox');
    expect(page.list.calls).toEqual([['tryOtherSite', zenodo.id]]);
    page.change({ sites: [{ ...signedOut, status: 'checking' }, sites[1]] });
    expect(page.host.textContent).toContain('Asking Zenodo about this token.');
  });

  it('is asked for again when a token has ended', () => {
    open({
      sites: [
        siteView(),
        { ...sites[1], refused: 'It no longer accepts your token.' }
      ]
    });
    page.press('Sign in again');
    expect(page.list.calls).toEqual([['showSite', zenodoSandbox.id]]);
    expect(page.field('Access token')).not.toBeNull();
  });

  it('goes by the keyboard alone', () => {
    open({ sites, items: [] });
    const field = page.field('Access token');
    page.enter(field, 'secret');
    act(() => field.form?.requestSubmit());
    expect(page.list.calls).toEqual([['signIn', zenodo.id, 'secret']]);
  });
});

describe('changed since published', () => {
  const changed = {
    status: 'changed' as const,
    changes: {
      changed: Array.from({ length: 14 }, (_, i) => `${i}.csv`),
      added: ['new.csv'],
      removed: [],
      same: 2
    }
  };

  it('is said with the files, and leads to a new version', () => {
    open({ items: [view({ comparison: changed })] });
    const [entry] = page.all('.jp-ZenodoPublisher-pubChanges');
    expect(entry.textContent).toContain(
      'Changed since published: 14 changed, 1 added, 2 the same.'
    );
    expect(entry.querySelectorAll('li')).toHaveLength(13);
    expect(entry.textContent).toContain('and 3 more');
    page.press('Soil moisture');
    // It is there once.
    page.press('New version…');
    expect(page.list.calls).toContainEqual(['act', view().key, 'new-version']);
  });

  it.each([
    ['same', 'Your files are as they were published.'],
    ['comparing', 'Comparing it with your files.'],
    ['moved', 'None of its files is where it was']
  ] as const)('is told apart from %s', (status, words) => {
    open({ items: [view({ comparison: { status } })] });
    expect(page.host.textContent).toContain(words);
  });

  it('is not spoken of before it is known', () => {
    open({ items: [view({ comparison: { status: 'unknown' } })] });
    expect(page.host.textContent).not.toContain('files');
  });
});

describe('what can be undone', () => {
  it('says how long files can be replaced', () => {
    open({ items: [view({ actions: ['replace-files', 'delete'] })] });
    page.press('Soil moisture');
    for (const name of ['Replace files…', 'Delete record…']) {
      const help = page.button(name).getAttribute('aria-describedby');
      expect(document.getElementById(help ?? '')?.textContent).toBe(
        'Possible until 21 December 2026'
      );
    }
  });

  it('says what can be done instead when it is too late', () => {
    open({ items: [view({ undoUntil: null, actions: ['open'] })] });
    page.press('Soil moisture');
    const [menu] = page.all('.jp-ZenodoPublisher-menu');
    expect(menu.textContent).toContain('Published more than 30 days ago');
    expect(menu.textContent).toContain('A new version takes its place');
  });

  it('is shown when another panel asks for it', () => {
    Element.prototype.scrollIntoView = jest.fn();
    open();
    page.change({ revealed: view().key });
    expect(page.button('Soil moisture').getAttribute('aria-expanded')).toBe(
      'true'
    );
    expect(document.activeElement).toBe(page.button('Soil moisture'));
  });

  it('names files that wait to replace those of a record', () => {
    open({
      items: [view({ status: 'stopped', replaces: true, actions: ['resume'] })]
    });
    expect(page.host.textContent).toContain('while replacing the files');
  });

  it('says that Binder waits for the DOI', () => {
    open({ items: [view({ doiResolves: false })] });
    page.press('Soil moisture');
    expect(page.host.textContent).toContain(
      'doi.org does not know the DOI yet'
    );
  });
});
