import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import plugins from '../index';

const schemas = join(__dirname, '../../schema');

describe('plugins', () => {
  it('have ids of this package and a description', () => {
    const ids = plugins.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, description, autoStart } of plugins) {
      expect(id).toMatch(/^jupyterlab-zenodo-publisher:[a-z]+$/);
      expect(description).toMatch(/\.$/);
      expect(autoStart).toBe(true);
    }
  });

  it('exist for each schema', () => {
    for (const file of readdirSync(schemas)) {
      const id = `jupyterlab-zenodo-publisher:${file.replace('.json', '')}`;
      expect(plugins.map(plugin => plugin.id)).toContain(id);
      expect(
        JSON.parse(readFileSync(join(schemas, file), 'utf-8'))
      ).toHaveProperty(
        ['jupyter.lab.internationalization', 'domain'],
        'jupyterlab_zenodo_publisher'
      );
    }
    expect(existsSync(join(schemas, 'sites.json'))).toBe(true);
  });
});
