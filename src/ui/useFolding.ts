import { useCallback, useEffect, useRef, useState } from 'react';
import type { Section } from '../core/finding';
import type { IPublicationState } from '../session/state';
import { countFindings } from './problems';

/** The sections that can be folded. */
const foldable: readonly Section[] = [
  'contents',
  'environment',
  'metadata',
  'account'
];

/** Whether a section has something that the user should look at. */
function wantsEyes(state: IPublicationState, section: Section): boolean {
  const { errors, warnings } = countFindings(state, section);
  switch (section) {
    case 'metadata':
      return warnings > 0 || (state.asked && errors > 0);
    case 'account':
      return state.account.status === 'signed-out';
    default:
      return errors + warnings > 0;
  }
}

/** Which sections are unfolded, and how to change that. */
export interface IFolding {
  readonly open: ReadonlySet<Section>;
  toggle(section: Section): void;
  unfold(section: Section): void;
}

/**
 * What is fine is folded. A section with something to look at opens by itself,
 * once; then the user's folding is kept. All is folded while steps are under
 * way and after publishing.
 */
export function useFolding(state: IPublicationState): IFolding {
  const [open, setOpen] = useState<ReadonlySet<Section>>(() =>
    state.phase === 'editing' ? new Set<Section>(['metadata']) : new Set()
  );
  const opened = useRef(new Set<Section>());
  const { phase } = state;

  useEffect(() => {
    opened.current.clear();
    if (phase === 'running' || phase === 'published') {
      setOpen(new Set());
    }
  }, [phase]);

  useEffect(() => {
    if (phase === 'running' || phase === 'published') {
      return;
    }
    const fresh = foldable.filter(
      section => !opened.current.has(section) && wantsEyes(state, section)
    );
    if (fresh.length > 0) {
      fresh.forEach(section => opened.current.add(section));
      setOpen(before => new Set([...before, ...fresh]));
    }
  }, [state, phase]);

  const toggle = useCallback((section: Section) => {
    setOpen(before => {
      const after = new Set(before);
      return after.delete(section) ? after : after.add(section);
    });
  }, []);
  const unfold = useCallback((section: Section) => {
    setOpen(before => new Set(before).add(section));
  }, []);
  return { open, toggle, unfold };
}
