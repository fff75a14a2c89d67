import {
  applyCopyEdits,
  CopyEditError,
  isNotebookEdit,
  NotebookEdit
} from '../copyEdits';
import { NotebookSyntaxError } from '../jsonOffsets';
import { UnsupportedNotebookError } from '../notebook';

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

const cells =
  '[\n  {"cell_type": "markdown", "source": "a"},\n  {"cell_type": "code", "outputs": [{"x": 1.0}], "source": "b"}\n ]';
const notebook = (metadata: string) =>
  `{\n "cells": ${cells},\n "metadata": ${metadata},\n "nbformat": 4\n}`;

describe('clear-outputs', () => {
  const text = notebook('{"a": 1.0, "b": 18446744073709551615}');

  it('leaves all but the outputs as it is', () => {
    expect(edit(text, clear(1))).toBe(text.replace('[{"x": 1.0}]', '[]'));
  });

  it.each([
    ['CRLF', text.replace(/\n/g, '\r\n')],
    ['a byte-order mark', `\ufeff${text}\n`],
    ['a twin', text.replace('"source": "b"', '"outputs": [{"x": 1.0}]')]
  ])('does so with %s', (_, odd) => {
    expect(edit(odd, clear(1))).toBe(odd.replace(/\[\{"x": 1\.0\}\]/g, '[]'));
  });

  it('does nothing where nothing is', () => {
    const empty = text.replace('[{"x": 1.0}]', '[ ]');
    expect(edit(empty, clear(1))).toBe(empty);
    const none = text.replace('"outputs": [{"x": 1.0}], ', '');
    expect(edit(none, clear(1), clear(1))).toBe(none);
  });

  it.each([0, 2, -1, 0.5])('refuses cell %p, which has no outputs', cell => {
    expect(() => edit(text, clear(cell))).toThrow(CopyEditError);
  });
});

describe('drop-widget-state', () => {
  const state = `"${WIDGET_STATE}": {"state": {"a": [1.0]}}`;

  it.each([
    ['alone', `{"widgets": {${state}}}`, '{}'],
    ['first', `{"widgets": {${state}}, "a": 1.0}`, '{"a": 1.0}'],
    ['last', `{"a": 1.0, "widgets": {${state}}}`, '{"a": 1.0}'],
    ['twice', `{"widgets": {${state}}, "widgets": {${state}}}`, '{}'],
    ['twice inside', `{"widgets": {${state}, ${state}}}`, '{}'],
    [
      'beside something else',
      `{"widgets": {"b": 2.0, ${state}}}`,
      '{"widgets": {"b": 2.0}}'
    ],
    ['not there', '{"widgets": {"b": 2.0}}', '{"widgets": {"b": 2.0}}'],
    ['empty', '{"widgets": {}}', '{"widgets": {}}'],
    ['of another type', '{"widgets": [1]}', '{"widgets": [1]}'],
    ['in no metadata', 'null', 'null']
  ])('with the state %s', (_, before, after) => {
    expect(edit(notebook(before), DROP)).toBe(notebook(after));
  });
});

describe('set-kernel', () => {
  it.each([
    [
      'other names',
      '{"kernelspec": {"name": "mine", "n": 1.0, "display_name": "Mine"}, "a": 1.0}',
      '{"kernelspec": {"name": "python3", "n": 1.0, "display_name": "Python 3 (ipykernel)", "language": "python"}, "a": 1.0}'
    ],
    [
      'another language',
      '{"kernelspec": {"display_name": "x", "language": "R", "name": "x"}}',
      '{"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}'
    ],
    [
      'nothing of the right ones, however written',
      '{"kernelspec": {"name":"python\\u0033","language" : "python", "display_name": "Python 3 (ipykernel)"}}',
      '{"kernelspec": {"name":"python\\u0033","language" : "python", "display_name": "Python 3 (ipykernel)"}}'
    ],
    [
      'a name twice, of which the last counts',
      '{"kernelspec": {"language": "python", "display_name": "Python 3 (ipykernel)", "name": 1, "name": 2}}',
      '{"kernelspec": {"language": "python", "display_name": "Python 3 (ipykernel)", "name": 1, "name": "python3"}}'
    ]
  ])('replaces %s', (_, before, after) => {
    expect(edit(notebook(before), KERNEL)).toBe(notebook(after));
  });

  it.each([
    ['no kernel', '{"a": 1}'],
    ['no metadata', '{}'],
    ['metadata that are none', '"x"'],
    ['a kernel that is none', '{"kernelspec": 3}'],
    ['an empty kernel', '{"kernelspec": {}}'],
    ['an empty kernel on lines', '{\n  "kernelspec": {\n  }\n }']
  ])('adds it where there is %s', (_, before) => {
    const { metadata } = JSON.parse(edit(notebook(before), KERNEL));
    expect(metadata.kernelspec).toEqual(KERNELSPEC);
  });

  it('adds metadata where there are none', () => {
    const bare = '{\n "cells": [],\n "nbformat": 4\n}\n';
    const text = edit(bare, KERNEL);
    expect(JSON.parse(text).metadata).toEqual({ kernelspec: KERNELSPEC });
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 1)}\n`);
  });

  it('writes as Jupyter does', () => {
    const json = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
    for (const metadata of [{}, { a: 1 }, { kernelspec: { name: 'x' } }]) {
      const before = JSON.stringify({ ...json, metadata }, null, 1);
      const after = edit(before, KERNEL);
      expect(after).toBe(JSON.stringify(JSON.parse(after), null, 1));
    }
  });

  it.each([
    ['ir', 'R'],
    ['julia-1.10', 'julia'],
    ['octave', 'x']
  ])('knows the language of %s', (name, language) => {
    const kernel = { kind: 'set-kernel', name, displayName: 'D' } as const;
    const before = '{"kernelspec": {"language": "x"}}';
    const { metadata } = JSON.parse(edit(notebook(before), kernel));
    expect(metadata.kernelspec).toEqual({ language, display_name: 'D', name });
  });
});

describe('applyCopyEdits', () => {
  it('gives back the same bytes where nothing is asked', () => {
    const bytes = bytesOf('no notebook');
    expect(applyCopyEdits(bytes, [])).toBe(bytes);
  });

  it('refuses what is no notebook', () => {
    expect(() => edit('{"a": ', DROP)).toThrow(NotebookSyntaxError);
    expect(() => edit('{"nbformat": 3}', DROP)).toThrow(
      UnsupportedNotebookError
    );
  });

  it('leaves masking to others', () => {
    expect(isNotebookEdit({ kind: 'mask', key: 'k' })).toBe(false);
    expect(isNotebookEdit(DROP)).toBe(true);
  });
});
