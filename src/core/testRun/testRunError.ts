import { PublisherError } from '../error';
import type { ITranslator } from '../text';
import type { ITestRunFailure } from './testRuns';

/** The server does not begin a test run. */
export class TestRunRefusedError extends PublisherError {
  constructor(
    readonly failure: ITestRunFailure,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** Why a run has no result: what happened, and what to do. What an installer said is shown beside it. */
export function failureText(
  { code, path, text }: ITestRunFailure,
  trans: ITranslator
): string {
  switch (code) {
    case 'install':
      return trans.__(
        'The packages could not be installed. Binder would stop here, too.'
      );
    case 'no-python':
      return trans.__(
        'Jupyter’s server has no Python that could make this environment.'
      );
    case 'no-tool':
      return trans.__(
        'Jupyter’s server has nothing that could make this environment: %1. You can publish without a test run.',
        text
      );
    case 'file-changed':
      return trans.__('“%1” changed while it was read. Run it again.', path);
    case 'file-missing':
      return trans.__('%1 is not there any more.', path);
    case 'file-forbidden':
      return trans.__(
        'Jupyter may not read %1: it is a link that leaves the folder that Jupyter shows, or your account has no right to it.',
        path
      );
    case 'too-large':
      return trans.__(
        'These files are more than Jupyter’s server takes for a test run. Leave large ones out, or ask who runs the server.'
      );
    case 'too-many':
      return trans.__(
        'Too many test runs are under way on this server. Wait for one to end, then try again.'
      );
    case 'no-room':
      return trans.__(
        'Jupyter’s server has no room left on its disk. Make some, then run it again.'
      );
    case 'timeout':
      return trans.__(
        'It took longer than a test run may take on this server, before any notebook ran.'
      );
    default:
      return trans.__(
        'Jupyter’s server could not make the test run. Try again; its log says more.'
      );
  }
}
