/** Notebooks and text of a given size, the same in every run, without secrets. */
import { cleanNotebooks } from '../../src/core/checks/secrets/__tests__/labelled/cleanNotebooks';
import {
  DIGITS,
  LOWER,
  Random
} from '../../src/core/checks/secrets/__tests__/labelled/random';

/** A file of the corpus. */
export interface IFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Bytes of one file, about. */
const FILE = 2_000_000;

function words(r: Random, n: number): string {
  return Array.from({ length: n }, () => r.from(LOWER, r.int(2, 9))).join(' ');
}

const lines: Record<string, (r: Random) => string> = {
  'table.csv': r =>
    Array.from(
      { length: 8 },
      () => `${r.int(0, 99)}.${r.from(DIGITS, 6)}`
    ).join(','),
  'tool.py': r =>
    r.pick([
      `    ${r.from(LOWER, 6)} = np.${r.from(LOWER, 4)}(${words(r, 2).replace(' ', ', ')}, key="${r.from(LOWER, 5)}")`,
      `# ${words(r, 9)}`,
      `def ${r.from(LOWER, 8)}(self, path="data/${r.from(LOWER, 5)}.csv"):`,
      `    token = os.environ["API_TOKEN"]  # ${words(r, 3)}`
    ]),
  'run.log': r =>
    `2026-01-02 12:00:${r.from(DIGITS, 2)} INFO https://api.x.org/v1/${r.from(LOWER, 8)}?page=${r.int(1, 99)} ${words(r, 6)}`,
  'notes.md': r => `${words(r, r.int(3, 20))}.`
};

function textFile(name: string, seed: number, size: number): string {
  const r = new Random(`${name} ${seed}`);
  const list: string[] = [];
  for (let length = 0; length < size;) {
    const line = lines[name](r);
    list.push(line);
    length += line.length + 1;
  }
  return list.join('\n');
}

/** So many bytes, half of them notebooks. */
export function corpus(size: number): IFile[] {
  const encoder = new TextEncoder();
  const notebooks = cleanNotebooks(60).map(text => encoder.encode(text));
  const files: IFile[] = [];
  let total = 0;
  for (let i = 0; total < size / 2; i++) {
    const bytes = notebooks[i % notebooks.length];
    files.push({ path: `notebooks/${i}.ipynb`, bytes });
    total += bytes.length;
  }
  const names = Object.keys(lines);
  const made = names.map(name => encoder.encode(textFile(name, 0, FILE)));
  for (let i = 0; total < size; i++) {
    const bytes = made[i % made.length];
    files.push({ path: `text/${i}-${names[i % names.length]}`, bytes });
    total += bytes.length;
  }
  return files;
}
