import * as React from 'react';
import { useEffect, useState } from 'react';
import { Icon } from './Icon';
import { useTrans } from './context';

interface ICopyButtonProps {
  /** Answers false where there was nothing to copy. */
  onCopy: () => void | Promise<boolean>;
  /** What is said then. */
  failed?: string;
  /** Looks like a link. */
  plain?: boolean;
  children: React.ReactNode;
}

/** Copies something, and says so for a moment; its name stays the same. */
export function CopyButton({
  onCopy,
  failed,
  plain = false,
  children
}: ICopyButtonProps): JSX.Element {
  const trans = useTrans();
  const [copied, setCopied] = useState(0);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    if (copied > 0) {
      const timer = setTimeout(() => setCopied(0), 3000);
      return () => clearTimeout(timer);
    }
  }, [copied]);
  const tell = (done: boolean) => {
    setRefused(!done);
    setCopied(count => (done ? count + 1 : 0));
  };
  return (
    <span className="jp-ZenodoPublisher-copy">
      <button
        type="button"
        className={
          plain
            ? 'jp-ZenodoPublisher-link'
            : 'jp-mod-styled jp-ZenodoPublisher-btn'
        }
        onClick={() => {
          setRefused(false);
          const told = onCopy();
          if (told instanceof Promise) {
            void told.then(tell);
          } else {
            tell(true);
          }
        }}
      >
        {!plain && <Icon name="copy" />}
        {children}
      </button>
      <span aria-live="polite">
        {isRefused ? failed : copied > 0 && trans.__('Copied.')}
      </span>
    </span>
  );
}
