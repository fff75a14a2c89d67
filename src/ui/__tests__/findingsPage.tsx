import { act } from 'react';
import type { Fix, IFinding, IFix } from '../../core/finding';
import type { IPublicationState } from '../../session/state';
import { FakeSession, Page, readyState } from './testing';

/** A finding of the contents: `To check: About <id>.` */
export function finding(id: string, more: Partial<IFinding> = {}): IFinding {
  return {
    id,
    severity: 'warning',
    section: 'contents',
    message: `About ${id}.`,
    place: { path: 'a.ipynb', cell: 2 },
    ...more
  };
}

/** Adds a line to requirements.txt. */
export const write = (
  more: Partial<Fix & { kind: 'write-file' }> = {}
): IFix => ({
  label: 'Add pyarrow',
  fix: {
    kind: 'write-file',
    path: 'requirements.txt',
    before: 'numpy\n',
    after: 'numpy\npyarrow\n',
    ...more
  }
});

/** Leaves files out. */
export const exclude = (...paths: string[]): IFix => ({
  label: 'Leave out the biggest',
  fix: { kind: 'exclude', paths }
});

/** Leaves out the outputs of cell 7. */
export const clear: IFix = {
  label: 'Leave it out of the published copy',
  fix: {
    kind: 'edit-copy',
    path: 'a.ipynb',
    edit: { kind: 'clear-outputs', cell: 6 }
  }
};

/** A session whose fixes mend, when told to. */
export class MendingSession extends FakeSession {
  constructor(findings: IFinding[], more: Partial<IPublicationState> = {}) {
    super({ ...readyState(), findings, ...more });
    this.findings.apply = (one, fix, where) =>
      new Promise(resolve => {
        this.calls.push(['apply', one.id, fix.fix.kind, where]);
        this.end = (mended = true) => {
          if (mended) {
            this.without(one);
          }
          resolve();
        };
      });
    this.findings.ignore = one => {
      this.calls.push(['ignore', one.id]);
      this.aside(one, '');
    };
    this.findings.accept = (one, reason) => {
      this.calls.push(['accept', one.id, reason]);
      this.aside(one, reason);
    };
    this.findings.bringBack = one => {
      this.calls.push(['bringBack', one.id]);
      this.change({
        findings: [...this.state.findings, one],
        setAside: this.state.setAside.filter(({ finding }) => finding !== one)
      });
    };
  }

  end: (mended?: boolean) => void = () => undefined;

  without(one: IFinding): void {
    this.change({ findings: this.state.findings.filter(it => it !== one) });
  }

  aside(one: IFinding, reason: string): void {
    this.without(one);
    const { setAside } = this.state;
    this.change({ setAside: [...setAside, { finding: one, reason }] });
  }
}

/** A panel with findings, and what people do with them. */
export class FindingsPage extends Page {
  constructor(
    findings: IFinding[],
    more: Partial<IPublicationState> = {},
    readonly mending = new MendingSession(findings, more)
  ) {
    super(mending);
  }

  /** Press a button as its keys do: it has the focus then. */
  use(name: string): void {
    const button = this.button(name);
    this.focus(button);
    this.press(button);
  }

  /** The fix that is under way is made, or not. */
  async end(mended?: boolean): Promise<void> {
    await act(async () => this.mending.end(mended));
  }

  /** What a section says came of the last thing that was done. */
  told(section = 0): string | null {
    return this.all('.jp-ZenodoPublisher-told')[section].textContent;
  }

  /** The findings in the list of a section. */
  items(section = 'Contents'): HTMLElement[] {
    return this.all(`ul[aria-label="Findings in ${section}"] > li`);
  }
}
