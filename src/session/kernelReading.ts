import type { IGeneratedFile } from '../core/bundle/generated';
import {
  captureEnvironment,
  ICapture,
  isPython
} from '../core/environment/capture';
import { readDeclarations } from '../core/environment/coverage/readDeclarations';
import type { WhenBusy } from '../core/environment/kernel';
import { captureFiles } from '../core/environment/languages/languageFiles';
import type { IFinding } from '../core/finding';
import type { EnvironmentReader } from './environmentReader';
import type { Inspection } from './inspection';
import type { ISessionPorts } from './ports';

/** What a kernel said. */
export interface IKernelReading {
  /** Of a Python kernel; null for other languages. */
  readonly capture: ICapture | null;
  readonly findings: readonly IFinding[];
  /** Files made of it; null where the project has its own. */
  readonly files: readonly IGeneratedFile[] | null;
}

/**
 * Read the environment from a notebook's kernel. Files are made of it only where
 * the project has none of its own: those stay, and what they lack is found by
 * what the kernel said.
 *
 * @param source - the notebook's path on the server
 * @param isMadeHere - whether an environment file was made by an earlier reading
 * @throws KernelUnavailableError, KernelBusyError, KernelAnswerError, CancelledError
 */
export async function readKernel(
  ports: Pick<ISessionPorts, 'kernelFor' | 'clock' | 'trans'> & {
    readonly reader: EnvironmentReader;
    readonly inspection: Inspection;
  },
  source: string,
  whenBusy: WhenBusy,
  isMadeHere: (path: string) => boolean
): Promise<IKernelReading> {
  const { clock, inspection, reader, trans } = ports;
  const kernel = ports.kernelFor(source);
  const texts = await reader.texts();
  const options = {
    modules: inspection.uses?.modules ?? [],
    files: reader.paths,
    code: inspection.code,
    declared: readDeclarations(texts).declared.map(({ key }) => key),
    whenBusy,
    trans
  };
  const hasOwn = [...texts.keys()].some(
    path => !isMadeHere(path) && saysWhatIsNeeded(path)
  );
  if (hasOwn && isPython(kernel.language)) {
    const capture = await captureEnvironment(kernel, options);
    return { capture, findings: capture.findings, files: null };
  }
  return captureFiles(kernel, {
    ...options,
    now: clock.now(),
    existingApt: isMadeHere('apt.txt') ? '' : texts.get('apt.txt')
  });
}

/** apt.txt, runtime.txt and lock files alone do not. */
function saysWhatIsNeeded(path: string): boolean {
  return !/(^|\/)(apt|runtime)\.txt$|\.lock$|^pylock|^conda-lock/.test(path);
}
