import * as fc from 'fast-check';

import { processorTime } from '../../__tests__/processorTime';
import { IPublishedIdentity } from '../badge';
import { canonicalForm, canonicallyEqual } from '../canonical';
import { applyEdits, IByteEdit } from '../jsonEdits';
import { NotebookSyntaxError } from '../jsonOffsets';
import { badgeEdit } from '../liveCells';
import { BADGE_TAG, ICell, UnsupportedNotebookError } from '../notebook';
import { removeBadges, spliceEdits, spliceNotebook } from '../splice';
import {
  ICellJson,
  INotebookJson,
  notebooks,
  styles,
  write
} from './notebooks';

const BADGE =
  '[![DOI](https://x.org/b.svg)](https://doi.org/10.5281/z.1)\n\nTEST';
const IDENTITY: IPublishedIdentity = {
  version: 1,
  site: 'https://zenodo.org',
  record: '1',
  doi: '10.5281/zenodo.1',
  concept_doi: '10.5281/zenodo.0'
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const both = { badge: BADGE, identity: IDENTITY };
const splice = (text: string) => textOf(spliceNotebook(bytesOf(text), both));

/** Put the badge in as the adapter does in an open notebook. */
function editLive(notebook: INotebookJson): INotebookJson {
  const cells: ICellJson[] = JSON.parse(JSON.stringify(notebook.cells));
  const edit = badgeEdit(cells, BADGE);
  if (edit.kind === 'insert') {
    cells.splice(edit.index, 0, {
      cell_type: 'markdown',
      metadata: { tags: [BADGE_TAG] },
      source: BADGE
    });
  } else if (edit.kind === 'replace') {
    cells[edit.index].source = BADGE;
  }
  [...edit.remove].reverse().forEach(i => cells.splice(i, 1));
  const metadata = { ...notebook.metadata, zenodo_publisher: IDENTITY };
  return { ...notebook, cells, metadata };
}

/** The edits that give back what edits took. */
function undo(edits: readonly IByteEdit[], bytes: Uint8Array): IByteEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const size = bytesOf(text).length;
      const at = start + shift;
      shift += size - (end - start);
      return {
        start: at,
        end: at + size,
        text: textOf(bytes.subarray(start, end))
      };
    });
}

describe('spliceNotebook', () => {
  const plain =
    '{\n "cells": [\n  {\n   "cell_type": "code",\n   "execution_count": null,\n   "metadata": {},\n   "outputs": [],\n   "source": []\n  }\n ],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n';

  it('writes what Jupyter would write', () => {
    const text = splice(plain);
    const json = JSON.parse(text);
    expect(text).toBe(JSON.stringify(json, null, 1) + '\n');
    expect(json.cells[0]).toEqual({
      cell_type: 'markdown',
      id: 'zenodo-publisher-badge',
      metadata: { tags: [BADGE_TAG] },
      source: BADGE.split(/(?<=\n)/)
    });
    expect(json.metadata.zenodo_publisher).toEqual(IDENTITY);
  });

  it.each([
    ['no line end at the end', plain.slice(0, -1)],
    ['two spaces', JSON.stringify(JSON.parse(plain), null, 2)],
    ['tabs', JSON.stringify(JSON.parse(plain), null, '\t')],
    ['CRLF', plain.replace(/\n/g, '\r\n')],
    ['one line', JSON.stringify(JSON.parse(plain))],
    ['one line with spaces', plain.replace(/\n */g, ' ')],
    ['no indentation', plain.replace(/\n */g, '\n')],
    ['a byte-order mark', '\ufeff' + plain],
    ['nbformat 4.4', plain.replace('_minor": 5', '_minor": 4')],
    ['a float', plain.replace('"metadata": {}', '"metadata": {"a": 1.0}')],
    [
      'a big integer',
      plain.replace('"metadata": {}', '"metadata": {"a": 18446744073709551615}')
    ],
    ['no cells', plain.replace(/"cells": \[[^]*?\n \]/, '"cells": []')],
    ['escapes', plain.replace('"source": []', '"source": "\\u00e9é\\/\\ud800"')]
  ])('leaves all other bytes with %s', (_, text) => {
    const edits = spliceEdits(bytesOf(text), both);
    expect(edits).toHaveLength(2);
    edits.forEach(edit => expect(edit.start).toBe(edit.end));
    const spliced = splice(text);
    expect(() => JSON.parse(spliced.replace('\ufeff', ''))).not.toThrow();
    expect(spliced.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(/[^\r]\n/.test(spliced)).toBe(/[^\r]\n/.test(text));
    expect(splice(spliced)).toBe(spliced);
    expect(textOf(removeBadges(bytesOf(spliced)))).toBe(text);
  });

  it('keeps the style of its surroundings', () => {
    const indented = splice(JSON.stringify(JSON.parse(plain), null, '\t'));
    expect(indented).toBe(JSON.stringify(JSON.parse(indented), null, '\t'));
    const compact = splice(JSON.stringify(JSON.parse(plain)));
    expect(compact).toBe(JSON.stringify(JSON.parse(compact)));
    const spaced = splice('{"nbformat": 4, "cells": [], "metadata": {}}');
    expect(spaced).toContain('"record": "1", "site": "');
  });

  it('goes after a leading raw cell, even if it is the only one', () => {
    const raw = { cell_type: 'raw', metadata: {}, source: '---' };
    const text = JSON.stringify(
      { nbformat: 4, metadata: {}, cells: [raw] },
      null,
      1
    );
    const json = JSON.parse(splice(text));
    expect(json.cells.map((cell: ICell) => cell.cell_type)).toEqual([
      'raw',
      'markdown'
    ]);
    expect(textOf(removeBadges(bytesOf(splice(text))))).toBe(text);
  });

  it('gives ids only from 4.5 on, and none twice', () => {
    expect(splice(plain.replace('_minor": 5', '_minor": 4'))).not.toContain(
      '"id"'
    );
    const taken = plain.replace(
      '"source"',
      '"id": "zenodo-publisher-badge", "source"'
    );
    expect(JSON.parse(splice(taken)).cells[0].id).toBe(
      'zenodo-publisher-badge-2'
    );
  });

  it('replaces the first badge in place and removes the others', () => {
    const badge = (id: string) => ({
      cell_type: 'markdown',
      id,
      metadata: {
        tags: ['mine', BADGE_TAG],
        slideshow: { slide_type: 'skip' }
      },
      source: 'old'
    });
    const other = {
      cell_type: 'markdown',
      id: 'x',
      metadata: {},
      source: 'text'
    };
    const cells = [other, badge('a'), badge('b'), other, badge('c')];
    const text = JSON.stringify(
      { nbformat: 4, nbformat_minor: 5, metadata: {}, cells },
      null,
      1
    );
    const json = JSON.parse(splice(text));
    expect(json.cells).toEqual([
      other,
      { ...badge('a'), source: BADGE },
      other
    ]);
    expect(JSON.parse(textOf(removeBadges(bytesOf(text)))).cells).toEqual([
      other,
      other
    ]);
  });

  it('leaves a tagged cell alone that is no Markdown any more', () => {
    const cell = {
      cell_type: 'code',
      metadata: { tags: [BADGE_TAG] },
      source: '1'
    };
    const json = JSON.parse(
      splice(JSON.stringify({ nbformat: 4, metadata: {}, cells: [cell] }))
    );
    expect(json.cells[1]).toEqual(cell);
  });

  it('removes trusted, wherever it stands', () => {
    const text =
      '{"cells": [{"cell_type": "raw", "metadata": {"trusted": true}, "source": ""}, {"cell_type": "raw", "metadata": {"a": 1.0, "trusted": false, "b": 2}, "source": ""}], "metadata": {"trusted": true}, "nbformat": 4}';
    expect(textOf(spliceNotebook(bytesOf(text), { badge: null }))).toBe(
      '{"cells": [{"cell_type": "raw", "metadata": {}, "source": ""}, {"cell_type": "raw", "metadata": {"a": 1.0, "b": 2}, "source": ""}], "metadata": {}, "nbformat": 4}'
    );
    expect(JSON.parse(splice(text)).metadata).toEqual({
      zenodo_publisher: IDENTITY
    });
  });

  it('replaces the metadata of an older publication', () => {
    const text = splice(plain);
    const identity = { ...IDENTITY, record: '2' };
    const json = JSON.parse(
      textOf(spliceNotebook(bytesOf(text), { badge: BADGE, identity }))
    );
    expect(json.metadata).toEqual({ zenodo_publisher: identity });
    expect(textOf(spliceNotebook(bytesOf(text), { badge: BADGE }))).toBe(text);
  });

  it('adds metadata where there are none', () => {
    expect(JSON.parse(splice('{"nbformat": 4, "cells": []}')).metadata).toEqual(
      {
        zenodo_publisher: IDENTITY
      }
    );
  });

  it.each([
    ['[]', UnsupportedNotebookError, 'does not say its format'],
    ['{"nbformat": 4}', UnsupportedNotebookError, 'its cells are missing'],
    [
      '{"nbformat": 4, "cells": [1]}',
      UnsupportedNotebookError,
      'its cells are missing'
    ],
    [
      '{"nbformat": 3, "worksheets": []}',
      UnsupportedNotebookError,
      'old format 3'
    ],
    ['{"nbformat": 5, "cells": []}', UnsupportedNotebookError, 'newer'],
    [
      '{"nbformat": 4,\n "cells": [],}',
      NotebookSyntaxError,
      'line 2 is not valid JSON'
    ]
  ])('refuses %s', (text, type, message) => {
    expect(() => splice(text)).toThrow(type);
    expect(() => splice(text)).toThrow(message);
  });

  it('touches nothing but the badge in any notebook in any style', () => {
    fc.assert(
      fc.property(notebooks(), styles(), (notebook, style) => {
        const text = write(notebook, style);
        const bytes = bytesOf(text);
        const edits = spliceEdits(bytes, both);
        const spliced = spliceNotebook(bytes, both);
        const json = JSON.parse(textOf(spliced).replace('\ufeff', ''));
        const live = editLive(notebook);
        /* What it means. */
        expect(json.metadata.zenodo_publisher).toEqual(IDENTITY);
        expect(canonicalForm(spliced)).toBe(canonicalForm(live));
        expect(canonicallyEqual(spliced, bytes, { withoutBadge: true })).toBe(
          true
        );
        /* Once is enough. */
        expect(textOf(spliceNotebook(spliced, both))).toBe(textOf(spliced));
        /* Every other byte stays. */
        const undone = applyEdits(spliced, undo(edits, bytes));
        expect(textOf(undone)).toBe(text);
        /* Without badge or trust before, there are insertions only. */
        const isFresh = notebook.cells.every(
          ({ metadata }) => !('tags' in metadata || 'trusted' in metadata)
        );
        if (isFresh) {
          expect(edits.every(edit => edit.start === edit.end)).toBe(true);
          const removed = textOf(removeBadges(spliced));
          expect(removed).toBe(text);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('is quick with a big notebook', () => {
    const output = {
      output_type: 'display_data',
      metadata: {},
      data: { 'image/png': 'A'.repeat(20_000_000), 'application/json': [1.5] }
    };
    const cell = {
      cell_type: 'code',
      metadata: {},
      source: '',
      outputs: [output]
    };
    const text = JSON.stringify(
      { nbformat: 4, metadata: {}, cells: [cell] },
      null,
      1
    );
    const start = processorTime();
    expect(spliceNotebook(bytesOf(text), both).length).toBeGreaterThan(
      20_000_000
    );
    expect(processorTime() - start).toBeLessThan(5000);
  });
});
