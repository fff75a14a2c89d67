/** What there is to say about the files and addresses that notebooks use. */
import { nameOf } from '../paths';
import { IFinding, IPlace, Severity } from '../finding';
import { ITranslator } from '../text';
import { ISettled } from './settle';
import { IFileUse, IUrlUse } from './use';
import { urlFinding } from './urlFindings';

/** Names that one message holds. */
const mostNames = 5;

/**
 * The findings about uses, in the order of the code; the same file is spoken
 * of once for each notebook.
 */
export function findingsOfUses(
  settled: readonly ISettled[],
  urls: readonly IUrlUse[],
  partly: readonly IPlace[],
  trans: ITranslator
): IFinding[] {
  const findings: IFinding[] = [];
  const said = new Set<string>();
  const isNew = (use: IFileUse, about: string) => {
    const key = `${use.notebook}\n${about}\n${use.path}`;
    const is = !said.has(key);
    said.add(key);
    return is;
  };
  const leftOut = new Map<string, { place: IPlace; paths: string[] }>();
  // What is sure comes first, so that its place is the one that is shown.
  const bySureness = [...settled].sort((a, b) => rank(a.use) - rank(b.use));
  for (const { use } of bySureness) {
    if (use.hasBackslash && isNew(use, 'backslash')) {
      findings.push(backslash(use, trans));
    }
    if (!isNew(use, use.state)) {
      continue;
    }
    if (use.state === 'left-out') {
      const key = JSON.stringify([use.notebook, use.place]);
      const group = leftOut.get(key) ?? { place: use.place, paths: [] };
      group.paths.push(use.path);
      leftOut.set(key, group);
    }
    const finding = ofState(use, trans);
    findings.push(...(finding ? [finding] : []));
  }
  findings.push(
    ...[...leftOut.values()].map(group =>
      leftOutFinding(group.place, group.paths, trans)
    )
  );
  for (const use of urls) {
    findings.push(...use.flags.map(flag => urlFinding(use, flag, trans)));
  }
  findings.push(...partly.map(place => partlyFinding(place, trans)));
  return findings;
}

function rank(use: IFileUse): number {
  return use.sure === 'high' ? 0 : 1;
}

function ofState(use: IFileUse, trans: ITranslator): IFinding | null {
  switch (use.state) {
    case 'missing':
      return missing(use, trans);
    case 'outside':
      return outside(use, trans);
    case 'unclear':
      return unclear(use, trans);
    default:
      return null;
  }
}

function missing(use: IFileUse, trans: ITranslator): IFinding {
  const severity = use.isPattern ? 'info' : 'warning';
  const text = missingText(use, trans);
  return finding('uses.missing', severity, text, use.place, use.path);
}

function missingText(use: IFileUse, trans: ITranslator): string {
  const { path, near } = use;
  if (use.isPattern) {
    return trans.__(
      'No file of the project fits “%1”. If the notebook needs such files, add them.',
      path
    );
  }
  if (near) {
    return near.toLowerCase() === path.toLowerCase()
      ? trans.__(
          '“%1” is not there, but “%2” is. Write it exactly so: Binder tells upper and lower case apart.',
          path,
          near
        )
      : trans.__(
          '“%1” is used here, but it is not there. Is “%2” meant?',
          path,
          near
        );
  }
  if (use.kind === 'image') {
    return trans.__(
      'The image “%1” is not there, so readers will not see it. Add the file, or correct its name.',
      path
    );
  }
  return use.sure === 'high'
    ? trans.__(
        '“%1” is used here, but it is not there. Add the file, or correct its name.',
        path
      )
    : trans.__(
        '“%1” looks like a file that is used here, but it is not there. Add it if the notebook needs it.',
        path
      );
}

function outside(use: IFileUse, trans: ITranslator): IFinding {
  const { path, near, far } = use;
  if (far === 'above') {
    const text = trans.__(
      '“%1” lies above the top folder, so it cannot be included. Choose a folder further up as the top folder, or move the file.',
      path
    );
    return finding('uses.outside', 'warning', text, use.place, path);
  }
  const text =
    far === 'service'
      ? trans.__(
          '“%1” is a folder of Google Colab, Kaggle or Databricks. Others do not have it. Put the file beside the notebook and name it from there.',
          path
        )
      : far === 'personal'
        ? trans.__(
            '“%1” lies in a home folder. Others do not have it, and it may show your user name. Name the file from the notebook’s folder.',
            path
          )
        : trans.__(
            '“%1” is a place on this computer. Others do not have it. Name the file from the notebook’s folder.',
            path
          );
  const message = near
    ? trans.__('%1 The project has “%2”.', text, near)
    : text;
  return finding('uses.absolute', 'warning', message, use.place, path);
}

/** Only where something could be added: else nobody can do anything about it. */
function unclear(use: IFileUse, trans: ITranslator): IFinding | null {
  const { path, candidates = [] } = use;
  if (!candidates.length) {
    return null;
  }
  const message = trans._n(
    '“%2” is put together while the notebook runs. %1 file that may be meant is left out: %3.',
    '“%2” is put together while the notebook runs. %1 files that may be meant are left out: %3.',
    candidates.length,
    path,
    someNames(candidates)
  );
  return {
    ...finding('uses.unclear', 'info', message, use.place, path),
    fixes: [include(candidates, trans)]
  };
}

function leftOutFinding(
  place: IPlace,
  paths: readonly string[],
  trans: ITranslator
): IFinding {
  const message = trans._n(
    '%1 file that is used here is left out: %2. Others cannot run the notebook without it.',
    '%1 files that are used here are left out: %2. Others cannot run the notebook without them.',
    paths.length,
    someNames(paths)
  );
  return {
    ...finding('uses.left-out', 'warning', message, place, paths[0]),
    fixes: [include(paths, trans)]
  };
}

function backslash(use: IFileUse, trans: ITranslator): IFinding {
  const text = trans.__(
    'This path is written with “\\”, which only Windows understands. Write “%1”.',
    use.path
  );
  return finding('uses.backslash', 'warning', text, use.place, use.path);
}

function partlyFinding(place: IPlace, trans: ITranslator): IFinding {
  const text =
    place.cell === undefined
      ? trans.__(
          '“%1” could be read in part only, so files or packages that it needs may be overlooked.',
          nameOf(place.path ?? '')
        )
      : trans.__(
          'The code in this cell is not complete, so files or packages that it needs may be overlooked.'
        );
  return finding('uses.not-read', 'info', text, place);
}

function include(paths: readonly string[], trans: ITranslator) {
  return {
    label: trans.__('Add to the files'),
    fix: { kind: 'include' as const, paths }
  };
}

function someNames(paths: readonly string[]): string {
  const names = paths
    .slice(0, mostNames)
    .map(path => `“${path}”`)
    .join(', ');
  return paths.length > mostNames ? `${names} …` : names;
}

function finding(
  id: string,
  severity: Severity,
  message: string,
  place: IPlace,
  excerpt?: string
): IFinding {
  return {
    id,
    severity,
    section: 'contents',
    message,
    place,
    ...(excerpt === undefined ? {} : { excerpt: excerpt.slice(0, 80) })
  };
}
