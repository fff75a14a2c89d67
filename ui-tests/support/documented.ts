/** What `docs/faults.md` says comes of a fault, and how to let it happen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IBrowserRow } from '../../src/core/publish/__tests__/faults/browserRows';
import { rows } from '../../src/core/publish/__tests__/faults/rows';
import { steps } from '../../src/core/publish/__tests__/faults/steps';
import { top } from '../environment';
import type { Fault } from './failures';

/** A fault in a browser, and the message that the user reads; null = it goes on by itself. */
export interface IDocumented {
  readonly name: string;
  readonly fault: Fault;
  readonly message: string | null;
}

/** What the page of faults says of a row. */
export function documented({ step, fault, times }: IBrowserRow): IDocumented {
  const { method, path: pattern } = one(steps, step).match;
  const kind = one(rows, fault).fault;
  if (!kind || !method || !pattern) {
    throw new Error(`${fault} is nothing that the site does`);
  }
  const cell = cellOf(step, fault, times);
  return {
    name: `${step}: ${fault}, ${times}`,
    fault: {
      ...kind,
      method,
      path: pattern.source,
      times: times === 'once' ? 1 : 99,
      // As the page hurries.
      ...(kind.ms ? { ms: kind.ms / 15 } : {}),
      ...(kind.seconds ? { seconds: 2 } : {})
    },
    message: cell === 'goes on' ? null : cell.replace(/[“”]/g, '')
  };
}

function one<T extends { readonly name: string }>(
  all: readonly T[],
  name: string
): T {
  const found = all.find(each => each.name === name);
  if (!found) {
    throw new Error(`There is no ${name}`);
  }
  return found;
}

function cellOf(step: string, fault: string, times: string): string {
  const page = readFileSync(path.join(top, 'docs', 'faults.md'), 'utf8');
  const section = page
    .split(/^## /m)
    .find(text => text.startsWith(`${step}\n`));
  const line = section
    ?.split('\n')
    .map(text => text.split('|').map(cell => cell.trim()))
    .find(cells => cells[1] === fault);
  const cell = line?.[times === 'once' ? 2 : 3];
  if (!cell) {
    throw new Error(`docs/faults.md says nothing of ${step}: ${fault}`);
  }
  return cell;
}
