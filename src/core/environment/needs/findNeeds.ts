import { IPlace } from '../../finding';
import { pythonOfCell, statementsOf } from '../../notebook/pythonText';
import { INeed } from './need';
import { plotNeeds } from './plotNeeds';
import { systemNeeds } from './systemNeeds';
import { tableNeeds } from './tableNeeds';

/** Code of a cell or of a local module, as it stands there. */
export interface IUsedCode {
  readonly place: IPlace;
  readonly source: string;
}

/** A row of the tables that the code fits, and where it was seen first. */
export interface IFoundNeed {
  readonly need: INeed;
  readonly place?: IPlace;
  /** What was seen: `read_excel`, or the module's name. */
  readonly seen: string;
}

/** All rows of the tables. */
export const allNeeds: readonly INeed[] = [
  ...tableNeeds,
  ...plotNeeds,
  ...systemNeeds
];

/** Characters of one cell or module that are looked at; more is data, not code. */
const longest = 500_000;

interface IStatementText {
  readonly text: string;
  readonly literals: readonly string[];
  readonly place: IPlace;
}

/**
 * Find what the code needs though it never imports it. A row counts when one of
 * its modules is imported and its call is seen; each row is found once.
 *
 * @param modules - dotted names that are imported, each with its first place.
 */
export function findNeeds(
  modules: ReadonlyMap<string, IPlace | undefined>,
  code: readonly IUsedCode[],
  needs: readonly INeed[] = allNeeds
): IFoundNeed[] {
  const statements = code.flatMap(readStatements);
  const lines = code.flatMap(readLines);
  const found: IFoundNeed[] = [];
  for (const need of needs) {
    const imported = importOf(need, modules);
    if (!imported) {
      continue;
    }
    if (need.line) {
      const { line } = need;
      const hit = lines.find(({ text }) => line.test(text));
      if (hit) {
        found.push({ need, place: hit.place, seen: excerpt(hit.text) });
      }
    } else if (!need.code) {
      const { name, place } = imported;
      found.push({ need, seen: name, ...(place ? { place } : {}) });
    } else {
      const hit = statements.find(statement => fits(need, statement));
      if (hit) {
        const call = need.code.exec(hit.text)?.[0] ?? '';
        const seen = /\w+/.exec(call)?.[0] ?? literalOf(need, hit);
        found.push({ need, place: hit.place, seen });
      }
    }
  }
  return found;
}

/** The import that a row asks for; a dotted name also counts for what is above it. */
function importOf(
  { modules }: INeed,
  imported: ReadonlyMap<string, IPlace | undefined>
): { name: string; place?: IPlace } | null {
  if (modules.length === 0) {
    return { name: '' };
  }
  for (const [name, place] of imported) {
    if (modules.some(one => name === one || name.startsWith(`${one}.`))) {
      return { name, place };
    }
  }
  return null;
}

function fits(need: INeed, { text, literals }: IStatementText): boolean {
  const { code, literal, notLiteral } = need;
  return (
    (!code || code.test(text)) &&
    (!literal || literals.some(one => literal.test(one))) &&
    (!notLiteral || !literals.some(one => notLiteral.test(one)))
  );
}

function literalOf({ literal }: INeed, statement: IStatementText): string {
  return excerpt(
    statement.literals.find(one => literal?.test(one)) ?? statement.text
  );
}

function readStatements({ place, source }: IUsedCode): IStatementText[] {
  const python = pythonOfCell(source.slice(0, longest));
  return statementsOf(python).map(({ text, start }) => ({
    place,
    text,
    literals: Array.from(text.matchAll(/\u0001+/g), hit =>
      python.slice(start + hit.index, start + hit.index + hit[0].length)
    )
  }));
}

/** The lines for IPython and the shell: `%matplotlib widget`, `!dot …`, and those of a shell's cell. */
function readLines({
  place,
  source
}: IUsedCode): { text: string; place: IPlace }[] {
  const lines = source.slice(0, longest).split('\n');
  const isShell = /^\s*%%(?:bash|sh|script)\b/.test(source);
  return lines
    .map(line => line.trim())
    .filter(line => isShell || /^[%!]/.test(line))
    .map(line => ({ place, text: isShell ? `!${line}` : line }));
}

function excerpt(text: string): string {
  return text.replace(/\u0001+/g, '…').slice(0, 80);
}
