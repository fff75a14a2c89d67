import * as React from 'react';
import { useEffect, useState } from 'react';
import { Icon } from './Icon';
import { usePanel } from './context';

interface ICopyButtonProps {
  onCopy: () => void;
  /** Looks like a link. */
  plain?: boolean;
  children: React.ReactNode;
}

/** Copies something, and says so for a moment; its name stays the same. */
export function CopyButton({
  onCopy,
  plain = false,
  children
}: ICopyButtonProps): JSX.Element {
  const { trans } = usePanel();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied > 0) {
      const timer = setTimeout(() => setCopied(0), 3000);
      return () => clearTimeout(timer);
    }
  }, [copied]);
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
          onCopy();
          setCopied(count => count + 1);
        }}
      >
        {!plain && <Icon name="copy" />}
        {children}
      </button>
      <span aria-live="polite">{copied > 0 && trans.__('Copied.')}</span>
    </span>
  );
}
