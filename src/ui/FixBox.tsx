import * as React from 'react';
import { useState } from 'react';
import type { Fix, IFix } from '../core/finding';
import type { ITranslator } from '../core/text';
import { ApplyButton } from './ApplyButton';
import { Change } from './Change';
import { usePanel } from './context';
import { alsoPaths } from './fixWords';
import type { IKeyedFinding } from './sectionFindings';
import type { IUnfolding } from './useUnfolding';

interface IFixButtonProps {
  fixes: readonly IFix[];
  unfolding: IUnfolding;
}

/** Unfolds what can be done. */
export function FixButton({ fixes, unfolding }: IFixButtonProps): JSX.Element {
  const { trans } = usePanel();
  const { isOpen, id, button, toggle } = unfolding;
  return (
    <button
      ref={button}
      type="button"
      className="jp-mod-styled jp-ZenodoPublisher-btn"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={toggle}
    >
      {/* One child: the button's own gap would come between the words. */}
      <span>
        {trans.__('Fix…')}
        <span className="jp-ZenodoPublisher-hidden"> {fixes[0].label}</span>
      </span>
    </button>
  );
}

interface IFixBoxProps {
  one: IKeyedFinding;
  fixes: readonly IFix[];
  unfolding: IUnfolding;
}

/** What can be done about a finding, shown before it is done. */
export function FixBox({
  one,
  fixes,
  unfolding
}: IFixBoxProps): JSX.Element | null {
  const { trans } = usePanel();
  const { isOpen, id, close, onKeyDown } = unfolding;
  const [chosen, setChosen] = useState(0);
  // The findings may have been made anew, with fewer ways to mend this one.
  const index = Math.min(chosen, fixes.length - 1);
  if (!isOpen) {
    return null;
  }
  const fix = fixes[index];
  const apply = { one, fix, button: String(index) };
  return (
    <div
      className="jp-ZenodoPublisher-fix"
      id={id}
      role="group"
      aria-label={boxLabel(fix.fix, trans)}
      onKeyDown={onKeyDown}
    >
      {fixes.length > 1 && (
        <fieldset className="jp-ZenodoPublisher-choices">
          <legend>{trans.__('What to do')}</legend>
          {fixes.map(({ label }, at) => (
            <label key={at}>
              <input
                type="radio"
                name={`${id}-fix`}
                checked={at === index}
                onChange={() => setChosen(at)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <Change fix={fix.fix} />
      <p className="jp-ZenodoPublisher-options">
        {fix.fix.kind === 'write-file' ? (
          <>
            <ApplyButton {...apply} where="folder" isMain>
              {trans.__('Change it')}
            </ApplyButton>
            <ApplyButton {...apply} where="bundle">
              {trans.__('Only in the bundle')}
            </ApplyButton>
          </>
        ) : (
          <ApplyButton {...apply} where="bundle" isMain>
            {fix.fix.kind === 'capture'
              ? trans.__('Read the kernel')
              : trans.__('Change it')}
          </ApplyButton>
        )}
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={close}
        >
          {trans.__('Not now')}
        </button>
      </p>
    </div>
  );
}

function boxLabel(fix: Fix, trans: ITranslator): string {
  switch (fix.kind) {
    case 'write-file':
      return fix.also
        ? trans.__('The changes in %1 and %2', fix.path, alsoPaths(fix.also))
        : trans.__('The change in %1', fix.path);
    case 'include':
    case 'exclude':
      return trans.__('The change in the bundle');
    case 'edit-copy':
      return trans.__('The change in the published copy of %1', fix.path);
    case 'capture':
      return trans.__('Reading the environment from the kernel');
    case 'add-works':
    case 'remove-works':
      return trans.__('The change in the related works');
  }
}
