import * as React from 'react';
import { siteForReal } from '../core/zenodo/sites';
import { Rich } from './Rich';
import { usePanel } from './context';

/** Says without doubt that this is a test: words, an icon, and stripes. */
export function SandboxBand(): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { site, sites } = state.account;
  const real = siteForReal(sites);
  return (
    <div
      className="jp-ZenodoPublisher-sandbox"
      role="note"
      aria-label={trans.__('Sandbox')}
    >
      <div className="jp-ZenodoPublisher-sandboxIn">
        <p>
          <Rich
            text={
              site.binder
                ? trans.__(
                    '**TEST ONLY.** DOIs made on %1 cannot be cited, and may be deleted at any time. Your notebooks stay as they are.',
                    site.name
                  )
                : trans.__(
                    '**TEST ONLY.** DOIs made on %1 cannot be cited or opened in Binder, and may be deleted at any time. Your notebooks stay as they are.',
                    site.name
                  )
            }
          />
        </p>
        {real && !locked && (
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => session.account.setSite(real.id)}
          >
            {trans.__('Switch to %1', real.name)}
          </button>
        )}
      </div>
    </div>
  );
}
