import { Graph, IReference, fileId } from './entities';

/** Languages by the name that kernels give them, in small letters. */
const languages: ReadonlyMap<string, { name: string; url: string }> = new Map([
  ['python', { name: 'Python', url: 'https://www.python.org/' }],
  ['r', { name: 'R', url: 'https://www.r-project.org/' }],
  ['julia', { name: 'Julia', url: 'https://julialang.org/' }]
]);

const endings: ReadonlyMap<string, string> = new Map([
  ['py', 'python'],
  ['r', 'r'],
  ['jl', 'julia']
]);

/** The language of a file of code by its ending; null for another file. */
export function languageOf(path: string): string | null {
  const ending = /\.([^./]+)$/.exec(path)?.[1].toLowerCase() ?? '';
  return endings.get(ending) ?? null;
}

/** Put a language into the crate. */
export function addLanguage(language: string, graph: Graph): IReference {
  const key = language.trim().toLowerCase();
  const known = languages.get(key);
  return graph.add({
    '@id': `#language-${fileId(key)}`,
    '@type': 'ComputerLanguage',
    name: known?.name ?? language.trim(),
    url: known?.url
  });
}
