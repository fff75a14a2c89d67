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
