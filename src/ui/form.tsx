import { createContext, useContext, useEffect } from 'react';
import type { RefObject } from 'react';
import type { Section } from '../core/finding';
import type { ITranslator } from '../core/text';
import type {
  IFieldActions,
  ILookUpActions
} from '../session/actions/detailsActions';
import type { IPublicationState } from '../session/state';
import { IPanel, ITarget, useMaybePanel } from './context';

/** What a session with a form of metadata does. */
export interface IFormSession {
  readonly metadata: IFieldActions;
  readonly lookUps: ILookUpActions;
}

/** What the fields show. */
export type IFormState = Pick<
  IPublicationState,
  'metadata' | 'account' | 'asked' | 'findings'
>;

/** What the fields of the form share. */
export interface IForm {
  readonly session: IFormSession;
  readonly state: IFormState;
  readonly trans: ITranslator;
  /** Prefix of element ids: several forms may be open. */
  readonly prefix: string;
  readonly target: ITarget | null;
}

const FormContext = createContext<IForm | null>(null);

/** Gives a form that stands in no panel of a publication to its fields. */
export const FormProvider = FormContext.Provider;

/** The form that a field belongs to. */
export function useForm(): IForm {
  const own = useContext(FormContext);
  const panel: IPanel | null = useMaybePanel();
  const form = own ?? panel;
  if (!form) {
    throw new Error('A field was rendered outside of a form');
  }
  return form;
}

/** Take the focus when the user asks to go to this field. */
export function useTarget(
  section: Section,
  field: string,
  ref: RefObject<HTMLElement>
): void {
  const { target } = useForm();
  useEffect(() => {
    if (
      target &&
      !target.reached &&
      target.section === section &&
      target.field === field &&
      ref.current
    ) {
      target.reached = true;
      ref.current.focus();
    }
  }, [target, section, field, ref]);
}
