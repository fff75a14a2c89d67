/** Files outside of the bundle that a run read, though it went well. */
import { excerptOf } from '../../checks/excerpt';
import { IFinding } from '../../finding';
import { nameOf } from '../../paths';
import { ITranslator } from '../../text';
import type { ITestRun } from '../testRuns';

/** Files of one notebook that are named; more are counted. */
const mostNames = 3;

/**
 * What notebooks read outside of their folder, one finding each: it was there
 * on this machine only, so that "ran to the end" says less than it seems to.
 */
export function outsideFindings(
  { notebooks }: Pick<ITestRun, 'notebooks'>,
  trans: ITranslator
): IFinding[] {
  return notebooks.flatMap(({ path, outside }) => {
    if (outside.length === 0) {
      return [];
    }
    const names = outside.slice(0, mostNames).map(one => excerptOf(one));
    const more = outside.length - names.length;
    const list = names.join(', ');
    const files =
      more > 0 ? trans._n('%2 and %1 more', '%2 and %1 more', more, list) : list; // prettier-ignore
    const finding: IFinding = {
      id: 'test-run.outside-file',
      severity: 'warning',
      section: 'environment',
      message: trans.__(
        '%1 read files outside of the published folder: %2. They are on this machine only; readers do not have them. Copy them into the folder, and change their paths in the notebook.',
        nameOf(path),
        files
      ),
      place: { path },
      excerpt: names[0]
    };
    return [finding];
  });
}
