/** Other versions of Python, or of a package, than the author's. */
import { isStandardModule } from '../../environment/standardLibrary';
import { BINDER_PYTHONS } from '../../binder/pythonVersion';
import {
  readRequirement,
  writeRequirement
} from '../../binder/requirementLine';
import { IClue } from './clue';
import { isGoodPython, linesFor, addLine, replaceLine, askForPython } from './environmentFixes'; // prettier-ignore
import { Explained } from './explained';
import { bringing } from './packages';
import { cellNumber, IFailed, Scene } from './scene';

/** A module of Python's own library that the version which ran does not have. */
export function pythonWithModule(scene: Scene, module: string): Explained {
  const { trans, authorsPython } = scene;
  const has = (version: string) => isStandardModule(module, version);
  const good = BINDER_PYTHONS.filter(one => isGoodPython(one) && has(one));
  const isAuthors = authorsPython !== null && good.includes(authorsPython);
  // What came in later is in all versions after; what was taken out, in all before.
  const nearest = has('3.14') ? good[0] : good[good.length - 1];
  const version = isAuthors ? authorsPython : (nearest ?? null);
  return {
    kind: 'python-version',
    title: trans.__('Python %1 has no module %2', ran(scene), module),
    meaning: trans.__('It belongs to Python itself, but not to each version of it. Binder takes the version that your files ask for.'), // prettier-ignore
    advice: asking(scene, version),
    fixes: version === null ? [] : askForPython(scene, version)
  };
}

/** Something that a module does not have: of Python itself, or of a package. */
export function memberCause(
  failed: IFailed,
  { subject, member }: IClue
): Explained | null {
  const { scene } = failed;
  const { trans, authorsPython, python } = scene;
  if (isStandardModule(subject, python)) {
    const isOther = authorsPython !== null && authorsPython !== python;
    return isOther && isGoodPython(authorsPython)
      ? {
          kind: 'python-version',
          title: trans.__('Python %1 has no %2', ran(scene), `${subject}.${member}`), // prettier-ignore
          meaning: trans.__('The notebook was written with Python %1.', authorsPython), // prettier-ignore
          advice: asking(scene, authorsPython),
          fixes: askForPython(scene, authorsPython)
        }
      : null;
  }
  return packageVersion(failed, subject, member);
}

/** A package that was installed in another version than the author has. */
function packageVersion(
  { scene, notebook }: IFailed,
  module: string,
  member: string
): Explained | null {
  const { trans } = scene;
  const wanted = bringing(scene, module);
  if (!wanted) {
    return null;
  }
  const [line] = linesFor(scene, wanted.name);
  const isSame = line?.item.text === wanted.line;
  const fixes =
    !wanted.isPinned || isSame
      ? []
      : line
        ? replaceLine(line, wanted.line, trans.__('Ask for %1', wanted.line))
        : addLine(scene, wanted.line);
  return {
    kind: 'package-version',
    title: trans.__('%1 is another version than yours', wanted.name),
    meaning: trans.__('Cell %1 uses %2, which the installed version does not have.', cellNumber(notebook), `${module}.${member}`), // prettier-ignore
    advice: fixes.length > 0
      ? trans.__('Ask for %1, the version that your kernel has, and test again.', wanted.line) // prettier-ignore
      : trans.__('Ask for the version with which the notebook ran (read the kernel to see it), or change the cell to the newer one.'), // prettier-ignore
    fixes
  };
}

/** Code that Python could not read. */
export function syntaxCause({ scene, notebook }: IFailed): Explained | null {
  const { trans, authorsPython, python } = scene;
  const isOlder =
    python !== null &&
    authorsPython !== null &&
    minorOf(python) < minorOf(authorsPython);
  return isOlder && isGoodPython(authorsPython)
    ? {
        kind: 'python-version',
        title: trans.__('Python %1 cannot read cell %2', python, cellNumber(notebook)), // prettier-ignore
        meaning: trans.__('The notebook was written with Python %1, which understands more.', authorsPython), // prettier-ignore
        advice: asking(scene, authorsPython),
        fixes: askForPython(scene, authorsPython)
      }
    : null;
}

/** Code of Python 2. */
export function pythonTwo({ scene, notebook }: IFailed): Explained {
  const { trans } = scene;
  return {
    kind: 'python-2',
    title: trans.__('Cell %1 is written for Python 2', cellNumber(notebook)),
    meaning: trans.__('Python 2 ended in 2020, and Binder’s JupyterLab cannot run it.'), // prettier-ignore
    advice: trans.__('Change the notebook to Python 3 (print(…) with brackets, for example), or publish it without Binder.'), // prettier-ignore
    fixes: []
  };
}

/**
 * What cannot be installed with the version of Python that ran.
 *
 * @param fits - whether a version of Python, as `3.12`, would do.
 */
export function pythonFor(
  scene: Scene,
  name: string,
  fits: (version: string) => boolean
): Explained {
  const { trans, authorsPython } = scene;
  const good = BINDER_PYTHONS.filter(one => isGoodPython(one) && fits(one));
  const isAuthors = authorsPython !== null && good.includes(authorsPython);
  const version = isAuthors ? authorsPython : (good[good.length - 1] ?? null);
  const [line] = linesFor(scene, name);
  const fixes = version === null ? [] : askForPython(scene, version);
  return {
    kind: 'python-version',
    title: trans.__('%1 is not for Python %2', line?.item.text.slice(0, 80) ?? name, ran(scene)), // prettier-ignore
    meaning: trans.__('So nothing was installed, and Binder cannot build the environment either.'), // prettier-ignore
    advice: asking(scene, version),
    fixes: [...fixes, ...loosened(scene, name)]
  };
}

/** The line without its version, where that is all that can be done. */
export function loosened(scene: Scene, name: string): Explained['fixes'] {
  const [found] = linesFor(scene, name);
  const line = found && readRequirement(found.item.text);
  if (!found || line.kind !== 'named' || line.clauses.length === 0) {
    return [];
  }
  const label = scene.trans.__('Take any version of %1', line.name);
  return replaceLine(found, writeRequirement(line), label);
}

function asking({ trans }: Scene, version: string | null): string {
  return version === null
    ? trans.__('Change the notebook so that it does without.')
    : trans.__('Ask for Python %1, and test again.', version);
}

function ran({ python, run }: Scene): string {
  return python ?? (run.environment?.wanted || '3');
}

function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}
