import { excerptOf } from '../../checks/excerpt';
import type { INotebookRun, ITestRun } from '../testRuns';
import { ICause, ICauseContext } from './cause';
import { IClue } from './clue';
import { Explained } from './explained';
import { fileCause } from './fileCauses';
import { installCause } from './installCauses';
import { decisiveLine, readInstaller } from './installRules';
import { memoryCause, networkCause, outcomeCause } from './limitCauses';
import { relativeImport } from './localModules';
import { distributionCause, moduleCause } from './moduleCauses';
import { nameCause } from './nameCauses';
import { readError } from './readError';
import { cellNumber, IFailed, Scene } from './scene';
import { libraryCause, magicCause, personCause, programCause, variableCause } from './systemCauses'; // prettier-ignore
import { memberCause, pythonTwo, syntaxCause } from './versionCauses';

/**
 * The causes of a run's failures: of the installation, else one for each
 * notebook that failed. Those of an ended run that is as it should be are none.
 * Nothing here is certain: an error says what is missing, and the rest follows
 * from the files, the cells and what the author's kernel says.
 */
export function causesOf(run: ITestRun, context: ICauseContext): ICause[] {
  const scene = new Scene(run, context);
  const { failure } = run;
  if (failure?.code === 'install') {
    return [ofInstallation(scene, `${context.log}\n${failure.text}`)];
  }
  return run.notebooks.flatMap(notebook => ofNotebook({ scene, notebook }));
}

function ofInstallation(scene: Scene, text: string): ICause {
  const clue = readInstaller(text);
  const { place = {}, ...explained } = installCause(scene, clue);
  const line = excerptOf(clue?.line || decisiveLine(text));
  return { ...explained, place, line };
}

function ofNotebook(failed: IFailed): ICause[] {
  const { notebook } = failed;
  const { path, cell, error } = notebook;
  const isWell = ['waiting', 'running', 'ran'].includes(notebook.outcome);
  const clue = error && readError(error);
  const explained = isWell
    ? null
    : (outcomeCause(failed) ??
      (clue && ofClue(failed, clue)) ??
      unexplained(failed));
  return explained
    ? [
        {
          place: { path, ...(cell === null ? {} : { cell }) },
          line: errorLine(notebook),
          ...explained
        }
      ]
    : [];
}

function ofClue(failed: IFailed, clue: IClue): Explained | null {
  switch (clue.kind) {
    case 'module':
      return moduleCause(failed, clue);
    case 'distribution':
      return distributionCause(failed, clue);
    case 'relative':
      return relativeImport(failed);
    case 'member':
      return memberCause(failed, clue);
    case 'file':
      return fileCause(failed, clue);
    case 'name':
      return nameCause(failed, clue);
    case 'python-2':
      return pythonTwo(failed);
    case 'syntax':
      return syntaxCause(failed);
    case 'library':
      return libraryCause(failed, clue);
    case 'program':
      return programCause(failed, clue);
    case 'magic':
      return magicCause(failed, clue);
    case 'screen':
    case 'input':
      return personCause(failed, clue.kind);
    case 'variable':
      return variableCause(failed, clue);
    case 'network':
    case 'address':
      return networkCause(failed, clue);
    case 'memory':
      return memoryCause(failed);
  }
}

/** An error of which nothing is known but its own words. */
function unexplained({ scene, notebook }: IFailed): Explained {
  const { trans } = scene;
  return {
    kind: 'error',
    title: trans.__('Cell %1 stopped with an error', cellNumber(notebook)),
    meaning: trans.__('Whoever runs the notebook from the top gets the same.'),
    advice: trans.__('Restart your kernel and run all cells. If it runs there, another version of a package may be the reason: compare the environment with your kernel.'), // prettier-ignore
    fixes: []
  };
}

function errorLine({ error }: INotebookRun): string {
  return error ? excerptOf(`${error.name}: ${error.value}`) : '';
}
