/** Pictures that say where they were taken. */
import { IFix } from '../finding';
import { IJsonObject, isJsonObject } from '../notebook/notebook';
import { ITranslator } from '../text';

import { ICheck, INotebookFile, Step } from './check';
import { codeCells, textUpTo } from './codeCells';
import { HEAD_BYTES, hasPosition } from './exif';

/** Characters of base64 that hold `HEAD_BYTES`, line ends included. */
const HEAD_CHARACTERS = Math.ceil((HEAD_BYTES * 4) / 3 / 76) * 78;

/** GPS positions in pictures: files, outputs, and those pasted into the text. */
export function positionsCheck(trans: ITranslator): ICheck {
  return {
    id: 'position',
    version: 1,
    title: trans.__('Positions in pictures'),
    budget: 1_500,
    scope: 'bundle',
    *run({ files, notebooks }): Iterable<Step> {
      for (const { path, head } of files) {
        if (head && hasPosition(head)) {
          yield {
            id: 'bundle.position',
            severity: 'info',
            section: 'contents',
            message: trans.__(
              '%1 says where it was taken (GPS). May that be published? Save the picture without it if not.',
              path
            ),
            place: { path },
            about: path
          };
        }
        yield null;
      }
      for (const file of notebooks) {
        yield* inNotebook(file, trans);
      }
    }
  };
}

function* inNotebook(
  { path, notebook }: INotebookFile,
  trans: ITranslator
): Iterable<Step> {
  for (const { index, outputs } of notebook ? codeCells(notebook) : []) {
    for (const { data } of outputs) {
      if (hasPicture(data)) {
        const edit = { kind: 'clear-outputs', cell: index } as const;
        const label = trans.__('Leave this output out of the published copy');
        yield found(path, index, trans, [
          { label, fix: { kind: 'edit-copy', path, edit } }
        ]);
        break;
      }
      yield null;
    }
  }
  for (const [index, cell] of notebook ? notebook.cells.entries() : []) {
    const attached = 'attachments' in cell ? cell.attachments : undefined;
    if (isJsonObject(attached)) {
      if (Object.values(attached).some(hasPicture)) {
        yield found(path, index, trans);
      }
      yield null;
    }
  }
}

function found(
  path: string,
  index: number,
  trans: ITranslator,
  fixes?: IFix[]
): Step {
  return {
    id: 'notebook.position',
    severity: 'info',
    section: 'contents',
    message: trans.__(
      'A picture in cell %1 says where it was taken (GPS). May that be published?',
      index + 1
    ),
    place: { path, cell: index },
    about: JSON.stringify([path, index]),
    ...(fixes ? { fixes } : {})
  };
}

/** Whether a bundle of data by their kind has a picture with a position. */
function hasPicture(data: unknown): boolean {
  const bundle: IJsonObject = isJsonObject(data) ? data : {};
  return ['image/jpeg', 'image/png', 'image/jpg'].some(mime => {
    const head = decodeHead(textUpTo(bundle[mime], HEAD_CHARACTERS));
    return head !== null && hasPosition(head);
  });
}

/** The bytes at the beginning of base64; null if it is none. */
function decodeHead(text: string): Uint8Array | null {
  const base64 = text.replace(/\s/g, '');
  const whole = base64.slice(0, base64.length - (base64.length % 4));
  if (!whole || !/^[A-Za-z\d+/]*={0,2}$/.test(whole)) {
    return null;
  }
  return Uint8Array.from(atob(whole), character => character.charCodeAt(0));
}
