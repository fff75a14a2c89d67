import { Widget } from '@lumino/widgets';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget } from '@jupyterlab/apputils';
import { commands as commandsPlugin } from '../commands';
import { PublicationPanels } from '../panels';
import type { IPublicationPanel } from '../tokens';

describe('the command to publish', () => {
  function setUp(options: {
    selected?: string[];
    notebook?: string;
    isCurrent?: boolean;
  }) {
    const panel = options.notebook
      ? { context: { path: options.notebook } }
      : null;
    const signal = { connect: () => true };
    const registry = new CommandRegistry();
    const open = jest.fn(async () => undefined);
    const palette = { addItem: jest.fn() };
    commandsPlugin.activate(
      {
        commands: registry,
        shell: { currentWidget: options.isCurrent ? panel : null }
      } as unknown as JupyterFrontEnd,
      { open },
      {
        tracker: {
          currentChanged: signal,
          currentWidget: {
            selectedItems: () =>
              (options.selected ?? [])
                .map(path => ({ path }))
                [Symbol.iterator]()
          }
        }
      },
      { currentChanged: signal, currentWidget: panel },
      palette,
      null
    );
    const id = 'zenodo-publisher:publish';
    return {
      palette,
      label: registry.label(id),
      isEnabled: (args = {}) => registry.isEnabled(id, args),
      paths: async (args = {}) => {
        await registry.execute(id, args);
        return open.mock.calls[0] as unknown[];
      }
    };
  }

  const both = { selected: ['S3:d', 'e.csv'], notebook: 'n.ipynb' };

  it('is in the palette', () => {
    const { label, palette } = setUp({});
    expect(label).toBe('Publish to Zenodo…');
    expect(palette.addItem).toHaveBeenCalledTimes(1);
  });

  it('takes the paths it is given', async () => {
    const { paths } = setUp(both);
    expect(await paths({ paths: ['x'] })).toEqual([['x']]);
  });

  it('takes the current notebook from its toolbar, whatever is selected', async () => {
    const { paths } = setUp(both);
    expect(await paths({ from: 'notebook' })).toEqual([['n.ipynb']]);
  });

  it('takes the selection from the file browser, whatever is open', async () => {
    const { paths } = setUp({ ...both, isCurrent: true });
    expect(await paths({ from: 'files' })).toEqual([['S3:d', 'e.csv']]);
  });

  it('takes the notebook that the user works in, else the selection, else a notebook', async () => {
    const inNotebook = setUp({ ...both, isCurrent: true });
    expect(await inNotebook.paths()).toEqual([['n.ipynb']]);
    expect(await setUp(both).paths()).toEqual([['S3:d', 'e.csv']]);
    expect(await setUp({ notebook: 'n.ipynb' }).paths()).toEqual([['n.ipynb']]);
  });

  it('is disabled where there is nothing to publish', () => {
    expect(setUp({}).isEnabled()).toBe(false);
    expect(setUp({ notebook: 'n' }).isEnabled({ from: 'files' })).toBe(false);
    expect(setUp(both).isEnabled()).toBe(true);
  });
});

describe('PublicationPanels', () => {
  function setUp() {
    const shell = { add: jest.fn(), activateById: jest.fn() };
    let count = 0;
    const create = jest.fn(async (selection: readonly string[], id?: string) =>
      Object.assign(new MainAreaWidget({ content: new Widget() }), {
        publicationId: id ?? `p${++count}`,
        paths: selection,
        publicationChanged: new Signal<object, void>({})
      })
    );
    const panels = new PublicationPanels({
      toPath: path => path,
      shell,
      area: 'main',
      create: create as (
        selection: readonly string[],
        id?: string
      ) => Promise<IPublicationPanel>
    });
    return { shell, create, panels };
  }

  it('opens one panel for a selection, in any order, also when asked twice at once', async () => {
    const { shell, create, panels } = setUp();
    const [one, two] = await Promise.all([
      panels.open(['b', 'a']),
      panels.open(['a', 'b', 'a'])
    ]);
    const three = await panels.open(['b', 'a']);
    expect(two).toBe(one);
    expect(three).toBe(one);
    expect(create).toHaveBeenCalledTimes(1);
    expect(shell.add).toHaveBeenCalledTimes(1);
    expect(shell.activateById).toHaveBeenLastCalledWith(one.id);
  });

  it('opens another one for other files, and a new one after closing', async () => {
    const { create, panels } = setUp();
    const one = await panels.open(['a']);
    await panels.open(['b']);
    one.dispose();
    const again = await panels.open(['a']);
    expect(again).not.toBe(one);
    expect(create).toHaveBeenCalledTimes(3);
  });

  it('names no rank in the main area: JupyterLab would keep each panel for ever', async () => {
    const { shell, panels } = setUp();
    await panels.open(['a']);
    expect(shell.add).toHaveBeenCalledWith(expect.anything(), 'main', {});
  });

  it('can be asked again after a failure', async () => {
    const { create, panels } = setUp();
    create.mockRejectedValueOnce(new Error('no chunk'));
    await expect(panels.open(['a'])).rejects.toThrow('no chunk');
    await expect(panels.open(['a'], 'p9')).resolves.toMatchObject({
      publicationId: 'p9'
    });
  });
});
