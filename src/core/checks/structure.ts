/** Notebooks that other programs cannot read. */
import { UnsupportedNotebookError } from '../notebook/notebook';
import { ITranslator } from '../text';

import { ICheck, INotebookFile, IReadNotebook, Step } from './check';
import { sourceOf } from './codeCells';
import { excerptOf } from './excerpt';

/** Bytes that are searched for a mark of a merge in one step. */
const PIECE = 1_000_000;

/* What git writes into a file that it could not merge, at the beginning of a line. */
const CONFLICT = /^<{7} |^>{7} /m;

/** Broken JSON, marks of a merge, ids that are missing or twice there. */
export function structureCheck(trans: ITranslator): ICheck {
  return {
    id: 'dup-ids',
    version: 1,
    title: trans.__('Form of the notebook'),
    budget: 1_000,
    scope: 'notebook',
    *run({ notebooks }): Iterable<Step> {
      for (const file of notebooks) {
        const { notebook } = file;
        if (notebook) {
          yield* lookAtIds({ ...file, notebook }, trans);
          yield* lookAtSources({ ...file, notebook }, trans);
        } else {
          yield* lookAtBytes(file, trans);
        }
      }
    }
  };
}

function* lookAtBytes(
  { path, bytes, error }: INotebookFile,
  trans: ITranslator
): Iterable<Step> {
  if (error instanceof UnsupportedNotebookError) {
    /* Readable by some program, and so worth keeping. */
    yield {
      id: 'notebook.unsupported',
      severity: 'warning',
      section: 'contents',
      message: error.message,
      place: { path },
      about: JSON.stringify([path, bytes.length])
    };
    return;
  }
  const decoder = new TextDecoder();
  let line: string | null = null;
  for (let at = 0; at < bytes.length && line === null; at += PIECE) {
    /* With a little of what follows, for a mark across the border. */
    const piece = decoder.decode(bytes.subarray(at, at + PIECE + 200));
    line = conflictIn(at ? ` ${piece}` : piece);
    yield null;
  }
  yield {
    id: line === null ? 'notebook.invalid' : 'notebook.conflict',
    severity: 'error',
    stops: true,
    section: 'contents',
    message:
      line !== null
        ? trans.__(
            'The notebook holds two versions that git could not merge. Decide on one (nbdime helps), then save.'
          )
        : error
          ? error.message
          : trans.__(
              'The notebook is damaged: nobody will be able to open it. Go back to an older copy, or leave it out.'
            ),
    place: { path },
    ...(line === null ? {} : { excerpt: excerptOf(line) }),
    about: JSON.stringify([path, bytes.length])
  };
}

function* lookAtIds(
  { path, notebook }: IReadNotebook,
  trans: ITranslator
): Iterable<Step> {
  if (notebook.nbformat_minor < 5) {
    return;
  }
  const seen = new Set<string>();
  const wrong: number[] = [];
  for (const [index, cell] of notebook.cells.entries()) {
    const id = 'id' in cell ? cell.id : undefined;
    if (typeof id !== 'string' || !isId(id) || seen.has(id)) {
      wrong.push(index);
    } else {
      seen.add(id);
    }
  }
  if (wrong.length) {
    yield {
      id: 'notebook.cell-ids',
      severity: 'warning',
      section: 'contents',
      message: trans._n(
        '%1 cell has no name of its own (its “id”), which this format demands. Previews may fail. Open the notebook in JupyterLab and save it.',
        '%1 cells have no name of their own (their “id”), which this format demands. Previews may fail. Open the notebook in JupyterLab and save it.',
        wrong.length
      ),
      place: { path, cell: wrong[0] },
      about: JSON.stringify([path, wrong])
    };
  }
}

/** An id by nbformat 4.5: 1 to 64 letters, digits, hyphens and underscores. */
function isId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

function* lookAtSources(
  { path, notebook }: IReadNotebook,
  trans: ITranslator
): Iterable<Step> {
  for (const [index, cell] of notebook.cells.entries()) {
    const line = conflictIn(sourceOf(cell));
    if (line !== null) {
      yield {
        id: 'notebook.conflict-cell',
        severity: 'warning',
        section: 'contents',
        message: trans.__(
          'Cell %1 holds two versions that git could not merge. Decide on one, then save.',
          index + 1
        ),
        place: { path, cell: index },
        excerpt: excerptOf(line),
        about: JSON.stringify([path, line])
      };
    }
    yield null;
  }
}

/** The line with a mark of a merge; null without one. */
function conflictIn(text: string): string | null {
  const at = text.search(CONFLICT);
  return at === -1 ? null : text.slice(at, at + 200).split('\n', 1)[0];
}
