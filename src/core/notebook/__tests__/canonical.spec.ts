import { canonicalForm, canonicallyEqual } from '../canonical';
import { BADGE_TAG, UnsupportedNotebookError } from '../notebook';
import { bytesHash, hashKind, sourceHash } from '../sourceHash';
import { spliceNotebook } from '../splice';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const notebook = (cells: object[], metadata: object = {}, minor = 5) => ({
  cells,
  metadata,
  nbformat: 4,
  nbformat_minor: minor
});
const cell = (more: object) => ({
  cell_type: 'code',
  metadata: {},
  source: '',
  ...more
});
const output = (data: object) => ({
  output_type: 'display_data',
  metadata: {},
  data
});

describe('canonicalForm', () => {
  it.each<[string, object, object]>([
    ['sources', cell({ source: ['a\n', 'b'] }), cell({ source: 'a\nb' })],
    ['no source lines', cell({ source: [] }), cell({ source: '' })],
    ['ids', cell({ id: 'a' }), cell({})],
    ['trust', cell({ metadata: { trusted: true } }), cell({})],
    [
      'stream texts',
      cell({
        outputs: [{ output_type: 'stream', name: 'stdout', text: ['a', 'b'] }]
      }),
      cell({ outputs: [{ output_type: 'stream', name: 'stdout', text: 'ab' }] })
    ],
    [
      'texts of outputs',
      cell({ outputs: [output({ 'text/html': ['a', 'b'] })] }),
      cell({ outputs: [output({ 'text/html': 'ab' })] })
    ],
    [
      'attachments',
      cell({ attachments: { 'a.svg': { 'image/svg+xml': ['a', 'b'] } } }),
      cell({ attachments: { 'a.svg': { 'image/svg+xml': 'ab' } } })
    ],
    [
      'the order of keys',
      { source: '', metadata: {}, cell_type: 'raw' },
      { cell_type: 'raw', metadata: {}, source: '' }
    ]
  ])('does not depend on %s', (_, a, b) => {
    expect(canonicallyEqual(notebook([a]), notebook([b]))).toBe(true);
  });

  it.each<[string, object, object]>([
    ['the source', cell({ source: 'a' }), cell({ source: 'b' })],
    [
      'JSON outputs',
      cell({ outputs: [output({ 'application/json': ['a', 'b'] })] }),
      cell({ outputs: [output({ 'application/json': ['ab'] })] })
    ],
    [
      'JSON of vendors',
      cell({ outputs: [output({ 'application/x+json': ['ab'] })] }),
      cell({ outputs: [output({ 'application/x+json': 'ab' })] })
    ],
    ['metadata', cell({ metadata: { a: 1 } }), cell({ metadata: { a: 2 } })],
    [
      'the kind of a value',
      cell({ metadata: { a: 1 } }),
      cell({ metadata: { a: '1' } })
    ],
    [
      'execution counts',
      cell({ execution_count: 1 }),
      cell({ execution_count: null })
    ]
  ])('depends on %s', (_, a, b) => {
    expect(canonicallyEqual(notebook([a]), notebook([b]))).toBe(false);
  });

  it('compares numbers exactly, whatever they look like', () => {
    const text = (n: string) =>
      bytesOf(`{"nbformat": 4, "cells": [], "metadata": {"n": ${n}}}`);
    expect(canonicallyEqual(text('1.0'), text('1'))).toBe(true);
    expect(
      canonicallyEqual(text('1.0'), {
        nbformat: 4,
        cells: [],
        metadata: { n: 1 }
      })
    ).toBe(true);
    expect(
      canonicallyEqual(
        text('18446744073709551615'),
        text('18446744073709551616')
      )
    ).toBe(false);
  });

  it('leaves out what Jupyter does not save', () => {
    const metadata = {
      trusted: true,
      signature: 'x',
      orig_nbformat: 3,
      orig_nbformat_minor: 1
    };
    expect(canonicalForm(notebook([], metadata, 4))).toBe(
      '{"cells":[],"metadata":{},"nbformat":4}'
    );
  });

  it('leaves out the badge on request', () => {
    const badge = {
      cell_type: 'markdown',
      metadata: { tags: [BADGE_TAG] },
      source: 'x'
    };
    const with_ = notebook([badge, cell({})], {
      zenodo_publisher: { version: 1 }
    });
    const without = notebook([cell({})]);
    expect(canonicallyEqual(with_, without)).toBe(false);
    expect(canonicallyEqual(with_, without, { withoutBadge: true })).toBe(true);
  });

  it('refuses what is no notebook', () => {
    for (const text of [
      '[]',
      '{"nbformat": "4", "cells": []}',
      '{"nbformat": 4}',
      '{"nbformat": 3, "cells": []}'
    ]) {
      expect(() => canonicalForm(bytesOf(text))).toThrow(
        UnsupportedNotebookError
      );
    }
  });
});

describe('sourceHash', () => {
  it('is the same with and without a badge', async () => {
    const bytes = bytesOf(JSON.stringify(notebook([cell({ source: 'a' })])));
    const identity = {
      version: 1 as const,
      site: 's',
      record: '1',
      doi: '10.1/2'
    };
    const spliced = spliceNotebook(bytes, { badge: 'x', identity });
    expect(await sourceHash('a/b.IPYNB', spliced)).toBe(
      await sourceHash('a/b.ipynb', bytes)
    );
    const changed = bytesOf(JSON.stringify(notebook([cell({ source: 'b' })])));
    expect(await sourceHash('a.ipynb', changed)).not.toBe(
      await sourceHash('a.ipynb', bytes)
    );
  });

  it('is that of the bytes for all other files, in pieces too', async () => {
    const abc =
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sourceHash('a.txt', bytesOf('abc'))).toBe(abc);
    async function* pieces() {
      yield bytesOf('a');
      yield bytesOf('bc');
    }
    expect(await bytesHash(pieces())).toBe(abc);
    const stream = new ReadableStream<Uint8Array>({
      start: controller => {
        controller.enqueue(bytesOf('ab'));
        controller.enqueue(bytesOf('c'));
        controller.close();
      }
    });
    expect(await sourceHash('a.bin', stream)).toBe(abc);
    /* Damaged notebooks, and READMEs in other encodings. */
    expect(await sourceHash('a.ipynb', bytesOf('abc'))).toBe(abc);
    const latin = new Uint8Array([0xe4]);
    expect(await sourceHash('README.md', latin)).toBe(await bytesHash(latin));
  });

  it('streams without an iterator are read to the end', async () => {
    const parts = [bytesOf('a'), bytesOf('b'), bytesOf('c')];
    const reader = {
      read: async () => {
        const value = parts.shift();
        return value ? { done: false, value } : { done: true, value };
      },
      releaseLock: () => undefined
    };
    const safari = {
      getReader: () => reader
    } as unknown as ReadableStream<Uint8Array>;
    expect(await bytesHash(safari)).toBe(await bytesHash(bytesOf('abc')));
  });

  it('knows files by their names', () => {
    expect(
      ['a/README.md', 'readme.MD', 'readme.rst', 'x.ipynb', 'ipynb'].map(
        hashKind
      )
    ).toEqual(['readme', 'readme', 'other', 'notebook', 'other']);
  });
});
