/** Kernels for other languages that conda or pip can install, by language. */
const KERNELS: Readonly<Record<string, readonly string[]>> = {
  bash: ['bash-kernel'],
  'c++': ['xeus-cling', 'xeus-cpp'],
  c: ['xeus-c'],
  r: ['r-irkernel', 'xeus-r'],
  julia: ['xeus-julia'],
  lua: ['xeus-lua'],
  octave: ['octave-kernel', 'xeus-octave'],
  scheme: ['calysto-scheme'],
  sql: ['xeus-sql', 'xeus-sqlite'],
  sas: ['sas-kernel'],
  stata: ['stata-kernel', 'nbstata'],
  javascript: ['xeus-javascript'],
  go: ['gophernotes'],
  sos: ['sos-notebook'],
  wolfram: ['xeus-wolfram'],
  sagemath: ['sage', 'passagemath-repl']
};

/** Normalised names of packages, each of which brings a kernel for a language. */
export function kernelPackages(language: string): readonly string[] {
  const key = /^c\+\+/.test(language) ? 'c++' : language;
  return Object.prototype.hasOwnProperty.call(KERNELS, key) ? KERNELS[key] : [];
}
