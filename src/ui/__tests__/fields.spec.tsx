import { act } from 'react';
import type { ILicense } from '../../core/metadata/model';
import { FakeSession, focused, metadata, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

describe('CreatorList', () => {
  const names = () =>
    page.session.state.metadata.values.creators.map(c => c.familyName);
  const said = () =>
    page.one('.jp-ZenodoPublisher-group > [aria-live="polite"]').textContent;

  it('moves a creator, keeps the focus on the same button, and says so', () => {
    page = new Page();
    page.focus(page.button('Move Silva down'));
    page.press(page.button('Move Silva down'));
    expect(names()).toEqual(['Costa', 'Silva', 'Reis']);
    expect(focused()).toBe('Move Silva down');
    expect(said()).toBe('Silva is now creator 2 of 3');
    page.press(page.button('Move Silva down'));
    expect(focused()).toBe('Move Silva down');
    expect(page.button('Move Silva down').getAttribute('aria-disabled')).toBe(
      'true'
    );
    page.press(page.button('Move Silva down'));
    expect(names()).toEqual(['Costa', 'Reis', 'Silva']);
  });

  it('gives the focus to the next creator after removing, else to the start', () => {
    page = new Page();
    page.press(page.button('Remove Silva'));
    expect(focused()).toBe('Edit Costa');
    page.press(page.button('Remove Reis'));
    expect(focused()).toBe('Edit Costa');
    page.press(page.button('Remove Costa'));
    expect(focused()).toBe('Add creator');
    expect(said()).toBe('Costa is removed');
    expect(names()).toEqual([]);
  });

  it('edits in place and goes back to the line', () => {
    page = new Page();
    page.press(page.button('Edit Costa'));
    expect(document.activeElement).toBe(page.field('Family name'));
    page.type(page.field('Family name'), 'Costa e Silva');
    expect(document.activeElement).toBe(page.field('Family name'));
    page.type(page.field('Affiliation'), 'University of Évora');
    page.press(page.button('Done with Costa e Silva'));
    expect(focused()).toBe('Edit Costa e Silva');
    expect(page.session.state.metadata.values.creators[1]).toMatchObject({
      familyName: 'Costa e Silva',
      affiliations: [{ name: 'University of Évora' }]
    });
  });

  it('adds an empty card, and starts with one where there is nobody', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        metadata: { ...state.metadata, values: { ...metadata, creators: [] } }
      })
    );
    page.focus(page.field('Family name'));
    page.type(page.field('Family name'), 'Reis');
    expect(names()).toEqual(['Reis']);
    expect(document.activeElement).toBe(page.field('Family name'));
    page.press(page.button('Add creator'));
    expect(names()).toEqual(['Reis', '']);
    expect(document.activeElement).toBe(page.field('Family name'));
    expect(page.field('Family name').value).toBe('');
  });
});

describe('LicenseField', () => {
  const mit: ILicense = { id: 'mit', title: 'MIT License' };
  const apache: ILicense = { id: 'apache-2.0', title: 'Apache License 2.0' };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const wait = (milliseconds: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(milliseconds);
    });

  it('finds while typing, asks once, and takes with Enter', async () => {
    page = new Page();
    page.session.found.licenses = async () => [mit, apache];
    const field = page.field('Licenses');
    page.type(field, 'l');
    await wait(100);
    page.type(field, 'li');
    await wait(300);
    expect(page.session.calls).toEqual([['licenses', 'li']]);
    expect(field.getAttribute('aria-expanded')).toBe('true');
    page.key('ArrowDown', field);
    page.key('ArrowDown', field);
    const active = field.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Apache');
    expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe(
      'true'
    );
    page.key('Enter', field);
    expect(page.session.state.metadata.values.licenses).toEqual([apache]);
    expect(field.value).toBe('');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('drops an answer that is outdated', async () => {
    page = new Page();
    const answers: ((found: ILicense[]) => void)[] = [];
    const signals: AbortSignal[] = [];
    page.session.found.licenses = (_, signal) => {
      signals.push(signal);
      return new Promise(resolve => answers.push(resolve));
    };
    const field = page.field('Licenses');
    page.type(field, 'apache');
    await wait(300);
    page.type(field, 'mit');
    await wait(300);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await act(async () => answers[1]([mit]));
    await act(async () => answers[0]([apache]));
    expect(page.all('[role="option"]').map(o => o.textContent)).toEqual([
      'MIT Licensemit'
    ]);
  });

  it('closes the list with Escape only, and says when search fails', async () => {
    page = new Page();
    page.session.found.licenses = async () => [mit];
    const field = page.field('Licenses');
    page.type(field, 'mit');
    await wait(300);
    page.key('Escape', field);
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.value).toBe('mit');
    page.session.found.licenses = () => Promise.reject(new Error('offline'));
    page.type(field, 'mit ');
    page.type(field, 'gpl');
    await wait(300);
    expect(page.host.textContent).toContain('Search is not available now.');
  });
});

describe('KeywordField', () => {
  const keywords = () => page.session.state.metadata.values.keywords;

  it('adds with Enter, and removes by Backspace and Delete', () => {
    page = new Page();
    const field = page.field('Keywords and subjects');
    page.type(field, ' Alentejo ');
    page.key('Enter', field);
    page.type(field, 'soil');
    page.key('Enter', field);
    expect(keywords()).toEqual(['soil', 'Alentejo']);
    expect(field.value).toBe('');
    page.focus(field);
    page.key('Backspace');
    expect(focused()).toBe('Remove Alentejo');
    page.key('Delete');
    expect(keywords()).toEqual(['soil']);
    expect(focused()).toBe('Remove soil');
    page.key('Delete');
    expect(document.activeElement).toBe(field);
  });
});
