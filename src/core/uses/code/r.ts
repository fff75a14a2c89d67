/** R code, read without running it. */
import { ICall } from './dialect';
import { PlainReader } from './plainReader';
import { IToken } from './token';
import { IValue, concat, formatted, join, listOf, literal, onlyText, unknown } from './value'; // prettier-ignore

const KEYWORDS = new Set(['if', 'else', 'for', 'while', 'repeat', 'in', 'next', 'break', 'TRUE', 'FALSE', 'NULL', 'return']); // prettier-ignore

/* Their first argument is a file, whatever it is called. */
const READS =
  /^(?:read[._](?:csv2?|tsv|table|delim2?|fwf|excel|xlsx?|rds|dta|sas|sav|spss|por|xpt|parquet|feather|sf|file|lines|ods|yaml|dcf|arff)|readRDS|fread|readLines|st_read|nc_open|readOGR|readPNG|readJPEG|readTIFF|readNIfTI|include_graphics|qread|yaml\.load_file|readWorkbook|loadWorkbook|excel_sheets|h5ls|H5Fopen)$/;
const MAY_READ =
  /^(?:load|scan|file|gzfile|import|image_read|fromJSON|rast|raster|brick|stack|vect|read\w*|read\..*|vroom|h5read|stream_in|read10x\w*|open_dataset|attach)$/i;
const WRITES =
  /^(?:write[._].*|write|fwrite|saveRDS|save[\w.]*|ggsave|pdf|png|jpe?g|tiff|bmp|svg|cairo_pdf|sink|writeLines|dput|dump|cat|export|qsave|writeRaster|st_write|write\w+|download\.file|download|curl_download|file\.create)$/;
const ASKS = /^(?:file\.exists|file_exists|dir\.exists|unlink|file\.remove|file\.info|file_delete)$/; // prettier-ignore
const FILES = ['file', 'path', 'filename', 'input', 'con', 'dsn'];

/** Reads R code, cell by cell. */
export class RReader extends PlainReader {
  constructor(isCell: boolean) {
    super('R', isCell);
  }

  /** R has no operator that puts texts together. */
  readonly concatenates = '';
  readonly hasBlocks = true;
  readonly keywords = KEYWORDS;

  call(call: ICall): IValue {
    const { notes } = this;
    const { name, at } = call;
    const value = this._value(call);
    if (value || this._package(call)) {
      return value ?? unknown;
    }
    if (name === 'source' || name === 'sys.source') {
      notes.say('run', notes.take(call, 0, 'file'), at);
    } else if (name === 'setwd') {
      notes.say('move', notes.take(call, 0, 'dir'), at);
    } else if (/^(?:list\.files|list\.dirs|dir|dir_ls)$/.test(name)) {
      notes.say('list', notes.take(call, 0, 'path'), at);
    } else if (name === 'Sys.glob') {
      notes.say('glob', notes.take(call, 0, 'paths'), at);
    } else if (name === 'dir.create' || name === 'dir_create') {
      notes.say('fill', notes.take(call, 0, 'path'), at);
    } else if (name === 'unzip' || name === 'untar') {
      notes.readIfFile(call, notes.arg(call, 0, 'zipfile', 'tarfile'));
      const folder = call.args.find(arg => arg.name === 'exdir')?.value;
      notes.say('fill', folder ?? literal('.'), at);
    } else if (ASKS.test(name)) {
      notes.say('ask', notes.take(call, 0), at);
    } else if (name === 'system' || name === 'system2') {
      const command = onlyText(notes.take(call, 0, 'command') ?? undefined);
      if (command) {
        notes.notes.push({ type: 'shell', command, at });
      }
    } else if (name === 'function') {
      call.args.forEach(({ bare, name: given }) => this.names.set(bare ?? given ?? '', unknown)); // prettier-ignore
    } else if (WRITES.test(name)) {
      notes.writeAll(call);
    } else if (
      /^(?:file|gzfile|bzfile)$/.test(name) &&
      /^[wa]/.test(onlyText(notes.arg(call, 1, 'open')?.value) ?? '')
    ) {
      notes.say('write', notes.take(call, 0, 'description'), at);
    } else if (READS.test(name)) {
      const text = call.args.some(arg => arg.name === 'text');
      notes.say('read', text ? null : notes.take(call, 0, ...FILES), at);
    } else if (MAY_READ.test(name)) {
      notes.readIfFile(call, notes.arg(call, 0, ...FILES, 'description'));
    }
    return unknown;
  }

  protected special(): boolean {
    return false;
  }

  /** Packages that are named only where they are used: `dplyr::filter`. */
  protected scan(tokens: readonly IToken[]): void {
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      if (
        /^:::?$/.test(token.text) &&
        token.kind === 'operator' &&
        before?.kind === 'name'
      ) {
        this.import(before.text, false, before.at);
      }
    });
  }

  private _value(call: ICall): IValue | null {
    const { name, args } = call;
    const isPath = name === 'file.path' || (name === 'path' && /^(?:fs|)$/.test(call.owner)); // prettier-ignore
    const all = (values: typeof args) => {
      values.forEach(arg => (arg.taken = true));
      return values.map(({ value }) => value);
    };
    if (name === 'c') {
      return listOf(all(args));
    }
    if (isPath || (name === 'here' && args.length > 0)) {
      const parts = all(args.filter(arg => arg.name === null));
      const path = parts.length ? parts.reduce((left, right) => join(left, right)) : unknown; // prettier-ignore
      return {
        ...path,
        isPath: true,
        anchor: isPath ? path.anchor : 'project'
      };
    }
    if (name === 'paste0') {
      return all(args.filter(arg => arg.name === null)).reduce((left, right) => concat({ ...left, isList: false }, { ...right, isList: false }), literal('')); // prettier-ignore
    }
    if (
      /^(?:normalizePath|path\.expand|path_expand|suppressWarnings|suppressMessages|invisible|as\.character|path_abs|basename_)$/.test(
        name
      )
    ) {
      return all(args.slice(0, 1))[0] ?? unknown;
    }
    if (name === 'sprintf') {
      const text = onlyText(all(args)[0]);
      return text === null ? unknown : literal(formatted(text));
    }
    return name === 'getwd' ? { ...unknown, texts: ['.'], isPath: true } : null;
  }

  /** Calls that load or install packages. */
  private _package(call: ICall): boolean {
    const { name, owner, args, at } = call;
    const texts = args.filter(arg => arg.name === null).flatMap(({ bare, value }) => (bare === null ? value.texts : [bare])); // prettier-ignore
    const isName = (text: string) => /^[A-Za-z][A-Za-z0-9.]*$/.test(text);
    const isByValue = args.some(arg => arg.name === 'character.only' && arg.bare === 'TRUE'); // prettier-ignore
    if (
      /^(?:library|require|requireNamespace|loadNamespace|attachNamespace)$/.test(
        name
      )
    ) {
      const named = args.find(arg => arg.name === 'package');
      const found = named
        ? [named.bare ?? onlyText(named.value) ?? '']
        : texts.slice(0, 1);
      const known = isByValue ? [] : found;
      known
        .filter(isName)
        .forEach(text => this.import(text, name === 'requireNamespace', at));
    } else if (/^(?:p_load|shelf)$/.test(name)) {
      texts.filter(isName).forEach(text => this.import(text, false, at));
    } else if (
      /^(?:lapply|sapply|walk|map)$/.test(name) &&
      isByValue &&
      args.some(({ bare }) => bare === 'library' || bare === 'require')
    ) {
      (args[0]?.value.texts ?? [])
        .filter(isName)
        .forEach(text => this.import(text, false, at));
    } else if (
      name === 'install.packages' ||
      name === 'pkg_install' ||
      name === 'install_version' ||
      (name === 'install' && owner === 'BiocManager')
    ) {
      const version =
        onlyText(args.find(arg => arg.name === 'version')?.value) ?? '';
      const found =
        name === 'install_version'
          ? texts.slice(0, 1)
          : (args[0]?.value.texts ?? []);
      const manager = owner === 'BiocManager' ? 'bioconductor' : 'cran';
      found.filter(isName).forEach(text =>
        this.notes.notes.push({
          type: 'install',
          manager,
          name: text,
          version: manager === 'cran' ? version : '',
          text,
          at
        })
      );
    } else if (/^install_(?:github|gitlab|bitbucket|git)$/.test(name)) {
      const text = texts[0] ?? '';
      const package_ =
        text
          .replace(/@.*$/, '')
          .replace(/\.git$/, '')
          .split('/')
          .pop() ?? '';
      if (package_) {
        this.notes.notes.push({
          type: 'install',
          manager: 'github',
          name: package_,
          version: /@(.+)$/.exec(text)?.[1] ?? '',
          text,
          at
        });
      }
    } else {
      return false;
    }
    args.forEach(arg => (arg.taken = true));
    return true;
  }
}
