import { ITranslator } from '../text';
import { IDirectUrl, IDistributionAnswer } from './answer';
import { joinInBundle } from '../paths';
import { environmentFinding } from './environmentFinding';
import type { IBundleFolder, IRequirement } from './requirement';

/** Hosts whose public repositories are read by HTTPS under the same path as by SSH. */
const publicHosts = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org'
];

/** The line for what was installed from a URL. Source: PEP 610. */
export function fromUrl(
  distribution: IDistributionAnswer,
  directUrl: IDirectUrl,
  bundle: IBundleFolder,
  trans: ITranslator
): IRequirement {
  const { name } = distribution;
  if (/^file:/i.test(directUrl.url)) {
    return fromComputer(distribution, directUrl, bundle, trans);
  }
  const source = publicUrl(directUrl.url, directUrl.vcs !== '');
  if (!source || directUrl.folder) {
    return none(
      'environment.private-url',
      trans.__(
        '%1 is installed from a place that Binder cannot reach. Install a released version, and read the kernel again.',
        name
      )
    );
  }
  if (directUrl.vcs && !/^[0-9a-z.-]+$/i.test(directUrl.commit)) {
    return none(
      'environment.unknown-version',
      trans.__('The kernel does not say which version of %1 it has.', name)
    );
  }
  const { url, hadSecret } = source;
  if (/-(macosx|win32|win_amd64|win_arm64)[^/-]*\.whl$/.test(url)) {
    return none(
      'environment.platform-only',
      trans.__(
        '%1 exists only for your operating system. Binder runs on Linux; it is left out there.',
        name
      )
    );
  }
  const { host } = new URL(url);
  return {
    line: directUrl.vcs
      ? `${name} @ ${directUrl.vcs}+${url}@${directUrl.commit}${subdirectory(directUrl)}`
      : `${name} @ ${url}${directUrl.sha256 && `#sha256=${directUrl.sha256}`}`,
    finding: hadSecret
      ? environmentFinding(
          'environment.from-private-url',
          'warning',
          trans.__(
            '%1 is installed from %2 with your own access, which is left out. Binder can install it only if everyone can read that page.',
            name,
            host
          )
        )
      : environmentFinding(
          'environment.from-url',
          'warning',
          trans.__(
            '%1 is installed from %2. It can be installed as long as that page exists.',
            name,
            host
          )
        )
  };
}

/** What was installed from the user's computer: from the bundle, if the folder is in it. */
function fromComputer(
  { name, folder }: IDistributionAnswer,
  directUrl: IDirectUrl,
  bundle: IBundleFolder,
  trans: ITranslator
): IRequirement {
  const path = folder === null ? null : joinInBundle(bundle.folder, folder);
  const at = path ? `${path}/` : '';
  const isInBundle =
    path !== null &&
    /^[\w./-]*$/.test(path) &&
    ['pyproject.toml', 'setup.py'].some(file =>
      bundle.files.includes(`${at}${file}`)
    );
  if (isInBundle) {
    return { line: path ? `./${path}` : '.', finding: null };
  }
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

/**
 * The URL without user name, password, query and fragment; null where it is
 * none that everyone may read.
 *
 * @param isVcs - for a repository, SSH at a public host is taken for HTTPS.
 */
export function publicUrl(
  text: string,
  isVcs = false
): { url: string; hadSecret: boolean } | null {
  let url: URL;
  try {
    url = new URL(text);
    if (
      isVcs &&
      url.protocol === 'ssh:' &&
      publicHosts.includes(url.hostname)
    ) {
      url = new URL(`https://${url.hostname}${url.pathname}`);
      return { url: url.href, hadSecret: true };
    }
  } catch {
    return null;
  }
  // What follows is a line of a file that pip splits at white space.
  if (!/^https?:$/.test(url.protocol) || /[\s;#]/.test(url.pathname)) {
    return null;
  }
  const hadSecret = Boolean(url.username || url.password || url.search);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return { url: url.href, hadSecret };
}

function subdirectory({ subdirectory: path }: IDirectUrl): string {
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) ? `#subdirectory=${path}` : '';
}

function none(id: string, message: string): IRequirement {
  return { line: null, finding: environmentFinding(id, 'warning', message) };
}
