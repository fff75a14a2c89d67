import { bigFindings } from '../core/bundle/bigData';
import type { IPlan } from '../core/bundle/entry';
import type { Layout } from '../core/bundle/layouts';
import { checkPlan } from '../core/bundle/limits';
import type { IFinding } from '../core/finding';
import type { ITranslator } from '../core/text';

/** What speaks against a plan: its limits, and what its size means for Binder. */
export function planFindings(
  plan: IPlan,
  layout: Layout,
  trans: ITranslator
): IFinding[] {
  return [...checkPlan(plan, { layout, trans }), ...bigFindings(plan, trans)];
}
