import * as React from 'react';
import type { IFix } from '../core/finding';
import { usePanel } from './context';
import type { Where } from './fixWords';
import { useMending } from './mending';
import type { IKeyedFinding } from './sectionFindings';

interface IApplyButtonProps {
  one: IKeyedFinding;
  fix: IFix;
  where: Where;
  /** Tells the buttons of a finding apart. */
  button: string;
  /** The step at hand: blue. */
  isMain?: boolean;
  children: string;
}

/**
 * Makes the change of a fix. It says so while it is at work, and cannot be
 * pressed then; it keeps the focus, which a disabled button would lose.
 */
export function ApplyButton({
  one,
  fix,
  where,
  button,
  isMain = false,
  children
}: IApplyButtonProps): JSX.Element {
  const { trans } = usePanel();
  const { busy, apply } = useMending();
  const name = `${button} ${where}`;
  const isBusy = busy?.key === one.key && busy.button === name;
  return (
    <button
      type="button"
      className={
        isMain
          ? 'jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn'
          : 'jp-mod-styled jp-ZenodoPublisher-btn'
      }
      aria-disabled={busy !== null || undefined}
      onClick={() => apply(one, fix, where, name)}
    >
      {!isBusy
        ? children
        : fix.fix.kind === 'capture'
          ? trans.__('Reading the kernel')
          : trans.__('Changing it')}
    </button>
  );
}
