import { createContext, useContext } from 'react';
import type { Section } from '../core/finding';
import type { ITranslator } from '../core/text';
import type { IPublicationSession } from '../session/publicationSession';
import type { IPublicationState } from '../session/state';

/** A place in the panel that the focus goes to, unfolding what hides it. */
export interface ITarget {
  readonly section: Section;
  /** A field of the metadata form (`creators.0.orcid`), `token`, `findings`, or `summary`. */
  readonly field: string;
  /** Set once the focus has arrived, so that later mounts do not take it again. */
  reached: boolean;
}

/** What every part of the panel shares. */
export interface IPanel {
  readonly session: IPublicationSession;
  readonly state: IPublicationState;
  readonly trans: ITranslator;
  /** Prefix of element ids: several panels may be open. */
  readonly prefix: string;
  readonly target: ITarget | null;
  /** The sections that are unfolded. */
  readonly open: ReadonlySet<Section>;
  toggle(section: Section): void;
  /** Nothing may be changed: steps are under way, or the record is published. */
  readonly locked: boolean;
  /** Take the user to a field, or to the findings of a section. */
  go(section: Section, field?: string): void;
}

const PanelContext = createContext<IPanel | null>(null);

/** Gives the panel to all parts below it. */
export const PanelProvider = PanelContext.Provider;

/** The panel that a part belongs to; null = none. */
export function useMaybePanel(): IPanel | null {
  return useContext(PanelContext);
}

/** The panel that a part belongs to. */
export function usePanel(): IPanel {
  const panel = useMaybePanel();
  if (!panel) {
    throw new Error('A part of the panel was rendered outside of it');
  }
  return panel;
}

const TransContext = createContext<ITranslator | null>(null);

/** Gives the translator to small parts that stand outside of the panel. */
export const TransProvider = TransContext.Provider;

/** The translator of a part that stands in the panel, or in another one. */
export function useTrans(): ITranslator {
  const own = useContext(TransContext);
  const panel = useContext(PanelContext);
  const trans = own ?? panel?.trans;
  if (!trans) {
    throw new Error('A part was rendered without a translator');
  }
  return trans;
}
