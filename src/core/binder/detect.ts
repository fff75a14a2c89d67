/**
 * What Binder makes of a bundle, and what mends what it cannot: the verdict of
 * repo2docker's own rules (`judge`), then what conda, pip and the scripts would
 * stumble over afterwards, then the notebooks' kernels.
 */
import { IFinding } from '../finding';
import { ITranslator, plainEnglish } from '../text';

import { BinderTree, ReadBundleFile } from './binderTree';
import { contentFindings } from './contentFindings';
import { IBinderDetection, judge } from './judge';
import { kernelFindings } from './kernelFindings';
import { misnamedFindings } from './misnamed';
import { IBinderOptions } from './options';
import { strayFindings } from './strayFindings';
import { withFixes } from './verdictFixes';

export type { IBinderDetection } from './judge';
export type { IBinderOptions, INotebookKernel } from './options';
export type { ReadBundleFile } from './binderTree';

/**
 * Say what Binder will do with a bundle.
 *
 * @param paths - all files of the bundle, relative to its root.
 * @param read - a file's bytes or text; it is asked for the few files that matter.
 * @param options - what else is known; it makes findings and fixes better.
 */
export async function detectBinder(
  paths: readonly string[],
  read: ReadBundleFile,
  trans: ITranslator = plainEnglish,
  options: IBinderOptions = {}
): Promise<IBinderDetection> {
  const tree = BinderTree.of(paths, read);
  const verdict = await judge(tree, trans);
  const context = { tree, verdict, options, trans };
  const findings: IFinding[] = [];
  for (const finding of verdict.findings) {
    findings.push(await withFixes(finding, context));
  }
  const content = await contentFindings(context);
  const stray = [
    ...(await misnamedFindings(context)),
    ...(await strayFindings(context))
  ];
  const kernels = kernelFindings(
    options.notebooks ?? [],
    verdict,
    content,
    trans
  );
  return {
    ...verdict,
    findings: [...findings, ...stray, ...content.findings, ...kernels]
  };
}
