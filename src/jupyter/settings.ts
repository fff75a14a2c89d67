import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import {
  type IMetadataDefaults,
  noDefaults,
  readDefaults
} from '../core/metadata/sources/defaults';
import { parseSites, withHub } from '../core/zenodo/siteSettings';
import { builtInSites, zenodo } from '../core/zenodo/sites';
import type { TransferMode } from '../core/transfer/jupyterServer';
import type { ITranslator } from '../core/text';
import type { ISites } from '../session/ports';

/** What reads the sites from the settings. */
export interface ISitesOptions {
  /** Null = the built-in sites only. */
  readonly registry: Pick<ISettingRegistry, 'load'> | null;
  /** The plugin whose settings they are. */
  readonly plugin: string;
  readonly trans: ITranslator;
}

/**
 * The built-in sites and those of the settings. Settings that cannot be read or
 * used are told as problems; the built-in sites are always there.
 */
export async function loadSites(options: ISitesOptions): Promise<ISites> {
  const { registry, plugin, trans } = options;
  if (!registry) {
    return { all: builtInSites, defaultId: zenodo.id, problems: [] };
  }
  let sites: unknown;
  let wanted: unknown;
  let hub: unknown;
  try {
    await readFrom(registry, plugin, settings => {
      sites = settings.get('sites').composite;
      wanted = settings.get('defaultSite').composite;
      hub = settings.get('zenodoBinder').composite;
    });
  } catch {
    return {
      all: builtInSites,
      defaultId: zenodo.id,
      problems: [
        trans.__('The settings could not be read, so only Zenodo is offered.')
      ]
    };
  }
  const added = parseSites(sites, trans);
  const problems = [...added.problems];
  const own = withHub(zenodo, hub);
  if (!own) {
    problems.push(
      trans.__('The address of Binder in the settings cannot be used.')
    );
  }
  const builtIn = builtInSites.map(site =>
    site === zenodo ? (own ?? site) : site
  );
  const all = [...builtIn, ...added.sites];
  const isKnown = all.some(site => site.id === wanted);
  if (wanted && !isKnown) {
    problems.push(
      trans.__(
        'The settings name “%1” as the site to begin with, but there is no such site.',
        String(wanted)
      )
    );
  }
  return { all, defaultId: isKnown ? String(wanted) : zenodo.id, problems };
}

/** The patterns of what is left out. Settings that cannot be read leave nothing out. */
export async function loadIgnored({
  registry,
  plugin
}: Pick<ISitesOptions, 'registry' | 'plugin'>): Promise<readonly string[]> {
  try {
    const ignored: unknown =
      registry &&
      (await readFrom(registry, plugin, one => one.get('ignore').composite));
    return Array.isArray(ignored)
      ? ignored.filter((one): one is string => typeof one === 'string')
      : [];
  } catch {
    return [];
  }
}

/**
 * What is to stand in every record. Settings that cannot be read, and what in
 * them is of another kind, say nothing.
 */
export async function loadDefaults({
  registry,
  plugin
}: Pick<ISitesOptions, 'registry' | 'plugin'>): Promise<IMetadataDefaults> {
  try {
    return readDefaults(
      registry &&
        (await readFrom(registry, plugin, settings => settings.composite))
    );
  } catch {
    return noDefaults;
  }
}

/** How files travel. Settings that cannot be read leave it to what fits. */
export async function loadTransferMode({
  registry,
  plugin
}: Pick<ISitesOptions, 'registry' | 'plugin'>): Promise<TransferMode> {
  try {
    const mode: unknown =
      registry &&
      (await readFrom(registry, plugin, one => one.get('transfer').composite));
    return mode === 'browser' || mode === 'server' ? mode : 'auto';
  } catch {
    return 'auto';
  }
}

/**
 * Read a plugin's settings as they are now. Each load makes an object that the
 * registry keeps until it is disposed: one per panel, for as long as the page lives.
 */
async function readFrom<T>(
  registry: Pick<ISettingRegistry, 'load'>,
  plugin: string,
  read: (settings: ISettingRegistry.ISettings) => T
): Promise<T> {
  const settings = await registry.load(plugin);
  try {
    return read(settings);
  } finally {
    settings.dispose();
  }
}
