/** Files that make Binder build for a language that no notebook is in. */
import { IFinding } from '../finding';
import { IFixContext, leaveOut, provenFixes } from './fixTrial';

/* The languages of those ways to build that bring one beside Python. */
const LANGUAGES: Readonly<Record<string, string>> = { julia: 'Julia', r: 'R' };

/** Say which file made Binder choose, if the notebooks do not need it. */
export async function strayFindings(context: IFixContext): Promise<IFinding[]> {
  const { verdict, options, trans } = context;
  const { kind, file } = verdict;
  const language = kind === null ? undefined : LANGUAGES[kind];
  const used = (options.notebooks ?? []).map(one => one.language.toLowerCase());
  if (
    language === undefined ||
    file === null ||
    used.length === 0 ||
    used.some(one => one === '' || one === kind)
  ) {
    return [];
  }
  const finding: IFinding = {
    id: 'binder.stray',
    severity: 'warning',
    section: 'environment',
    message: trans.__(
      'Because of %1, Binder will install %2, which takes long. No notebook needs it.',
      file,
      language
    ),
    place: { path: file }
  };
  const choices = [[leaveOut([file], context)]];
  const fixes = await provenFixes(finding, choices, context);
  return [fixes.length ? { ...finding, fixes } : finding];
}
