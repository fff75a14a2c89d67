/** What belongs to the system, or to a person before it, and was not there. */
import { standIn } from '../../binder/platformPackages';
import {
  readRequirement,
  writeRequirement
} from '../../binder/requirementLine';
import { IClue } from './clue';
import { addApt, asksForApt, linesFor, pipLines, replaceLine } from './environmentFixes'; // prettier-ignore
import { Explained } from './explained';
import { cellNumber, IFailed, Scene } from './scene';
import { isOfGraphicsCard, isOnBinder, packageOfLibrary, packagesOfProgram } from './systemTables'; // prettier-ignore

/** A library of the system. */
export function libraryCause(
  { scene, notebook }: IFailed,
  { subject }: IClue
): Explained {
  const { trans } = scene;
  const name = subject;
  const kind = 'system-library';
  const title = trans.__('The library %1 is missing', name);
  if (isOfGraphicsCard(name)) {
    return {
      kind,
      title,
      meaning: trans.__('Cell %1 needs a graphics card. Binder has none.', cellNumber(notebook)), // prettier-ignore
      advice: trans.__('Ask for the package that does without, or let the notebook read results that you computed before.'), // prettier-ignore
      fixes: []
    };
  }
  const apt = packageOfLibrary(name);
  const other = /^lib(?:GL|EGL|OpenGL|gthread|SM|Xext|Xrender)/.test(name) ? withoutScreen(scene) : []; // prettier-ignore
  if (apt !== null && other.length === 0 && asksForApt(scene, apt)) {
    return { kind, title, fixes: [], ...alreadyAsked(scene, apt) };
  }
  return {
    kind,
    title,
    meaning: trans.__('It is a part of the system and not of a Python package. Cell %1 needs it, and Binder does not have it.', cellNumber(notebook)), // prettier-ignore
    advice:
      other.length > 0
        ? trans.__('There is a package that works without a screen. Ask for that one, and test again.') // prettier-ignore
        : apt !== null
          ? trans.__('Name its package, %1, in apt.txt: Binder then installs it.', apt) // prettier-ignore
          : trans.__('Find out which package of Ubuntu brings it, and name that in apt.txt.'), // prettier-ignore
    fixes: [...other, ...(apt === null ? [] : addApt(scene, [apt]))]
  };
}

/** The package in the place of one that needs a screen (OpenCV's). */
function withoutScreen(scene: Scene): Explained['fixes'] {
  return pipLines(scene).flatMap(one => {
    const line = readRequirement(one.item.text);
    const other = line.kind === 'named' ? standIn(line.name) : null;
    if (line.kind !== 'named' || !other?.endsWith('-headless')) {
      return [];
    }
    const [pin] = line.clauses;
    const version = pin?.operator === '==' ? pin.version : undefined;
    const becomes = writeRequirement(line, { name: other, version });
    return replaceLine(one, becomes, scene.trans.__('Ask for %1', becomes));
  });
}

/** A program. */
export function programCause(
  { scene, notebook }: IFailed,
  { subject: name }: IClue
): Explained {
  const { trans } = scene;
  const kind = 'system-program';
  const title = trans.__('The program %1 is missing', name);
  const apt = packagesOfProgram(name);
  const isAsked = apt.length > 0 && apt.every(one => asksForApt(scene, one));
  if (isAsked || isOnBinder(name)) {
    return { kind, title, fixes: [], ...alreadyAsked(scene, apt[0] ?? name) };
  }
  return {
    kind,
    title,
    meaning: trans.__('Cell %1 starts it. It is a part of the system and not of a Python package, and Binder does not have it.', cellNumber(notebook)), // prettier-ignore
    advice:
      apt.length > 0
        ? trans.__('Name its package, %1, in apt.txt: Binder then installs it. A test on this machine needs the program here, too.', apt[0]) // prettier-ignore
        : trans.__('If Ubuntu has a package with it, name that in apt.txt. Else let the notebook do without.'), // prettier-ignore
    fixes: addApt(scene, apt)
  };
}

/** Binder has it; this machine lacks it. */
function alreadyAsked(
  { trans }: Scene,
  name: string
): Pick<Explained, 'meaning' | 'advice'> {
  return {
    meaning: trans.__('Binder has it, or installs it as apt.txt says. This machine lacks %1, and a test run installs nothing into the system.', name), // prettier-ignore
    advice: trans.__('Nothing has to be changed. To see it run, have it installed on this machine, or test on Binder.') // prettier-ignore
  };
}

/* Magics, and the packages that bring them. Source: environment-capture, 2. */
const magics: Readonly<
  Record<string, readonly [module: string, name: string]>
> = {
  // prettier-ignore
  R: ['rpy2.ipython', 'rpy2'],
  sql: ['sql', 'jupysql'],
  memit: ['memory_profiler', 'memory-profiler'],
  mprun: ['memory_profiler', 'memory-profiler'],
  lprun: ['line_profiler', 'line-profiler'],
  watermark: ['watermark', 'watermark'],
  cython: ['Cython', 'cython'],
  tensorboard: ['tensorboard', 'tensorboard'],
  snakeviz: ['snakeviz', 'snakeviz'],
  julia: ['julia.magic', 'julia']
};

/** A command for IPython that nothing brought. */
export function magicCause(
  { scene, notebook }: IFailed,
  { subject }: IClue
): Explained {
  const { trans } = scene;
  const known = Object.hasOwn(magics, subject) ? magics[subject] : null;
  const isThere = known !== null && linesFor(scene, known[1]).length > 0;
  return {
    kind: 'magic',
    title: trans.__('%1 is not known', `%${subject}`),
    meaning: trans.__('Cell %1 uses it. In your kernel another cell, or your own settings, had loaded it.', cellNumber(notebook)), // prettier-ignore
    advice: known
      ? isThere
        ? trans.__('Write %1 into a cell above, and test again.', `%load_ext ${known[0]}`) // prettier-ignore
        : trans.__('Write %1 into a cell above, and add %2 to the environment.', `%load_ext ${known[0]}`, known[1]) // prettier-ignore
      : trans.__('Load what brings it in a cell above, with %load_ext.'),
    fixes: []
  };
}

/** A window, or an answer from the keyboard. */
export function personCause(
  { scene, notebook }: IFailed,
  kind: 'screen' | 'input'
): Explained {
  const { trans } = scene;
  const cell = cellNumber(notebook);
  return kind === 'screen'
    ? {
        kind,
        title: trans.__('Cell %1 opens a window', cell),
        meaning: trans.__('Neither Binder nor a test run has a screen for it.'),
        advice: trans.__('Show it in the notebook instead, or publish the cell without running it.'), // prettier-ignore
        fixes: []
      }
    : {
        kind,
        title: trans.__('Cell %1 asks for an answer', cell),
        meaning: trans.__('Nobody answers in a test run, nor when a reader runs all cells.'), // prettier-ignore
        advice: trans.__('Write the value into the cell, as one to be changed.'), // prettier-ignore
        fixes: []
      };
}

/** A variable of the author's environment. */
export function variableCause(
  { scene, notebook }: IFailed,
  { subject }: IClue
): Explained {
  const { trans } = scene;
  return {
    kind: 'variable',
    title: trans.__('The variable %1 is not set', subject),
    meaning: trans.__('Cell %1 reads it from the environment. Readers do not have it, nor does a test run.', cellNumber(notebook)), // prettier-ignore
    advice: trans.__('Use os.environ.get with a value for others. If it is a key, publish the data that it opens, or say in the notebook where to get one.'), // prettier-ignore
    fixes: []
  };
}
