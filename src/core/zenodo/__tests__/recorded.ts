import { readFileSync } from 'fs';
import { join } from 'path';
import { Reply } from '../scriptedHttp';

interface IExchange {
  readonly name: string;
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: { readonly json?: unknown; readonly text?: string } | null;
  } | null;
}

const file = join(__dirname, '../../../../simulator/contract/exchanges.json');

const exchanges = new Map(
  (
    JSON.parse(readFileSync(file, 'utf8')) as {
      exchanges: readonly IExchange[];
    }
  ).exchanges.map(exchange => [exchange.name, exchange])
);

/** What a real InvenioRDM server answered. */
export function recorded(name: string): Exclude<Reply, 'drop'> {
  const response = exchanges.get(name)?.response;
  if (!response) {
    throw new Error(`Not recorded: ${name}`);
  }
  const { status, headers, body } = response;
  return { status, headers, json: body?.json, text: body?.text };
}
