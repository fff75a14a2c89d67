import type {
  ICoverage,
  ICoveredModule
} from '../../core/environment/coverage/coverage';
import type { IEnvironmentState } from '../../session/environmentState';
import { focused, nameOf, Page } from './testing';

let page: Page;

beforeEach(() => {
  page = new Page();
  page.press(page.button('Environment'));
});
afterEach(() => page.dispose());

function environment(change: Partial<IEnvironmentState>): void {
  page.change({
    environment: { ...page.session.state.environment, ...change }
  });
}

const declared = (name: string, line: number, path = 'requirements.txt') => ({
  name,
  key: name,
  text: name,
  path,
  line
});

const imported = (
  name: string,
  status: ICoveredModule['status'],
  more: Partial<ICoveredModule> = {}
): ICoveredModule => ({
  name,
  status,
  by: null,
  isIndirect: false,
  packages: [],
  line: null,
  places: [{ path: 'a.ipynb', cell: 0 }],
  optional: false,
  ...more
});

const cover = (
  modules: readonly ICoveredModule[],
  more: Partial<ICoverage> = {}
): void =>
  environment({
    coverage: { modules, unused: [], unclear: [], findings: [], ...more }
  });

/** The table as it is read: its rows, cell by cell. */
const table = () =>
  page.all('tbody tr').map(row => [...row.children].map(cell => nameOf(cell)));
const caption = () => page.one('caption').textContent;

describe('what the notebooks import', () => {
  it('is not there before it is known, nor where nothing is imported', () => {
    expect(page.all('table')).toHaveLength(0);
    cover([]);
    expect(page.all('table')).toHaveLength(0);
  });

  it('is a table with what is to be done first', () => {
    cover([
      imported('json', 'standard'),
      imported('pandas', 'covered', { by: declared('pandas', 1) }),
      imported('numpy', 'covered', {
        by: declared('pandas', 1),
        isIndirect: true
      }),
      imported('soil', 'local'),
      imported('odd', 'unknown'),
      imported('torch', 'not-covered', { optional: true }),
      imported('cv2', 'not-covered', { packages: ['opencv-python'] }),
      imported('ipywidgets', 'covered')
    ]);
    expect(caption()).toBe('What the notebooks import: 8 imports, 1 missing');
    expect(page.all('thead th[scope="col"]').map(nameOf)).toEqual([
      'Import',
      'Used in',
      'Comes from',
      'State'
    ]);
    expect(page.all('tbody th[scope="row"]')).toHaveLength(8);
    const where = 'Show a, cell 1';
    expect(table()).toEqual([
      ['cv2', where, 'nothing yet; opencv-python has it', 'missing'],
      ['torch optional', where, 'nothing yet', 'missing'],
      ['odd', where, 'could not be found out', 'not sure'],
      ['json', where, 'Python itself', 'part of Python'],
      ['pandas', where, 'requirements.txt, line 1', 'covered'],
      ['numpy', where, 'requirements.txt, line 1: pandas needs it', 'covered'],
      ['soil', where, 'your own file', 'in the bundle'],
      ['ipywidgets', where, 'Binder itself', 'covered']
    ]);
  });

  it('counts what a reader would miss, not what may be missing', () => {
    const optional = imported('torch', 'not-covered', { optional: true });
    cover([imported('json', 'standard'), optional]);
    expect(caption()).toBe(
      'What the notebooks import: 2 imports, what is needed is covered'
    );
    cover([imported('json', 'standard')]);
    expect(caption()).toBe('What the notebooks import: 1 import, covered');
    cover([imported('json', 'standard'), imported('os', 'standard')]);
    expect(caption()).toBe('What the notebooks import: 2 imports, all covered');
    cover([imported('odd', 'unknown'), optional]);
    expect(caption()).toBe('What the notebooks import: 2 imports, 1 not sure');
  });

  it('leads to the cells', () => {
    const places = [0, 3, 4, 5].map(cell => ({ path: 'x/b.ipynb', cell }));
    cover([
      imported('pandas', 'covered', { places }),
      imported('re', 'standard', { places: [{ path: 'h.py', line: 2 }] })
    ]);
    expect(table()[0][1]).toBe('Show x/b, cell 1; Show x/b, cell 4 and 2 more');
    page.press(page.button('Show x/b, cell 4'));
    page.press(page.button('Show h.py, line 2'));
    expect(page.session.calls).toEqual([
      ['open', 'x/b.ipynb', 3],
      ['open', 'h.py']
    ]);
  });

  it('folds what is covered', () => {
    const modules = [...Array(13).keys()].map(index =>
      imported(`m${index}`, index === 12 ? 'not-covered' : 'standard')
    );
    cover(modules);
    expect(table()).toHaveLength(6);
    expect(table()[0][0]).toBe('m12');
    const button = page.button('Show 7 more, all covered');
    page.focus(button);
    page.press(button);
    expect(table()).toHaveLength(13);
    expect(focused()).toBe('Show fewer imports');
    page.press(page.button('Show fewer imports'));
    expect(table()).toHaveLength(6);
  });

  it('stays short whatever the notebooks import', () => {
    cover(
      [...Array(3000).keys()].map(index => imported(`m${index}`, 'not-covered'))
    );
    expect(table()).toHaveLength(20);
    page.press(page.button('Show 2980 more'));
    expect(table()).toHaveLength(500);
    expect(page.host.textContent).toContain('and 2500 more');
  });

  it('names what is asked for and not used', () => {
    cover([], {
      unused: [
        declared('x', 1),
        declared('y', 2),
        declared('x', 3),
        declared('z', 1, 'environment.yml')
      ]
    });
    expect(page.host.textContent).toContain(
      'In requirements.txt, but not used: x, y'
    );
    expect(page.host.textContent).toContain(
      'In environment.yml, but not used: z'
    );
    cover([], {
      unused: [...Array(12).keys()].map(index => declared(`p${index}`, index))
    });
    expect(page.host.textContent).toContain('p9 and 2 more');
    expect(page.host.textContent).not.toContain('p10');
  });
});
