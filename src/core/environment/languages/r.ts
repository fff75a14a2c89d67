import { isBinderR, OLDEST_R_SNAPSHOT } from '../../binder/runtimeTxt';
import { throwIfCancelled } from '../../error';
import { IFinding } from '../../finding';
import { ITranslator } from '../../text';
import { IModuleUse } from '../../uses/moduleUse';
import { environmentFinding } from '../environmentFinding';
import { IKernel } from '../kernel';
import { Json, jsonObjects, jsonText, notSaid, readAnswer } from './jsonAnswer';
import type { ICapturedFiles, ICaptureFilesOptions } from './languageFiles';
import { rExpression } from './rProbe';

/** What R calls a package ("Writing R Extensions", 1.1.1). */
const packageName = /^[A-Za-z][A-Za-z0-9.]{0,99}$/;

/** Where a line of install.R takes packages from beside CRAN. */
type Helper = 'BiocManager' | 'remotes';

/**
 * Make `runtime.txt` and `install.R` from a kernel of R. Binder installs the
 * packages of one day, so that the newest of those that are used tells the day.
 *
 * @throws KernelAnswerError, CancelledError
 */
export async function rFiles(
  kernel: IKernel,
  options: ICaptureFilesOptions
): Promise<Omit<ICapturedFiles, 'capture'>> {
  const { modules, now, trans, signal, whenBusy } = options;
  const stopped = trans.__('Reading the kernel was cancelled.');
  throwIfCancelled(signal, stopped);
  const uses = modules.filter(
    ({ language, name }) => language === 'R' && packageName.test(name)
  );
  const names = [...new Set(uses.map(({ name }) => name))].sort();
  const answer = readAnswer(
    await kernel.evaluate(rExpression(names), signal, whenBusy),
    trans
  );
  throwIfCancelled(signal, stopped);
  const full = /^(\d+\.\d+)\.\d+$/.exec(jsonText(answer.version));
  if (!full) {
    throw notSaid(trans, answer.version);
  }
  const findings: IFinding[] = [];
  if (!isBinderR(full[1])) {
    findings.push(
      environmentFinding(
        'environment.r-version',
        'warning',
        trans.__('Your kernel has R %1, which Binder may not have.', full[1])
      )
    );
  }
  const lines: string[] = [];
  const helpers = new Set<Helper>();
  let day = '';
  for (const found of jsonObjects(answer.packages)) {
    const name = jsonText(found.name);
    const use = uses.find(one => one.name === name);
    if (!use || jsonText(found.Priority) === 'base') {
      continue;
    }
    const built = /\d{4}-\d{2}-\d{2}/.exec(jsonText(found.Built))?.[0] ?? '';
    day = built > day ? built : day;
    const { line, helper, finding } = installLine(found, use, trans);
    lines.push(...(line ? [line] : []));
    findings.push(...(finding ? [finding] : []));
    if (helper) {
      helpers.add(helper);
    }
  }
  const today = new Date(now).toISOString();
  const snapshot = day > OLDEST_R_SNAPSHOT && day < today.slice(0, 10) ? day : today.slice(0, 10); // prettier-ignore
  const helping = [...helpers]
    .sort()
    .map(name => `install.packages("${name}")`);
  const file = (path: string, content: string, reason: string) => ({
    path,
    content,
    reason,
    lastModified: today
  });
  return {
    files: [
      file(
        'runtime.txt',
        `r-${full[1]}-${snapshot}\n`,
        trans.__('made here: names the version of R, and the day of its packages') // prettier-ignore
      ),
      file(
        'install.R',
        ['# Packages that the notebooks use. Made by jupyterlab-zenodo-publisher.', ...helping, ...lines, ''].join('\n'), // prettier-ignore
        trans.__('made here: the packages of your kernel')
      )
    ],
    findings
  };
}

interface IInstallLine {
  readonly line?: string;
  readonly helper?: Helper;
  readonly finding?: IFinding;
}

function installLine(
  found: Json,
  use: IModuleUse,
  trans: ITranslator
): IInstallLine {
  const { name, optional, places } = use;
  const field = (key: string) => jsonText(found[key]);
  const place = places[0] && { place: places[0] };
  if (!field('Version')) {
    return {
      finding: environmentFinding(
        optional ? 'environment.optional-not-installed' : 'environment.not-installed', // prettier-ignore
        optional ? 'info' : 'warning',
        trans.__('%1 is used, but it is not installed in this kernel.', name),
        place
      )
    };
  }
  const remote = [field('RemoteUsername'), field('RemoteRepo'), field('RemoteSha')]; // prettier-ignore
  if (
    field('RemoteType') === 'github' &&
    remote.every(part => /^[\w.-]+$/.test(part))
  ) {
    // prettier-ignore
    const [user, repository, commit] = remote;
    return {
      line: `remotes::install_github("${user}/${repository}@${commit}", upgrade = "never") # ${name}`,
      helper: 'remotes',
      finding: environmentFinding(
        'environment.from-url',
        'warning',
        trans.__(
          '%1 is installed from %2. It can be installed as long as that page exists.',
          name,
          'github.com'
        ),
        place
      )
    };
  }
  const repository = field('Repository');
  if (field('biocViews') || /^BioC/i.test(repository)) {
    return {
      line: `BiocManager::install("${name}", update = FALSE, ask = FALSE)`,
      helper: 'BiocManager'
    };
  }
  const isPublic = /^(?:CRAN|RSPM|P3M|PPM|https:\/\/.*)$/i.test(repository);
  return {
    line: `install.packages("${name}")`,
    ...(isPublic || field('Priority') === 'recommended'
      ? {}
      : {
          finding: environmentFinding(
            'environment.unknown-source',
            'warning',
            trans.__(
              'It is not known where %1 was installed from. Binder looks for it on CRAN.',
              name
            ),
            place
          )
        })
  };
}
