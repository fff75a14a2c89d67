import type { IFinding, Section } from '../core/finding';
import type { IPublicationState } from '../session/state';
import { listedFindings } from './problems';

/** A finding, and by what the panel knows it again when the state changes. */
export interface IKeyedFinding {
  readonly key: string;
  readonly finding: IFinding;
}

/** What a section shows of its findings. */
export interface ISectionFindings {
  /** The one whose `Fix…` stands in the verdict's box, and not in the list. */
  readonly lead: IKeyedFinding | null;
  /** All others, the worst first. */
  readonly list: readonly IKeyedFinding[];
}

/**
 * Give each finding a key of what it is and where: messages may count
 * something and change, while what is unfolded stays unfolded.
 */
export function keyed(findings: readonly IFinding[]): IKeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const { id, place, key, excerpt } = finding;
    const { path, cell, line, field } = place ?? {};
    const own = JSON.stringify([id, path, cell, line, field, key ?? excerpt]);
    const count = seen.get(own) ?? 0;
    seen.set(own, count + 1);
    return { key: count === 0 ? own : `${own} ${count}`, finding };
  });
}

/** The findings of a section as it shows them. */
export function sectionFindings(
  state: IPublicationState,
  section: Section
): ISectionFindings {
  const all = keyed(listedFindings(state, section));
  const first = all.find(({ finding }) => finding.severity === 'error');
  const lead =
    section === 'environment' &&
    !state.contents.reading &&
    !state.environment.accepted &&
    first?.finding.fixes?.length
      ? first
      : null;
  return { lead, list: all.filter(one => one !== lead) };
}

/**
 * Whether a finding may be set aside without a reason. What keeps a
 * publication from going out may not: it would be refused later; what a test run
 * showed goes with its result.
 */
export function canIgnore({ id, severity, section, stops }: IFinding): boolean {
  return (
    !stops &&
    !id.startsWith('test-run.') &&
    !(severity === 'error' && section !== 'environment')
  );
}

/** Whether it is about what looks like a password or key. */
export function isSecret({ id, fixes = [] }: IFinding): boolean {
  return (
    id.startsWith('secrets.') ||
    fixes.some(
      ({ fix }) => fix.kind === 'edit-copy' && fix.edit.kind === 'mask'
    )
  );
}
