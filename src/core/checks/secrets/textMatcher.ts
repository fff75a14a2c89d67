import { KeywordAutomaton } from './keywordAutomaton';
import { IMatch, IRule, IRuleContext, RuleId } from './rule';

/** What a rule has found in a text. */
export interface IFound extends IMatch {
  readonly rule: IRule;
  /** The rule's place in the list: 0 is believed first. */
  readonly rank: number;
}

/** Asks rules where their keywords stand. */
export class TextMatcher {
  private readonly _automaton: KeywordAutomaton;

  /** @param rules - in the order in which they are believed. */
  constructor(private readonly _rules: readonly IRule[]) {
    this._automaton = new KeywordAutomaton(_rules.map(rule => rule.keywords));
  }

  /** Rules that broke. What they threw is dropped: it may quote the text. */
  readonly broken = new Set<RuleId>();

  /**
   * All finds whose keywords end between two places of a text; the rules
   * themselves also see what is around. Finds may overlap.
   */
  match(
    text: string,
    from: number,
    to: number,
    context: IRuleContext
  ): IFound[] {
    const found: IFound[] = [];
    this._automaton.run(text, from, to, (rank, at, length) => {
      const rule = this._rules[rank];
      try {
        const match = rule.find(text, at, length, context);
        if (match) {
          found.push({ ...match, rule, rank });
        }
      } catch {
        this.broken.add(rule.id);
      }
    });
    return found;
  }
}

/**
 * The finds in the order of the text. Where they overlap, that of the first rule. One with parts may hold
 * others: they are worth to be known each.
 */
export function withoutOverlaps(found: readonly IFound[]): IFound[] {
  const kept: IFound[] = found.filter(({ parts }) => parts);
  const single = found
    .filter(({ parts }) => !parts)
    .sort((a, b) => a.start - b.start || a.rank - b.rank);
  for (let i = 0; i < single.length;) {
    /* A cluster: each find overlaps one before it. */
    let end = single[i].end;
    let next = i + 1;
    while (next < single.length && single[next].start < end) {
      end = Math.max(end, single[next].end);
      next++;
    }
    const cluster: IFound[] = [];
    for (const find of single.slice(i, next).sort((a, b) => a.rank - b.rank)) {
      if (cluster.every(k => k.end <= find.start || find.end <= k.start)) {
        cluster.push(find);
      }
    }
    kept.push(...cluster);
    i = next;
  }
  return kept.sort((a, b) => a.start - b.start);
}
