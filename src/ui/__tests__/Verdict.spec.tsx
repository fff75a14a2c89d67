import type { IFix } from '../../core/finding';
import { clear, finding, FindingsPage, write } from './findingsPage';
import { readyState } from './testing';

let page: FindingsPage;

afterEach(() => page.dispose());

describe('the verdict', () => {
  const bad = (fixes?: IFix[]) =>
    finding('binder.runtime', {
      severity: 'error',
      section: 'environment',
      fixes
    });
  const next = finding('next', {
    severity: 'error',
    section: 'environment',
    fixes: [clear]
  });
  const refused = () => ({
    environment: { ...readyState().environment, accepted: false }
  });
  const box = () => page.one('.jp-ZenodoPublisher-verdict');
  const list = () => page.items('Environment');

  it('has the first error with what mends it, and the list has it not', async () => {
    page = new FindingsPage([bad([write()]), next], refused());
    expect(box().textContent).toContain('About binder.runtime.');
    expect(list()).toHaveLength(1);
    expect(
      page.button('Environment').closest('section')?.textContent
    ).toContain('2 to fix');
    expect(box().contains(page.button('Fix… Add pyarrow'))).toBe(true);
    page.use('Fix… Add pyarrow');
    expect(box().querySelector('ins')).not.toBeNull();
    page.use('Change it');
    await page.end();
    // What comes next stands in the box now.
    expect(page.told(1)).toBe('requirements.txt was changed.');
    expect(box().textContent).toContain('About next.');
    expect(list()).toHaveLength(0);
    expect(document.activeElement).toBe(box().querySelector('[aria-expanded]'));
  });

  it('says why in general where nothing mends the first error', () => {
    page = new FindingsPage([bad(), next], refused());
    expect(box().textContent).toContain('Below is what to change.');
    expect(list()).toHaveLength(2);
  });

  it('leaves all to the list where Binder accepts it, and while files are read', () => {
    page = new FindingsPage([bad([write()])]);
    expect(box().textContent).toContain('Binder will start this');
    expect(list()).toHaveLength(1);
    page.change(refused());
    expect(list()).toHaveLength(0);
    page.change({
      contents: { ...readyState().contents, reading: { files: 3 } }
    });
    expect(page.all('.jp-ZenodoPublisher-verdict')).toHaveLength(0);
    expect(list()).toHaveLength(1);
  });
});
