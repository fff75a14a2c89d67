/** The outputs of a cell, made comparable. Anything in them can be missing or of any type. */
import { IJsonObject, isJsonObject } from '../../notebook/notebook';

/** An output, as it is compared. */
export type ComparedOutput =
  | {
      readonly kind: 'stream';
      readonly name: 'stdout' | 'stderr';
      readonly text: string;
    }
  | { readonly kind: 'data'; readonly data: IJsonObject }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly value: string;
      readonly traceback: string;
    };

/**
 * The outputs of a code cell as they are compared.
 *
 * Streams that come one after another are one text for each of the two: how
 * they are cut, and how the two mix, is a matter of time (nbdime and nbval join
 * them, too). Whether data are the cell's result or were shown by it makes no
 * difference to a reader, nor do counts and metadata (nbdime leaves out the
 * former on request, nbval both).
 */
export function comparedOutputs(outputs: unknown): ComparedOutput[] {
  const all: ComparedOutput[] = [];
  let streams = { stdout: [] as string[], stderr: [] as string[] };
  const flush = () => {
    for (const name of ['stdout', 'stderr'] as const) {
      const text = streams[name].join('');
      if (text) {
        all.push({ kind: 'stream', name, text });
      }
    }
    streams = { stdout: [], stderr: [] };
  };
  for (const output of Array.isArray(outputs) ? outputs : []) {
    if (!isJsonObject(output)) {
      continue;
    }
    switch (output.output_type) {
      case 'stream':
        streams[output.name === 'stderr' ? 'stderr' : 'stdout'].push(
          textOf(output.text)
        );
        break;
      case 'error':
        flush();
        all.push({
          kind: 'error',
          name: textOf(output.ename),
          value: textOf(output.evalue),
          traceback: Array.isArray(output.traceback)
            ? output.traceback.map(textOf).join('\n')
            : textOf(output.traceback)
        });
        break;
      case 'display_data':
      case 'execute_result':
        flush();
        if (isJsonObject(output.data)) {
          all.push({ kind: 'data', data: output.data });
        }
    }
  }
  flush();
  return all;
}

/** A multi-line text of a notebook: a string, or its lines. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.filter(line => typeof line === 'string').join('');
  }
  return typeof value === 'string' ? value : '';
}
