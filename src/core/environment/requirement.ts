import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { IDistributionAnswer } from './answer';

/** A line of requirements.txt for a distribution, or why there is none. */
export interface IRequirement {
  /** null: it cannot be installed from anywhere but the user's computer. */
  readonly line: string | null;
  readonly finding: IFinding | null;
}

/** The form in which names of distributions are compared. Source: PEP 503. */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** Distributions that exist for one system only, and what stands for them elsewhere. */
const elsewhere: Readonly<Record<string, string | null>> = {
  appnope: null,
  pywin32: null,
  pywinpty: null,
  'tensorflow-intel': 'tensorflow',
  'tensorflow-macos': 'tensorflow',
  'tensorflow-metal': null
};

/** Folders in which conda builds its packages; their URLs lead nowhere else. */
const condaBuild = /\/(croot|feedstock_root|conda-bld|tmp\/build)\//;

/** The name of a distribution and its version. Source: PEP 508, PEP 440. */
const validName = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;
const validVersion = /^[a-z0-9][a-z0-9.!+_-]*$/i;

/** Find the line that installs a distribution on Binder. */
export function requirementOf(
  distribution: IDistributionAnswer,
  trans: ITranslator
): IRequirement {
  const { name, version, installer, directUrl } = distribution;
  if (!validName.test(name) || !validVersion.test(version)) {
    return none(
      'environment.unknown-version',
      trans.__('The kernel does not say which version of %1 it has.', name)
    );
  }
  if (directUrl && installer !== 'conda' && !condaBuild.test(directUrl.url)) {
    return fromUrl(name, directUrl, trans);
  }
  const key = normalizedName(name);
  if (key in elsewhere) {
    const other = elsewhere[key];
    return other === null
      ? none(
          'environment.platform-only',
          trans.__(
            '%1 exists only for your operating system. Binder runs on Linux; it is left out there.',
            name
          )
        )
      : { line: `${other}==${version}`, finding: null };
  }
  // `==2.3.1` accepts 2.3.1+cpu, but the public index has no local versions.
  const [released, local] = version.split('+');
  const line = `${name}==${released}`;
  if (local !== undefined) {
    return some(
      line,
      'environment.local-version',
      'info',
      trans.__(
        'You have %1 %2. This build is not on PyPI, so Binder installs %3.',
        name,
        version,
        released
      )
    );
  }
  return /dev/.test(released)
    ? some(
        line,
        'environment.development-version',
        'warning',
        trans.__(
          'You have %1 %2, a version under development. PyPI may not have it.',
          name,
          version
        )
      )
    : { line, finding: null };
}

function fromUrl(
  name: string,
  directUrl: NonNullable<IDistributionAnswer['directUrl']>,
  trans: ITranslator
): IRequirement {
  const url = publicUrl(directUrl.url);
  if (directUrl.url.startsWith('file:')) {
    return none(
      'environment.local-install',
      directUrl.folder
        ? trans.__(
            '%1 is installed from a folder on your computer. Put that folder into the bundle, or install a released version.',
            name
          )
        : trans.__(
            '%1 is installed from a file on your computer. Install a released version, so that others can, too.',
            name
          )
    );
  }
  if (!url || directUrl.folder) {
    return none(
      'environment.private-url',
      trans.__('%1 is installed from a place that Binder cannot reach.', name)
    );
  }
  if (directUrl.vcs && !/^[0-9a-z.-]+$/i.test(directUrl.commit)) {
    return none(
      'environment.unknown-version',
      trans.__('The kernel does not say which version of %1 it has.', name)
    );
  }
  return some(
    directUrl.vcs
      ? `${name} @ ${directUrl.vcs}+${url}@${directUrl.commit}`
      : `${name} @ ${url}`,
    'environment.from-url',
    'warning',
    trans.__(
      '%1 is installed from %2. It can be installed as long as that page exists.',
      name,
      new URL(url).host
    )
  );
}

/** The URL without user name, password and query; null where not all may read it. */
function publicUrl(text: string): string | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return null;
    }
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

function some(
  line: string,
  id: string,
  severity: IFinding['severity'],
  message: string
): IRequirement {
  return { line, finding: { id, severity, section: 'environment', message } };
}

function none(id: string, message: string): IRequirement {
  return {
    line: null,
    finding: { id, severity: 'warning', section: 'environment', message }
  };
}
