/** A drive that lives in the page alone, as other extensions bring them along. */
import type { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import type { Page } from '@playwright/test';

/** The name of the drive, which begins its paths. */
export const driveName = 'Second';

/**
 * Add a drive to the page: it keeps its files in memory and gives them as
 * `blob:` addresses, as JupyterLite does. The server knows nothing of them.
 */
export async function addDrive(
  page: Page,
  files: Readonly<Record<string, string>>
): Promise<void> {
  await page.evaluate(
    ([name, content]) => {
      const kept = new Map(Object.entries(content));
      const saved = new Map<string, string>();
      const model = (path: string, withContent: boolean) => {
        const isFolder = path === '';
        const text = kept.get(path);
        if (!isFolder && text === undefined) {
          throw Object.assign(new Error(`${path} is not there`), {
            response: { status: 404 }
          });
        }
        return {
          name: path,
          path,
          created: '2026-01-01T00:00:00Z',
          last_modified: saved.get(path) ?? '2026-01-01T00:00:00Z',
          writable: true,
          mimetype: '',
          type: isFolder
            ? 'directory'
            : path.endsWith('.ipynb')
              ? 'notebook'
              : 'file',
          size: text?.length,
          format: withContent ? 'json' : null,
          content: null as unknown
        };
      };
      const noSignal = { connect: () => true, disconnect: () => true };
      const refuse = () => Promise.reject(new Error('Not on this drive'));
      const drive = {
        name,
        serverSettings: window.jupyterapp.serviceManager.serverSettings,
        fileChanged: noSignal,
        isDisposed: false,
        dispose: () => undefined,
        get: async (
          path: string,
          options: { content?: boolean; type?: string } = {}
        ) => {
          const found = model(path, options.content !== false);
          if (options.content === false) {
            return found;
          }
          if (path === '') {
            const content = [...kept.keys()].map(key => model(key, false));
            return { ...found, content };
          }
          const text = kept.get(path) ?? '';
          return options.type === 'file' || found.type === 'file'
            ? { ...found, type: 'file', format: 'text', content: text }
            : { ...found, content: JSON.parse(text) as unknown };
        },
        save: async (path: string, options: { content?: unknown }) => {
          const { content } = options;
          kept.set(
            path,
            typeof content === 'string' ? content : JSON.stringify(content)
          );
          saved.set(path, new Date().toISOString());
          return model(path, false);
        },
        getDownloadUrl: async (path: string) =>
          URL.createObjectURL(new Blob([kept.get(path) ?? ''])),
        newUntitled: refuse,
        delete: refuse,
        rename: refuse,
        copy: refuse,
        createCheckpoint: refuse,
        listCheckpoints: () => Promise.resolve([]),
        restoreCheckpoint: refuse,
        deleteCheckpoint: refuse
      };
      const { contents } = window.jupyterapp.serviceManager;
      contents.addDrive(
        drive as unknown as Parameters<typeof contents.addDrive>[0]
      );
    },
    [driveName, files] as const
  );
}

/** Show the drive in a file browser of its own, as such extensions do. */
export async function showDrive(page: Page): Promise<void> {
  await page.evaluate(name => {
    const app = window.jupyterapp;
    // A page has no other way to what plugins provide than their registry.
    const { pluginRegistry } = app as unknown as {
      pluginRegistry: {
        _plugins: Map<string, { service: IFileBrowserFactory }>;
      };
    };
    const id = '@jupyterlab/filebrowser-extension:factory';
    const browser = pluginRegistry._plugins
      .get(id)!
      .service.createFileBrowser('second-drive', {
        driveName: name,
        restore: false
      });
    app.shell.add(browser, 'left');
    app.shell.activateById(browser.id);
  }, driveName);
}

/** The text of a file of the drive. */
export function readFromDrive(page: Page, path: string): Promise<string> {
  return page.evaluate(async full => {
    const { contents } = window.jupyterapp.serviceManager;
    const found = await contents.get(full, { type: 'file', format: 'text' });
    return String(found.content);
  }, `${driveName}:${path}`);
}
