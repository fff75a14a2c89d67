/** What stops postBuild, start and install.R on Binder. */
import { IFinding, IFix } from '../finding';
import { ITranslator } from '../text';
import { BinderTree } from './binderTree';

/**
 * Findings about the scripts that Binder runs. It makes them executable by
 * itself, so that their permissions do not matter; their first line does.
 */
export async function scriptFindings(
  tree: BinderTree,
  trans: ITranslator
): Promise<IFinding[]> {
  const found: IFinding[] = [];
  for (const name of ['postBuild', 'start']) {
    if (tree.has(name)) {
      const path = tree.path(name);
      const { text, hasMark, isUtf8 } = await tree.text(path);
      if (isUtf8) {
        found.push(...scriptFinding(name, path, text, hasMark, trans));
      }
    }
  }
  return found;
}

function scriptFinding(
  name: string,
  path: string,
  text: string,
  hasMark: boolean,
  trans: ITranslator
): IFinding[] {
  const say = (
    id: string,
    message: string,
    after: string,
    label: string,
    line: number
  ): IFinding => ({
    id: `binder.${id}`,
    severity: 'error',
    section: 'environment',
    message,
    place: { path, line },
    fixes: [write(label, path, text, after)]
  });
  const found: IFinding[] = [];
  if (hasMark) {
    found.push(
      say(
        'script-mark',
        trans.__(
          '%1 begins with an invisible mark (a byte order mark), so that Binder cannot run it.',
          path
        ),
        text,
        trans.__('Take the mark out'),
        1
      )
    );
  }
  if (text.includes('\r\n')) {
    const line = text.slice(0, text.indexOf('\r\n')).split('\n').length;
    found.push(
      say(
        'line-ends',
        trans.__(
          '%1 has the line ends of Windows. Binder runs on Linux and cannot run it like that.',
          path
        ),
        text.replace(/\r\n/g, '\n'),
        trans.__('Write the line ends of Linux'),
        line
      )
    );
  }
  if (name === 'start' && !text.startsWith('#!')) {
    found.push(
      say(
        'script-first-line',
        trans.__(
          '%1 must begin with a line such as #!/bin/bash; else Binder cannot start.',
          path
        ),
        `#!/bin/bash\n${text}`,
        trans.__('Add the line'),
        1
      )
    );
  }
  if (name === 'start' && !/\$[@*]|\$\{[@*]/.test(text)) {
    const end = text === '' || text.endsWith('\n') ? '' : '\n';
    found.push(
      say(
        'start-exec',
        trans.__(
          '%1 must end with the line exec "$@", which starts Jupyter; else Binder never gets ready.',
          path
        ),
        `${text}${end}exec "$@"\n`,
        trans.__('Add the line'),
        text.split('\n').length
      )
    );
  }
  return found;
}

function write(
  label: string,
  path: string,
  before: string,
  after: string
): IFix {
  return { label, fix: { kind: 'write-file', path, before, after } };
}
