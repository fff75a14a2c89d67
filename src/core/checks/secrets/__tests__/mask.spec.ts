import * as fc from 'fast-check';

import { asFile, notebookOf } from './labelled/asFile';
import { IItem } from './labelled/item';
import { labelled } from './labelled/labelled';
import { Random } from './labelled/random';
import { pem, tokens } from './labelled/tokens';
import { maskBytes, REMOVED, TooLargeToMaskError } from '../mask';
import { scanBytes } from '../scanner';
import { quickKeys } from './quickKeys';
import { hitsIn, OPTIONS, utf8 } from './scanText';

const r = new Random('masks');
const run = { keys: quickKeys };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function masked(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const hits = await scanBytes(path, bytes, OPTIONS, run);
  const keys = hits.filter(hit => hit.canMask).map(hit => hit.key);
  return maskBytes(path, bytes, keys, OPTIONS, run);
}

describe('Secrets taken out of a copy', () => {
  const token = tokens.github[0](r);

  it('change nothing else', async () => {
    const password = r.mixed(15);
    const before = `{ "cells" : [\r\n {"cell_type":"code", "metadata":{"n":1.0,"b":12345678901234567890},\n\t"source": ["# \\u00e4 \\ud83d\\ude00 😀\\n", "x = \\"${token}\\"\\n",\n"password='${password}'"], "outputs": []}],"metadata":{"t":"${token}"}, "nbformat":4,"nbformat_minor":4}\n\n`;
    const after = text(await masked('a.ipynb', utf8(before)));
    expect(after).toBe(
      before.split(token).join(REMOVED).replace(password, REMOVED)
    );
  });

  it('are only those that were asked for', async () => {
    const other = tokens.gitlab[0](r);
    const bytes = utf8(`${token}\n${other}\n`);
    const [hit] = await scanBytes('a.txt', bytes, OPTIONS, run);
    const after = await maskBytes('a.txt', bytes, [hit.key], OPTIONS, run);
    expect(text(after)).toBe(`${REMOVED}\n${other}\n`);
    expect(await maskBytes('a.txt', bytes, [], OPTIONS, run)).toEqual(bytes);
  });

  it('also where no rule finds them', async () => {
    const secret = r.mixed(60);
    const before = `zenodo_token = "${secret}"\n${'-'.repeat(99)}\nsent ${secret}.\n`;
    const after = text(await masked('a.py', utf8(before)));
    expect(after).toBe(before.split(secret).join(REMOVED));
  });

  it('though colours stand in them, or they are spread over strings', async () => {
    const key = pem(r, ['RSA', 'PRIVATE', 'KEY'].join(' '), '\n');
    const before = notebookOf([
      { cell_type: 'code', source: `k = """${key}"""\n`.split(/(?<=\n)/) },
      {
        outputs: [
          {
            output_type: 'error',
            traceback: [
              `401 \u001b[31m${token.slice(0, 7)}\u001b[0m${token.slice(7)} no`
            ]
          }
        ]
      }
    ]);
    const after = JSON.parse(text(await masked('a.ipynb', utf8(before))));
    expect(after.cells[0].source.join('')).toBe(`k = """${REMOVED}"""\n`);
    const [line] = after.cells[1].outputs[0].traceback;
    expect(line).toBe(`401 \u001b[31m${REMOVED}\u001b[0m no`);
  });

  it('in a printout of the environment value by value', async () => {
    const names = 'HOME A1 B1 C1 D1 E1 F1 G1 H1 I1'.split(' ');
    const env = {
      PATH: '/bin',
      ...Object.fromEntries(names.map(n => [n, `v"\\${n}`.replace('"', '')]))
    };
    const bytes = utf8(JSON.stringify({ env, other: 'stays' }, null, 2));
    const after = JSON.parse(text(await masked('env.json', bytes)));
    expect(new Set(Object.values(after.env))).toEqual(new Set([REMOVED]));
    expect(Object.keys(after.env)).toEqual(Object.keys(env));
    expect(after.other).toBe('stays');
  });

  it.each(['utf16le', 'utf16be', 'latin1', 'utf8'] as const)(
    'in text files: %s',
    async encoding => {
      const write = (words: string) => {
        const mark = encoding.startsWith('utf16') ? '\ufeff' : '';
        const buffer = Buffer.from(
          mark + words,
          encoding === 'utf16be' ? 'utf16le' : encoding
        );
        return new Uint8Array(
          encoding === 'utf16be' ? buffer.swap16() : buffer
        );
      };
      const after = await masked('a.csv', write(`\xe4\xf6,${token},\xfc\r\n`));
      expect(after).toEqual(write(`\xe4\xf6,${REMOVED},\xfc\r\n`));
    }
  );

  it('in broken notebooks', async () => {
    const before = `{"cells": [{"source": ["a = \\"${token}\\"\\n", <<<<<<< HEAD`;
    const after = text(await masked('a.ipynb', utf8(before)));
    expect(after).toBe(before.replace(token, REMOVED));
  });

  it('not in what is too large', async () => {
    const large = new Uint8Array(129 * 1024 * 1024);
    await expect(
      maskBytes('a.csv', large, ['x'], OPTIONS, run)
    ).rejects.toThrow(TooLargeToMaskError);
  });
});

describe('After any masking', () => {
  const secrets = labelled.filter(
    ({ expected, kind }) => expected.length && kind !== 'name'
  );

  it.each(secrets.map(item => [item.id, item] as const))(
    '%s is found no more',
    async (_, item) => {
      const { path, bytes } = asFile(item);
      const after = await masked(path, bytes);
      const hits = await scanBytes(path, after, OPTIONS, run);
      const keys = (await scanBytes(path, bytes, OPTIONS, run)).map(h => h.key);
      expect(hits.filter(({ key }) => keys.includes(key))).toEqual([]);
      expect(text(after)).toContain(REMOVED);
      if (/\.(ipynb|json)$/.test(path)) {
        JSON.parse(text(after));
      }
    }
  );

  const cellOf = (item: IItem) =>
    JSON.parse(text(asFile({ ...item, kind: 'code' }).bytes)).cells[0];
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(...secrets).map(item => cellOf(item)),
      fc
        .tuple(fc.constantFrom(...labelled), fc.string({ unit: 'grapheme' }))
        .map(([{ text: words }, any]) => ({
          cell_type: 'code',
          source: `${any}\u001b[1m${words}"\\`,
          outputs: [{ data: { 'application/json': { [any]: words } } }]
        }))
    ),
    { minLength: 1, maxLength: 6 }
  );

  it('any notebook stays JSON of the same shape, without what was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        parts,
        fc.nat(),
        fc.boolean(),
        async (cells, n, pretty) => {
          const before = pretty ? notebookOf(cells) : JSON.stringify({ cells });
          const all = await hitsIn(before, 'a.ipynb');
          const keys = all
            .map(hit => hit.key)
            .filter((_, i) => i % 2 === n % 2);
          const after = await maskBytes(
            'a.ipynb',
            utf8(before),
            keys,
            OPTIONS,
            run
          );
          const found = (await hitsIn(text(after), 'a.ipynb')).map(
            hit => hit.key
          );
          expect(found.filter(key => keys.includes(key))).toEqual([]);
          expect(shapeOf(JSON.parse(text(after)))).toEqual(
            shapeOf(JSON.parse(before))
          );
        }
      ),
      { numRuns: 60, seed: 7 }
    );
  });
});

/** A value with nothing for its strings; keys can be masked, too. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? '' : value;
  }
  return Object.values(value).map(shapeOf);
}
