import { act } from 'react';
import { plainEnglish } from '../../core/text';
import { originList, originNames } from '../fields/originWords';
import { emptyCreator, emptyMetadata } from '../../core/metadata/empty';
import { FakeSession, focused, metadata, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

const rain = { values: { title: 'Rain' }, origin: 'CITATION.cff' };
const snow = { values: { title: 'Snow <b>' }, origin: 'README.md' };

/** A form that was filled in from two files, which do not say the same. */
function filledIn(title: string, origin?: string): Page {
  const state = readyState();
  return new Page(
    new FakeSession({
      ...state,
      metadata: {
        ...state.metadata,
        values: { ...metadata, title },
        origins: origin ? { title: origin } : {},
        candidates: { title: [rain, snow] }
      }
    })
  );
}

describe('where a value came from', () => {
  it('is said at the field, with what else was found', () => {
    page = filledIn('Rain', 'CITATION.cff');
    expect(document.body.textContent).toContain('from CITATION.cff');
    expect(document.body.textContent).not.toContain('changed by you');
    const more = page.button('1 other value for Title');
    page.focus(more);
    page.press(more);
    const choices = page.all<HTMLInputElement>(
      '.jp-ZenodoPublisher-found input'
    );
    expect(choices.map(({ checked }) => checked)).toEqual([true, false]);
    expect(choices[1].labels?.[0].textContent).toBe('Snow <b>README.md');
    act(() => choices[1].click());
    expect(page.session.calls).toEqual([['choose', 'title', 1]]);
  });

  it('is folded again by Escape, with the focus on its button', () => {
    page = filledIn('Rain', 'CITATION.cff');
    const more = page.button('1 other value for Title');
    page.press(more);
    act(() => {
      page
        .one('.jp-ZenodoPublisher-found input')
        .dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
        );
    });
    expect(page.all('.jp-ZenodoPublisher-found')).toHaveLength(0);
    expect(focused()).toBe('1 other value for Title');
  });

  it('can be gone back to, once the user changed it', () => {
    page = filledIn('My own');
    expect(document.body.textContent).toContain('changed by you');
    expect(page.button('1 other value for Title')).toBeTruthy();
    page.press(page.button('Undo my change of Title'));
    expect(page.session.calls).toEqual([['undo', 'title']]);
  });

  it('is not said of what has none, as of what a record says', () => {
    const state = readyState();
    page = new Page(
      new FakeSession({
        ...state,
        metadata: {
          ...state.metadata,
          origins: {},
          candidates: {
            title: [{ values: { title: metadata.title }, origin: '' }]
          }
        }
      })
    );
    expect(document.body.textContent).not.toContain('changed by you');
    page.type(page.field('Title'), 'Another');
    expect(document.body.textContent).toContain('changed by you');
  });

  it('tells people, licences and descriptions in words', () => {
    const state = readyState();
    const person = { ...emptyCreator('c0'), familyName: 'Lima' };
    const values = {
      creators: [
        { ...person, givenName: 'Rui' },
        { ...person, key: 'c1', familyName: 'Reis' }
      ],
      licenses: [{ id: 'mit', title: 'MIT License' }],
      description: '<p>About <em>rain</em></p>',
      descriptionFormat: 'html' as const,
      keywords: ['soil', 'rain']
    };
    const none = { values: emptyMetadata(''), origin: 'nobody' };
    page = new Page(
      new FakeSession({
        ...state,
        metadata: {
          ...state.metadata,
          candidates: {
            creators: [none, { values, origin: 'a' }],
            licenses: [none, { values, origin: 'b' }],
            description: [none, { values, origin: 'c' }],
            keywords: [none, { values, origin: 'd' }]
          }
        }
      })
    );
    for (const name of [
      'Creators',
      'Licenses',
      'Description',
      'Keywords and subjects'
    ]) {
      page.press(page.button(`1 other value for ${name}`));
    }
    expect(
      page
        .all('.jp-ZenodoPublisher-foundValue')
        .map(({ textContent }) => textContent)
    ).toEqual([
      ...['empty', 'Lima, Rui; Reis', 'empty', 'About rain'],
      ...['empty', 'MIT License', 'empty', 'soil; rain']
    ]);
  });
});

describe('keeping the details with the files', () => {
  it('saves them in the file that is pressed', async () => {
    page = new Page();
    page.press(page.button('Save as CITATION.cff'));
    await act(async () => {});
    page.press(page.button('Save as codemeta.json'));
    await act(async () => {});
    expect(page.session.calls).toEqual([
      ['writeFile', 'cff'],
      ['writeFile', 'codemeta']
    ]);
  });
});

describe('the sources of the form in words', () => {
  it.each([
    [['Git'], 'Git'],
    [['CITATION.cff', 'your institution'], 'CITATION.cff and your institution'],
    [['a.cff, b.md', 'Git', 'b.md'], 'a.cff, b.md and Git'],
    [
      ['a.cff', 'b.md', 'Git', 'your last publication'],
      'a.cff, b.md and 2 others'
    ]
  ])('%j', (origins, words) => {
    expect(originList(originNames(origins), plainEnglish)).toBe(words);
  });

  it('stand at the field and at the head of the section', () => {
    page = filledIn('Rain', 'CITATION.cff, Git');
    expect(document.body.textContent).toContain('from CITATION.cff and Git');
    expect(document.body.textContent).toContain(
      'filled in from CITATION.cff and Git'
    );
  });
});
