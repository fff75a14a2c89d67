import { IFinding, IPlace } from '../../finding';
import { ITranslator } from '../../text';
import { IAnswer } from '../answer';
import type { ISystemPackage } from '../capture';
import { normalizedName } from '../../binder/distributionName';
import { environmentFinding } from '../environmentFinding';
import { IFoundNeed } from './findNeeds';

/** What comes of the needs in a kernel. */
export interface INeeded {
  /** Distributions that are installed and go into the environment. */
  readonly distributions: readonly {
    readonly key: string;
    readonly seen: string;
    readonly place?: IPlace;
  }[];
  /** Sorted by name, each once. */
  readonly system: readonly ISystemPackage[];
  readonly findings: readonly IFinding[];
}

/** The part of an answer that is asked: what is installed. Null: nobody knows. */
type Installed = Pick<IAnswer, 'distributions'> | null;

/**
 * Take what is needed and installed; say what is needed and is not.
 *
 * @param known - normalised names of distributions that are there anyway.
 */
export function needFindings(
  needs: readonly IFoundNeed[],
  answer: Installed,
  known: readonly string[],
  trans: ITranslator
): INeeded {
  const distributions: { key: string; seen: string; place?: IPlace }[] = [];
  const system = new Map<string, ISystemPackage>();
  const findings: IFinding[] = [];
  const isKnown = (name: string) =>
    known.includes(name) || distributions.some(({ key }) => key === name);
  for (const { need, place, seen } of needs) {
    const at = place ? { place } : {};
    for (const name of need.apt ?? []) {
      if (!system.has(name)) {
        system.set(name, { name, seen, ...at });
      }
    }
    if (need.impossible) {
      findings.push(impossible(need.impossible, seen, at, trans));
    }
    const names = (need.distributions ?? []).map(normalizedName);
    // The first that is there is the one that the library takes.
    const installed = names.find(
      name => isKnown(name) || answer?.distributions.has(name)
    );
    if (names.length === 0 || (installed && isKnown(installed))) {
      continue;
    }
    if (installed !== undefined) {
      const name = answer?.distributions.get(installed)?.name ?? installed;
      distributions.push({ key: installed, seen, ...at });
      findings.push(
        environmentFinding(
          'environment.needed',
          'info',
          trans.__('%1 needs %2, which is added.', seen, name),
          at
        )
      );
    } else if (!findings.some(one => one.excerpt === names[0])) {
      findings.push(
        environmentFinding(
          'environment.needed-missing',
          'warning',
          trans.__(
            '%1 may need %2, which is not installed in this kernel.',
            seen,
            names[0]
          ),
          { ...at, excerpt: names[0] }
        )
      );
    }
  }
  return {
    distributions,
    system: [...system.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    findings
  };
}

function impossible(
  what: 'screen' | 'sound',
  seen: string,
  at: Partial<IFinding>,
  trans: ITranslator
): IFinding {
  return environmentFinding(
    `environment.no-${what}`,
    'warning',
    what === 'screen'
      ? trans.__('%1 opens windows. Binder has no screen for them.', seen)
      : trans.__('%1 plays or records sound. Binder has no sound.', seen),
    at
  );
}
