import * as React from 'react';
import { Icon } from './Icon';
import { useTrans } from './context';

interface IExternalLinkProps {
  href: string;
  /** Looks like a button. */
  button?: boolean;
  className?: string;
  children: React.ReactNode;
}

/**
 * A link out of JupyterLab. Only the web's own addresses: what a server sends
 * never becomes a `javascript:` link.
 */
export function ExternalLink({
  href,
  button = false,
  className,
  children
}: IExternalLinkProps): JSX.Element {
  const trans = useTrans();
  if (!/^https?:\/\//i.test(href)) {
    return <span className={className}>{children}</span>;
  }
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={button ? 'jp-ZenodoPublisher-btn' : className}
    >
      {children}
      <Icon name="out" className="jp-ZenodoPublisher-out" />
      <span className="jp-ZenodoPublisher-hidden">
        {trans.__('(opens in a new tab)')}
      </span>
    </a>
  );
}
