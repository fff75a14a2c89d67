import * as React from 'react';
import { useRef } from 'react';

interface IFileChooserProps {
  /** The button's name. */
  children: React.ReactNode;
  /** What the chooser is for, where a program asks. */
  label: string;
  multiple?: boolean;
  /** The id of what explains it. */
  describedBy?: string;
  button?: React.RefObject<HTMLButtonElement>;
  onChoose: (files: readonly File[]) => void;
}

/** A button that opens the browser's file chooser. */
export function FileChooser({
  children,
  label,
  multiple = false,
  describedBy,
  button,
  onChoose
}: IFileChooserProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="jp-mod-styled jp-ZenodoPublisher-btn"
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // Else the same file could not be chosen again.
          target.value = '';
          if (files.length > 0) {
            onChoose(files);
          }
        }}
      />
    </>
  );
}
