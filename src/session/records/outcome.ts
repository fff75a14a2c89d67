import { CancelledError } from '../../core/error';
import { packageLists } from '../../core/records/packageLists';
import type { IFetched } from '../../core/records/fetchRecord';
import type { RecordFolder } from '../../core/records/recordFolder';
import type { IOpenResult, IOpenStop } from './state';

/** What was opened, as it is shown. */
export function resultOf({ folder, leftOut }: IFetched): IOpenResult {
  const { path, files, bytes } = folder;
  return {
    ...{ folder: path, files: files.length, bytes, leftOut },
    notebooks: files.filter(file => /\.ipynb$/i.test(file)).length,
    packageLists: packageLists(files)
  };
}

/** Why it stopped, and what is there. @param text - the user's text of the error */
export function stopOf(
  error: unknown,
  text: string,
  folder: RecordFolder | null
): IOpenStop {
  return {
    text,
    isCancelled: error instanceof CancelledError,
    kept: folder && { folder: folder.path, files: folder.files.length },
    notice: ''
  };
}
