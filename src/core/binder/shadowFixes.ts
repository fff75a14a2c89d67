/** What brings a file to use that Binder leaves aside, or takes it away. */
import { lineEndOf } from './bundleText';
import { environmentOf } from './condaEnvironment';
import { FixChoice, IFixContext, leaveOut } from './fixTrial';
import { nameOf } from '../paths';

/** Fixes for a file that Binder leaves aside. */
export async function shadowFixes(
  path: string,
  context: IFixContext
): Promise<FixChoice[]> {
  const { tree, verdict } = context;
  const isPip = nameOf(path) === 'requirements.txt';
  const listed =
    isPip && verdict.kind === 'conda' && verdict.file !== null
      ? await listInConda(verdict.file, path, context)
      : [];
  // A folder for Binder is there on purpose; a second file at the root may not be.
  const other =
    verdict.file !== null && tree.folder === ''
      ? [leaveOut([verdict.file], context)]
      : [];
  return [listed, [leaveOut([path], context)], other];
}

/** `environment.yml` hands requirements.txt on to pip. */
async function listInConda(
  file: string,
  path: string,
  { tree, trans }: IFixContext
): Promise<FixChoice> {
  const { text: before } = await tree.text(file);
  const environment = environmentOf(await tree.text(file));
  // A file at the root is not beside one in the folder for Binder.
  const relative = path === tree.path('requirements.txt') ? 'requirements.txt' : '../requirements.txt'; // prettier-ignore
  const { pip = [], dependencies = [] } = environment ?? {};
  const last = pip[pip.length - 1] ?? dependencies[dependencies.length - 1];
  if (!last) {
    return [];
  }
  const lineStart = before.lastIndexOf('\n', last.start - 1) + 1;
  const next = before.indexOf('\n', last.end);
  const head = before.slice(lineStart, last.start);
  const rest = before.slice(last.end, next === -1 ? undefined : next);
  if (!/^\s*-\s+$/.test(head) || !/^\s*(?:#.*)?$/.test(rest)) {
    return [];
  }
  const end = lineEndOf(before);
  const indent = ' '.repeat(head.length);
  const entry = `-r ${relative}`;
  const lines = pip.length
    ? [`${head}${entry}`]
    : [`${head}pip`, `${head}pip:`, `${indent}- ${entry}`];
  const at = next === -1 ? before.length : next + 1;
  const gap = next === -1 ? end : '';
  const after =
    before.slice(0, at) +
    gap +
    lines
      .map(line => line + (next === -1 ? '' : end))
      .join(next === -1 ? end : '') + // prettier-ignore
    before.slice(at);
  return [
    {
      label: trans.__('Install it with %1', nameOf(file)),
      fix: { kind: 'write-file', path: file, before, after }
    }
  ];
}
