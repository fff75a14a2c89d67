import { ITranslator } from '../text';
import { IKernel, KernelAnswerError, KernelUnavailableError } from './kernel';
import { asciiJson } from './snippet';

/** Hidden files and folders that a bundle wants. */
const wanted = ['.zenodo.json', '.zenodoignore', '.binder'];

/** Larger files, in bytes, and more of them, are not what is meant. */
const largest = 1_000_000;
const most = 100;

/** What is read, with all names in a dictionary of its own. */
const program = `
import json, os
found = {}
def take(path):
    full = os.path.join(FOLDER, *path.split('/'))
    if os.path.isdir(full):
        for name in sorted(os.listdir(full)):
            if not name.startswith('.') and name != '__pycache__':
                take(path + '/' + name)
    elif os.path.isfile(full) and os.path.getsize(full) <= LARGEST and len(found) < MOST:
        try:
            with open(full, encoding='utf-8', newline='') as file:
                found[path] = file.read()
        except (OSError, UnicodeDecodeError):
            pass
for name in WANTED:
    take(name)
result = json.dumps(found)
`;

/**
 * Hidden text files that Jupyter's server keeps back, as a running Python
 * kernel sees them: it reads the user's folder itself.
 *
 * @param folder - the bundle's root, as seen from the kernel's working folder:
 *   `.` or `../..`
 * @returns texts by path in the bundle
 * @throws KernelUnavailableError also for a kernel that does not speak Python
 * @throws KernelBusyError, KernelAnswerError, CancelledError
 */
export async function readHiddenFiles(
  kernel: IKernel,
  folder: string,
  trans: ITranslator,
  signal?: AbortSignal
): Promise<ReadonlyMap<string, string>> {
  if (!/^i?python\d*$/i.test(kernel.language)) {
    throw new KernelUnavailableError(
      trans.__('Only a Python kernel can look for hidden files.')
    );
  }
  const given = asciiJson(
    asciiJson({ FOLDER: folder, WANTED: wanted, LARGEST: largest, MOST: most })
  );
  const run = `__import__('builtins').exec(${asciiJson(program)}, ns)`;
  const expression = `(lambda ns: (${run}, ns['result'])[1])(__import__('json').loads(${given}))`;
  const answer = await kernel.evaluate(expression, signal);
  let found: unknown;
  try {
    found = JSON.parse(answer);
  } catch (error) {
    throw new KernelAnswerError(
      trans.__('The kernel’s answer could not be read.'),
      { cause: error }
    );
  }
  return new Map(
    Object.entries(found ?? {}).filter(
      (pair): pair is [string, string] =>
        typeof pair[1] === 'string' && isWanted(pair[0])
    )
  );
}

function isWanted(path: string): boolean {
  return (
    wanted.some(name => path === name || path.startsWith(`${name}/`)) &&
    !path.split('/').includes('..')
  );
}
