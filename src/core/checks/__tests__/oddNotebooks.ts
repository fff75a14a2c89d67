/** Notebooks whose fields may be of any type. */
import * as fc from 'fast-check';

const anything = fc.jsonValue({ maxDepth: 4 });

/** Mostly what is likely, else anything. */
function odd(likely: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: likely },
    { weight: 1, arbitrary: anything }
  );
}

const text = odd(fc.oneof(fc.string(), fc.array(fc.string())));
const output = odd(
  fc.record(
    {
      output_type: odd(fc.constantFrom('stream', 'error', 'display_data')),
      text,
      ename: text,
      evalue: text,
      traceback: text,
      data: odd(
        fc.dictionary(
          fc.constantFrom('text/html', 'image/png', 'application/json', '__proto__'), // prettier-ignore
          text
        )
      )
    },
    { requiredKeys: [] }
  )
);

const cell = fc.record(
  {
    cell_type: fc.constantFrom('code', 'markdown', 'raw', 'other'),
    id: anything,
    metadata: anything,
    source: text,
    outputs: odd(fc.array(output)),
    execution_count: anything,
    attachments: odd(fc.dictionary(fc.string(), fc.dictionary(fc.constant('image/png'), text))) // prettier-ignore
  },
  { requiredKeys: ['cell_type'] }
);
/** Metadata of notebooks. */
export const oddMetadata = odd(
  fc.record(
    {
      kernelspec: odd(fc.record({ name: anything, language: anything })),
      language_info: odd(fc.record({ name: anything, version: anything })),
      widgets: odd(
        fc.record({
          'application/vnd.jupyter.widget-state+json': odd(
            fc.record({ state: odd(fc.dictionary(fc.string(), anything)) })
          )
        })
      )
    },
    { requiredKeys: [] }
  )
);

/** Cells, of which a reader accepts no more than that they are cells. */
export const oddCells = fc.array(cell, { maxLength: 4 });
