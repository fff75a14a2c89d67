import { IFinding, IFix } from '../../finding';
import { ITranslator } from '../../text';
import { aptNames, aptText } from '../aptFile';
import { parentOf } from '../../paths';
import type { ICapture } from '../capture';
import { normalizedName } from '../../binder/distributionName';
import { environmentFinding } from '../environmentFinding';
import { IFoundNeed } from '../needs/findNeeds';
import { isPlumbing } from '../plumbing';
import { withLines } from './addLine';
import { IDeclarations } from './declaration';
import { EnvironmentTexts } from './readDeclarations';

interface INeedFacts {
  readonly needs: readonly IFoundNeed[];
  readonly declarations: IDeclarations;
  readonly files: EnvironmentTexts;
  readonly kernel: ICapture | null;
  readonly trans: ITranslator;
}

/**
 * Say what is called and needs something that no environment file asks for: a
 * distribution that is never imported, or a program of the system. Silent where
 * the files could not be read as a whole.
 */
export function neededFindings(facts: INeedFacts): IFinding[] {
  const { needs, declarations } = facts;
  if (declarations.unclear.length > 0) {
    return [];
  }
  const found: IFinding[] = [];
  for (const need of needs) {
    const missing = [distributionFinding(need, facts), systemFinding(need, facts)]; // prettier-ignore
    for (const one of missing) {
      if (one && !found.some(({ excerpt }) => excerpt === one.excerpt)) {
        found.push(one);
      }
    }
  }
  return found;
}

function distributionFinding(
  { need, place, seen }: IFoundNeed,
  { declarations, files, kernel, trans }: INeedFacts
): IFinding | null {
  const names = (need.distributions ?? []).map(normalizedName);
  const { declared, editable } = declarations;
  const isThere = (name: string) =>
    isPlumbing(name) ||
    declared.some(
      ({ key }) => key === name || kernel?.requires.get(key)?.includes(name)
    );
  if (names.length === 0 || names.some(isThere)) {
    return null;
  }
  const captured = kernel?.packages.find(({ name }) =>
    names.includes(normalizedName(name))
  );
  const line = captured?.requirement ?? names[0];
  const before = editable === null ? undefined : files.get(editable);
  const after = editable === null || before === undefined ? null : withLines(editable, before, [line]); // prettier-ignore
  const fixes: IFix[] =
    editable !== null && before !== undefined && after !== null
      ? [
          {
            label: trans.__('Add %1', line),
            fix: { kind: 'write-file', path: editable, before, after }
          }
        ]
      : [];
  return environmentFinding(
    'environment.needed-missing',
    'warning',
    trans.__(
      '%1 needs %2, which no line of the environment files installs.',
      seen,
      captured?.name ?? names[0]
    ),
    { ...(place ? { place } : {}), excerpt: names[0], fixes }
  );
}

function systemFinding(
  { need, place, seen }: IFoundNeed,
  { declarations, files, trans }: INeedFacts
): IFinding | null {
  const folder = parentOf(declarations.editable ?? '');
  const path = folder ? `${folder}/apt.txt` : 'apt.txt';
  const before = files.get(path) ?? null;
  const known = aptNames(before ?? '');
  const names = (need.apt ?? []).filter(name => !known.includes(name));
  if (names.length === 0 || declarations.editable === null) {
    return null;
  }
  const list = names.join(', ');
  return environmentFinding(
    'environment.system-missing',
    'warning',
    names.some(name => name.startsWith('texlive'))
      ? trans.__('%1 needs LaTeX (%2), which Binder does not have. It is about 1 GB, so Binder will take long to start.', seen, list) // prettier-ignore
      : trans.__('%1 needs %2, which Binder does not have.', seen, list),
    {
      ...(place ? { place } : {}),
      excerpt: list.slice(0, 80),
      fixes: [
        {
          label: trans.__('Add to apt.txt'),
          fix: {
            kind: 'write-file',
            path,
            before,
            after: aptText(before ?? '', names)
          }
        }
      ]
    }
  );
}
