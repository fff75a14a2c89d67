import * as React from 'react';
import type { IAccountState } from '../session/state';
import { Icon } from './Icon';
import { useTrans } from './context';

/** Where it goes, and whether somebody is signed in there. */
export function SiteStatus({
  site,
  status
}: Pick<IAccountState, 'site' | 'status'>): JSX.Element {
  const trans = useTrans();
  return (
    <p className="jp-ZenodoPublisher-where">
      {site.test && <Icon name="flask" tone="warn" />}
      <span className="jp-ZenodoPublisher-hidden">{trans.__('Site:')} </span>
      <b>{site.name}</b>
      <span>
        {status === 'signed-in'
          ? trans.__('signed in')
          : trans.__('not signed in')}
      </span>
    </p>
  );
}
