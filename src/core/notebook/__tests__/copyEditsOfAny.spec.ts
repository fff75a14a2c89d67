import * as fc from 'fast-check';

import { applyCopyEdits, NotebookEdit } from '../copyEdits';
import { spliceNotebook } from '../splice';
import { IStyle, notebooks, styles, write } from './notebooks';

const WIDGET_STATE = 'application/vnd.jupyter.widget-state+json';
const KERNEL: NotebookEdit = {
  kind: 'set-kernel',
  name: 'python3',
  displayName: 'Python 3 (ipykernel)'
};
const DROP: NotebookEdit = { kind: 'drop-widget-state' };
const KERNELSPEC = {
  display_name: 'Python 3 (ipykernel)',
  language: 'python',
  name: 'python3'
};
const clear = (cell: number): NotebookEdit => ({ kind: 'clear-outputs', cell });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const edit = (text: string, ...edits: NotebookEdit[]) =>
  textOf(applyCopyEdits(bytesOf(text), edits));

describe('applyCopyEdits, of any notebook in any style,', () => {
  /** A notebook with numbers that a reader of JSON would change, in a style. */
  const files = fc
    .record({
      json: notebooks(),
      style: styles(),
      kernel: fc.constantFrom(
        undefined,
        null,
        {},
        { name: 'mine', display_name: 'Mine', argv: ['x'] },
        KERNELSPEC
      ),
      widgets: fc.constantFrom(
        undefined,
        { [WIDGET_STATE]: { state: { n: '\ue0001.0' } } },
        { [WIDGET_STATE]: { state: {} }, other: ['\ue000-0.0'] }
      )
    })
    .map(({ json, style, kernel, widgets }) => {
      const metadata: Record<string, unknown> = { first: '\ue0001.0' };
      Object.assign(metadata, json.metadata);
      if (kernel !== undefined) {
        metadata.kernelspec = kernel;
      }
      if (widgets) {
        metadata.widgets = widgets;
      }
      metadata.last = '\ue00018446744073709551615';
      return { json: { ...json, metadata }, style };
    });
  const numbers = (text: string) => text.replace(/"\ue000([-\d.]+)"/g, '$1');
  const textFor = (json: Parameters<typeof write>[0], style: IStyle) =>
    numbers(write(json, style));

  /** The same changes, in the values. */
  function expected(
    json: Parameters<typeof write>[0],
    cleared: number[]
  ): Parameters<typeof write>[0] {
    const copy = JSON.parse(JSON.stringify(json));
    cleared.forEach(i => (copy.cells[i].outputs = []));
    const { metadata } = copy;
    if (metadata.widgets) {
      delete metadata.widgets[WIDGET_STATE];
      if (!Object.keys(metadata.widgets).length) {
        delete metadata.widgets;
      }
    }
    metadata.kernelspec = { ...metadata.kernelspec, ...KERNELSPEC };
    return copy;
  }

  it('changes what it shall, and nothing else', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.boolean()), (file, chance) => {
        const { json, style } = file;
        const text = textFor(json, style);
        const cleared = json.cells.flatMap((cell, i) =>
          cell.cell_type === 'code' && chance.next().value ? [i] : []
        );
        const edits = [DROP, ...cleared.map(clear), KERNEL];
        const after = edit(text, ...edits);
        /* A writer of JSON gives the same text for the same order of keys. */
        expect(after).toBe(textFor(expected(json, cleared), style));
        expect(edit(after, ...edits)).toBe(after);
        expect(edit(text, ...[...edits].reverse())).toBe(after);
      })
    );
  });

  it('and the badge go together: cells move by one, and either may come first', () => {
    fc.assert(
      fc.property(files, ({ json, style }) => {
        const cells = json.cells.filter(cell => !('tags' in cell.metadata));
        const text = textFor({ ...json, cells }, style);
        const badge = (bytes: Uint8Array) =>
          spliceNotebook(bytes, { badge: 'B' });
        const edits = cells.flatMap((cell, i) =>
          cell.cell_type === 'code' ? [i] : []
        );
        const first = badge(
          applyCopyEdits(bytesOf(text), [KERNEL, DROP, ...edits.map(clear)])
        );
        const at = cells[0]?.cell_type === 'raw' ? 1 : 0;
        const later = edits.map(i => clear(i >= at ? i + 1 : i));
        const last = applyCopyEdits(badge(bytesOf(text)), [
          KERNEL,
          DROP,
          ...later
        ]);
        expect(textOf(first)).toBe(textOf(last));
      })
    );
  });
});
