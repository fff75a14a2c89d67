import { bySeverity, Fix, IFileChange, IFinding, IFix } from '../core/finding';
import { joinPath } from '../core/paths';
import { textOf } from './userText';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { EnvironmentPart } from './environmentPart';
import type { ISessionPorts } from './ports';
import type { IFindingActions } from './actions/readingActions';
import type { PublicationStore } from './store';
import type { WorksPart } from './worksPart';

/** By what a finding is known again: never by the text that was found. */
export function findingKey({ id, key, place }: IFinding): string {
  const { path = '', cell = '', line = '', field = '' } = place ?? {};
  return key ?? JSON.stringify([id, path, cell, line, field]);
}

/** Mends findings, and keeps those aside that the user does not want to see. */
export class FindingsPart implements IFindingActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _parts: {
      readonly contents: ContentsPart;
      readonly environment: EnvironmentPart;
      readonly works: WorksPart;
    },
    private readonly _changes: IChanges
  ) {}

  /** What the user set aside, and why, by key. */
  aside: Readonly<Record<string, string>> = {};

  /** Show these, but for those that are set aside. */
  show(all: readonly IFinding[]): void {
    const isAside = (finding: IFinding) => findingKey(finding) in this.aside;
    this._store.set({
      findings: bySeverity([
        ...this._trouble,
        ...all.filter(finding => !isAside(finding))
      ]),
      setAside: all.filter(isAside).map(finding => ({
        finding,
        reason: this.aside[findingKey(finding)]
      }))
    });
  }

  async apply(
    finding: IFinding,
    { fix }: IFix,
    where: 'folder' | 'bundle'
  ): Promise<void> {
    this._trouble = [];
    try {
      await this._mend(fix, where);
      // So that what is mended is gone when this is done.
      await this._changes.checked();
    } catch (error) {
      const { trans } = this._ports;
      this._trouble = [
        {
          id: 'findings.not-mended',
          severity: 'warning',
          section: finding.section,
          message: textOf(
            error,
            trans.__('This could not be changed. Try it again.')
          ),
          ...(finding.place ? { place: finding.place } : {})
        }
      ];
    }
    this._changes.formChanged();
  }

  ignore(finding: IFinding): void {
    if (!finding.stops) {
      this._setAside(finding, '');
    }
  }

  accept(finding: IFinding, reason: string): void {
    if (reason.trim()) {
      this._setAside(finding, reason.trim());
    }
  }

  bringBack(finding: IFinding): void {
    const { [findingKey(finding)]: _, ...rest } = this.aside;
    this.aside = rest;
    this._changes.formChanged();
  }

  private _setAside(finding: IFinding, reason: string): void {
    this.aside = { ...this.aside, [findingKey(finding)]: reason };
    this._changes.formChanged();
  }

  private async _mend(fix: Fix, where: 'folder' | 'bundle'): Promise<void> {
    const { contents, environment, works } = this._parts;
    switch (fix.kind) {
      case 'write-file':
        // The main one last: what it needs is there, or it is not written.
        for (const change of [...(fix.also ?? []), fix]) {
          await this._write(change, where);
        }
        break;
      case 'include':
      case 'exclude':
        await contents.tick(fix.paths, fix.kind === 'include');
        break;
      case 'edit-copy':
        await contents.editCopy(fix.path, fix.edit);
        break;
      case 'capture':
        await environment.capture(fix.whenBusy);
        break;
      case 'add-works':
        works.add(fix.works);
        break;
      case 'remove-works':
        works.remove(fix.works);
    }
  }

  private async _write(
    { path, before, after }: IFileChange,
    where: 'folder' | 'bundle'
  ): Promise<void> {
    const { contents, environment } = this._parts;
    const entry = contents.entries.find(one => one.path === path);
    if (environment.makes(path)) {
      await environment.edit(path, after);
    } else if (where === 'bundle' || (entry && entry.source === null)) {
      await contents.override(path, after);
    } else {
      const source = entry?.source ?? joinPath(contents.root, path);
      await this._ports.writer.writeText(source, before, after);
      await contents.reload();
    }
  }

  private _trouble: readonly IFinding[] = [];
}
