/** Home folders, account and computer names in outputs. */
import { ITranslator } from '../text';

import { ICheck, IIdentity } from './check';
import { IMatch, outputSearch } from './outputSearch';

/* `/home/anna/`, `/Users/anna/`, `C:\Users\anna\` (its backslashes doubled in a repr). */
const HOME =
  /(?:\/(?:home|Users)\/|\b[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/))([^\s/\\"'`<>:;,()[\]{}|*?$%&#]{1,64})/g;

/* `/opt/conda/envs/thesis/lib/python3.12` */
const CONDA = /\/envs\/([\w.-]{1,64})\/lib\/(?:python|R\b)/g;

/* `anna@gpu07:~/thesis$` */
const PROMPT = /@([\w.-]{1,64}):[~/][^\s$#]{0,200}[$#](?=\s|$)/g;

/** Accounts that are nobody's: of images, of services for everybody, of examples. */
const NOBODY = new Set(
  (
    'jovyan root runner ubuntu user username users name me you your yourname ' +
    'vscode codespace gitpod jupyter rstudio conda mambauser circleci travis ' +
    'build builder docker ec2-user centos debian vagrant onyxia repl shared ' +
    'public default guest linuxbrew nobody student'
  ).split(' ')
);

/** Home paths and the author's own names in outputs. */
export function pathsInOutputsCheck(trans: ITranslator): ICheck {
  const title = trans.__('Names and folders of your computer in the outputs');
  return outputSearch(
    { id: 'paths-out', version: 1, title, budget: 2_500 },
    [
      {
        id: 'notebook.home-path',
        severity: 'warning',
        find: text => homePaths(text),
        message: cell =>
          trans.__(
            'The output of cell %1 shows a home folder, and with it the name of an account.',
            cell
          )
      },
      {
        id: 'notebook.identity',
        severity: 'warning',
        find: (text, { identity }) => knownNames(text, identity),
        message: cell =>
          trans.__(
            'The output of cell %1 shows your account or the name of your computer.',
            cell
          )
      },
      {
        id: 'notebook.environment-path',
        severity: 'info',
        find: text => condaPaths(text),
        message: cell =>
          trans.__(
            'The output of cell %1 shows where packages are installed on your computer.',
            cell
          )
      }
    ],
    trans
  );
}

function isNobody(name: string): boolean {
  return NOBODY.has(name.toLowerCase()) || /^\.+$/.test(name);
}

function* homePaths(text: string): Iterable<IMatch> {
  if (!/home|Users/.test(text)) {
    return;
  }
  for (const { 0: value, 1: name, index: at } of text.matchAll(HOME)) {
    if (!isNobody(name) && !isWebPath(text, at)) {
      yield { value, at };
    }
  }
}

/** Whether a path is that of a web page: `https://x.org/home/about`. */
function isWebPath(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /https?:\/\/[^\s"'<>]*$/i.test(
    before.slice(before.lastIndexOf(' ') + 1)
  );
}

function* condaPaths(text: string): Iterable<IMatch> {
  if (!text.includes('/envs/')) {
    return;
  }
  for (const { 1: name, index: at } of text.matchAll(CONDA)) {
    /* In a home folder, that is what there is to say. */
    const before = text.slice(Math.max(0, at - 150), at);
    if (!/\/(?:home|Users)\/[^\s]*$/.test(before)) {
      yield { value: `/envs/${name}/`, at };
    }
  }
}

function* knownNames(
  text: string,
  { user = '', host = '', home = '' }: IIdentity
): Iterable<IMatch> {
  const account = user.length > 1 && !isNobody(user) ? user : '';
  const isOwnHome =
    home.length > 4 && !isNobody(home.split(/[\\/]/).pop() ?? '');
  /* Homes of the usual form are found without knowing them. */
  if (isOwnHome && !/^(?:\/(?:home|Users)\/|[A-Za-z]:\\Users)/.test(home)) {
    yield* literally(text, home, isWord);
  }
  if (account) {
    yield* literally(text, account, isAccount);
  }
  if (host.length > 3 && !/^localhost\b/i.test(host)) {
    /* A host called `apple` is a word; `gpu07` and `x.uni.edu` are not. */
    const isOdd = /[\d.-]/.test(host);
    yield* literally(text, host, isOdd ? isWord : isHost);
  }
  for (const { 0: value, 1: machine, index: at } of text.matchAll(PROMPT)) {
    if (machine !== 'localhost') {
      yield { value: value.split(':', 1)[0], at };
    }
  }
}

/** The places of a value that stand in the right surroundings. */
function* literally(
  text: string,
  value: string,
  fits: (before: string, after: string) => boolean
): Iterable<IMatch> {
  for (
    let at = text.indexOf(value);
    at !== -1;
    at = text.indexOf(value, at + value.length)
  ) {
    const end = at + value.length;
    if (fits(text.slice(Math.max(0, at - 20), at), text.slice(end, end + 20))) {
      yield { value, at };
    }
  }
}

function isWord(before: string, after: string): boolean {
  return !/[\w-]$/.test(before) && !/^[\w-]/.test(after);
}

/** A part of a path (but of a home's, which is found as such), before an @, in USER=, or alone on a line. */
function isAccount(before: string, after: string): boolean {
  const isPart =
    /[\\/]$/.test(before) &&
    /^(?:[\\/]|\s|$|["'])/.test(after) &&
    !/(?:home|Users)[\\/]{1,2}$/.test(before);
  const isLogin = isWord(before, '') && /^@[\w-]/.test(after);
  const isNamed = /\b(?:USER|USERNAME|LOGNAME)['"]?[=:] ?['"]?$/.test(before);
  return (
    isPart ||
    isLogin ||
    (isNamed && isWord('', after)) ||
    isAlone(before, after)
  );
}

function isHost(before: string, after: string): boolean {
  const isNamed = /(?:@|\b(?:HOST|HOSTNAME|node|host)['"]?[=:] ?['"]?)$/i.test(
    before
  );
  return (isNamed && isWord('', after)) || isAlone(before, after);
}

/** Alone on its line, as `!whoami` and `!hostname` give it, perhaps in quotes. */
function isAlone(before: string, after: string): boolean {
  return /(?:^|\n)['"]?$/.test(before) && /^['"]?\r?(?:\n|$)/.test(after);
}
