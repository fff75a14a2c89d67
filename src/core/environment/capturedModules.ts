import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { IModuleUse } from '../uses/moduleUse';
import { IAnswer, IModuleAnswer } from './answer';
import type { ICapturedModule } from './capture';
import { environmentFinding } from './environmentFinding';
import { isInBundle } from './localModule';

/** What the kernel's answer says of the imports. */
export interface ICapturedModules {
  readonly modules: readonly ICapturedModule[];
  /** By the normalised name of a distribution: the imports that need it. */
  readonly users: ReadonlyMap<string, readonly IModuleUse[]>;
  readonly findings: readonly IFinding[];
}

const missing: IModuleAnswer = {
  kind: 'missing',
  distributions: [],
  below: false
};

/** Sort the imports by where they come from. */
export function capturedModules(
  answer: IAnswer,
  uses: readonly IModuleUse[],
  files: readonly string[],
  trans: ITranslator
): ICapturedModules {
  const modules: ICapturedModule[] = [];
  const users = new Map<string, IModuleUse[]>();
  const findings: IFinding[] = [];
  for (const use of uses) {
    const found = answer.modules.get(use.name) ?? missing;
    const isEditable = found.distributions.some(
      key => answer.distributions.get(key)?.directUrl?.editable
    );
    const isOwn =
      (found.kind === 'local' || found.kind === 'missing' || isEditable) &&
      isInBundle(use, files);
    const kind = isOwn ? 'local' : found.kind;
    const takes =
      kind === 'installed' || kind === 'conda' ? found.distributions : [];
    for (const key of takes) {
      users.set(key, [...(users.get(key) ?? []), use]);
    }
    modules.push({
      name: use.name,
      kind,
      packages: takes.map(key => answer.distributions.get(key)?.name ?? key)
    });
    const finding = isOwn ? null : moduleFinding(use, found, answer, trans);
    if (finding) {
      findings.push(finding);
    }
  }
  return { modules, users, findings };
}

function moduleFinding(
  use: IModuleUse,
  { kind, below, distributions }: IModuleAnswer,
  answer: IAnswer,
  trans: ITranslator
): IFinding | null {
  const { name, optional, places } = use;
  const report = (id: string, severity: IFinding['severity'], text: string) =>
    environmentFinding(id, severity, text, places[0] && { place: places[0] });
  switch (kind) {
    case 'missing':
      return optional
        ? report(
            'environment.optional-not-installed',
            'info',
            trans.__(
              '%1 is imported if it is there. It is not installed.',
              name
            )
          )
        : report(
            'environment.not-installed',
            'warning',
            trans.__(
              '%1 is imported, but it is not installed in this kernel.',
              name
            )
          );
    case 'shared':
      return report(
        'environment.ambiguous',
        'warning',
        trans.__(
          '%1 comes from several packages: %2. Add the one that you use.',
          name,
          distributions
            .map(key => answer.distributions.get(key)?.name ?? key)
            .join(', ')
        )
      );
    case 'local':
      return below
        ? report(
            'environment.own-module-left-out',
            'warning',
            trans.__('%1 is a file of yours that is not in the bundle.', name)
          )
        : report(
            'environment.own-module-elsewhere',
            'warning',
            trans.__(
              '%1 is a file of yours in another folder. Others do not have it.',
              name
            )
          );
    default:
      return null;
  }
}
