/**
 * Python's standard library, for where no kernel says what belongs to it: the
 * public names of `sys.stdlib_module_names` in Python 3.8 to 3.14.
 */
const modules = new Set(
  `
abc antigravity argparse array ast asyncio atexit base64 bdb binascii
bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop
collections colorsys compileall concurrent configparser contextlib contextvars copy
copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis
doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass
gettext glob grp gzip hashlib heapq hmac html http idlelib imaplib
importlib inspect io ipaddress itertools json keyword linecache locale
logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt
multiprocessing netrc nt ntpath nturl2path numbers opcode operator
optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix
posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data
pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
sched secrets select selectors shelve shlex shutil signal site smtplib
socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat
statistics string stringprep struct subprocess symtable sys sysconfig
syslog tabnanny tarfile tempfile termios textwrap this threading time
timeit tkinter token tokenize trace traceback tracemalloc tty turtle
turtledemo types typing unicodedata unittest urllib uuid venv warnings
wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile
zipimport zlib
__future__ __main__ _thread
`
    .trim()
    .split(/\s+/)
);

/** Modules that were taken out, by the version that is without them (PEP 594, PEP 632). */
const until: Readonly<Record<string, number>> = {
  parser: 10,
  symbol: 10,
  formatter: 10,
  binhex: 11,
  asynchat: 12,
  asyncore: 12,
  distutils: 12,
  imp: 12,
  smtpd: 12,
  aifc: 13,
  audioop: 13,
  cgi: 13,
  cgitb: 13,
  chunk: 13,
  crypt: 13,
  imghdr: 13,
  lib2to3: 13,
  mailcap: 13,
  msilib: 13,
  nis: 13,
  nntplib: 13,
  ossaudiodev: 13,
  pipes: 13,
  sndhdr: 13,
  spwd: 13,
  sunau: 13,
  telnetlib: 13,
  uu: 13,
  xdrlib: 13
};

/** Modules that came in, by their first version. */
const since: Readonly<Record<string, number>> = {
  zoneinfo: 9,
  graphlib: 9,
  tomllib: 11,
  annotationlib: 14,
  compression: 14
};

/**
 * Whether a module is in the standard library.
 *
 * @param name - with or without dots.
 * @param python - as `3.12`; null = in any version.
 */
export function isStandardModule(name: string, python: string | null): boolean {
  const [top] = name.split('.', 1);
  const minor = /^3\.(\d+)$/.exec(python ?? '')?.[1];
  if (Object.hasOwn(until, top)) {
    return minor === undefined || Number(minor) < until[top];
  }
  if (Object.hasOwn(since, top)) {
    return minor === undefined || Number(minor) >= since[top];
  }
  return modules.has(top);
}
