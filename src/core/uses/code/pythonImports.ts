import { IWalker } from './dialect';
import { IImportNote, Note } from './note';

/* What is taken from these is a module of a distribution of its own. */
const NAMESPACES =
  /^(?:google|google\.cloud|azure|azure\.(?:ai|mgmt|storage|identity)|ruamel|zope|backports|jaraco|mpl_toolkits|sphinxcontrib|opentelemetry)$/;

/** Read `import …` or `from … import …`, if one stands here. */
export function readImport(
  walker: IWalker,
  optional: boolean,
  notes: Note[]
): boolean {
  const at = walker.peek()?.at ?? 0;
  const note = (name: string, level: number, members: readonly string[]) => {
    notes.push({ type: 'import', language: 'python', name, level, members, optional, at }); // prettier-ignore
  };
  if (walker.is('import')) {
    walker.index++;
    do {
      const name = dottedName(walker);
      if (name && !isStuck(walker)) {
        note(name, 0, []);
      }
      skipItem(walker);
    } while (comma(walker));
    return true;
  }
  if (!walker.is('from')) {
    return false;
  }
  const start = walker.index;
  walker.index++;
  let level = 0;
  while (walker.is('.')) {
    level++;
    walker.index++;
  }
  const name = walker.is('import') ? '' : dottedName(walker);
  if (!walker.is('import') || (!name && !level)) {
    walker.index = start;
    return false;
  }
  walker.index++;
  const members = membersOf(walker);
  const isNamespace = !level && NAMESPACES.test(name) && !members.includes('*');
  if (isNamespace && members.length) {
    members.forEach(member => note(`${name}.${member}`, 0, []));
  } else {
    note(name, level, members);
  }
  return true;
}

/** The names that an import note may mean as modules, the longest ones too. */
export function moduleNames(note: IImportNote): string[] {
  const dots = note.name ? `${note.name}.` : '';
  return [note.name, ...note.members.filter(m => m !== '*').map(m => dots + m)].filter(Boolean); // prettier-ignore
}

function dottedName(walker: IWalker): string {
  let name = '';
  while (walker.peek()?.kind === 'name') {
    name += walker.peek()?.text;
    walker.index++;
    if (!walker.is('.') || walker.peek(1)?.kind !== 'name') {
      break;
    }
    name += '.';
    walker.index++;
  }
  return name;
}

/** Behind a name comes neither `as`, nor a comma, nor an end: it is no import. */
function isStuck(walker: IWalker): boolean {
  const next = walker.peek();
  return next !== undefined && next.kind !== 'newline' && !/^(?:as|,|;|\))$/.test(next.text); // prettier-ignore
}

function skipItem(walker: IWalker): void {
  for (let token = walker.peek(); token; token = walker.peek()) {
    if (
      token.kind === 'newline' ||
      token.kind === 'magic' ||
      /^[,;:]$/.test(token.text)
    ) {
      return;
    }
    walker.index++;
  }
}

function comma(walker: IWalker): boolean {
  const is = walker.is(',');
  walker.index += is ? 1 : 0;
  return is;
}

function membersOf(walker: IWalker): string[] {
  const members: string[] = [];
  const isOpen = walker.is('(');
  walker.index += isOpen ? 1 : 0;
  let isItem = true;
  for (let token = walker.peek(); token; token = walker.peek()) {
    const isEnd = isOpen ? token.text === ')' && token.kind === 'operator' : token.kind === 'newline' || /^[;:]$/.test(token.text); // prettier-ignore
    if (isEnd || token.kind === 'magic') {
      walker.index += isOpen ? 1 : 0;
      return members;
    }
    if (token.kind === 'newline') {
      // A bracket that is left open, in code that is read line by line.
      return members;
    }
    if (isItem && (token.kind === 'name' || token.text === '*')) {
      members.push(token.text);
    }
    isItem = token.kind === 'operator' && token.text === ',';
    walker.index++;
  }
  return members;
}
