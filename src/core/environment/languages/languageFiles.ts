import { IFinding } from '../../finding';
import { IGeneratedFile } from '../../bundle/generated';
import { ITranslator } from '../../text';
import { captureEnvironment, ICapture, ICaptureOptions } from '../capture';
import { environmentFiles } from '../files';
import { IKernel } from '../kernel';
import { juliaFiles } from './julia';
import { rFiles } from './r';

/** The files that describe a kernel's environment to Binder. */
export interface ICapturedFiles {
  /** For the bundle's root. */
  readonly files: readonly IGeneratedFile[];
  readonly findings: readonly IFinding[];
  /** What a Python kernel said; null for other languages. */
  readonly capture: ICapture | null;
}

export interface ICaptureFilesOptions extends ICaptureOptions {
  /** Milliseconds since 1970, the files' time. */
  readonly now: number;
  /** The project's own apt.txt, whose lines are kept. */
  readonly existingApt?: string;
  readonly trans: ITranslator;
}

/**
 * Ask the kernel of a notebook, in its own language (Python, R, Julia), and
 * make the files by which Binder starts the same.
 *
 * @throws KernelUnavailableError also for a kernel of another language
 * @throws KernelBusyError, KernelAnswerError, CancelledError
 */
export async function captureFiles(
  kernel: IKernel,
  options: ICaptureFilesOptions
): Promise<ICapturedFiles> {
  const { now, trans, existingApt } = options;
  const language = kernel.language.toLowerCase();
  if (language === 'r' || language === 'julia') {
    const made = await (language === 'r' ? rFiles : juliaFiles)(
      kernel,
      options
    );
    return { ...made, capture: null };
  }
  const capture = await captureEnvironment(kernel, options);
  const made = environmentFiles(capture, now, trans, existingApt);
  return {
    files: made.files,
    findings: [...capture.findings, ...made.findings],
    capture
  };
}
