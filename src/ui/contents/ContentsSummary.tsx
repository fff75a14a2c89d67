import * as React from 'react';
import { usePanel } from '../context';
import { formatSize } from '../format';

/** How things stand with the files, in one sentence. */
export function ContentsSummary(): JSX.Element {
  const { state, trans } = usePanel();
  const { reading, count, bytes, layout } = state.contents;
  const size = formatSize(bytes);
  if (reading) {
    return (
      <>
        {trans._n(
          'Looking through the folder: %1 file',
          'Looking through the folder: %1 files',
          reading.files
        )}
      </>
    );
  }
  if (count === 0) {
    return <>{trans.__('No file is ticked')}</>;
  }
  if (state.phase === 'published') {
    return (
      <>
        {trans._n(
          '%1 file, %2, checksum compared',
          '%1 files, %2, checksum compared',
          count,
          size
        )}
      </>
    );
  }
  return (
    <>
      {layout === 'zip'
        ? trans._n(
            '%1 file, %2, in one zip',
            '%1 files, %2, in one zip',
            count,
            size
          )
        : trans._n(
            '%1 file, %2, not packed',
            '%1 files, %2, not packed',
            count,
            size
          )}
    </>
  );
}
