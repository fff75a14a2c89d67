import { throwIfCancelled } from '../../error';
import { IFinding } from '../../finding';
import { ITranslator } from '../../text';
import { IModuleUse } from '../../uses/moduleUse';
import { environmentFinding } from '../environmentFinding';
import { IKernel } from '../kernel';
import { Json, jsonObjects, jsonText, notSaid, readAnswer } from './jsonAnswer';
import { juliaExpression } from './juliaProbe';
import type { ICapturedFiles, ICaptureFilesOptions } from './languageFiles';

/** Modules that are Julia itself, and the kernel, which Binder brings. */
const own = ['Base', 'Core', 'Main', 'IJulia'];

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Make `Project.toml` from a kernel of Julia: the packages that are used, and
 * their versions. Without the version of Julia in it, Binder takes 1.6.
 *
 * @throws KernelAnswerError, CancelledError
 */
export async function juliaFiles(
  kernel: IKernel,
  options: ICaptureFilesOptions
): Promise<Omit<ICapturedFiles, 'capture'>> {
  const { now, trans, signal, whenBusy } = options;
  const stopped = trans.__('Reading the kernel was cancelled.');
  throwIfCancelled(signal, stopped);
  const uses = byPackage(options.modules);
  const answer = readAnswer(
    await kernel.evaluate(juliaExpression([...uses.keys()]), signal, whenBusy),
    trans
  );
  throwIfCancelled(signal, stopped);
  const minor = /^(\d+\.\d+)\.\d+/.exec(jsonText(answer.version))?.[1];
  if (minor === undefined) {
    throw notSaid(trans, answer.version);
  }
  const findings: IFinding[] = [];
  const deps: string[] = [];
  // `~1.10` is any 1.10; a plain 1.10 is 1.11, too, and packages may then differ.
  const compat = [`julia = "~${minor}"`];
  for (const found of jsonObjects(answer.packages)) {
    const name = jsonText(found.name);
    const use = uses.get(name);
    if (!use || found.standard === true) {
      continue;
    }
    const finding = packageFinding(found, use, trans);
    findings.push(...(finding ? [finding] : []));
    if (
      found.found === true &&
      found.path !== true &&
      uuid.test(jsonText(found.uuid))
    ) {
      // prettier-ignore
      deps.push(`${name} = "${jsonText(found.uuid)}"`);
      const version = jsonText(found.version);
      if (/^\d+(?:\.\d+){0,2}$/.test(version) && found.repository !== true) {
        compat.push(`${name} = "=${version}"`);
      }
    }
  }
  return {
    files: [
      {
        path: 'Project.toml',
        content: ['# Packages that the notebooks use. Made by jupyterlab-zenodo-publisher.', '[deps]', ...deps, '[compat]', ...compat, ''].join('\n'), // prettier-ignore
        reason: trans.__('made here: the packages of your kernel'),
        lastModified: new Date(now).toISOString()
      }
    ],
    findings
  };
}

/** The packages by the first part of their modules' names, sorted. */
function byPackage(modules: readonly IModuleUse[]): Map<string, IModuleUse> {
  const uses = new Map<string, IModuleUse>();
  for (const use of modules) {
    const [name] = use.name.split('.', 1);
    const isPlain = /^[\p{L}_][\p{L}\p{N}_]{0,99}$/u.test(name);
    if (use.language === 'julia' && isPlain && !own.includes(name)) {
      uses.set(name, uses.get(name) ?? { ...use, name });
    }
  }
  return new Map([...uses].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function packageFinding(
  found: Json,
  { name, optional, places }: IModuleUse,
  trans: ITranslator
): IFinding | null {
  const say = (
    id: string,
    text: string,
    severity: IFinding['severity'] = 'warning'
  ) =>
    // prettier-ignore
    environmentFinding(id, severity, text, places[0] && { place: places[0] });
  if (found.found !== true) {
    return say(
      optional ? 'environment.optional-not-installed' : 'environment.not-installed', // prettier-ignore
      trans.__('%1 is used, but it is not installed in this kernel.', name),
      optional ? 'info' : 'warning'
    );
  }
  if (found.path === true) {
    return say(
      'environment.local-install',
      trans.__(
        '%1 is installed from a folder on your computer. Put that folder into the bundle, or install a released version.',
        name
      )
    );
  }
  return found.repository === true
    ? say(
        'environment.from-repository',
        trans.__(
          '%1 is installed from a repository (%2). Binder takes the released version instead.',
          name,
          jsonText(found.revision).slice(0, 80)
        )
      )
    : null;
}
