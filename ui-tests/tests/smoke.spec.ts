import { expect, test } from '../fixtures';

const plugins = 'jupyterlab-zenodo-publisher:';

test('JupyterLab starts with all plugins of the extension', async ({
  page
}) => {
  const state = await page.evaluate(prefix => {
    const app = window.jupyterapp;
    return app
      .listPlugins()
      .filter(id => id.startsWith(prefix))
      .map(id => ({ id, active: app.isPluginActivated(id) }));
  }, plugins);
  expect(state.length).toBeGreaterThan(0);
  expect(state.filter(({ active }) => !active)).toEqual([]);
});

test('the command is there', async ({ page }) => {
  const label = await page.evaluate(() =>
    window.jupyterapp.commands.label('zenodo-publisher:publish', {
      paths: ['a.ipynb']
    })
  );
  expect(label).toBe('Publish to Zenodo…');
});

test('the page reaches the site', async ({ page, site }) => {
  const status = await page.evaluate(
    async ({ url, token }) => {
      const response = await fetch(`${url}/api/user/records?size=1`, {
        headers: {
          Accept: 'application/vnd.inveniordm.v1+json',
          Authorization: `Bearer ${token}`
        }
      });
      return response.status;
    },
    { url: site.url, token: site.token }
  );
  expect(status).toBe(200);
});
