import type { IFinding, IFix } from '../../core/finding';

export interface IFindingActions {
  /**
   * Make the change that mends a finding.
   *
   * @param where - `folder`: in the user's folder and the bundle; `bundle`:
   *   in the bundle only. Of matter where a file is written.
   */
  apply(
    finding: IFinding,
    fix: IFix,
    where: 'folder' | 'bundle'
  ): Promise<void>;
  /** Do not show it again. Not for what stops the upload: that needs a reason. */
  ignore(finding: IFinding): void;
  /** Go on in spite of what stops the upload. */
  accept(finding: IFinding, reason: string): void;
  /** Show again what was set aside. */
  bringBack(finding: IFinding): void;
}

export interface IEnvironmentActions {
  /** Make environment files from the notebook's kernel; changes that the user made stay. */
  capture(): Promise<void>;
  /** Leave the files made from the kernel out again. */
  drop(): Promise<void>;
  /** Change the text of a file that was made here. */
  edit(path: string, text: string): Promise<void>;
  /** Put the files that were made here into the user's folder. */
  save(): Promise<void>;
  /** Make what Binder reads from a lock file. */
  convertLock(path: string): Promise<void>;
}
