import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { includedEntries, totals } from './edit';
import { IPlan } from './entry';
import { nameClashes, nameProblem } from './names';

/** Source: https://help.zenodo.org/docs/deposit/manage-files/ (100 files, 50 GB a record). */
export const defaultLimits: ILimits = { files: 100, bytes: 50e9 };

/** Of files with the same trouble, so many are named; nobody reads a thousand lines. */
const maxNamed = 20;

/** What a record may hold. */
export interface ILimits {
  readonly files: number;
  readonly bytes: number;
}

export interface ICheckOptions {
  /** One zip counts as one file; individual files count each. */
  readonly layout: 'zip' | 'files';
  readonly limits?: ILimits;
  /** What the record is for; `notebooks` by default. A record of the data needs no notebook. */
  readonly content?: 'notebooks' | 'data';
  readonly trans: ITranslator;
}

/** All findings of a plan as it is ticked now. */
export function checkPlan(plan: IPlan, options: ICheckOptions): IFinding[] {
  const { layout, limits = defaultLimits, content, trans } = options;
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
      content === 'data'
        ? trans.__('No file is selected. Tick at least one file.')
        : trans.__('No notebook is selected. Tick at least one file.')
    );
    return findings;
  }
  if (
    content !== 'data' &&
    !entries.some(({ path }) => /\.ipynb$/i.test(path))
  ) {
    report(
      'bundle.no-notebook',
      'warning',
      trans.__(
        'There is no notebook in it. It can be published, but Binder has nothing to open.'
      )
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
  const paths = entries.map(({ path }) => path);
  const wrong = paths.filter(path => nameProblem(path, trans) !== null);
  for (const path of wrong.slice(0, maxNamed)) {
    report('bundle.name', 'error', nameProblem(path, trans) ?? '', path);
  }
  if (wrong.length > maxNamed) {
    report(
      'bundle.name',
      'error',
      trans._n(
        '%1 more file has such a name.',
        '%1 more files have such names.',
        wrong.length - maxNamed
      )
    );
  }
  const clashes = nameClashes(paths);
  for (const [first, second] of clashes.slice(0, maxNamed)) {
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
  if (clashes.length > maxNamed) {
    report(
      'bundle.name-clash',
      'warning',
      trans._n(
        '%1 more pair of files is one file on Windows and macOS.',
        '%1 more pairs of files are one file on Windows and macOS.',
        clashes.length - maxNamed
      )
    );
  }
  return findings;
}
