/** Julia code, read without running it. */
import { ICall, IWalker } from './dialect';
import { PlainReader } from './plainReader';
import { HOLE, IToken } from './token';
import { IValue, join, onlyText, pathOf, unknown } from './value';

const KEYWORDS = new Set('if elseif else end for while in do begin let function return macro struct mutable module const global local try catch finally quote where isa true false nothing'.split(' ')); // prettier-ignore

const READS =
  /^(?:readdlm|readcsv|readlines|eachline|parsefile|readxlsx|readtable|readdata|openxlsx|matread|matopen|npzread|ncread|ncinfo|NCDataset|jldopen|h5open|h5read)$/;
const MAY_READ = /^(?:load|read|File|Rows|Chunks|Dataset|FITS|RData|readline|load_object|GeoTable|image|Table|Arrow|table)$/; // prettier-ignore
const WRITES = /^(?:write\w*|save\w*|jldsave|npzwrite|matwrite|h5write|nccreate|ncwrite|download|print_tuple|serialize|XLSXwrite|writetable|touch)$/; // prettier-ignore
const ASKS = /^(?:isfile|isdir|ispath|rm|filesize|stat)$/;

/** Reads Julia code, cell by cell. */
export class JuliaReader extends PlainReader {
  /** @param isCell - else it is a file of its own. */
  constructor(isCell: boolean) {
    super('julia', isCell);
    this.names.set('__DIR__', pathOf('', 'file'));
  }

  readonly concatenates = '*';
  readonly hasBlocks = false;
  readonly keywords = KEYWORDS;

  call(call: ICall): IValue {
    const { notes } = this;
    const { name, owner, at } = call;
    if (name === 'joinpath') {
      call.args.forEach(arg => (arg.taken = true));
      const parts = call.args.map(({ value }) => value);
      return parts.length ? { ...parts.reduce(join), isPath: true } : unknown;
    }
    if (
      /^(?:abspath|normpath|expanduser|realpath|String|string)$/.test(name) &&
      call.args.length === 1
    ) {
      return notes.take(call, 0) ?? unknown;
    }
    if (name === 'pwd') {
      return pathOf('', 'working');
    }
    if (name === 'homedir') {
      return pathOf('~', 'working');
    }
    if (owner === 'Pkg' || owner === 'Pkg.Registry') {
      this._install(call);
    } else if (name === 'include') {
      notes.say(
        'run',
        { ...(notes.take(call, 0) ?? unknown), anchor: 'file' },
        at
      );
    } else if (name === 'cd') {
      notes.say('move', notes.take(call, 0), at);
    } else if (name === 'readdir' || name === 'walkdir') {
      notes.say(name === 'walkdir' ? 'read' : 'list', notes.take(call, 0), at);
    } else if (name === 'glob') {
      const pattern = notes.take(call, 0) ?? unknown;
      const folder = notes.take(call, 1);
      notes.say('glob', folder ? join(folder, pattern) : pattern, at);
    } else if (/^mk(?:dir|path)$/.test(name)) {
      notes.say('fill', notes.take(call, 0), at);
    } else if (ASKS.test(name)) {
      notes.say('ask', notes.take(call, 0), at);
    } else if (name === 'run' && call.args[0]?.bare) {
      notes.notes.push({ type: 'shell', command: call.args[0].bare, at });
    } else if (
      name === 'open' ||
      name === 'h5open' ||
      name === 'jldopen' ||
      name === 'NCDataset'
    ) {
      const mode = onlyText(notes.take(call, 1) ?? undefined) ?? 'r';
      notes.say(
        /^[wca]/.test(mode) ? 'write' : 'read',
        notes.take(call, 0),
        at
      );
    } else if (READS.test(name)) {
      notes.say('read', notes.take(call, 0), at);
    } else if (WRITES.test(name)) {
      notes.writeAll(call);
    } else if (MAY_READ.test(name)) {
      notes.readIfFile(call, notes.arg(call, 0));
    }
    return unknown;
  }

  protected special(walker: IWalker): boolean {
    const token = walker.peek();
    if (token?.kind === 'magic') {
      this._magic(token);
      walker.index++;
      return true;
    }
    if (walker.is('using') || walker.is('import')) {
      this._using(walker);
      return true;
    }
    if (walker.is('const') || walker.is('global') || walker.is('local')) {
      walker.index++;
      return true;
    }
    return false;
  }

  protected scan(): void {
    // Nothing is named outside of statements.
  }

  /** `using A, B.C: f`, `import A as B`. */
  private _using(walker: IWalker): void {
    walker.index++;
    let level = 0;
    let name = '';
    let isNames = true;
    let at = walker.peek()?.at ?? 0;
    const end = () => {
      if (name) {
        this.import(name, false, at, level);
      }
      name = '';
      level = 0;
    };
    for (
      let token = walker.peek();
      token && token.kind !== 'newline' && token.text !== ';';
      token = walker.peek()
    ) {
      if (token.text === ':') {
        end();
        isNames = false;
      } else if (token.text === ',') {
        end();
        if (isNames && walker.peek(1)?.kind === 'newline') {
          walker.index++;
        }
      } else if (isNames && token.text === '.') {
        level += name ? 0 : 1;
        name += name ? '.' : '';
      } else if (isNames && token.text === 'as') {
        end();
        walker.index++;
      } else if (isNames && token.kind === 'name') {
        at = name ? at : token.at;
        name += token.text;
      }
      walker.index++;
    }
    end();
  }

  private _install(call: ICall): void {
    if (!/^(?:add|develop)$/.test(call.name)) {
      return;
    }
    const named = (name: string) => onlyText(call.args.find(arg => arg.name === name)?.value) ?? ''; // prettier-ignore
    const first = call.args.find(arg => arg.name === null);
    const names = named('name') ? [named('name')] : (first?.value.texts ?? []);
    call.args.forEach(arg => (arg.taken = true));
    this._add(names.filter(name => name !== HOLE), named('version'), call.at); // prettier-ignore
  }

  private _add(names: readonly string[], version: string, at: number): void {
    for (const text of names) {
      const [name, asked = ''] = text.split('@');
      if (/^[A-Za-z]\w*$/.test(name)) {
        this.notes.notes.push({ type: 'install', manager: 'julia', name, version: version || asked, text, at }); // prettier-ignore
      }
    }
  }

  private _magic(token: IToken): void {
    const { text, at } = token;
    const added = /^\]\s*add\s+([^]*)$/.exec(text);
    if (added) {
      this._add(added[1].split(/[\s,]+/), '', at);
    } else if (text.startsWith(';')) {
      this.notes.notes.push({ type: 'shell', command: text.slice(1), at });
    }
  }
}
