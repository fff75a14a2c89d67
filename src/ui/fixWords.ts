import type { CopyEdit, Fix, IFileChange } from '../core/finding';
import type { ITranslator } from '../core/text';

/** Where a fix is to be made. */
export type Where = 'folder' | 'bundle';

/** What an edit changes in the published copy of a file. */
export function editWords(edit: CopyEdit, trans: ITranslator): string {
  switch (edit.kind) {
    case 'clear-outputs':
      return trans.__(
        'The outputs of cell %1 are left out of the published copy. Your notebook stays as it is.',
        edit.cell + 1
      );
    case 'drop-widget-state':
      return trans.__(
        'The saved state of the widgets is left out of the published copy. Your notebook stays as it is.'
      );
    case 'set-kernel':
      return trans.__(
        'The published copy names the kernel “%1”, which Binder has. Your notebook stays as it is.',
        edit.displayName
      );
    case 'mask':
      return trans.__(
        'In the published copy, `***REMOVED***` stands in the place of what was found. Your own file stays as it is.'
      );
  }
}

/** What is said once a fix was made. */
export function doneWords(fix: Fix, where: Where, trans: ITranslator): string {
  switch (fix.kind) {
    case 'write-file':
      if (fix.also) {
        const also = alsoPaths(fix.also);
        return where === 'bundle'
          ? trans.__(
              '`%1` and `%2` were changed in the bundle only.',
              fix.path,
              also
            )
          : trans.__('`%1` and `%2` were written.', fix.path, also);
      }
      if (where === 'bundle') {
        return trans.__('`%1` was changed in the bundle only.', fix.path);
      }
      return fix.before === null
        ? trans.__('`%1` was added.', fix.path)
        : trans.__('`%1` was changed.', fix.path);
    case 'include':
      return fix.paths.length === 1
        ? trans.__('`%1` was added to the bundle.', fix.paths[0])
        : trans._n(
            '%1 file was added to the bundle.',
            '%1 files were added to the bundle.',
            fix.paths.length
          );
    case 'exclude':
      return fix.paths.length === 1
        ? trans.__('`%1` is left out now.', fix.paths[0])
        : trans._n(
            '%1 file is left out now.',
            '%1 files are left out now.',
            fix.paths.length
          );
    case 'edit-copy':
      return trans.__('The published copy of `%1` was changed.', fix.path);
    case 'capture':
      return trans.__('The kernel was read.');
    case 'add-works':
      return trans._n(
        'Added to the related works.',
        '%1 were added to the related works.',
        fix.works.length
      );
    case 'remove-works':
      return trans.__('Taken out of the related works.');
  }
}

/** The files that are written with another. */
export function alsoPaths(also: readonly IFileChange[]): string {
  return also.map(({ path }) => path).join(', ');
}
