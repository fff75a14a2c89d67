/** What Python's calls do with files, by their names: the usual libraries of science. */
import { hasDataExtension } from '../fileNames';
import { CallNotes } from './callNotes';
import { ICall } from './dialect';
import { pathCall } from './pythonPaths';
import { HOLE } from './token';
import { IValue, concat, formatted, isKnown, join, literal, onlyText, unknown } from './value'; // prettier-ignore

const NAMES_OF_PATHS = ['filepath_or_buffer', 'filepath', 'filename', 'file', 'path', 'fname', 'io', 'path_or_buf', 'source', 'fp']; // prettier-ignore

/* Their first argument is a file, whatever it is called. */
const READS =
  /^(?:read_(?:csv|table|excel|json|parquet|feather|hdf|fwf|stata|sas|spss|pickle|xml|orc|file|h5ad|10x_h5|10x_mtx|loom|mtx|raster|edgelist|gml|graphml|gexf|dta|ndjson|ipc|avro|delta|zarr|netcdf|raw_\w+|epochs\w*|evokeds|xyz|vtk|matrix_market|las|image)|scan_(?:csv|parquet|ipc|ndjson|delta)|open_(?:dataset|mfdataset|dataarray|rasterio|zarr|datatree|memmap)|loadtxt|genfromtxt|fromfile|fromregex|imread|mimread|loadmat|ExcelFile|load_workbook|ParquetFile)$/;

/* They read other things as well: only what ends like a file counts. */
const MAY_READ =
  /^(?:loads?|load_(?:model|npz|mesh|img|image|file|svmlight_file|csv|json|data|from_file|weights)|loadImage|loadarff|read|readf|readImg|read_(?:data|dataframe|text_file|files?|image|mesh|shapefile|wav|gct|gtf|vcf|bed|fasta|fastq|sav|rds|tiff?|video)|from_(?:file|csv|json|parquet|pdb)|parse|parseFile|Image|SVG|Video|Audio|FileLink|IFrame|Dataset|MFDataset|VideoCapture|PdfReader|PdfFileReader|Document|Presentation|Reader|Universe|VideoFileClip|AudioFileClip|memmap|importFile|imread_collection)$/;

const WRITES =
  /^(?:to_(?!numpy$|list$|dict$|frame$|datetime$|numeric$|string$)\w+|save\w*|write\w*|dump|export\w*|imwrite|imsave|mimsave|mimwrite|imsave|sink_\w+|print_figure|render|\w*Writer|PdfPages|\w*Logger|\w*Checkpoint|\w*FileHandler|basicConfig|touch|download\w*|urlretrieve|urlopen_to|retrieve|fetch\w*|make_archive|to)$/;

const MODED = new Set(['open', 'File', 'ZipFile', 'HDFStore', 'Dataset', 'TarFile', 'TileDB', 'fdopen']); // prettier-ignore
const ASKS = new Set('exists isfile isdir is_file is_dir getsize getmtime remove unlink rmtree rmdir removedirs stat lexists'.split(' ')); // prettier-ignore
const COPIES = new Set('copy copy2 copyfile copytree move rename replace symlink link symlink_to'.split(' ')); // prettier-ignore
const NOT_FILES = /(?:^|\.)(?:webbrowser|nltk\.data|hub|requests|json|pickle|yaml|urllib\.request|conn?|cursor|driver|browser|sns|spacy|tf\.saved_model|AutoModel\w*|AutoTokenizer)$/; // prettier-ignore

/**
 * Write down what a call does, and give its value.
 *
 * @param isOptional - the call may not run.
 * @param isCertain - false where it runs only when some function is called.
 */
export function pythonCall(
  call: ICall,
  notes: CallNotes,
  isOptional: boolean,
  isCertain: boolean
): IValue {
  const value = pathCall(call, notes) ?? textCall(call, notes);
  if (value) {
    return value;
  }
  const { name, owner, receiver, at } = call;
  const sure = isCertain ? 'high' : 'low';
  if (commandCall(call, notes, isOptional) || folderCall(call, notes)) {
    return unknown;
  }
  if (MODED.has(name) && !NOT_FILES.test(owner)) {
    moded(call, notes, sure);
  } else if (name === 'connect') {
    if (/^(?:sqlite3|duckdb|apsw|aiosqlite)$/.test(owner)) {
      notes.say('read', notes.take(call, 0, 'database'), at, 'low');
    }
  } else if (ASKS.has(name)) {
    notes.say('ask', isKnown(receiver) ? receiver : notes.take(call, 0, 'path'), at); // prettier-ignore
  } else if (COPIES.has(name)) {
    copy(call, notes);
  } else if (/^(?:read_text|read_bytes)$/.test(name) && isKnown(receiver)) {
    notes.say('read', receiver, at, sure);
  } else if (/^(?:write_text|write_bytes|touch)$/.test(name)) {
    notes.say('write', receiver, at);
  } else if (READS.test(name)) {
    notes.say('read', notes.take(call, 0, ...NAMES_OF_PATHS), at, sure);
  } else if (WRITES.test(name)) {
    write(call, notes);
  } else if (MAY_READ.test(name) && !NOT_FILES.test(owner)) {
    notes.readIfFile(call, notes.arg(call, 0, ...NAMES_OF_PATHS));
  }
  return unknown;
}

/** `open(path, mode)` and its like, and `path.open(mode)`. */
function moded(call: ICall, notes: CallNotes, sure: 'high' | 'low'): void {
  const isMethod = isKnown(call.receiver);
  const mode = onlyText(notes.take(call, isMethod ? 0 : 1, 'mode') ?? undefined); // prettier-ignore
  const path = isMethod ? call.receiver : notes.take(call, 0, ...NAMES_OF_PATHS, 'name'); // prettier-ignore
  const makes = /^[wax]/.test(mode ?? '');
  /* A file's own call gives the name its meaning only with an ending. */
  const isAny = /^(?:Dataset|File|HDFStore)$/.test(call.name) && !path?.texts.some(hasDataExtension); // prettier-ignore
  if (!isAny && mode !== 'r|') {
    notes.say(makes ? 'write' : 'read', path, call.at, call.name === 'HDFStore' ? 'low' : sure); // prettier-ignore
  }
}

function copy(call: ICall, notes: CallNotes): void {
  const isMethod = isKnown(call.receiver);
  if (!isMethod && !/^(?:shutil|os)$/.test(call.owner)) {
    return;
  }
  const from = isMethod ? call.receiver : notes.take(call, 0, 'src');
  const to = notes.take(call, isMethod ? 0 : 1, 'dst', 'target');
  notes.say('read', from, call.at);
  notes.say('write', to, call.at);
}

function write(call: ICall, notes: CallNotes): void {
  /* These add an ending of their own. */
  const added = { save: '.npy', savez: '.npz', savez_compressed: '.npz', savefig: '.png' }[call.name]; // prettier-ignore
  const first = notes.arg(call, 0, ...NAMES_OF_PATHS);
  const isText =
    first !== null && first.value.texts.every(text => text !== HOLE);
  if (
    first &&
    isText &&
    /^(?:to_csv|savefig|savetxt|save|savez|savez_compressed|write_html|write_image|imwrite)$/.test(
      call.name
    )
  ) {
    first.taken = true;
    notes.say('write', first.value, call.at);
    if (added && !first.value.texts.some(hasDataExtension)) {
      notes.say('write', concat(first.value, literal(added)), call.at);
    }
  }
  notes.writeAll(call);
}

/** Calls that look into folders, fill them, or make them the working folder. */
function folderCall(call: ICall, notes: CallNotes): boolean {
  const { name, owner, receiver, at } = call;
  if (/^(?:glob|iglob|rglob)$/.test(name)) {
    const pattern = notes.take(call, 0, 'pathname', 'pattern');
    if (pattern) {
      const below = name === 'rglob' ? join(literal('**'), pattern) : pattern;
      notes.say('glob', receiver.isPath ? join(receiver, below) : below, at);
    }
  } else if (/^(?:listdir|scandir|iterdir)$/.test(name)) {
    notes.say('list', isKnown(receiver) ? receiver : notes.take(call, 0, 'path'), at); // prettier-ignore
  } else if (name === 'walk' && owner === 'os') {
    notes.say('read', notes.take(call, 0, 'top'), at);
  } else if (name === 'chdir') {
    notes.say('move', notes.take(call, 0, 'path'), at);
  } else if (/^(?:makedirs|mkdir)$/.test(name)) {
    notes.say('fill', isKnown(receiver) ? receiver : notes.take(call, 0, 'name', 'path'), at); // prettier-ignore
  } else if (/^(?:extractall|extract)$/.test(name)) {
    const folder = notes.take(call, name === 'extractall' ? 0 : 1, 'path');
    notes.say('fill', folder ?? literal('.'), at);
  } else if (name === 'unpack_archive') {
    notes.say('read', notes.take(call, 0, 'filename'), at);
    notes.say('fill', notes.take(call, 1, 'extract_dir') ?? literal('.'), at);
  } else if (
    /^sys\.path$/.test(owner) &&
    /^(?:append|insert|extend)$/.test(name)
  ) {
    notes.say('search', notes.take(call, name === 'insert' ? 1 : 0), at);
  } else if (name === 'addsitedir') {
    notes.say('search', notes.take(call, 0), at);
  } else {
    return false;
  }
  return true;
}

/** Calls that import a module, run a magic or start a program. */
function commandCall(
  call: ICall,
  notes: CallNotes,
  optional: boolean
): boolean {
  const { name, owner, at } = call;
  const text = (index: number) => onlyText(notes.arg(call, index, 'name')?.value); // prettier-ignore
  if (/^(?:import_module|__import__|importorskip)$/.test(name)) {
    const module = text(0) ?? '';
    notes.take(call, 0, 'name');
    if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(module)) {
      notes.notes.push({ type: 'import', language: 'python', name: module, level: 0, members: [], optional, at }); // prettier-ignore
    }
  } else if (/^(?:run_line_magic|run_cell_magic|magic)$/.test(name)) {
    const first = (text(0) ?? '').replace(/^%/, '');
    const line = name === 'magic' ? first : `${first} ${text(1) ?? ''}`;
    const [, word = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(line) ?? [];
    notes.notes.push({ type: 'magic', name: word, rest: rest.trim(), at });
    call.args.forEach(arg => (arg.taken = true));
  } else if (
    /^(?:check_call|check_output|Popen|getoutput|getstatusoutput|popen)$/.test(
      name
    ) ||
    (/^(?:run|call|system)$/.test(name) &&
      /^(?:subprocess|sp|os|get_ipython|\?)$/.test(owner))
  ) {
    const command = notes.arg(call, 0, 'args', 'cmd', 'command');
    if (command?.value.isFresh) {
      command.taken = true;
      const words = command.value.texts.map(word =>
        command.value.isList ? quoted(word) : word
      );
      notes.notes.push({ type: 'shell', command: words.join(' '), at });
    }
  } else {
    return false;
  }
  return true;
}

function quoted(word: string): string {
  return /^[\w./=:@%+,<>-]+$/.test(word) && !/[<>]/.test(word) ? word : `'${word.replace(/'/g, '')}'`; // prettier-ignore
}

/** Calls on texts, whose result is partly known. */
function textCall(call: ICall, notes: CallNotes): IValue | null {
  if (call.name === 'format' && isKnown(call.receiver)) {
    const { texts } = call.receiver;
    return { ...call.receiver, texts: texts.map(text => formatted(text.replace(/\{[^{}]*\}/g, HOLE))) }; // prettier-ignore
  }
  if (
    /^(?:sorted|list|tuple|set|enumerate|tqdm)$/.test(call.name) &&
    !call.owner
  ) {
    const value = notes.arg(call, 0)?.value;
    if (value?.isList && call.name !== 'enumerate') {
      return notes.take(call, 0);
    }
  }
  return null;
}
