import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { includedEntries, totals } from './edit';
import { IPlan } from './entry';
import { nameClashes, nameProblem } from './names';

/** Source: https://help.zenodo.org/docs/deposit/manage-files/ (100 files, 50 GB a record). */
export const defaultLimits: ILimits = { files: 100, bytes: 50e9 };

/** What a record may hold. */
export interface ILimits {
  readonly files: number;
  readonly bytes: number;
}

export interface ICheckOptions {
  /** One zip counts as one file; individual files count each. */
  readonly layout: 'zip' | 'files';
  readonly limits?: ILimits;
  readonly trans: ITranslator;
}

/** All findings of a plan as it is ticked now. */
export function checkPlan(plan: IPlan, options: ICheckOptions): IFinding[] {
  const { layout, limits = defaultLimits, trans } = options;
  const findings: IFinding[] = [...plan.findings];
  const report = (
    id: string,
    severity: IFinding['severity'],
    message: string,
    path?: string
  ) =>
    findings.push({
      id,
      severity,
      section: 'contents',
      message,
      ...(path === undefined ? {} : { place: { path } })
    });
  const entries = includedEntries(plan);
  const { count, bytes } = totals(plan);
  if (count === 0) {
    report(
      'bundle.empty',
      'error',
      trans.__('No notebook is selected. Tick at least one file.')
    );
    return findings;
  }
  if (!entries.some(({ path }) => /\.ipynb$/i.test(path))) {
    report(
      'bundle.no-notebook',
      'error',
      trans.__('No notebook is selected. Tick at least one notebook.')
    );
  }
  if (layout === 'files' && count > limits.files) {
    report(
      'bundle.too-many',
      'error',
      trans.__(
        '%1 files; the site takes %2. Choose one zip file, or leave some out.',
        count,
        limits.files
      )
    );
  }
  if (bytes > limits.bytes) {
    // A zip may still turn out smaller than its files.
    report(
      'bundle.too-big',
      layout === 'zip' ? 'warning' : 'error',
      trans.__(
        '%1 GB; the site takes %2 GB. Leave some files out.',
        (bytes / 1e9).toFixed(1),
        limits.bytes / 1e9
      )
    );
  }
  for (const { path } of entries) {
    const problem = nameProblem(path, trans);
    if (problem) {
      report('bundle.name', 'error', problem, path);
    }
  }
  for (const [first, second] of nameClashes(entries.map(({ path }) => path))) {
    report(
      'bundle.name-clash',
      'warning',
      trans.__(
        '“%1” and “%2” are one file on Windows and macOS: only one of them can be unpacked there.',
        first,
        second
      ),
      second
    );
  }
  return findings;
}
