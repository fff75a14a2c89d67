import { bigFindings } from '../core/bundle/bigData';
import type { IPlan } from '../core/bundle/entry';
import type { Layout } from '../core/bundle/layouts';
import { checkPlan } from '../core/bundle/limits';
import type { IFinding } from '../core/finding';
import type { ITranslator } from '../core/text';
import { IPickedFile, pickedFindings } from './pickedFiles';

/** What speaks against a plan: files that are missing, its limits, and what its size means for Binder. */
export function planFindings(
  plan: IPlan | null,
  layout: Layout,
  picked: readonly IPickedFile[],
  trans: ITranslator
): IFinding[] {
  return [
    ...pickedFindings(picked, trans),
    ...(plan ? checkPlan(plan, { layout, trans }) : []),
    ...(plan ? bigFindings(plan, trans) : [])
  ];
}
