import { KeywordAutomaton } from './keywordAutomaton';
import { IMatch, IRule, IRuleContext, RuleId } from './rule';

/** What a rule has found in a text. */
export interface IFound extends IMatch {
  readonly rule: IRule;
  /** The rule's place in the list: 0 is believed first. */
  readonly rank: number;
}

/** A text, and whether it may hold minified libraries. */
type IText = { readonly text: string } & Pick<IRuleContext, 'web'>;

/** What is in no keyword, and so keeps texts apart. */
const BETWEEN = '\0';

/** Asks rules where their keywords stand. */
export class TextMatcher {
  private readonly _automaton: KeywordAutomaton;

  /** @param rules - in the order in which they are believed. */
  constructor(private readonly _rules: readonly IRule[]) {
    this._automaton = new KeywordAutomaton(_rules.map(rule => rule.keywords));
  }

  /**
   * All finds whose keywords end between two places of a text; the rules
   * themselves also see what is around. Finds may overlap.
   *
   * @param onBroken - told of rules that break. What they throw is dropped: it
   * may quote the text.
   */
  match(
    text: string,
    from: number,
    to: number,
    context: IRuleContext,
    onBroken: (rule: RuleId) => void
  ): IFound[] {
    const found: IFound[] = [];
    this._automaton.run(text, from, to, (rank, at, length) =>
      this._ask(rank, text, at, length, context, found, onBroken)
    );
    return found;
  }

  /**
   * The same for many short texts, each by itself, in one pass: to begin one
   * takes longer than to look through a few words.
   *
   * @returns the finds of each text.
   */
  matchEach(
    texts: readonly IText[],
    now: number,
    onBroken: (rule: RuleId) => void
  ): IFound[][] {
    const joined = texts.map(({ text }) => text).join(BETWEEN);
    const found: IFound[][] = texts.map(() => []);
    let nth = 0;
    let start = 0;
    this._automaton.run(joined, 0, joined.length, (rank, at, length) => {
      while (at >= start + texts[nth].text.length) {
        start += texts[nth].text.length + BETWEEN.length;
        nth++;
      }
      const { text, web } = texts[nth];
      const context = { now, web };
      this._ask(rank, text, at - start, length, context, found[nth], onBroken);
    });
    return found;
  }

  private _ask(
    rank: number,
    text: string,
    at: number,
    length: number,
    context: IRuleContext,
    found: IFound[],
    onBroken: (rule: RuleId) => void
  ): void {
    const rule = this._rules[rank];
    try {
      const match = rule.find(text, at, length, context);
      if (match) {
        found.push({ ...match, rule, rank });
      }
    } catch {
      onBroken(rule.id);
    }
  }
}

/**
 * The finds in the order of the text. Where they overlap, that of the first rule. One with parts may hold
 * others: they are worth to be known each.
 */
export function withoutOverlaps(found: readonly IFound[]): IFound[] {
  const wide = found.filter(({ parts }) => parts);
  let kept: IFound[] = [];
  for (const group of byRank(found.filter(({ parts }) => !parts))) {
    const fresh: IFound[] = [];
    let next = 0;
    let end = 0;
    for (const find of group) {
      while (next < kept.length && kept[next].end <= find.start) {
        next++;
      }
      const isFree = next === kept.length || find.end <= kept[next].start;
      if (isFree && find.start >= end) {
        fresh.push(find);
        end = find.end;
      }
    }
    kept = inOrder(kept.concat(fresh));
  }
  return inOrder(kept.concat(wide));
}

function inOrder(found: readonly IFound[]): IFound[] {
  return [...found].sort((a, b) => a.start - b.start);
}

/** The finds of each rule in the order of the text, the first rule's first. */
function byRank(found: readonly IFound[]): IFound[][] {
  const groups = new Map<number, IFound[]>();
  for (const find of found) {
    const group = groups.get(find.rank) ?? [];
    groups.set(find.rank, group);
    group.push(find);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => inOrder(group));
}
