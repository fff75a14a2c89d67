/**
 * What core needs of a notebook, version 4 of the format
 * (https://nbformat.readthedocs.io/en/latest/format_description.html).
 *
 * A notebook is untrusted: beyond what `readNotebook` checks, any field can be
 * missing or of any type.
 */
import { PublisherError } from '../error';
import { ITranslator, plainEnglish } from '../text';

import { JsonOffsets } from './jsonOffsets';

/** The tag by which the badge cell is found again. */
export const BADGE_TAG = 'zenodo-publisher-badge';

/** A JSON object of which nothing is known. */
export interface IJsonObject {
  [key: string]: unknown;
}

/** A cell, as far as all of core may rely on it. */
export interface ICell {
  readonly cell_type: string;
  readonly metadata?: unknown;
  /** One string, or its lines with their line ends. */
  readonly source?: unknown;
}

/** A notebook, as far as all of core may rely on it. */
export interface INotebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: IJsonObject;
  readonly cells: readonly ICell[];
}

/** JSON, but not a notebook that can be published with a badge. */
export class UnsupportedNotebookError extends PublisherError {}

/** Whether a value is a JSON object. */
export function isJsonObject(value: unknown): value is IJsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A multi-line text of a notebook in one piece: the format allows one string
 * or a list of them, to be joined without anything between.
 */
function joinText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.filter(line => typeof line === 'string').join('');
  }
  return typeof value === 'string' ? value : '';
}

/** The source of a cell in one piece. */
export function cellSource(cell: ICell): string {
  return joinText(cell.source);
}

/** Whether a cell has a tag (`metadata.tags`, a list of strings). */
export function hasTag(cell: ICell, tag: string): boolean {
  const tags = isJsonObject(cell.metadata) ? cell.metadata.tags : undefined;
  return Array.isArray(tags) && tags.includes(tag);
}

/**
 * Whether a cell is the badge cell. A cell that somebody made into code or raw
 * text is theirs, whatever its tag.
 */
export function isBadgeCell(cell: ICell): boolean {
  return cell.cell_type === 'markdown' && hasTag(cell, BADGE_TAG);
}

/**
 * Read a notebook's bytes.
 *
 * @throws NotebookSyntaxError if they are not JSON in UTF-8.
 * @throws UnsupportedNotebookError if they are no notebook of version 4.
 */
export function readNotebook(
  bytes: Uint8Array,
  trans: ITranslator = plainEnglish
): INotebook {
  const json = new JsonOffsets(bytes, trans);
  return asNotebook(json.value(json.root), trans);
}

/**
 * Check that a JSON value is a notebook of version 4.
 *
 * @throws UnsupportedNotebookError if it is not.
 */
export function asNotebook(
  value: unknown,
  trans: ITranslator = plainEnglish
): INotebook {
  const { nbformat, nbformat_minor, metadata, cells } = isJsonObject(value)
    ? value
    : ({} as IJsonObject);
  checkVersion(nbformat, trans);
  if (!Array.isArray(cells) || !cells.every(isCell)) {
    throw noCells(trans);
  }
  return {
    nbformat: nbformat as number,
    nbformat_minor: typeof nbformat_minor === 'number' ? nbformat_minor : 0,
    metadata: isJsonObject(metadata) ? metadata : {},
    cells
  };
}

/** The error of a notebook whose cells are missing or no cells. */
export function noCells(trans: ITranslator): UnsupportedNotebookError {
  return new UnsupportedNotebookError(
    trans.__(
      'This file is not a notebook: its cells are missing. The file was not changed. Open it in JupyterLab, or leave it out.'
    )
  );
}

/**
 * Check the major version of a notebook's format: 4, the only one whose
 * notebooks keep their cells in `cells` and that Jupyter writes since 2015.
 *
 * @throws UnsupportedNotebookError if it is another one.
 */
export function checkVersion(nbformat: unknown, trans: ITranslator): void {
  if (typeof nbformat !== 'number') {
    throw new UnsupportedNotebookError(
      trans.__(
        'This file is not a notebook: it does not say its format. The file was not changed. Open it in JupyterLab, or leave it out.'
      )
    );
  }
  if (nbformat < 4) {
    throw new UnsupportedNotebookError(
      trans.__(
        'This notebook has the old format %1. The file was not changed. Open it in JupyterLab and save it; that makes it new.',
        nbformat
      )
    );
  }
  if (nbformat !== 4) {
    throw new UnsupportedNotebookError(
      trans.__(
        'This notebook has the format %1, which is newer than this extension. The file was not changed. Update the extension, or publish without a badge.',
        nbformat
      )
    );
  }
}

/** The language of a notebook's kernel, as `python`; null where it says none. */
export function notebookLanguage({ metadata }: INotebook): string | null {
  const { language_info: info, kernelspec } = metadata;
  const named = isJsonObject(info) ? info.name : undefined;
  const language = isJsonObject(kernelspec) ? kernelspec.language : undefined;
  const found = named ?? language;
  return typeof found === 'string' && found ? found : null;
}

function isCell(value: unknown): value is ICell {
  return isJsonObject(value) && typeof value.cell_type === 'string';
}
