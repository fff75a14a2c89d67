import { act } from 'react';
import { complete } from '../../core/metadata/__tests__/complete';
import type { IMetadata } from '../../core/metadata/model';
import { FakeSession, focused, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

const values = () => page.session.state.metadata.values;

function show(
  change: Partial<IMetadata>,
  errors: Readonly<Record<string, string>> = {}
): void {
  const state = readyState();
  page = new Page(
    new FakeSession({
      ...state,
      asked: Object.keys(errors).length > 0,
      metadata: {
        ...state.metadata,
        errors,
        values: { ...state.metadata.values, ...change }
      }
    })
  );
}

describe('the groups of fields', () => {
  it('say what is in them, folded', () => {
    show(complete);
    const text = page.host.textContent;
    expect(text).toContain(
      'files are restricted until 2040-06-01, 1 community'
    );
    expect(text).toContain('2 awards, 1 funder without award, 1 contributor');
    expect(text).toContain(
      '1 related work, 2 references, 1 alternate identifier'
    );
    expect(text).toContain('3 of 3 filled in');
    expect(text).toContain('journal, book or report, thesis, conference');
    expect(text).toContain(
      '1 language, 1 date, publisher, copyright, 2 titles, 1 description'
    );
    expect(page.all('[aria-label="Chosen communities"]')).toHaveLength(0);
  });

  it.each([
    ['relatedWorks.0.identifier', 'DOI, web address or other identifier'],
    ['funding.0.award.number', 'Award number'],
    ['embargo.until', 'Embargo until'],
    ['publishingInformation.journal.issn', 'ISSN'],
    ['software.repository', 'Repository'],
    ['conference.url', 'Web address of the conference'],
    ['dates.0.date', 'Date or interval'],
    ['additionalDescriptions.0.type', 'Kind of description'],
    ['contributors.0.familyName', 'Family name'],
    ['licenses.1.own.link', 'Web address of its text'],
    ['subjects', 'Keywords and subjects'],
    ['creators.0.identifiers.0', 'Other identifier 1']
  ])('unfold for what is wrong with %s', (field, label) => {
    show(
      { ...complete, funding: complete.funding.slice(1, 2) },
      {
        [field]: 'This is wrong.'
      }
    );
    page.press(
      page
        .all('.jp-ZenodoPublisher-jump button')
        .find(one => one.textContent?.endsWith('This is wrong.')) ?? page.host
    );
    const control = document.activeElement as HTMLInputElement;
    expect(control.labels?.[0].textContent).toBe(label);
    const described =
      control.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(document.getElementById(described[0])?.textContent).toBe(
      'This is wrong.'
    );
    expect(control.getAttribute('aria-invalid')).toBe('true');
  });

  it('lead to the next thing around where nothing has that name', async () => {
    jest.useFakeTimers();
    show(complete, { 'creators.0.affiliations.7.name': 'This is wrong.' });
    page.press(page.all('.jp-ZenodoPublisher-jump button')[0]);
    for (let step = 0; step < 3; step++) {
      await act(async () => {
        await jest.advanceTimersByTimeAsync(10);
      });
    }
    expect(
      (document.activeElement as HTMLInputElement).labels?.[0].textContent
    ).toBe('Affiliation');
    jest.useRealTimers();
  });

  it('count what is wrong inside', () => {
    show(complete, { 'dates.0.date': 'No.', languages: 'No.' });
    const head = page
      .button('Languages, dates, publisher, other')
      .closest('.jp-ZenodoPublisher-moreHead');
    expect(head?.textContent).toContain('2 to fix');
  });
});

describe('people', () => {
  const names = () => values().creators.map(({ familyName }) => familyName);

  it('move by keyboard', () => {
    page = new Page();
    page.focus(page.button('Edit Silva'));
    act(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          ...{ key: 'ArrowDown', altKey: true },
          ...{ bubbles: true, cancelable: true }
        })
      );
    });
    expect(names()).toEqual(['Costa', 'Silva', 'Reis']);
    expect(focused()).toBe('Move Silva down');
  });

  it('are pasted as a list', () => {
    page = new Page();
    page.press(page.button('Paste a list of creators…'));
    const text = page.field<HTMLTextAreaElement>('Names, one per line');
    page.press(page.button('Add people'));
    expect(page.host.textContent).toContain('There is no name in it yet.');
    page.type(text, 'Ana Marques; CERN\nvan Berg, Jo 0000-0002-1825-0097');
    page.press(page.button('Add 2 people'));
    expect(names()).toEqual(['Silva', 'Costa', 'Reis', 'Marques', 'van Berg']);
    expect(values().creators[4].orcid).toBe('0000-0002-1825-0097');
    expect(new Set(values().creators.map(({ key }) => key)).size).toBe(5);
    expect(focused()).toBe('Paste a list of creators…');
    page.press(page.button('Paste a list of creators…'));
    page.type(page.field('Names, one per line'), 'Rui Paz');
    page.press(page.button('Add 1 person'));
    expect(new Set(values().creators.map(({ key }) => key)).size).toBe(6);
  });

  it('have roles and other identifiers', () => {
    page = new Page();
    page.press(page.button('Funding and contributors'));
    page.press(page.button('Add contributor'));
    expect(document.activeElement).toBe(page.field('Family name'));
    page.type(page.field('Family name'), 'Roe');
    const role = page.field<HTMLSelectElement>('Role');
    act(() => {
      role.value = 'datacurator';
      role.dispatchEvent(new Event('change', { bubbles: true }));
    });
    page.press(page.button('Add another identifier'));
    expect(document.activeElement).toBe(page.field('Other identifier 1'));
    page.type(page.field('Other identifier 1'), '118604740');
    page.press(page.button('Done with Roe'));
    expect(values().contributors).toMatchObject([
      {
        familyName: 'Roe',
        role: 'datacurator',
        identifiers: [{ identifier: '118604740' }]
      }
    ]);
    expect(page.host.textContent).toContain('Data curator');
  });
});

describe('the description', () => {
  it('is shown as readers see it, and as it is written', () => {
    show({ description: '*One* <b>', descriptionFormat: 'text' });
    page.press(page.button('Preview of Description'));
    const shown = page.one('.jp-ZenodoPublisher-shown');
    expect(shown.innerHTML).toBe('<p>*One* &lt;b&gt;</p>');
    const format = page.field<HTMLSelectElement>('Written as');
    act(() => {
      format.value = 'markdown';
      format.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(values().descriptionFormat).toBe('markdown');
    expect(shown.innerHTML).toContain('<em>One</em>');
  });

  it('warns of what looks like advertising', () => {
    show({ description: 'https://a.org '.repeat(6) });
    expect(page.host.textContent).toContain('There are 6 links in it.');
    page.type(page.field('Description'), '🎉🎉🎉🎉');
    expect(page.host.textContent).toContain('There are 4 emoji in it.');
    expect(page.host.textContent).not.toContain('links in it');
  });
});

describe('access', () => {
  it('asks for the day on which an embargo ends', () => {
    page = new Page();
    page.press(page.button('Access and communities'));
    const radio = page
      .all<HTMLInputElement>('input[type="radio"]')
      .find(one => one.labels?.[0].textContent?.includes('Restricted files'));
    page.press(radio ?? page.host);
    expect(values().access).toBe('restricted-files');
    const box = page
      .all<HTMLInputElement>('input[type="checkbox"]')
      .find(one => one.labels?.[0].textContent?.includes('by themselves'));
    page.press(box ?? page.host);
    page.type(page.field('Embargo until'), '2040-06-01');
    expect(values().embargo).toMatchObject({
      active: true,
      until: '2040-06-01'
    });
    expect(page.host.textContent).toContain(
      'files are restricted until 2040-06-01'
    );
  });
});

describe('licences', () => {
  it('may be in words of one’s own', () => {
    page = new Page();
    page.press(page.button('Add a licence that is not in the list'));
    expect(document.activeElement).toBe(page.field('Name of the licence'));
    page.type(page.field('Name of the licence'), 'Ask first');
    page.type(page.field('Web address of its text'), 'https://a.org');
    expect(values().licenses).toMatchObject([
      { id: '', title: 'Ask first', own: { link: 'https://a.org' } }
    ]);
    page.press(page.button('Remove the licence of your own'));
    expect(values().licenses).toEqual([]);
    expect(focused()).toBe('Add a licence that is not in the list');
  });
});
