import { IFinding, IFix } from '../../finding';
import { ITranslator } from '../../text';
import { aptNames } from '../aptFile';
import { environmentFinding } from '../environmentFinding';
import { needsScreen, standIn } from '../../binder/platformPackages';
import { IDeclaration } from './declaration';
import { EnvironmentTexts } from './readDeclarations';

/** Files in which a name can be replaced where it stands; a lock file has hashes to it. */
const editable = /(?:\.txt|\.ya?ml|\.toml|\.cfg|\.py|(?:^|\/)Pipfile)$/;

/**
 * Say which line asks for OpenCV with windows: without libGL, which Binder's
 * image does not have, its import fails. The wheel without windows does.
 */
export function screenFindings(
  declared: readonly IDeclaration[],
  files: EnvironmentTexts,
  trans: ITranslator
): IFinding[] {
  const apt = [...files].flatMap(([path, text]) =>
    /(?:^|\/)apt\.txt$/.test(path) ? aptNames(text) : []
  );
  if (apt.some(name => /^libgl1/.test(name))) {
    return [];
  }
  return declared
    .filter(({ name }) => needsScreen(name))
    .map(({ name, path, line }) => {
      const other = standIn(name) ?? name;
      const before = files.get(path) ?? '';
      const after = withName(before, line, name, other);
      const fixes: IFix[] =
        after !== null && editable.test(path)
          ? [
              {
                label: trans.__('Use %1', other),
                fix: { kind: 'write-file', path, before, after }
              }
            ]
          : [];
      return environmentFinding(
        'environment.needs-screen',
        'error',
        trans.__(
          '%1 needs a screen, which Binder does not have: its import fails there. %2 is the same, without windows.',
          name,
          other
        ),
        { place: { path, line }, excerpt: name, fixes }
      );
    });
}

/** The text with another name in one line; null where the name is not there. */
function withName(
  text: string,
  line: number,
  name: string,
  other: string
): string | null {
  const lines = text.split('\n');
  const old = lines[line - 1] ?? '';
  const at = old.indexOf(name);
  if (at === -1) {
    return null;
  }
  lines[line - 1] = old.slice(0, at) + other + old.slice(at + name.length);
  return lines.join('\n');
}
