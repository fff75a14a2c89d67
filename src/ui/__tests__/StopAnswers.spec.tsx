import type { IFinding } from '../../core/finding';
import { exclude, finding, FindingsPage } from './findingsPage';
import { focused, nameOf } from './testing';

let page: FindingsPage;

afterEach(() => page.dispose());

describe('what stops the upload', () => {
  const secret = (id: string, more: Partial<IFinding> = {}) =>
    finding(`secrets.${id}`, {
      severity: 'error',
      stops: true,
      excerpt: 'hf_a…9xQ',
      key: id,
      fixes: [
        {
          label: 'Remove it from the copy',
          fix: {
            kind: 'edit-copy',
            path: 'a.ipynb',
            edit: { kind: 'mask', key: id }
          }
        },
        {
          label: 'Leave the file out',
          fix: { kind: 'exclude', paths: ['a.ipynb'] }
        }
      ],
      ...more
    });

  it('has three answers for a possible secret, and no other', () => {
    page = new FindingsPage([secret('one')]);
    const item = page.one('.jp-ZenodoPublisher-findingStops');
    expect([...item.querySelectorAll('button')].map(nameOf)).toEqual([
      'Show a.ipynb, cell 3',
      'Blank it out in the copy',
      'Leave the file out',
      'It is not a secret…'
    ]);
    const group = item.querySelector('[role="group"]');
    const label = group?.getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(label)?.textContent).toContain(
      'About secrets.one.'
    );
    expect(item.textContent).toContain('hf_a…9xQ');
  });

  it.each([
    ['Blank it out in the copy', 'edit-copy'],
    ['Leave the file out', 'exclude']
  ])('is mended by “%s”', async (name, kind) => {
    page = new FindingsPage([secret('one'), finding('b')]);
    page.use(name);
    expect(page.session.calls).toEqual([
      ['apply', 'secrets.one', kind, 'bundle']
    ]);
    expect(focused()).toBe('Changing it');
    page.use('Changing it');
    expect(page.session.calls).toHaveLength(1);
    await page.end();
    expect(focused()).toContain('About b.');
  });

  it('is accepted for a reason, one at a time', () => {
    page = new FindingsPage([secret('one'), secret('two')]);
    const button = page.buttons('It is not a secret…')[0];
    page.press(button);
    const field = page.field('Why is it not a secret?');
    expect(document.activeElement).toBe(field);
    expect(field.required).toBe(true);
    page.type(field, '   ');
    page.use('Go on with it');
    expect(page.session.calls).toEqual([]);
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const help = document.getElementById(
      field.getAttribute('aria-describedby') ?? ''
    );
    expect(help?.textContent).toBe('Write a few words.');
    page.type(field, ' From the manual ');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    page.use('Go on with it');
    expect(page.session.calls).toEqual([
      ['accept', 'secrets.one', 'From the manual']
    ]);
    expect(page.told()).toContain('Set aside, with your reason.');
    expect(focused()).toContain('About secrets.two.');
  });

  it('folds the question on Escape', () => {
    page = new FindingsPage([secret('one')]);
    page.use('It is not a secret…');
    page.key('Escape', page.field('Why is it not a secret?'));
    expect(focused()).toBe('It is not a secret…');
    expect(page.all('form input[maxlength]')).toHaveLength(0);
  });

  it('does not call something else a secret', () => {
    page = new FindingsPage([
      finding('notebook.unsaved', {
        severity: 'error',
        stops: true,
        fixes: [exclude('a.ipynb')]
      })
    ]);
    page.use('Fix… Leave out the biggest');
    expect(page.one('.jp-ZenodoPublisher-fixFiles').textContent).toBe(
      'a.ipynb'
    );
    page.use('Go on all the same…');
    page.type(page.field('Why is it all right to go on?'), 'Only a comment');
    page.use('Go on with it');
    expect(page.session.calls).toEqual([
      ['accept', 'notebook.unsaved', 'Only a comment']
    ]);
  });
});
