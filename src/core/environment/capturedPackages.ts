import { IFinding, IPlace } from '../finding';
import { ITranslator } from '../text';
import { IModuleUse } from '../uses/moduleUse';
import { IAnswer, ICondaPackage, IDistributionAnswer } from './answer';
import type {
  ICapturedPackage,
  ISystemPackage,
  PackageReason
} from './capture';
import { needsConda, publicChannel } from './condaOnly';
import {
  isDistributionName,
  isVersion,
  normalizedName
} from '../binder/distributionName';
import { environmentFinding } from './environmentFinding';
import { IFoundNeed } from './needs/findNeeds';
import { needFindings } from './needs/needFindings';
import { allPartners, partnerOf } from './partners';
import { IBundleFolder, requirementOf } from './requirement';

export interface IPackagesQuestion {
  readonly answer: IAnswer;
  /** By the normalised name of a distribution: the imports that need it. */
  readonly users: ReadonlyMap<string, readonly IModuleUse[]>;
  readonly needs: readonly IFoundNeed[];
  readonly bundle: IBundleFolder;
  readonly trans: ITranslator;
}

/** What goes into the environment, and what is to be said of it. */
export interface ICapturedPackages {
  readonly packages: readonly ICapturedPackage[];
  readonly system: readonly ISystemPackage[];
  readonly needsConda: boolean;
  readonly channels: readonly string[];
  readonly findings: readonly IFinding[];
}

/** Collect the distributions: what is imported, what that needs, and its partners. */
export function capturedPackages(
  question: IPackagesQuestion
): ICapturedPackages {
  const { answer, users, needs, bundle, trans } = question;
  const packages = new Map<string, ICapturedPackage>();
  const findings: IFinding[] = [];
  const taken: IDistributionAnswer[] = [];
  let isCondaAlone = false;
  const take = (
    key: string,
    reason: PackageReason,
    modules: readonly string[],
    place?: IPlace
  ) => {
    const distribution = answer.distributions.get(key);
    if (!distribution || packages.has(key)) {
      return;
    }
    const { line, option, finding } = requirementOf(
      distribution,
      bundle,
      trans
    );
    const said = [finding, userSite(distribution, trans)];
    for (const one of said) {
      if (one) {
        findings.push(place ? { ...one, place } : one);
      }
    }
    const { name, version } = distribution;
    taken.push(distribution);
    packages.set(key, {
      name,
      version,
      requirement: line,
      ...(option ? { option } : {}),
      conda: condaOf(distribution),
      reason,
      modules
    });
  };
  for (const [key, uses] of users) {
    const names = uses.map(({ name }) => name);
    take(key, 'import', names, uses[0].places[0]);
    const listed = answer.condaPackages.get(key);
    const conda = listed ? plainConda(listed) : null;
    if (conda) {
      isCondaAlone = true;
      packages.set(`conda:${key}`, {
        ...conda,
        requirement: null,
        conda,
        reason: 'import',
        modules: names
      });
    }
  }
  const needed = needFindings(needs, answer, [...packages.keys()], trans);
  findings.push(...needed.findings);
  for (const { key, seen, place } of needed.distributions) {
    take(key, 'call', [seen], place);
  }
  for (const partner of allPartners) {
    const other = partnerOf(partner, [...packages.keys()]);
    if (other !== null) {
      take(partner, 'partner', [packages.get(other)?.name ?? other]);
    }
  }
  const all = [...packages.values()];
  const conda = isCondaAlone || taken.some(needsConda);
  const channels = conda ? channelsOf(taken, answer, trans) : null;
  const order = ({ name }: ICapturedPackage) => normalizedName(name);
  return {
    packages: all.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    system: needed.system,
    needsConda: conda,
    channels: channels?.names ?? [],
    findings: [...findings, ...(channels?.findings ?? [])]
  };
}

/** conda's own package, where pip has not replaced it; without its channel, which may hold a key. */
function condaOf({
  conda,
  installer
}: IDistributionAnswer): ICapturedPackage['conda'] {
  return conda && installer !== 'pip' ? plainConda(conda) : null;
}

function plainConda({
  name,
  version
}: ICondaPackage): ICapturedPackage['conda'] {
  return isDistributionName(name) && isVersion(version)
    ? { name, version }
    : null;
}

function userSite(
  { user, name }: IDistributionAnswer,
  trans: ITranslator
): IFinding | null {
  return user
    ? environmentFinding(
        'environment.user-site',
        'info',
        trans.__(
          '%1 is installed for your account, outside of the environment. Make sure that you mean this one.',
          name
        )
      )
    : null;
}

/** The channels of what is taken; a private one is said, and conda-forge stands for it. */
function channelsOf(
  taken: readonly IDistributionAnswer[],
  answer: IAnswer,
  trans: ITranslator
): { names: string[]; findings: IFinding[] } {
  const names = new Set(['conda-forge']);
  const findings: IFinding[] = [];
  const packages = [
    ...taken.flatMap(({ conda }) => conda ?? []),
    ...answer.condaPackages.values()
  ];
  for (const { name, channel } of packages) {
    const known = publicChannel(channel);
    if (known === null) {
      findings.push(
        environmentFinding(
          'environment.private-channel',
          'warning',
          trans.__(
            '%1 comes from a channel of conda’s that others may not reach. Binder looks for it on conda-forge.',
            name
          )
        )
      );
    } else {
      names.add(known);
    }
  }
  return { names: [...names], findings };
}
