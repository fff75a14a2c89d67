/** Pairs of outputs that real runs made; see pairs/README.md. */
import { readdirSync, readFileSync } from 'fs';
import * as path from 'path';
import type { OutputVerdict, ReasonCode } from '../comparison';

/** A cell that was run twice. */
export interface IPair {
  readonly verdict: OutputVerdict;
  /** All of the reasons that are expected. */
  readonly reasons: readonly ReasonCode[];
  /** ISO 8601: when it ran for the second time. */
  readonly ran: string;
  readonly source: string;
  readonly stored: readonly object[];
  readonly rerun: readonly object[];
}

const folder = path.join(__dirname, 'pairs');

/** All pairs, by their names. */
export const pairs: readonly (readonly [string, IPair])[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as IPair
  ]);

/** A notebook's JSON text, of cells with these outputs. */
export function notebookOf(
  ...cells: {
    outputs?: readonly object[];
    source?: string;
    count?: number | null;
    ran?: string;
  }[]
): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map(({ outputs = [], source = 'f()', count = 1, ran }) => ({
      cell_type: 'code',
      source,
      execution_count: count,
      metadata: ran ? { execution: { 'iopub.execute_input': ran } } : {},
      outputs
    }))
  });
}

/** A text that a cell printed. */
export function printed(text: string, name = 'stdout'): object {
  return { output_type: 'stream', name, text };
}

/** Data that a cell showed. */
export function showed(data: object): object {
  return { output_type: 'display_data', metadata: {}, data };
}
