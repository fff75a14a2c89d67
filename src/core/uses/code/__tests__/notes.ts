import { Language } from '../../moduleUse';
import { CodeReader } from '../codeReader';

/** What code does with paths: `read data.csv`, `write? out.csv` where it only looks like a path. */
export function pathsOf(
  code: string | string[],
  language: Language = 'python',
  file?: string
): string[] {
  const reader = new CodeReader(file);
  return [code].flat().flatMap(cell =>
    reader.read(cell, language).notes.flatMap(note => {
      if (note.type !== 'path') {
        return [];
      }
      const start = note.anchor === 'working' ? '' : `${note.anchor}:`;
      const text = note.text.replace(/\u0000/g, '…');
      return [`${note.role}${note.sure === 'low' ? '?' : ''} ${start}${text}`];
    })
  );
}

/** The notes of one type. */
export function notesOf<T extends string>(
  code: string,
  type: T,
  language: Language = 'python'
) {
  return new CodeReader()
    .read(code, language)
    .notes.filter(note => note.type === type);
}
