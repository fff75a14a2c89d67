/** Trying a fix on the files before it is offered. */
import { Fix, IFinding, IFix } from '../finding';
import { ITranslator } from '../text';
import { BinderTree, ITreeChange } from './binderTree';
import { IBinderDetection, judge } from './judge';
import { IBinderOptions } from './options';

/** What fixes are made of. */
export interface IFixContext {
  readonly tree: BinderTree;
  readonly verdict: IBinderDetection;
  readonly options: IBinderOptions;
  readonly trans: ITranslator;
}

/** Ways to one end, the best first: only one of them is offered. */
export type FixChoice = readonly IFix[];

/*
 * What comes of reading a kernel, as far as Binder's choice goes. It is written
 * to the root.
 */
const CAPTURED = { 'runtime.txt': 'python-3.12\n', 'requirements.txt': '' };

/** What a fix does to the files; null if it leaves them as they are, or nobody knows. */
export function treeChange(fix: Fix): ITreeChange | null {
  switch (fix.kind) {
    case 'write-file':
      return { written: { [fix.path]: fix.after } };
    case 'exclude':
      return { without: fix.paths };
    case 'capture':
      return { written: CAPTURED };
    default:
      return null;
  }
}

/**
 * Of each choice the first fix after which Binder's own rules no longer lead to
 * the finding, and after which Binder takes what it took before.
 */
export async function provenFixes(
  finding: IFinding,
  choices: readonly FixChoice[],
  { tree, verdict, trans }: IFixContext
): Promise<IFix[]> {
  const proven: IFix[] = [];
  for (const choice of choices) {
    for (const one of choice) {
      const change = treeChange(one.fix);
      const after = change && (await judge(tree.changed(change), trans));
      if (
        !after ||
        (isGone(finding, after) && (after.accepted || !verdict.accepted))
      ) {
        proven.push(one);
        break;
      }
    }
  }
  return proven;
}

function isGone(finding: IFinding, { findings }: IBinderDetection): boolean {
  return !findings.some(
    ({ id, place }) => id === finding.id && place?.path === finding.place?.path
  );
}
