/* Files to be packed: the same bytes in every run. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Chance that repeats itself: xorshift with 32 bits. */
class Chance {
  constructor(seed) {
    this._state = (seed * 0x9e3779b1) >>> 0 || 1;
  }

  next() {
    let x = this._state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this._state = x >>> 0;
    return this._state;
  }

  bytes(length) {
    const words = new Uint32Array(Math.ceil(length / 4));
    for (let i = 0; i < words.length; i++) {
      words[i] = this.next();
    }
    return Buffer.from(words.buffer, 0, length);
  }

  number() {
    return (this.next() / 2 ** 32).toFixed(6);
  }

  word() {
    return this.next()
      .toString(36)
      .slice(0, 2 + (this.next() % 6));
  }

  words(count) {
    return Array.from({ length: count }, () => this.word()).join(' ');
  }
}

function csvBlock(chance, size) {
  const rows = ['id,time,x,y,z,label\n'];
  for (let length = 0; length < size;) {
    const row = `${rows.length},${chance.number()},${chance.number()},${chance.number()},${chance.next() % 1000},${chance.word()}\n`;
    rows.push(row);
    length += row.length;
  }
  return Buffer.from(rows.join('').slice(0, size));
}

function codeCell(chance, index) {
  const table = Array.from(
    { length: 60 },
    () => `<tr><td>${chance.number()}</td><td>${chance.number()}</td><td>${chance.word()}</td></tr>\n`
  ); // prettier-ignore
  const picture = chance.bytes(45_000).toString('base64');
  const stream = Array.from(
    { length: 300 },
    (_, i) => `epoch ${i}: loss ${chance.number()}, ${chance.words(4)}\n`
  );
  return {
    cell_type: 'code',
    execution_count: index,
    metadata: {},
    outputs: [
      { output_type: 'stream', name: 'stdout', text: stream },
      {
        output_type: 'display_data',
        metadata: {},
        data: { 'text/html': table, 'image/png': picture }
      }
    ],
    source: Array.from({ length: 30 }, () => `${chance.word()} = np.${chance.word()}(${chance.words(2)})\n`) // prettier-ignore
  };
}

/** A notebook with tables, printed lines and pictures, about half of them pictures. */
function notebook(chance, size) {
  const cells = [];
  for (let length = 0; length < size;) {
    const cell = codeCell(chance, cells.length + 1);
    cells.push(cell);
    length += JSON.stringify(cell, null, 1).length;
  }
  const metadata = { kernelspec: { name: 'python3', language: 'python' } };
  const whole = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  return Buffer.from(JSON.stringify(whole, null, 1));
}

const BLOCK = 16e6;

/** Write a file block by block. */
function writeFile(folder, name, size, block) {
  const file = path.join(folder, 'files', name);
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  let written = 0;
  while (written < size) {
    written += writeSync(handle, block(Math.min(BLOCK, size - written)));
  }
  closeSync(handle);
  return { path: name, size: written };
}

/** Files of a bundle; sizes in bytes. Returns their paths and sizes. */
export function makeMaterial(folder, { notebooks, csv, noise }) {
  const files = [];
  notebooks.forEach((size, i) => {
    const bytes = notebook(new Chance(i + 1), size);
    files.push(writeFile(folder, `notebooks/n${i}.ipynb`, bytes.length, n => bytes.subarray(0, n))); // prettier-ignore
  });
  csv.forEach((size, i) => {
    const chance = new Chance(1000 + i);
    files.push(writeFile(folder, `data/table-${i}.csv`, size, n => csvBlock(chance, n))); // prettier-ignore
  });
  noise.forEach((size, i) => {
    const chance = new Chance(2000 + i);
    files.push(writeFile(folder, `data/array-${i}.bin`, size, n => chance.bytes(n))); // prettier-ignore
  });
  return files;
}
