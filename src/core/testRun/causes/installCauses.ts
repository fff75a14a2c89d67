/** Why the packages could not be installed. */
import { distributionsOf } from '../../environment/moduleNames';
import { normalizedName } from '../../binder/distributionName';
import { pipInstead, standIn } from '../../binder/platformPackages';
import { readRequirement } from '../../binder/requirementLine';
import { IRequirementContext, REQUIREMENT_RULES } from '../../binder/requirementRules'; // prettier-ignore
import { parseSpecifier } from '../../binder/pythonVersion';
import { IPlace } from '../../finding';
import { IPipLine, linesFor, pipLines, replaceLine } from './environmentFixes';
import { Explained } from './explained';
import { IInstallClue } from './installRules';
import { byName, IWanted, unpinned } from './packages';
import { Scene } from './scene';
import { loosened, pythonFor } from './versionCauses';

/** The cause that a line of the installer tells; null where it tells none. */
export function installCause(
  scene: Scene,
  clue: IInstallClue | null
): Explained {
  const named = clue ? linesFor(scene, clue.subject)[0] : undefined;
  const rule = clue ? byRule(scene, clue, named) : null;
  const explained = rule ?? explain(scene, clue);
  const line = named ?? (clue ? written(scene, clue.subject) : undefined);
  const place: IPlace = line ? { path: line.path, line: line.item.line } : {};
  return { ...explained, place };
}

/** The line whose text the installer quotes. */
function written(scene: Scene, subject: string): IPipLine | undefined {
  return subject
    ? pipLines(scene).find(({ item }) => item.text.includes(subject))
    : undefined;
}

const elsewhereRules = ['platform', 'instead', 'local-version'] as const;

/** What our own rules say of the line that the installer names: they know what it becomes. */
function byRule(
  scene: Scene,
  { kind, subject }: IInstallClue,
  line: IPipLine | undefined
): Explained | null {
  const { trans } = scene;
  if (!line || kind === 'python' || kind === 'deprecated') {
    return null;
  }
  const context: IRequirementContext = {
    folder: '',
    has: path => scene.included.some(one => one.path === path),
    limited: new Set(),
    versions: versions(scene),
    otherIndexes: [],
    hasUnhashed: true
  };
  const requirement = readRequirement(line.item.text);
  const isElsewhere = standIn(subject) !== undefined;
  const rules = isElsewhere ? elsewhereRules : (['local-version'] as const);
  for (const rule of rules) {
    const verdict = REQUIREMENT_RULES[rule](requirement, context, line.item.text); // prettier-ignore
    const becomes = verdict?.becomes;
    if (typeof becomes === 'string' && becomes !== line.item.text) {
      return {
        kind: rule === 'local-version' ? 'install-version' : 'install-platform',
        title: trans.__('%1 cannot be installed on Linux', subject),
        meaning: trans.__('%1 asks for it in a form that only another computer has, so nothing was installed. Binder fails in the same way.', line.path), // prettier-ignore
        advice: trans.__('Change the line, and test again.'),
        fixes: replaceLine(line, becomes, trans.__('Change it to %1', becomes))
      };
    }
  }
  return null;
}

function versions({ context }: Scene): ReadonlyMap<string, string> {
  const packages = context.kernel?.packages ?? [];
  return new Map(packages.map(one => [normalizedName(one.name), one.version]));
}

function explain(scene: Scene, clue: IInstallClue | null): Explained {
  const { trans } = scene;
  const subject = clue?.subject ?? '';
  const failing = trans.__('So nothing was installed, and Binder cannot build the environment either.'); // prettier-ignore
  const common = { meaning: failing, fixes: [] };
  switch (clue?.kind) {
    case 'python':
      return pythonFor(scene, subject, fitting(clue.asked));
    case 'deprecated':
    case 'unknown':
      return unknownName(scene, subject, clue.asked);
    case 'version':
    case 'platform':
      return noVersion(scene, subject);
    case 'conflict':
      return {
        ...common,
        kind: 'install-conflict',
        title: trans.__('Two packages want different versions of a third'),
        advice: trans.__('Read the lines of the installer, and ask for versions that go together: those of your kernel do.'), // prettier-ignore
        fixes: [{ label: trans.__('Read the kernel'), fix: { kind: 'capture' } }] // prettier-ignore
      };
    case 'build':
      return pipInstead(subject)
        ? unknownName(scene, subject, '')
        : {
            ...common,
            kind: 'install-build',
            title: subject
              ? trans.__('%1 could not be compiled', subject)
              : trans.__('A package could not be compiled'),
            advice: trans.__('Ask for a version that is ready-made for this Python (often a newer one), or name in apt.txt what it is compiled with.'), // prettier-ignore
            fixes: subject ? loosened(scene, subject) : []
          };
    case 'private':
      return {
        ...common,
        kind: 'install-private',
        title: trans.__('A package lies where only you can get it'),
        advice: trans.__('Ask for a public version of it, or put its files beside the notebooks and take the line out.') // prettier-ignore
      };
    case 'line':
      return {
        ...common,
        kind: 'install-line',
        title: trans.__('A line of the environment cannot be read'),
        advice: trans.__('Correct it: one package a line, as in numpy==2.1.0.')
      };
    case 'path':
      return {
        ...common,
        kind: 'install-private',
        title: trans.__('The environment asks for a file that is not among the published ones'), // prettier-ignore
        advice: trans.__('Add the file, or ask for the package by its name and version.') // prettier-ignore
      };
    case 'checksum':
      return {
        ...common,
        kind: 'install-checksum',
        title: trans.__('A package is not the one that the environment describes'), // prettier-ignore
        advice: trans.__('Its checksum differs. Make the file anew with the program that made it, or take the checksums out.') // prettier-ignore
      };
    case 'network':
      return {
        kind: 'install-network',
        title: trans.__('The packages could not be fetched'),
        meaning: trans.__('Another computer did not answer. That says nothing about your files.'), // prettier-ignore
        advice: trans.__('Check the network of this machine, and whether the environment names an index of your own; then test again.'), // prettier-ignore
        fixes: []
      };
    case 'room':
      return {
        kind: 'install-room',
        title: trans.__('There is no room for the packages'),
        meaning: trans.__('The disk of this machine is full. That says nothing about your files.'), // prettier-ignore
        advice: trans.__('Make room, and test again.'),
        fixes: []
      };
    default:
      return {
        ...common,
        kind: 'install',
        title: trans.__('The packages could not be installed'),
        advice: trans.__('The log says more.')
      };
  }
}

/** A name that the index does not have, or that stands for another. */
function unknownName(scene: Scene, name: string, instead: string): Explained {
  const { trans } = scene;
  const [line] = linesFor(scene, name);
  const meant = meantBy(scene, name, instead);
  if (meant !== null) {
    return {
      kind: 'wrong-name',
      title: trans.__('%1 is called %2', name, meant.name),
      meaning: trans.__('%1 is the name in the code; the package that brings it is %2. So nothing was installed, and Binder cannot build the environment either.', name, meant.name), // prettier-ignore
      advice: trans.__('Ask for %1 instead, and test again.', meant.line),
      fixes: line ? replaceLine(line, meant.line, trans.__('Ask for %1', meant.line)) : [] // prettier-ignore
    };
  }
  return {
    kind: 'install-unknown',
    title: trans.__('There is no package %1', name),
    meaning: trans.__('The public index (PyPI) has none of that name, or none for this system. So nothing was installed, and Binder cannot build the environment either.'), // prettier-ignore
    advice: trans.__('Correct the name. If it is a package of your own, put its files beside the notebooks and take the line out.'), // prettier-ignore
    fixes: line ? replaceLine(line, null, trans.__('Take the line out')) : []
  };
}

/** The package that is meant by the name of its module. */
function meantBy(scene: Scene, name: string, instead: string): IWanted | null {
  const [other] = distributionsOf(name);
  const known = pipInstead(name)?.name ?? instead;
  const isOther = other !== undefined && normalizedName(other) !== normalizedName(name); // prettier-ignore
  const meant = known || (isOther ? other : '');
  return meant ? (byName(scene, [meant]) ?? unpinned(meant)) : null;
}

/** A version that does not exist, or not for this system. */
function noVersion(scene: Scene, name: string): Explained {
  const { trans } = scene;
  const [line] = linesFor(scene, name);
  const mine = byName(scene, [name]);
  const isOther = mine !== null && mine.line !== line?.item.text;
  return {
    kind: 'install-version',
    title: trans.__('There is no %1', line?.item.text.slice(0, 80) ?? name),
    meaning: trans.__('The public index (PyPI) has no such version for this system. So nothing was installed, and Binder cannot build the environment either.'), // prettier-ignore
    advice: isOther
      ? trans.__('Ask for %1, the version that your kernel has, and test again.', mine.line) // prettier-ignore
      : trans.__('Ask for a version that there is, and test again.'),
    fixes: [
      ...(isOther && line ? replaceLine(line, mine.line, trans.__('Ask for %1', mine.line)) : []), // prettier-ignore
      ...loosened(scene, name)
    ]
  };
}

/** Whether a version of Python fits what is asked for: `>=3.11`, or tags as `cp38`, `cp310`. */
function fitting(asked: string): (version: string) => boolean {
  const tags = [...asked.matchAll(/cp3(\d{1,2})/g)].map(([, one]) => `3.${one}`); // prettier-ignore
  if (tags.length > 0) {
    return version => tags.includes(version);
  }
  return parseSpecifier(asked) ?? (() => false);
}
