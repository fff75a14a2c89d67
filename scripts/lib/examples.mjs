/* What the notebooks in examples/ import, so that they run in the demonstration. */
import { at } from './paths.mjs';
import { pipInstall } from './python.mjs';
import { forget, hashOf, isCurrent, remember } from './stamp.mjs';

const requirements = 'examples/requirements.txt';

/** Install it. Returns whether there was anything to do. */
export async function installExamples() {
  const hash = hashOf(requirements);
  if (isCurrent('examples', hash)) {
    return false;
  }
  forget('examples');
  try {
    // Never compile: that takes many minutes, if it works at all.
    await pipInstall(['--only-binary', ':all:', '-r', at(requirements)]);
    remember('examples', hash);
  } catch {
    console.log(
      'The packages of the examples do not fit to this Python: the notebooks can be published, not run.'
    );
  }
  return true;
}
