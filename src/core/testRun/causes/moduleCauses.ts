/** Why a module was not found. */
import { isStandardModule } from '../../environment/standardLibrary';
import { normalizedName } from '../../binder/distributionName';
import { distributionsOf } from '../../environment/moduleNames';
import { IFix } from '../../finding';
import { CodeReader } from '../../uses/code/codeReader';
import { IClue } from './clue';
import { Explained } from './explained';
import { addLine, linesFor, replaceLine } from './environmentFixes';
import { localModule } from './localModules';
import { framesOf } from './readError';
import { bringing, isCompanion, IWanted, named } from './packages';
import { cellNumber, IFailed, Scene } from './scene';
import { pythonWithModule } from './versionCauses';

/** Why a module was not found. */
export function moduleCause(failed: IFailed, { subject }: IClue): Explained {
  const { scene } = failed;
  const [top] = subject.split('.', 1);
  const { python } = scene;
  if (
    isStandardModule(subject, null) ||
    isStandardModule(subject, scene.authorsPython)
  ) {
    // prettier-ignore
    if (python === null || !isStandardModule(subject, python)) {
      return pythonWithModule(scene, top);
    }
  }
  const local = localModule(failed, subject);
  if (local) {
    return local;
  }
  const wanted = bringing(scene, subject);
  const misnamed = misnamedLine(scene, top, wanted);
  if (misnamed) {
    return misnamed;
  }
  return isImported(failed, top, wanted)
    ? missing(failed, subject, wanted)
    : companion(failed, wanted ?? named(scene, top), top);
}

/** Why a library asks for a distribution; null where it is none that is known. */
export function distributionCause(
  failed: IFailed,
  { subject }: IClue
): Explained | null {
  const wanted = named(failed.scene, subject);
  return wanted && companion(failed, wanted, wanted.name);
}

/** Whether code of the notebook imports the module itself; else a library does. */
function isImported(
  { scene, notebook }: IFailed,
  top: string,
  wanted: IWanted | null
): boolean {
  const reader = new CodeReader();
  const cells = scene.cells(notebook.path);
  const imports = cells.flatMap(({ source }) => reader.read(source, 'python').notes); // prettier-ignore
  const isSeen = imports.some(
    note => note.type === 'import' && note.name.split('.', 1)[0] === top
  );
  const frames = framesOf(notebook.error?.traceback ?? '');
  const isOfLibrary =
    (wanted !== null && isCompanion(wanted)) ||
    frames.some(frame => /site-packages/.test(frame));
  return isSeen || !isOfLibrary;
}

/** A line that names the module, where the package has another name. */
function misnamedLine(
  scene: Scene,
  top: string,
  wanted: IWanted | null
): Explained | null {
  const { trans } = scene;
  const isOther =
    wanted !== null && normalizedName(wanted.name) !== normalizedName(top);
  const [line] = isOther ? linesFor(scene, top) : [];
  if (!line || !wanted || linesFor(scene, wanted.name).length > 0) {
    return null;
  }
  return {
    kind: 'wrong-name',
    title: trans.__('%1 is called %2', top, wanted.name),
    meaning: trans.__(
      '%1 asks for %2. That is the name in the code; the package that brings it is %3.',
      line.path,
      top,
      wanted.name
    ),
    advice: trans.__('Ask for %1 instead, and test again.', wanted.line),
    fixes: replaceLine(line, wanted.line, trans.__('Ask for %1', wanted.line))
  };
}

function missing(
  failed: IFailed,
  module: string,
  wanted: IWanted | null
): Explained {
  const { scene, notebook } = failed;
  const { trans, declarations } = scene;
  const name = wanted?.name ?? module;
  const kind = 'missing-package';
  const title = trans.__('%1 is missing', name);
  const keys = [name, ...distributionsOf(module)].map(normalizedName);
  const declared = declarations.declared.find(({ key }) => keys.includes(key));
  if (declared) {
    return { kind, title, fixes: [], ...asked(scene, declared.path, name) };
  }
  const isSame = normalizedName(name) === normalizedName(module.split('.', 1)[0]); // prettier-ignore
  return {
    kind,
    title,
    meaning: isSame
      ? trans.__('Cell %1 imports it, and no environment file asks for it. On Binder the notebook stops there.', cellNumber(notebook)) // prettier-ignore
      : trans.__('Cell %1 imports %2, which comes from %3. No environment file asks for it, so that on Binder the notebook stops there.', cellNumber(notebook), module, name), // prettier-ignore
    advice: adding(scene, wanted),
    fixes: additions(scene, wanted)
  };
}

/** It is asked for, and still not there. */
function asked(
  scene: Scene,
  path: string,
  name: string
): Pick<Explained, 'meaning' | 'advice'> {
  const { trans } = scene;
  const isCondas = scene.differs('no-conda', name);
  return isCondas
    ? {
        meaning: trans.__('%1 asks for it, but this machine has no conda to install it with. Binder has.', path), // prettier-ignore
        advice: trans.__('Nothing has to be changed. To see it run, test again on a machine with conda.') // prettier-ignore
      }
    : {
        meaning: trans.__('%1 asks for it, and what was installed does not hold this module.', path), // prettier-ignore
        advice: trans.__('Look at the log: another package, or another version, may be meant.') // prettier-ignore
      };
}

/** What a library loads by itself. */
function companion(
  failed: IFailed,
  wanted: IWanted | null,
  text: string
): Explained {
  const { scene, notebook } = failed;
  const { trans } = scene;
  const name = wanted?.name ?? text;
  return {
    kind: 'companion',
    title: trans.__('%1 is missing', name),
    meaning: trans.__('What cell %1 calls needs it, though no cell imports it. No environment file asks for it, so that on Binder the notebook stops there.', cellNumber(notebook)), // prettier-ignore
    advice: adding(scene, wanted),
    fixes: additions(scene, wanted)
  };
}

/** Add it; where the version is not known, the kernel may know it. */
function additions(scene: Scene, wanted: IWanted | null): IFix[] {
  const label = scene.trans.__('Read the kernel');
  return [
    ...(wanted ? addLine(scene, wanted.line) : []),
    ...(wanted?.isPinned ? [] : [{ label, fix: { kind: 'capture' } } as const])
  ];
}

/** What to do about a package that is missing. */
function adding({ trans }: Scene, wanted: IWanted | null): string {
  if (wanted === null) {
    return trans.__('Find out which package brings it (its name may be another one than the module’s), add it to the environment, and test again.'); // prettier-ignore
  }
  return wanted.isPinned
    ? trans.__('Add %1, the version that your kernel has, and test again.', wanted.line) // prettier-ignore
    : trans.__('Add %1, and test again. Which version you used is not known; without one Binder takes the newest.', wanted.line); // prettier-ignore
}
