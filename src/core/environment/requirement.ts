import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { IDistributionAnswer } from './answer';
import {
  isDistributionName,
  isVersion,
  normalizedName
} from '../binder/distributionName';
import { environmentFinding } from './environmentFinding';
import { fromUrl } from './fromUrl';
import { needsScreen, standIn } from '../binder/platformPackages';

/** A line of requirements.txt for a distribution, or why there is none. */
export interface IRequirement {
  /** null: it cannot be installed from anywhere but the user's computer. */
  readonly line: string | null;
  readonly finding: IFinding | null;
  /** An option that pip needs for it, as a line of its own. */
  readonly option?: string;
}

/** Where the files of the project lie, for what is installed from one of its folders. */
export interface IBundleFolder {
  /** Paths in the bundle. */
  readonly files: readonly string[];
  /** The kernel's working folder in the bundle; '' = the root. */
  readonly folder: string;
}

/** Folders in which conda builds its packages; their URLs lead nowhere else. */
const condaBuild = /\/(croot|feedstock_root|conda-bld|tmp\/build)\//;

/**
 * PyTorch's own index of wheels for the processor. Binder has no graphics card;
 * the wheels of PyPI bring 2 GB for one. Source: pytorch.org, "Start Locally".
 */
const torchOption = '--extra-index-url https://download.pytorch.org/whl/cpu';
const torch = ['torch', 'torchvision', 'torchaudio'];

/** Find the line that installs a distribution on Binder. */
export function requirementOf(
  distribution: IDistributionAnswer,
  bundle: IBundleFolder,
  trans: ITranslator
): IRequirement {
  const { name, version, installer, directUrl } = distribution;
  if (!isDistributionName(name) || !isVersion(version)) {
    return {
      line: null,
      finding: environmentFinding(
        'environment.unknown-version',
        'warning',
        trans.__('The kernel does not say which version of %1 it has.', name)
      )
    };
  }
  if (directUrl && installer !== 'conda' && !condaBuild.test(directUrl.url)) {
    return fromUrl(distribution, directUrl, bundle, trans);
  }
  const other = standIn(name);
  if (other === null) {
    return {
      line: null,
      finding: environmentFinding(
        'environment.platform-only',
        'warning',
        trans.__(
          '%1 exists only for your operating system. Binder runs on Linux; it is left out there.',
          name
        )
      )
    };
  }
  const pinned = pin(other ?? name, version, trans);
  if (other === undefined) {
    return torch.includes(normalizedName(name))
      ? withoutGraphicsCard(pinned, name, trans)
      : pinned;
  }
  return {
    line: pinned.line,
    finding: environmentFinding(
      'environment.platform-replaced',
      'info',
      needsScreen(name)
        ? trans.__(
            '%1 needs a screen, which Binder does not have. %2 is installed there: the same, without windows.',
            name,
            other
          )
        : trans.__(
            '%1 is made for your computer. Binder installs %2 instead.',
            name,
            other
          )
    )
  };
}

/**
 * `name==version`, or the nearest that the public index has. Sources: PEP 440;
 * local versions (`+cpu`) are not taken by PyPI, versions under development by
 * custom neither.
 */
function pin(name: string, version: string, trans: ITranslator): IRequirement {
  const [released, local] = version.split('+');
  const development = /^(.+?)[.-]?dev\d*$/i.exec(released)?.[1];
  if (development !== undefined) {
    // 1.3.dev2 comes before 1.3, and 1.3.post1.dev0 after it.
    const after = /^(.+?)[.-]?post\d*$/i.exec(development)?.[1];
    return {
      line: after ? `${name}==${after}` : `${name}<${development}`,
      finding: environmentFinding(
        'environment.development-version',
        'warning',
        trans.__(
          'You have %1 %2, a version under development that PyPI does not have. Binder installs the last one before it. Install a released version, and read the kernel again.',
          name,
          version
        )
      )
    };
  }
  return {
    // `==2.3.1` accepts 2.3.1+cpu too, but not the other way round.
    line: `${name}==${released}`,
    finding:
      local === undefined
        ? null
        : environmentFinding(
            'environment.local-version',
            'info',
            trans.__(
              'You have %1 %2. This build is not on PyPI, so Binder installs %3.',
              name,
              version,
              released
            )
          )
  };
}

function withoutGraphicsCard(
  pinned: IRequirement,
  name: string,
  trans: ITranslator
): IRequirement {
  return {
    line: pinned.line,
    option: torchOption,
    finding:
      pinned.finding?.severity === 'warning'
        ? pinned.finding
        : environmentFinding(
            'environment.no-graphics-card',
            'info',
            trans.__(
              'Binder has no graphics card. It installs %1 for the processor, which is also much smaller.',
              name
            )
          )
  };
}
