/** The pre-flight checks of notebooks, their outputs and the list of files. */
import { ITranslator } from '../text';

import { activeOutputCheck } from './activeOutput';
import { attachmentsCheck } from './attachmentKeys';
import { ICheck } from './check';
import { machineCheck, mailCheck } from './contactData';
import { errorsCheck } from './errorOutputs';
import { gapsCheck, orderCheck, unexecutedCheck } from './executionOrder';
import { pathsInOutputsCheck } from './homePaths';
import { junkFilesCheck } from './junkFiles';
import { kernelCheck } from './kernelName';
import { titleCheck } from './notebookTitles';
import { outputSizeCheck } from './outputSize';
import { personalColumnsCheck } from './personalColumns';
import { positionsCheck } from './positions';
import { pythonTwoCheck } from './pythonTwo';
import { staleCheck } from './staleFiles';
import { structureCheck } from './structure';
import { widgetStateCheck } from './widgetState';

export type { ICheck, ICheckInput, IIdentity, INotebookFile } from './check';

/** All of them, for `runChecks`; their titles and findings in the user's language. */
export function notebookChecks(trans: ITranslator): ICheck[] {
  return [
    staleCheck,
    structureCheck,
    orderCheck,
    gapsCheck,
    unexecutedCheck,
    errorsCheck,
    kernelCheck,
    pythonTwoCheck,
    titleCheck,
    attachmentsCheck,
    junkFilesCheck,
    outputSizeCheck,
    widgetStateCheck,
    activeOutputCheck,
    pathsInOutputsCheck,
    mailCheck,
    machineCheck,
    personalColumnsCheck,
    positionsCheck
  ].map(make => make(trans));
}
