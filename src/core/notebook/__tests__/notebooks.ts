/** Random notebooks, written in random styles. */
import * as fc from 'fast-check';

import { BADGE_TAG } from '../notebook';

export interface ICellJson {
  cell_type: string;
  source: string | string[];
  metadata: Record<string, unknown>;
  id?: string;
  outputs?: unknown[];
}

export interface INotebookJson {
  nbformat: number;
  nbformat_minor: number;
  metadata: Record<string, unknown>;
  cells: ICellJson[];
}

/** How a text is written. */
export interface IStyle {
  indent: number | string;
  lineEnd: string;
  mark: string;
  end: string;
}

const names = fc
  .string()
  .filter(
    name => !['__proto__', 'trusted', 'zenodo_publisher', 'tags'].includes(name)
  );

function metadata(): fc.Arbitrary<Record<string, unknown>> {
  const value = fc.jsonValue({ maxDepth: 3 });
  return fc.dictionary(names, value, { maxKeys: 3, noNullPrototype: true });
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const source = fc.oneof(
  text,
  fc.array(
    text.map(line => `${line}\n`),
    { maxLength: 3 }
  )
);

const tags = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ tags: ['a', BADGE_TAG] }) },
  { weight: 1, arbitrary: fc.constant({ trusted: true }) }
);

const outputs = fc.array(
  fc.record({
    output_type: fc.constant('display_data'),
    data: fc.record({
      'text/plain': source,
      'application/json': fc.jsonValue()
    }),
    metadata: fc.constant({})
  }),
  { maxLength: 2 }
);

const cell: fc.Arbitrary<ICellJson> = fc
  .record({
    cell_type: fc.constantFrom('markdown', 'code', 'raw'),
    own: metadata(),
    tags,
    source,
    outputs
  })
  .map(({ cell_type, own, tags, source, outputs }) => ({
    cell_type,
    metadata: { ...own, ...tags },
    ...(cell_type === 'code' ? { outputs } : {}),
    source
  }));

/** Notebooks of the minor versions 4 and 5. */
export function notebooks(): fc.Arbitrary<INotebookJson> {
  return fc.record({
    cells: fc.array(cell, { maxLength: 4 }),
    metadata: metadata(),
    nbformat: fc.constant(4),
    nbformat_minor: fc.constantFrom(4, 5)
  });
}

/** The styles in which programs write notebooks. */
export function styles(): fc.Arbitrary<IStyle> {
  return fc.record({
    indent: fc.constantFrom<number | string>(0, 1, 2, 4, '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    end: fc.constantFrom('', '\n')
  });
}

/** Write a notebook in a style. */
export function write(notebook: INotebookJson, style: IStyle): string {
  const json = JSON.stringify(notebook, null, style.indent);
  return style.mark + (json + style.end).replace(/\n/g, style.lineEnd);
}
