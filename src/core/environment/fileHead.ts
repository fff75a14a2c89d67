import type { ICapture } from './capture';

/** Notebooks that are named at the top of a file, at most. */
const most = 5;

/** The comment at the top of a generated file: what it is, and for which notebooks. No date, so that the same is made again. */
export function headOf({ python, sources }: ICapture): string[] {
  const notebooks = sources.filter(path => path.endsWith('.ipynb'));
  const named = notebooks.slice(0, most).join(', ');
  const more = notebooks.length > most ? ', …' : '';
  // A name could bring a line of its own into the file.
  const list = `${named}${more}`.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
  return [
    '# Packages that the notebooks import, as installed in the kernel',
    `# (Python ${python}). Made by jupyterlab-zenodo-publisher.`,
    ...(list ? [`# For ${list}`] : [])
  ];
}
