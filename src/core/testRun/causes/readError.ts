import { withoutColours } from '../../checks/excerpt';
import { ClueKind, IClue, LONGEST_SUBJECT, LONGEST_TEXT } from './clue';
import { errorRules } from './errorRules';

/** An error as a kernel tells it. */
export interface IRaised {
  /** As `ModuleNotFoundError`. */
  readonly name: string;
  readonly value: string;
  readonly traceback: string;
}

/** What an error says by its own words; null = nothing that is known here. */
export function readError(error: IRaised): IClue | null {
  const name = error.name.split('.').pop()?.slice(0, 200) ?? '';
  const value = withoutColours(error.value.slice(0, LONGEST_TEXT));
  const traceback = withoutColours(error.traceback.slice(-LONGEST_TEXT));
  for (const rule of errorRules) {
    const isError = !rule.error || rule.error.test(name);
    const said = rule.message?.exec(value) ?? null;
    const isMessage = !rule.message || said !== null;
    const isThere = !rule.traceback || rule.traceback.test(traceback);
    if (isError && isMessage && isThere) {
      return clue(rule.kind, rule.subject, said);
    }
  }
  return null;
}

function clue(
  kind: ClueKind,
  subject: string | undefined,
  said: RegExpExecArray | null
): IClue {
  const { subject: found, member } = said?.groups ?? {};
  // A message with two forms has its subject in the one or the other group.
  const isOther = kind !== 'member' && found === undefined;
  return {
    kind,
    subject: oneLine(subject ?? found ?? (isOther ? (member ?? '') : '')),
    member: kind === 'member' ? oneLine(member ?? '') : ''
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT);
}

/** The lines of a traceback that name a piece of code, from the outermost to the innermost. */
export function framesOf(traceback: string): string[] {
  const end = withoutColours(traceback.slice(-LONGEST_TEXT));
  return end.match(/^(?:File|Cell|Input) .*$/gm) ?? [];
}
