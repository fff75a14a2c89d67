import { IFinding, IFix } from '../../finding';
import { ITranslator } from '../../text';
import { environmentFinding } from '../environmentFinding';
import { withLines } from './addLine';
import type { ICoveredModule } from './coverage';
import { IDeclaration, IDeclarations } from './declaration';
import { EnvironmentTexts } from './readDeclarations';

interface ICoverageFacts {
  readonly modules: readonly ICoveredModule[];
  readonly unused: readonly IDeclaration[];
  readonly declarations: IDeclarations;
  readonly files: EnvironmentTexts;
  readonly trans: ITranslator;
}

/** Say what is not covered, with its fix, what is doubtful, and what is not used. */
export function coverageFindings(facts: ICoverageFacts): IFinding[] {
  const { modules, unused, trans } = facts;
  const open = modules.filter(({ status }) => status === 'not-covered');
  const lines = [...new Set(open.filter(({ optional }) => !optional).flatMap(({ line }) => line ?? []))]; // prettier-ignore
  return [
    ...open.map(module => notCovered(module, lines, facts)),
    ...modules
      .filter(({ status }) => status === 'unknown')
      .map(module => doubtful(module, facts)),
    ...unused.map(one =>
      environmentFinding(
        'environment.unused',
        'info',
        trans.__(
          '%1 asks for %2, which no notebook seems to use. It can stay.',
          one.path,
          one.name
        ),
        { place: { path: one.path, line: one.line }, excerpt: one.text.slice(0, 80) } // prettier-ignore
      )
    )
  ];
}

function notCovered(
  module: ICoveredModule,
  all: readonly string[],
  { declarations, files, trans }: ICoverageFacts
): IFinding {
  const { name, line, optional, places, packages } = module;
  const file = declarations.editable;
  const fixes: IFix[] = [];
  const add = (lines: readonly string[], label: string) => {
    const before = file === null ? undefined : files.get(file);
    const after = file === null || before === undefined ? null : withLines(file, before, lines); // prettier-ignore
    if (file !== null && before !== undefined && after !== null) {
      fixes.push({
        label,
        fix: { kind: 'write-file', path: file, before, after }
      });
    }
  };
  if (line !== null) {
    add([line], trans.__('Add %1', line));
    if (all.length > 1 && all.includes(line)) {
      add(all, trans.__('Add all %1 missing packages', all.length));
    }
  }
  fixes.push({
    label: trans.__('Read the kernel'),
    fix: { kind: 'capture' }
  });
  const text = optional
    ? trans.__('%1 is imported if it is there. Binder will not have it.', name)
    : line === null
      ? trans.__(
          '%1 is imported, but no line of the environment files installs it. Add the package that brings it.',
          name
        )
      : trans.__(
          '%1 is imported, but no line of the environment files installs it. It comes from %2.',
          name,
          packages[0] ?? name
        );
  return environmentFinding(
    'environment.not-covered',
    // Binder starts all the same; the notebook stops at this import.
    optional ? 'info' : 'warning',
    text,
    { ...(places[0] ? { place: places[0] } : {}), excerpt: name.slice(0, 80), fixes } // prettier-ignore
  );
}

function doubtful(
  { name, places }: ICoveredModule,
  { declarations, trans }: ICoverageFacts
): IFinding {
  const unclear = declarations.unclear[0];
  return environmentFinding(
    'environment.coverage-unknown',
    'info',
    unclear
      ? trans.__(
          '%1 is imported. Whether it will be installed depends on “%2” in %3, which could not be read here.',
          name,
          unclear.text,
          unclear.path
        )
      : trans.__(
          '%1 is imported. It could not be found out which line of the environment files installs it.',
          name
        ),
    places[0] && { place: places[0] }
  );
}
