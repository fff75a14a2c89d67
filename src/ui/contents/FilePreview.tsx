import * as React from 'react';
import { PLACEHOLDER_DOI } from '../../core/notebook/badge';
import { usePanel } from '../context';

interface IFilePreviewProps {
  /** Path in the bundle. */
  path: string;
}

/** The text of a file that is in no folder, as it will go out. */
export function FilePreview({ path }: IFilePreviewProps): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const preview = session.previews.of(path);
  if (!preview) {
    return null;
  }
  const { text, isCut, isCrate } = preview;
  return (
    <div className="jp-ZenodoPublisher-preview">
      {text === null ? (
        <p className="jp-ZenodoPublisher-help">
          {trans.__('This file is no text, so it cannot be shown here.')}
        </p>
      ) : text === '' ? (
        <p className="jp-ZenodoPublisher-help">
          {trans.__('This file is empty.')}
        </p>
      ) : (
        <pre
          className="jp-ZenodoPublisher-diffText"
          tabIndex={0}
          // Not a part of the tree, but something to be read.
          role="document"
          aria-label={trans.__('Text of %1', path)}
        >
          {text}
        </pre>
      )}
      {text !== null && isCut && (
        <p className="jp-ZenodoPublisher-help">
          {trans.__('The file goes on. Only its beginning is shown.')}
        </p>
      )}
      {isCrate && (
        <p className="jp-ZenodoPublisher-help">
          {!state.publish.draft?.doi &&
            trans.__(
              'The real DOI takes the place of %1.',
              PLACEHOLDER_DOI
            )}{' '}
          {trans.__(
            'The checksums (sha256), and the sizes of files that get a badge or another change, are filled in when the files are packed.'
          )}
        </p>
      )}
    </div>
  );
}
