import {
  InMemoryConnector,
  type ISecretsConnector,
  SecretsManager
} from 'jupyter-secrets-manager';
import { ManagedSecrets } from '../managedSecrets';

const url = 'https://zenodo.org';
const namespace = 'ours:secrets';
const secret = {
  tokens: { accessToken: 'a', refreshToken: 'r', expiresAt: 5, user: '1' },
  isPasted: false
};

/** What stands behind the manager, which takes one connector a page. */
const behind = new InMemoryConnector();
const connector: ISecretsConnector = {
  fetch: id => behind.fetch(id),
  save: (id, value) => behind.save(id, value),
  remove: id => behind.remove(id)
};
const manager = new SecretsManager({ showSecretFields: false });
let key = Symbol('nobody’s');
manager.setConnector(connector);
SecretsManager.sign(namespace, given => {
  key = given ?? key;
  return { id: namespace, description: 'Ours.', activate: () => undefined };
});

describe('Secrets with jupyter-secrets-manager', () => {
  const secrets = new ManagedSecrets({ manager, key, namespace });

  afterEach(() => {
    connector.save = (id, value) => behind.save(id, value);
    connector.remove = id => behind.remove(id);
  });

  it('are kept in our namespace, by site, until they are removed', async () => {
    await expect(secrets.load(url)).resolves.toBeNull();
    await secrets.save(url, secret);
    await expect(secrets.load(url)).resolves.toEqual(secret);
    await expect(secrets.load('https://other.org')).resolves.toBeNull();
    const { ids } = await behind.list(namespace);
    expect(ids).toEqual([`${namespace}:${url}`]);
    await secrets.remove(url);
    await expect(secrets.load(url)).resolves.toBeNull();
  });

  it('are not for those who have another key', async () => {
    await secrets.save(url, secret);
    const other = new ManagedSecrets({
      manager,
      key: Symbol(namespace),
      namespace
    });
    await expect(other.load(url)).rejects.toThrow(/not available/);
    await secrets.remove(url);
  });

  it('are said to be lost where the connector does not save', async () => {
    delete connector.save;
    await expect(secrets.save(url, secret)).rejects.toThrow(/did not keep/);
  });

  it('are said to be there still where the connector does not remove', async () => {
    await secrets.save(url, secret);
    delete connector.remove;
    await expect(secrets.remove(url)).rejects.toThrow(/did not remove/);
  });

  it.each(['', 'no JSON', '7', '{"tokens": {"accessToken": 3}}'])(
    'that are none of ours are none: %s',
    async value => {
      await behind.save(`${namespace}:${url}`, { namespace, id: url, value });
      await expect(secrets.load(url)).resolves.toBeNull();
    }
  );
});
