/** Fills in every field of the form, by keyboard where there is something to look up. */
import type { Locator } from '@playwright/test';

import { expect } from '../fixtures';
import type { Publishing } from './publishing';

/** The groups of fields that are folded at first. */
export const groups = [
  'Access and communities',
  'Funding and contributors',
  'Links to other works',
  'Software',
  'Journal, thesis, conference',
  'Languages, dates, publisher, other'
] as const;

/** Unfold all groups of fields. */
export async function openGroups(panel: Locator): Promise<void> {
  for (const name of groups) {
    const button = panel.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-expanded')) === 'false') {
      await button.focus();
      await button.press('Enter');
    }
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }
}

/** Type into a field that looks up, and take the first answer with the keyboard. */
export async function lookUp(
  field: Locator,
  text: string,
  answer: string | RegExp
): Promise<void> {
  await field.focus();
  await field.page().keyboard.type(text);
  const list = field
    .page()
    .locator(`[id="${await field.getAttribute('aria-controls')}"]`);
  const first = list.getByRole('option').first();
  await expect(first).toContainText(answer);
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await field.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
}

/** A field that looks up, by its label. */
export function combobox(part: Locator, name: string): Locator {
  return part.getByRole('combobox', { name, exact: true });
}

/** A part of the panel by the name of its group. */
export function part(panel: Locator, name: string | RegExp): Locator {
  return panel.getByRole('group', { name, exact: typeof name === 'string' });
}

async function say(
  part: Locator,
  values: Record<string, string>
): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const field = part.getByLabel(label, { exact: true });
    const isList = await field.evaluate(one => one.tagName === 'SELECT');
    await (isList ? field.selectOption({ label: value }) : field.fill(value));
  }
}

/** Fill in all that the form knows. The user is signed in, and the list of creators empty. */
export async function fillWholeForm(publishing: Publishing): Promise<void> {
  const { panel } = publishing;
  const press = (name: string, inside = panel) =>
    inside.getByRole('button', { name, exact: true }).click();
  await openGroups(panel);

  await say(panel, {
    Title: 'Rose scent',
    'Publication date': '2026-11-21',
    Version: '1.2.0',
    'Resource type': 'Computational notebook'
  });
  const description = panel.getByLabel('Description', { exact: true });
  await description.fill('What *it* does, where $x<y$.');
  await panel
    .getByLabel('Written as', { exact: true })
    .first()
    .selectOption('markdown');

  const creators = part(panel, 'Creators');
  await lookUp(combobox(creators, 'Family name'), 'carb', 'Carberry, Josiah');
  await expect(creators.getByLabel('ORCID', { exact: true })).toHaveValue(
    '0000-0002-1825-0097'
  );
  await press('Add an affiliation', creators);
  await lookUp(
    combobox(creators, 'Affiliation 2'),
    'cern',
    'European Organization for Nuclear Research'
  );
  await press('Add another identifier', creators);
  await creators
    .getByLabel('Other identifier 1', { exact: true })
    .fill('gnd:118604740');
  await press('Done with Carberry, Josiah');
  await press('Add creator');
  const team = part(panel, /^Creator 2/);
  await team.getByRole('radio', { name: 'Organisation' }).check();
  await say(team, { Name: 'The Team', Role: 'Research group' });
  await press('Done with The Team');

  await lookUp(combobox(panel, 'Licenses'), 'apache', 'Apache');
  await press('Add a licence that is not in the list');
  await say(part(panel, 'A licence of your own'), {
    'Name of the licence': 'Ask first',
    'Web address of its text': 'https://example.org/terms',
    'What it allows': 'Write to us.'
  });
  const keywords = combobox(panel, 'Keywords and subjects');
  await keywords.fill('rose');
  await keywords.press('Enter');
  await lookUp(keywords, 'astron', 'Astronomy');

  await panel.getByRole('radio', { name: /^Restricted files/ }).check();
  await panel.getByRole('checkbox', { name: /^They become public/ }).check();
  await say(panel, {
    'Embargo until': '2040-06-01',
    'Reason of the embargo': 'Under review'
  });

  await press('Add funding');
  const grant = part(panel, 'Funding 1');
  await lookUp(combobox(grant, 'Funder'), 'european', 'European Commission');
  await lookUp(combobox(grant, 'Award number'), 'horiz', 'HORIZON-ZEN');
  await press('Add funding');
  await say(part(panel, 'Funding 2'), {
    Funder: 'Rose Foundation',
    'Award number': '12',
    'Title of the award': 'Scents',
    'Web address of the award': 'https://example.org/grants/12'
  });
  await press('Add contributor');
  const contributor = part(panel, 'Contributor 1');
  await say(contributor, { Role: 'Data curator', 'Family name': 'Roe' });

  await press('Add a related work');
  await say(part(panel, 'Related work 1'), {
    'This work …': 'Cites',
    'DOI, web address or other identifier':
      'https://doi.org/10.1038/s41588-018-0110-3',
    'What it is': 'Journal article'
  });
  await press('Add a reference');
  await say(part(panel, 'Reference 1'), {
    'The reference in full': 'Doe J. (2020) Roses.',
    'DOI or other identifier': '10.1234/roses',
    'Kind of identifier': 'DOI'
  });
  await press('Add an alternate identifier');
  await say(part(panel, 'Alternate identifier 1'), {
    Identifier: 'ark:/12345/fk1234',
    'Kind of identifier': 'ARK'
  });

  await say(panel, {
    Repository: 'https://github.com/a/b',
    'Development status': 'Active'
  });
  const languages = combobox(panel, 'Programming languages');
  await lookUp(languages, 'jul', 'Julia');

  await say(panel, {
    'Title of the journal': 'Journal of Roses',
    Volume: '645',
    Issue: '7',
    'Pages or article number': '15-23',
    ISSN: '2077-9550',
    'Title of the book or report': 'Book of Roses',
    ISBN: '978-3-16-148410-0',
    'Place of publication': 'Oxford',
    'Pages in the book or report': '158',
    Edition: '3',
    University: 'University of Oxford',
    Department: 'Botany',
    'Kind of thesis': 'PhD',
    'Date of submission': '2026-01',
    'Date of defence': '2026-05-01',
    'Title of the conference': 'Rose Days',
    Acronym: 'RD26',
    'When it was': '21-22 November 2026',
    'Where it was': 'Oxford',
    'Web address of the conference': 'https://example.org/rd26',
    Session: 'VI',
    'Part of the session': '1'
  });

  await lookUp(combobox(panel, 'Languages'), 'engl', 'English');
  await press('Add a date');
  await say(part(panel, 'Date 1'), {
    'Date or interval': '2026-01-01/2026-02-01',
    'Kind of date': 'Collected',
    Note: 'field season'
  });
  await say(panel, {
    Publisher: 'Rose Press',
    Copyright: '© 2026 Jane Doe'
  });
  await press('Add a title');
  const title = part(panel, 'Additional title 1');
  await say(title, {
    Wording: 'Duft der Rosen',
    'Kind of title': 'Translated title'
  });
  await lookUp(combobox(title, 'Language'), 'germ', 'German');
  await press('Add a description');
  const more = part(panel, 'Additional description 1');
  await say(more, {
    Text: 'How to run',
    'Kind of description': 'Technical info'
  });
}
