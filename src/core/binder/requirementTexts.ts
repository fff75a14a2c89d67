/** The words for what is wrong with lines for pip. */
import { Severity } from '../finding';
import { ITranslator } from '../text';
import { RequirementRuleName } from './requirementRules';

/** How a finding is told. */
export interface IRequirementText {
  readonly severity: Severity;
  readonly message: string;
  /** The button that mends it. */
  readonly label: string;
}

/**
 * The words of a rule.
 *
 * @param names - what it is about, in a list.
 * @param count - how many lines.
 */
export function requirementTexts(
  rule: RequirementRuleName,
  path: string,
  names: string,
  count: number,
  trans: ITranslator
): IRequirementText {
  const error = (message: string, label: string): IRequirementText => ({
    severity: 'error',
    message,
    label
  });
  const repair = trans.__('Correct the line');
  switch (rule) {
    case 'local-path':
      return error(
        trans.__(
          '%1 names a place on your computer, which Binder does not have: %2.',
          path,
          names
        ),
        trans.__('Name the package instead')
      );
    case 'missing':
      return error(
        trans.__(
          '%1 installs %2, but there is no such package among the files.',
          path,
          names
        ),
        repair
      );
    case 'include-missing':
      return error(
        trans.__('%1 reads another file, which is not here: %2.', path, names),
        repair
      );
    case 'wheel-platform':
      return error(
        trans.__(
          '%1 installs a file for another operating system: %2. Binder runs on Linux.',
          path,
          names
        ),
        trans.__('Name the package instead')
      );
    case 'credentials':
      return error(
        trans.__(
          '%1 holds a user name or a password for %2. Everybody could read it.',
          path,
          names
        ),
        trans.__('Take the password out')
      );
    case 'private-url':
      return error(
        trans.__(
          '%1 fetches from %2 with your own key, which Binder does not have.',
          path,
          names
        ),
        trans.__('Fetch without a key')
      );
    case 'local-version':
      return error(
        trans.__(
          '%1 names a build that is not on PyPI, so Binder cannot install it: %2.',
          path,
          names
        ),
        trans.__('Use the version from PyPI')
      );
    case 'platform':
      return error(
        trans.__(
          '%1 has packages for another operating system only: %2. Binder runs on Linux.',
          path,
          names
        ),
        trans.__('Install it there only')
      );
    case 'instead':
      return error(
        trans.__(
          'Binder cannot install %2 from %1: the package has another name there.',
          path,
          names
        ),
        trans.__('Use the other name')
      );
    case 'conda-form':
      return error(
        trans.__(
          '%1 is written in the form of conda, which pip cannot read: %2.',
          path,
          names
        ),
        trans.__('Write it for pip')
      );
    case 'requirement':
      return error(
        trans.__('Binder cannot read %2 in %1.', path, names),
        repair
      );
    case 'hashes':
      return error(
        trans.__(
          'Some packages in %1 have a checksum and others have none. pip refuses that.',
          path
        ),
        trans.__('Take the checksums out')
      );
    case 'unpinned':
      return {
        severity: 'warning',
        message: trans._n(
          '%3 in %2 has no exact version. Binder will install the newest one, which may not work with your notebooks.',
          '%1 packages in %2 have no exact version: %3. Binder will install the newest ones, which may not work with your notebooks.',
          count,
          path,
          names
        ),
        label: trans.__('Write the versions of your kernel')
      };
  }
}
