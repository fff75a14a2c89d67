import { act } from 'react';
import { nextOption } from '../lookup/listKeys';
import { FakeSession, Page, readyState } from './testing';

let page: Page;

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  page?.dispose();
  jest.useRealTimers();
});

const wait = (milliseconds = 300) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
  });

const unfold = (title: string) => page.press(page.button(title));
const options = () =>
  page
    .all('[role="option"]')
    .filter(one => !one.closest('[hidden]'))
    .map(one => one.textContent);

async function find(field: HTMLInputElement, text: string): Promise<void> {
  page.focus(field);
  page.type(field, text);
  await wait();
}

describe('nextOption', () => {
  it.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', -1, 3, 2],
    ['ArrowUp', 0, 3, 2],
    ['ArrowUp', 2, 3, 1],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    // Before the list is entered, they move in the text.
    ['Home', -1, 3, null],
    ['End', -1, 3, null],
    ['ArrowDown', -1, 0, null],
    ['a', 1, 3, null]
  ])('%s from %d of %d', (key, active, count, expected) => {
    expect(nextOption(key, active, count)).toBe(expected);
  });
});

describe('a look-up', () => {
  const subjects = ['Jupiter', 'Jupyter', 'Jura'].map(subject => ({
    ...{ id: `http://example.org/${subject}`, subject, scheme: 'MeSH' }
  }));
  const field = () => page.field('Keywords and subjects');
  const active = () =>
    document.getElementById(field().getAttribute('aria-activedescendant') ?? '')
      ?.textContent;

  it('is gone through by keyboard, and says how much it found', async () => {
    page = new Page();
    page.session.found.subjects = async () => subjects;
    await find(field(), 'ju');
    expect(field().closest('div')?.textContent).toContain('3 results');
    expect(options()).toEqual([
      'JupiterMeSH',
      'JupyterMeSH',
      'JuraMeSH',
      'Use “ju” as typed'
    ]);
    page.key('ArrowDown', field());
    expect(active()).toBe('JupiterMeSH');
    page.key('End', field());
    expect(active()).toBe('Use “ju” as typed');
    page.key('Home', field());
    page.key('ArrowDown', field());
    page.key('Enter', field());
    const { values } = page.session.state.metadata;
    expect(values.subjects).toEqual([subjects[1]]);
    expect(values.keywords).toEqual(['soil']);
    expect(field().value).toBe('');
    expect(page.button('Remove Jupyter (MeSH)')).toBeTruthy();
    await find(field(), 'ju');
    expect(options()).not.toContain('JupyterMeSH');
  });

  it('takes what is typed, by Enter, by mouse and on leaving', async () => {
    page = new Page();
    page.session.found.subjects = async () => subjects;
    const keywords = () => page.session.state.metadata.values.keywords;
    await find(field(), 'ju');
    page.key('Enter', field());
    expect(keywords()).toEqual(['soil', 'ju']);
    await find(field(), 'jup');
    page.press(page.all('[role="option"]:last-child')[0]);
    await find(field(), 'jura');
    act(() => field().blur());
    expect(keywords().slice(-1)).toEqual(['jura']);
    expect(options()).toEqual([]);
  });

  it('is a plain field where the site does not answer', async () => {
    page = new Page();
    page.session.found.subjects = () => Promise.reject(new Error('offline'));
    await find(field(), 'ju');
    expect(page.host.textContent).toContain(
      'Search is not available now. You can type it.'
    );
    expect(field().getAttribute('aria-expanded')).toBe('false');
    page.key('Enter', field());
    expect(page.session.state.metadata.values.keywords).toContain('ju');
  });

  it('asks nothing for one letter, and offers licences for none', async () => {
    page = new Page();
    page.session.found.licenses = async () => [{ id: 'mit', title: 'MIT' }];
    await find(field(), 'j');
    expect(page.session.calls).toEqual([]);
    page.key('ArrowDown', page.field('Licenses'));
    await wait();
    expect(page.session.calls).toEqual([['licenses', '']]);
    expect(options()).toEqual(['MITmit']);
  });
});

describe('people', () => {
  it('are found by name once signed in, and fill in the card', async () => {
    page = new Page();
    page.session.found.people = async () => [
      {
        id: '1',
        name: 'Carberry, Josiah',
        familyName: 'Carberry',
        givenName: 'Josiah',
        orcid: '0000-0002-1825-0097',
        affiliations: [{ id: '05gq02987', name: 'Brown University' }]
      }
    ];
    page.press(page.button('Edit Silva'));
    await find(page.field('Family name'), 'carb');
    page.key('ArrowDown', page.field('Family name'));
    page.key('Enter', page.field('Family name'));
    expect(page.session.state.metadata.values.creators[0]).toMatchObject({
      familyName: 'Carberry',
      givenName: 'Josiah',
      orcid: '0000-0002-1825-0097',
      affiliations: [{ id: '05gq02987', name: 'Brown University' }]
    });
    expect(page.field('Affiliation').value).toBe('Brown University');
    expect(page.host.textContent).toContain('ROR 05gq02987');
    page.type(page.field('Affiliation'), 'Brown');
    expect(page.session.state.metadata.values.creators[0].affiliations).toEqual(
      [{ name: 'Brown' }]
    );
  });

  it('are typed where nobody is signed in, and no site is asked', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        account: { ...state.account, status: 'signed-out' }
      })
    );
    page.press(page.button('Edit Silva'));
    expect(page.field('Family name').getAttribute('role')).toBeNull();
    unfold('Links to other works');
    page.press(page.button('Add a related work'));
    expect(page.session.loaded.size).toBe(0);
  });
});

describe('funding', () => {
  it('brings the funder along with the award, and forgets it when typed over', async () => {
    page = new Page();
    const award = {
      id: '00k4n6c32::101122956',
      number: '101122956',
      title: 'Zenodo for Horizon Europe',
      acronym: 'HORIZON-ZEN',
      url: 'https://cordis.europa.eu/projects/101122956',
      funder: { id: '00k4n6c32', name: 'European Commission' }
    };
    page.session.found.awards = async () => [award];
    unfold('Funding and contributors');
    expect(page.host.textContent).toContain('empty');
    page.press(page.button('Add funding'));
    expect(document.activeElement).toBe(page.field('Funder'));
    await find(page.field('Award number'), 'hori');
    page.key('ArrowDown', page.field('Award number'));
    page.key('Enter', page.field('Award number'));
    const funding = () => page.session.state.metadata.values.funding[0];
    expect(funding()).toMatchObject({
      funder: award.funder,
      award: {
        id: award.id,
        number: award.number,
        title: award.title,
        url: award.url
      }
    });
    expect(page.button('Funding and contributors')).toBeTruthy();
    expect(page.host.textContent).toContain('1 award');
    expect(page.session.calls.slice(-1)).toEqual([['awards', 'hori', '']]);
    await find(page.field('Award number'), '1011');
    expect(page.session.calls.slice(-1)).toEqual([
      ['awards', '1011', '00k4n6c32']
    ]);
    expect(funding().award).toEqual({ number: '1011', title: '', url: '' });
    page.type(page.field('Award number'), '');
    expect(funding().award).toBeNull();
    page.press(page.button('Remove Funding 1'));
    expect(document.activeElement).toBe(page.button('Add funding'));
  });
});

describe('communities', () => {
  it('say who may submit, before anything is uploaded', async () => {
    page = new Page();
    page.session.found.communities = async () => [
      {
        ...{ id: '1', slug: 'rivers', title: 'Rivers' },
        ...{ submissionPolicy: 'closed', reviewPolicy: 'members' }
      }
    ];
    unfold('Access and communities');
    await find(page.field('Communities'), 'riv');
    const rules =
      'Takes submissions from its members only. Its curators look at submissions of those who are not members.';
    expect(options()).toEqual([`Rivers${rules}`]);
    page.key('ArrowDown', page.field('Communities'));
    page.key('Enter', page.field('Communities'));
    expect(page.one('[aria-label="Chosen communities"]').textContent).toContain(
      rules
    );
    expect(page.host.textContent).toContain('public, 1 community');
  });
});
