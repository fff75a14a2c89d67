import { type DiffLine, lineDiff } from '../lineDiff';

/** A line of one of two texts, as it is shown; `gap`: so many that stay as they are. */
export type SideLine =
  | { readonly kind: 'same' | 'changed'; readonly text: string }
  | { readonly kind: 'gap'; readonly count: number };

/** Two texts, to be shown side by side. */
export interface ISides {
  readonly before: readonly SideLine[];
  readonly after: readonly SideLine[];
  /** Lines of the change that are not shown. */
  readonly more: number;
}

/** What of two texts is shown side by side, their changed lines marked. */
export function sideBySide(before: string, after: string): ISides {
  const diff = lineDiff(before, after);
  const lines = diff?.lines ?? [];
  if (lines.length === 0) {
    // Only how the lines end differs.
    return { before: plain(before), after: plain(after), more: 0 };
  }
  return {
    before: lines.flatMap(line => sideOf(line, 'old')),
    after: lines.flatMap(line => sideOf(line, 'new')),
    more: diff?.more ?? 0
  };
}

function plain(text: string): SideLine[] {
  return text === '' ? [] : [{ kind: 'same', text }];
}

function sideOf(line: DiffLine, kind: 'old' | 'new'): SideLine[] {
  if (line.kind === 'gap' || line.kind === 'same') {
    return [line as SideLine];
  }
  return line.kind === kind ? [{ kind: 'changed', text: line.text }] : [];
}
