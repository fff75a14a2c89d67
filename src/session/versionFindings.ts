import type { IFinding } from '../core/finding';
import { isUnchanged, IVersionChanges } from '../core/publish/versions';
import type { ITranslator } from '../core/text';
import type { ILastVersion, PublishAs } from './versionState';

/** What speaks against a next version, or against replacing the files. */
export function versionFindings(
  last: ILastVersion | null,
  as: PublishAs,
  changes: IVersionChanges | null,
  isSplit: boolean,
  trans: ITranslator
): IFinding[] {
  if (!last) {
    return [];
  }
  const isReplacement = as === 'replace-files';
  const since = last.version
    ? trans.__('version %1', last.version)
    : trans.__('the last version');
  const findings: IFinding[] = [];
  if (changes && isUnchanged(changes)) {
    findings.push({
      id: 'version.unchanged',
      severity: 'warning',
      section: 'publish',
      key: `version.unchanged ${last.doi}`,
      stops: true,
      message: isReplacement
        ? trans.__(
            'No file has changed since %1: there is nothing to replace.',
            since
          )
        : trans.__(
            'No file has changed since %1. A new version would be the same again; details can be corrected on the page of the record.',
            since
          )
    });
  }
  if (isReplacement && isSplit) {
    findings.push({
      id: 'version.replace-split',
      severity: 'error',
      section: 'publish',
      message: trans.__(
        'Data cannot get a record of their own when files are replaced. Take them back under Contents, or publish a new version.'
      )
    });
  }
  return findings;
}
