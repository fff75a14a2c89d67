/** Lines of a shell: the programs that they start, and what those do with files. */
import { hasDataExtension, isUrl } from '../fileNames';
import { installNotes } from './installs';
import { Note, Role } from './note';

/* Parts of the shell itself. */
const BUILTINS = new Set(': . [ [[ { } ( ) ! alias break cd command continue declare do done echo elif else esac eval exit export false fi for function if in local printf pwd read return set shift source test then true type umask unset until wait while case time'.split(' ')); // prettier-ignore

/* They start the program that follows them. */
const WRAPPERS = new Set(['sudo', 'time', 'nohup', 'env', 'nice', 'xvfb-run', 'command', 'then', 'do', 'else', 'if', 'while', '!']); // prettier-ignore

/* More commands in one cell are data, not commands. */
const mostCommands = 2000;

/** Read the lines of a shell. Offsets of the notes are those of the line. */
export function shellNotes(source: string, at = 0): Note[] {
  const notes: Note[] = [];
  const commands = commandsOf(source).slice(0, mostCommands);
  const moved = commands.findIndex(([program]) => program === 'cd');
  commands.forEach((words, i) => {
    const own: Note[] = [];
    command(words, at, own);
    // After `cd`, a path begins somewhere else.
    const isElsewhere = moved !== -1 && i > moved;
    notes.push(...own.filter(({ type }) => !isElsewhere || type !== 'path'));
  });
  return notes;
}

/** The commands of a shell's text, each as its words, without their quotes. */
export function commandsOf(source: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word = '';
  let isWord = false;
  const endWord = () => {
    if (isWord) {
      words.push(word);
    }
    word = '';
    isWord = false;
  };
  const endCommand = () => {
    endWord();
    if (words.length) {
      commands.push(words);
    }
    words = [];
  };
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') {
      const next = source[++i] ?? '';
      word += next === '\n' ? '' : next;
      isWord ||= next !== '\n';
    } else if (character === '"' || character === "'") {
      const close = source.indexOf(character, i + 1);
      /* An open quote ends at the end of its line. */
      const line = close === -1 ? source.indexOf('\n', i + 1) : close;
      const end = line === -1 ? source.length : line;
      word += source.slice(i + 1, end);
      isWord = true;
      i = close === -1 ? end - 1 : end;
      if (close === -1) {
        // No later quote of this kind closes either.
        source = source.slice(0, end) + source.slice(end).replaceAll(character, ' '); // prettier-ignore
      }
    } else if (character === '#' && !isWord) {
      const end = source.indexOf('\n', i);
      i = (end === -1 ? source.length : end) - 1;
    } else if (/[\n;&|]/.test(character)) {
      endCommand();
    } else if (character === '<' || character === '>') {
      endWord();
      const isDouble = source[i + 1] === character;
      words.push(isDouble ? character + character : character);
      i += isDouble ? 1 : 0;
    } else if (/\s/.test(character)) {
      endWord();
    } else {
      word += character;
      isWord = true;
    }
  }
  endCommand();
  return commands;
}

function command(all: readonly string[], at: number, notes: Note[]): void {
  let start = 0;
  while (
    start < all.length &&
    (WRAPPERS.has(all[start]) || /^\w+=/.test(all[start]))
  ) {
    start++;
  }
  const words = all.slice(start);
  const program = (words[0] ?? '').split('/').pop() ?? '';
  const installs = installNotes(words, at);
  redirections(words, at, notes);
  if (installs) {
    notes.push(...installs);
    return;
  }
  const isPython = /^python[\d.]*$/.test(program) || /executable/.test(program);
  if (/^[\w.+-]+$/.test(program) && !BUILTINS.has(program)) {
    notes.push({ type: 'program', name: program, at });
  }
  const args = words
    .slice(1)
    .filter((word, i) => !/^[<>]/.test(word) && !/^[<>]/.test(words[i]));
  const paths = (role: Role, of: readonly string[], isSure = false) =>
    of.forEach(text =>
      notes.push({
        type: 'path',
        role,
        text,
        anchor: 'working',
        sure: isSure ? 'high' : 'low',
        at
      })
    );
  args.filter(isUrl).forEach(text => notes.push({ type: 'url', text, at }));
  const files = args.filter(
    arg => hasDataExtension(arg) && !isUrl(arg) && !arg.startsWith('-')
  );
  if (isPython || /^(?:Rscript|julia|bash|sh)$/.test(program)) {
    paths(
      'run',
      files.slice(0, 1).filter(file => /\.(?:py|R|r|jl)$/.test(file)),
      true
    );
    paths('read', files.slice(/\.(?:py|R|r|jl)$/.test(files[0] ?? '') ? 1 : 0));
  } else if (/^(?:unzip|tar|gunzip|bunzip2|unxz|7z|7za|unrar)$/.test(program)) {
    paths('read', files);
    const folder = after(args, /^-(?:d|C|o)$/) ?? '.';
    paths('fill', [folder]);
  } else if (
    /^(?:wget|curl|gdown|aria2c|kaggle|aws|gsutil|rclone|zenodo_get|dvc|git|svn|scp|rsync|sftp)$/.test(
      program
    )
  ) {
    download(program, args, paths);
  } else if (/^(?:mkdir)$/.test(program)) {
    paths(
      'fill',
      args.filter(arg => !arg.startsWith('-'))
    );
  } else if (/^(?:cp|mv|ln)$/.test(program)) {
    paths('read', files.slice(0, -1));
    paths('write', files.slice(-1));
  } else if (/^(?:rm|touch|test|ls|tee)$/.test(program)) {
    paths(/^(?:touch|tee)$/.test(program) ? 'write' : 'ask', files);
  } else {
    paths('read', files);
  }
}

function download(
  program: string,
  args: readonly string[],
  paths: (role: Role, of: readonly string[]) => void
): void {
  const option = program === 'curl' ? /^(?:-\w*o|--output)$/ : /^(?:-\w*O|--output|-o|--output-document)$/; // prettier-ignore
  const named = after(args, option);
  const folder = after(args, /^(?:-P|-p|-d|--output-dir)$/);
  const url = args.find(isUrl) ?? '';
  const last = url.split(/[?#]/)[0].replace(/\/+$/, '').split('/').pop() ?? '';
  if (named) {
    paths('write', [named]);
  } else if (program === 'git' || program === 'svn') {
    paths('fill', last && !/^https?:$/.test(last) ? [last.replace(/\.git$/, '')] : []); // prettier-ignore
  } else if (/^(?:wget|curl)$/.test(program)) {
    paths('write', last ? [folder ? `${folder}/${last}` : last] : []);
  } else {
    paths('fill', [folder ?? '.']);
  }
}

function after(args: readonly string[], option: RegExp): string | undefined {
  const index = args.findIndex(arg => option.test(arg));
  return index === -1 ? undefined : args[index + 1];
}

function redirections(
  words: readonly string[],
  at: number,
  notes: Note[]
): void {
  words.forEach((word, i) => {
    const text = words[i + 1];
    if (/^[<>]/.test(word) && text && !/^[<>&=]|^\/dev\//.test(text)) {
      const role = word.startsWith('>') ? 'write' : 'read';
      notes.push({
        type: 'path',
        role,
        text,
        anchor: 'working',
        sure: 'low',
        at
      });
    }
  });
}
