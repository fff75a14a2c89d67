/* R with its kernel, for the tests that ask a real one. */
import { canInstall, installDebian } from './debian.mjs';
import { answerOf } from './run.mjs';

const works = async () =>
  (
    await answerOf('Rscript', ['-e', 'library(IRkernel); cat("yes")'])
  )?.includes('yes') ?? false;

/** Install it where that can be done. Without it, the tests of R are skipped, and say so. */
export async function provideR() {
  if ((await works()) || !canInstall()) {
    return;
  }
  try {
    await installDebian('r-cran-irkernel');
  } catch (error) {
    console.log(`No kernel of R: ${error.message}`);
  }
}
