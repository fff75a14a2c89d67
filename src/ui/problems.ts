import type { IFinding, IPlace, Section } from '../core/finding';
import { formField } from '../core/metadata/fromServer';
import { validateMetadata } from '../core/metadata/validate';
import type { ITranslator } from '../core/text';
import { isFormSent } from '../session/readiness';
import type { IPublicationState } from '../session/state';
import { formFields } from './fieldNames';

/** One thing that keeps a publication from going out, and where to mend it. */
export interface IProblem {
  readonly section: Section;
  /** Where the focus goes: a field, `token`, or `findings`. */
  readonly field: string;
  readonly message: string;
}

/**
 * The state with what is still missing in the form. The session tells it only
 * once the user asked to go on; the panel says before how much is left to do.
 *
 * @param now - by the session's clock; milliseconds since 1970
 */
export function withMissing(
  state: IPublicationState,
  trans: ITranslator,
  now: number
): IPublicationState {
  const { account, metadata, asked, phase } = state;
  if (asked || phase !== 'editing' || !isFormSent(state)) {
    return state;
  }
  const errors = {
    ...validateMetadata(metadata.values, trans, { site: account.site, now }),
    ...metadata.errors
  };
  return { ...state, metadata: { ...metadata, errors } };
}

/** What is said beside a field: the form's objections, and findings about it. */
export function fieldErrors(
  state: Pick<IPublicationState, 'findings' | 'metadata'>
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const finding of state.findings) {
    const field = fieldOf(finding);
    if (field !== null && finding.severity === 'error') {
      errors[field] ??= finding.message;
    }
  }
  // Both stand in one field.
  const { subjects, ...others } = { ...errors, ...state.metadata.errors };
  return subjects === undefined ? others : { keywords: subjects, ...others };
}

/** The field of the form that a finding is about; null = it is about none. */
function fieldOf(finding: IFinding): string | null {
  const field = finding.place?.field;
  return field === undefined || finding.section !== 'metadata'
    ? null
    : (formField(field) ?? field);
}

/** The findings listed in a section: all but those that stand beside a field. */
export function listedFindings(
  state: IPublicationState,
  section: Section
): IFinding[] {
  return state.findings.filter(
    finding =>
      finding.section === section &&
      !(fieldOf(finding) !== null && finding.severity === 'error')
  );
}

/** How many errors and warnings a section has; notes are not counted. */
export function countFindings(
  state: IPublicationState,
  section: Section
): { errors: number; warnings: number } {
  const findings = listedFindings(state, section);
  const count = (severity: IFinding['severity']) =>
    findings.filter(finding => finding.severity === severity).length;
  return {
    errors:
      count('error') +
      (section === 'metadata' ? Object.keys(fieldErrors(state)).length : 0),
    warnings: count('warning')
  };
}

/** What must be mended in the form, in its order. */
export function fieldProblems(
  state: Pick<IPublicationState, 'findings' | 'metadata'>
): IProblem[] {
  return Object.entries(fieldErrors(state))
    .map(([field, message]): IProblem => ({
      section: 'metadata',
      // Without creators there is one empty card to begin with.
      field:
        field === 'creators' && state.metadata.values.creators.length === 0
          ? 'creators.0.familyName'
          : field,
      message
    }))
    .sort((a, b) => rank(a.field) - rank(b.field));
}

/**
 * All that must be mended before a publication can go out, in the order of the
 * panel. What only Binder minds is not among it.
 */
export function problemsOf(
  state: IPublicationState,
  trans: ITranslator
): IProblem[] {
  const found = (section: Section): IProblem[] =>
    listedFindings(state, section)
      .filter(
        ({ severity, stops }) =>
          stops || (severity === 'error' && section !== 'environment')
      )
      .map(({ message }) => ({
        section,
        field: 'findings',
        message: firstSentence(message)
      }));
  const { account } = state;
  const token: IProblem[] = [];
  if (account.refused !== null) {
    token.push({
      section: 'account',
      field: 'token',
      message: account.refused
    });
  } else if (account.status === 'signed-out') {
    token.push({
      section: 'account',
      field: 'token',
      message: trans.__('you are not signed in to %1', account.site.name)
    });
  }
  return [
    ...found('contents'),
    ...found('environment'),
    ...found('metadata'),
    ...fieldProblems(state),
    ...(token.length > 0 ? token : found('account')),
    ...found('publish')
  ];
}

/** What is the matter; what to do about it stands at the finding. */
function firstSentence(message: string): string {
  return /^.+?\.(?=\s|$)/.exec(message)?.[0] ?? message;
}

const order: readonly string[] = formFields;

function rank(field: string): number {
  const [name, index = '0'] = field.split('.');
  const at = order.indexOf(name);
  return (at < 0 ? order.length : at) + (Number(index) || 0) / 1000;
}

/** The name of a section, as it stands in its heading. */
export function sectionLabel(section: Section, trans: ITranslator): string {
  switch (section) {
    case 'contents':
      return trans.__('Contents');
    case 'environment':
      return trans.__('Environment');
    case 'metadata':
      return trans.__('Metadata');
    case 'account':
      return trans.__('Account');
    case 'publish':
      return trans.__('Publish');
  }
}

/** A place in words: `01-clean.ipynb, cell 12`; null where it has no file. */
export function placeLabel(
  place: IPlace | undefined,
  trans: ITranslator
): string | null {
  if (place?.path === undefined) {
    return null;
  }
  if (place.cell !== undefined) {
    return trans.__('%1, cell %2', place.path, place.cell + 1);
  }
  return place.line === undefined
    ? place.path
    : trans.__('%1, line %2', place.path, place.line);
}
