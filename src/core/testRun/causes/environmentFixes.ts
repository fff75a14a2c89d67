/** Fixes that change what an environment asks for. */
import { aptNames, aptText } from '../../environment/aptFile';
import { binderPython, runtimeText } from '../../environment/files';
import { withLines } from '../../environment/coverage/addLine';
import { parseCondaEnvironment } from '../../binder/condaEnvironment';
import { normalizedName } from '../../binder/distributionName';
import { applyEdits, editOf, IListItem } from '../../binder/listItem';
import { condaWithPython, pipfileWithPython } from '../../binder/pythonEdits';
import { readRequirement } from '../../binder/requirementLine';
import { parseRequirements } from '../../binder/requirementsFile';
import { BINDER_PYTHONS, LEGACY_PYTHONS } from '../../binder/pythonVersion';
import { IFileChange, IFix } from '../../finding';
import { joinPath, nameOf } from '../../paths';
import { Scene } from './scene';

/** Add a line for pip to the file that counts; where there is none, to a new one, with the Python that it is for. */
export function addLine(scene: Scene, line: string): IFix[] {
  const { declarations, context, trans } = scene;
  const path = declarations.editable ?? newFile(scene);
  if (path === null) {
    return [];
  }
  const before = context.environment.get(path) ?? null;
  const after = withLines(path, before ?? '', [line]);
  if (after === null) {
    return [];
  }
  const also = before === null ? pythonOf(scene) : [];
  return [
    {
      label: trans.__('Add %1', line),
      fix: {
        kind: 'write-file',
        ...{ path, before, after },
        ...(also.length > 0 ? { also } : {})
      }
    }
  ];
}

/**
 * runtime.txt with the author's Python, as it is captured: without one, Binder
 * takes another, for which the author's versions may not exist.
 */
function pythonOf(scene: Scene): IFileChange[] {
  const python = scene.authorsPython;
  const path = joinPath(scene.folder, 'runtime.txt');
  const isNamed = scene.environmentFile(/^(?:runtime\.txt|environment\.ya?ml|Pipfile)$/) !== null; // prettier-ignore
  // One that the user left out is the user's own.
  const isThere = scene.context.entries.some(one => one.path === path);
  return python === null || isNamed || isThere
    ? []
    : [{ path, before: null, after: runtimeText(binderPython(python)) }];
}

/** requirements.txt, where it would count; null where something else does and takes no lines. */
function newFile(scene: Scene): string | null {
  const other = scene.environmentFile(/^(?:Dockerfile|default\.nix|Pipfile\.lock|(?:Julia)?Project\.toml)$/); // prettier-ignore
  return other === null ? joinPath(scene.folder, 'requirements.txt') : null;
}

/** A line for pip, in a file that can be changed. */
export interface IPipLine {
  readonly path: string;
  readonly text: string;
  readonly item: IListItem;
}

/** The lines of all lists for pip. */
export function pipLines({ context }: Scene): IPipLine[] {
  const { environment, shadowed = [] } = context;
  return [...environment].flatMap(([path, text]) => {
    const name = nameOf(path);
    const items = shadowed.includes(path)
      ? []
      : /^environment\.ya?ml$/.test(name)
        ? (parseCondaEnvironment(text)?.pip ?? [])
        : /requirements.*\.txt$/.test(name)
          ? parseRequirements(text).items
          : [];
    return items.map(item => ({ path, text, item }));
  });
}

/** The lines that ask for a distribution. */
export function linesFor(scene: Scene, name: string): IPipLine[] {
  return pipLines(scene).filter(({ item }) => {
    const line = readRequirement(item.text);
    const named = line.kind === 'named' || line.kind === 'url' ? line.name : null; // prettier-ignore
    return named !== null && normalizedName(named) === normalizedName(name);
  });
}

/**
 * Put another line in the place of one.
 *
 * @param becomes - null: it is taken out.
 */
export function replaceLine(
  { path, text: before, item }: IPipLine,
  becomes: string | null,
  label: string
): IFix[] {
  const after = applyEdits(before, [edit(item, becomes)]);
  return after === null || after === before
    ? []
    : [{ label, fix: { kind: 'write-file', path, before, after } }];
}

function edit(item: IListItem, becomes: string | null) {
  const isOption = becomes !== null && /[@#:]/.test(becomes) && !item.isSimple;
  return isOption ? null : editOf(item, becomes);
}

/** Whether Binder has a version of Python, as `3.12`, and it is not too old for Jupyter. */
export function isGoodPython(version: string): boolean {
  return BINDER_PYTHONS.includes(version) && !LEGACY_PYTHONS.includes(version);
}

/** Ask for another version of Python, as `3.12`. */
export function askForPython(scene: Scene, version: string): IFix[] {
  const { context, trans } = scene;
  if (!isGoodPython(version)) {
    return [];
  }
  const label = trans.__('Use Python %1', version);
  const path =
    scene.environmentFile(/^environment\.ya?ml$/) ??
    scene.environmentFile(/^Pipfile$/) ??
    scene.environmentFile(/^runtime\.txt$/) ??
    joinPath(scene.folder, 'runtime.txt');
  const before = context.environment.get(path) ?? null;
  const after = withPython(path, before ?? '', version);
  return after === null || after === before
    ? []
    : [{ label, fix: { kind: 'write-file', path, before, after } }];
}

function withPython(
  path: string,
  text: string,
  version: string
): string | null {
  switch (nameOf(path)) {
    case 'Pipfile':
      return pipfileWithPython(text, version);
    case 'runtime.txt':
      // A version of R or Julia stands there: then it is about something else.
      return /^\s*(?:python-.*)?\s*$/.test(text) ? `python-${version}\n` : null;
    default: {
      const environment = parseCondaEnvironment(text);
      return environment && condaWithPython(text, environment, version);
    }
  }
}

/** Ask for packages of the system; none where apt.txt has them already. */
export function addApt(scene: Scene, names: readonly string[]): IFix[] {
  const { context, trans } = scene;
  const path = joinPath(scene.folder, 'apt.txt');
  const before = context.environment.get(path) ?? null;
  const missing = names.filter(name => !asksForApt(scene, name));
  return missing.length === 0
    ? []
    : [
        {
          label: trans.__('Add to apt.txt'),
          fix: {
            kind: 'write-file',
            path,
            before,
            after: aptText(before ?? '', missing)
          }
        }
      ];
}

/** Whether apt.txt asks for a package of the system. */
export function asksForApt(scene: Scene, name: string): boolean {
  const path = joinPath(scene.folder, 'apt.txt');
  return aptNames(scene.context.environment.get(path) ?? '').includes(name);
}
