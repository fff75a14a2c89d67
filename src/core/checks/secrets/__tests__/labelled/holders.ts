/** Realistic surroundings for a value that is known by its form. */
import { IItem, Kind } from './item';
import { Random } from './random';
import { tokens } from './tokens';

interface IHolder {
  readonly kind: Kind;
  hold(value: string, r: Random): string;
}

const red = '\x1b[0;31m';
const off = '\x1b[0m';

const holders: readonly IHolder[] = [
  {
    kind: 'code',
    hold: v => `import requests\n\nx = '''${v}'''\nclient = make(x, retries=3)`
  },
  {
    kind: 'stream',
    hold: v => `connecting ...\nusing ${v}\n200 rows in 0.3 s\n`
  },
  {
    kind: 'traceback',
    hold: v =>
      `${red}-----------${off}\n${red}AuthenticationError${off}  Traceback (most recent call last)\nCell ${'\x1b[0;32m'}In[3], line 7${off}\n${red}AuthenticationError${off}: 401 not accepted: ${red}${v}${off}.`
  },
  {
    kind: 'json',
    hold: v =>
      JSON.stringify({ name: 'run 7', n: 12, options: [1, { value: v }] })
  },
  {
    kind: 'yaml',
    hold: v =>
      v.includes('\n')
        ? `server:\n  name: a\n  value: |\n    ${v.replace(/\n/g, '\n    ')}\n`
        : `server:\n  name: a\n  value: ${v}\n  retries: 3\n`
  },
  {
    kind: 'env',
    hold: v => `# settings of the lab\nMODE=fast\nVALUE="${v}"\nN=3\n`
  },
  {
    kind: 'script-r',
    hold: v => `library(httr)\n# old one: ${v}\nx <- GET(u)\n`
  },
  { kind: 'script-m', hold: v => `% used until May: ${v}\nx = webread(u);\n` },
  {
    kind: 'script-js',
    hold: v => `/* ${v} */\nexport const limit = 3;\nfetchAll(limit);\n`
  },
  {
    kind: 'script-jl',
    hold: v => `using HTTP\n#= keep: ${v} =#\nr = HTTP.get(u)\n`
  },
  {
    kind: 'markdown',
    hold: v =>
      `## How to get the data\n\nUse this one:\n\n    ${v}\n\nThen run.`
  },
  {
    kind: 'metadata',
    hold: v => JSON.stringify({ papermill: { parameters: { who: v } } })
  },
  {
    kind: 'html',
    hold: v => `<table><tr><td>1</td><td>${v}</td></tr></table>`
  },
  {
    kind: 'log',
    hold: v => `2024-03-01 12:00:01 INFO start\n2024-03-01 DEBUG got ${v}\n`
  },
  { kind: 'csv', hold: v => `id,value\n1,a\n2,"${v}"\n3,c\n` },
  { kind: 'result', hold: v => `{'n': 3, 'value': '${v}', 'ok': True}` }
];

/** So many items for each rule, spread over makers and surroundings. */
const PER_RULE = 7;

/** The items with secrets that are known by their form. */
export function formItems(): IItem[] {
  return Object.entries(tokens).flatMap(([rule, makers], nth) =>
    Array.from({ length: PER_RULE }, (_, i): IItem => {
      const id = `form/${rule}/${i}`;
      const r = new Random(id);
      const holder = holders[(nth * 5 + i * 3) % holders.length];
      const value = makers[i % makers.length](r);
      return {
        id,
        kind: holder.kind,
        text: holder.hold(value, r),
        expected: [rule]
      };
    })
  );
}
