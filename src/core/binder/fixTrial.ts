/** Trying a fix on the files before it is offered. */
import { Fix, IFinding, IFix } from '../finding';
import { ITranslator } from '../text';
import { BinderTree, ITreeChange } from './binderTree';
import { IBinderDetection, judge } from './judge';
import { IBinderOptions } from './options';
import { nameOf } from '../paths';

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
      return {
        written: Object.fromEntries(
          [fix, ...(fix.also ?? [])].map(({ path, after }) => [path, after])
        )
      };
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
      if (!after || isBetter(finding, verdict, after)) {
        proven.push(one);
        break;
      }
    }
  }
  return proven;
}

/*
 * The finding is gone, and no error is new, but that there is no environment
 * any more: then there was none that could be used.
 */
function isBetter(
  finding: IFinding,
  before: IBinderDetection,
  after: IBinderDetection
): boolean {
  const isNew = (one: IFinding) =>
    one.id !== 'binder.none' && !isIn(one, before.findings);
  const errors = after.findings.filter(({ severity }) => severity === 'error');
  return (
    !isIn(finding, after.findings) &&
    (after.accepted || (!before.accepted && !errors.some(isNew)))
  );
}

function isIn(finding: IFinding, findings: readonly IFinding[]): boolean {
  return findings.some(
    ({ id, place }) => id === finding.id && place?.path === finding.place?.path
  );
}

/** Leave files out; the first one is named. */
export function leaveOut(
  paths: readonly string[],
  { trans }: IFixContext
): IFix {
  const [path = ''] = paths;
  return {
    label: trans.__('Leave %1 out', nameOf(path)),
    fix: { kind: 'exclude', paths }
  };
}
