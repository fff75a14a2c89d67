import type { IChoice } from '../model';

/** Ids and titles of the site's vocabulary `code:programmingLanguages`. */
const TITLES: ReadonlyMap<string, string> = new Map(
  (
    'Python R Julia JavaScript TypeScript C++ C Java Kotlin Scala SQL Shell MATLAB SAS ' +
    'Stata Ruby Go Rust Fortran Haskell Perl Lua OCaml F# C# PowerShell Prolog Coq ' +
    'Mathematica Gnuplot Clojure Racket'
  )
    .split(' ')
    .map(title => [title.toLowerCase(), title])
);

/** What kernels and people call them otherwise. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ipython', 'python'],
  ['python 2', 'python'],
  ['python 3', 'python'],
  ['python2', 'python'],
  ['python3', 'python'],
  ['sagemath', 'python'],
  ['ir', 'r'],
  ['ijavascript', 'javascript'],
  ['node.js', 'javascript'],
  ['cpp', 'c++'],
  ['bash', 'shell'],
  ['octave', 'matlab'],
  ['golang', 'go'],
  ['wolfram language', 'mathematica'],
  ['wolfram_language', 'mathematica'],
  ['csharp', 'c#'],
  ['.net-csharp', 'c#'],
  ['fsharp', 'f#'],
  ['.net-fsharp', 'f#']
]);

/* A name, and the same in every language. */
const title = 'Jupyter Notebook';

/** What says that a work consists of notebooks. */
export const notebookLanguage: IChoice = { id: 'jupyter_notebook', title };

/**
 * A programming language as the site's vocabulary has it; null for one that it
 * does not have, or that is not known here.
 *
 * Source: metadata crosswalk 4.8.
 */
export function programmingLanguage(written: string): IChoice | null {
  const text = written.trim().toLowerCase();
  if (/^jupyter[ _]notebook$/.test(text)) {
    return notebookLanguage;
  }
  const named = /^xcpp\d+$/.test(text) ? 'c++' : (ALIASES.get(text) ?? text);
  const title = TITLES.get(named);
  return title === undefined ? null : { id: named, title };
}
