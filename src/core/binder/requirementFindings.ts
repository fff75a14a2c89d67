/** Findings about what pip is to install, one for each rule and file. */
import { IFinding, IFix } from '../finding';
import { ITranslator } from '../text';
import { parentOf } from '../paths';
import { applyEdits, editOf, IListItem } from './listItem';
import { readRequirement, RequirementLine } from './requirementLine';
import {
  IRequirementContext,
  IVerdict,
  REQUIREMENT_RULES,
  RequirementRuleName
} from './requirementRules';
import { requirementTexts } from './requirementTexts';

/** A list for pip in a file. */
export interface IRequirementList {
  readonly path: string;
  /** The whole text of the file. */
  readonly text: string;
  readonly items: readonly IListItem[];
  /** At least one entry must stay. */
  readonly keepsOne: boolean;
}

/** What is known beside the list. */
export interface IRequirementKnowledge {
  /** Whether the bundle has a file or folder; '' is its root. */
  readonly has: (path: string) => boolean;
  readonly versions?: ReadonlyMap<string, string>;
  readonly leftOut?: readonly string[];
  /** Normalised names of packages that a list of constraints limits to one version. */
  readonly limited: ReadonlySet<string>;
  /** Reading the kernel would write this file anew. */
  readonly canCapture: boolean;
}

interface IHit {
  readonly item: IListItem;
  readonly verdict: IVerdict;
}

/** Apply all rules to a list for pip. */
export function requirementFindings(
  list: IRequirementList,
  known: IRequirementKnowledge,
  trans: ITranslator
): IFinding[] {
  const lines = list.items.map(item => ({
    item,
    line: readRequirement(item.text)
  }));
  const context = contextOf(
    lines.map(({ line }) => line),
    list,
    known
  );
  const names = Object.keys(REQUIREMENT_RULES) as RequirementRuleName[];
  return names.flatMap(name => {
    const rule = REQUIREMENT_RULES[name];
    const hits = lines.flatMap(({ item, line }) => {
      const verdict = rule(line, context, item.text);
      return verdict ? [{ item, verdict }] : [];
    });
    return hits.length ? [findingOf(name, hits, list, known, trans)] : [];
  });
}

function contextOf(
  lines: readonly RequirementLine[],
  { path }: IRequirementList,
  { has, limited, versions = new Map() }: IRequirementKnowledge
): IRequirementContext {
  return {
    folder: parentOf(path),
    has,
    limited,
    versions,
    otherIndexes: lines.flatMap(line =>
      line.kind === 'option' &&
      /^(?:-i|-f|--index-url|--extra-index-url|--find-links)/.test(line.value)
        ? [line.value]
        : []
    ),
    hasUnhashed: lines.some(
      line =>
        (line.kind === 'named' && !line.options.includes('--hash')) ||
        line.kind === 'path' ||
        line.kind === 'url'
    )
  };
}

function findingOf(
  rule: RequirementRuleName,
  hits: readonly IHit[],
  list: IRequirementList,
  known: IRequirementKnowledge,
  trans: ITranslator
): IFinding {
  const { severity, message, label } = requirementTexts(
    rule,
    list.path,
    namesOf(hits, trans),
    hits.length,
    trans
  );
  const isMild = hits.every(({ verdict }) => verdict.severity === 'warning');
  const fixes = fixesOf(rule, hits, list, known, label, trans);
  return {
    id: `binder.${rule}`,
    severity: isMild ? 'warning' : severity,
    section: 'environment',
    message,
    place: { path: list.path, line: hits[0].item.line },
    excerpt: masked(hits[0].item.text).slice(0, 80),
    ...(fixes.length ? { fixes } : {})
  };
}

/** The first three, and how many there are beside them. */
function namesOf(hits: readonly IHit[], trans: ITranslator): string {
  const names = [
    ...new Set(hits.map(({ verdict }) => shownName(verdict.name)))
  ];
  const shown = names.slice(0, 3).join(', '); // prettier-ignore
  const more = names.length - 3;
  return more > 0
    ? trans._n('%2 and %1 more', '%2 and %1 more', more, shown)
    : shown;
}

/** A name as it is, other texts in quotes. */
function shownName(name: string): string {
  const text = masked(name).slice(0, 60);
  return /^[\w.-]*\w$/.test(text) ? text : `“${text}”`;
}

/** A text without the passwords in its addresses. */
function masked(text: string): string {
  return text.replace(/\/\/[^/\s@]*(?:@[^/\s@]*)*@/g, '//***@');
}

function fixesOf(
  rule: RequirementRuleName,
  hits: readonly IHit[],
  list: IRequirementList,
  known: IRequirementKnowledge,
  label: string,
  trans: ITranslator
): IFix[] {
  const fixes: IFix[] = [];
  const paths = missingFiles(hits, known);
  if (paths) {
    const fix = { kind: 'include', paths } as const;
    fixes.push({ label: trans.__('Add to the files'), fix });
  }
  const after = repaired(hits, list);
  if (after !== null) {
    const { path, text: before } = list;
    const isRemoval = hits.every(({ verdict }) => verdict.becomes === null);
    fixes.push({
      label: isRemoval ? trans.__('Take the line out') : label,
      fix: { kind: 'write-file', path, before, after }
    });
  }
  if (rule === 'unpinned' && known.canCapture) {
    fixes.push({
      label: trans.__('Read the kernel'),
      fix: { kind: 'capture' }
    });
  }
  return fixes;
}

/** The files whose lack is the whole trouble; null where that is not so. */
function missingFiles(
  hits: readonly IHit[],
  { leftOut = [] }: IRequirementKnowledge
): string[] | null {
  const found = hits.map(({ verdict: { missing } }) =>
    missing === undefined
      ? []
      : leftOut.filter(
          path => path === missing || path.startsWith(`${missing}/`)
        )
  );
  return found.every(paths => paths.length) ? [...new Set(found.flat())] : null;
}

function repaired(
  hits: readonly IHit[],
  { text, items, keepsOne }: IRequirementList
): string | null {
  const removed = hits.filter(({ verdict }) => verdict.becomes === null);
  if (keepsOne && removed.length === items.length) {
    return null;
  }
  const after = applyEdits(
    text,
    hits.map(({ item, verdict: { becomes } }) =>
      becomes === undefined ? null : editOf(item, becomes)
    )
  );
  return after === text ? null : after;
}
