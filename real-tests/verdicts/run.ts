/*
 * `npm run test:verdicts -- --base URL --creds FILE`: whether a real InvenioRDM
 * refuses what the form refuses, field by field. It makes one draft for each
 * form of the table, and discards it. With `--publish`, what is not refused is
 * published, too: only where that does no harm.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { form } from '../../src/core/metadata/__tests__/forms';
import type { Ask } from '../../src/core/metadata/__tests__/verdicts/serverVerdict';
import {
  publishing,
  serverVerdict,
  sortedFields
} from '../../src/core/metadata/__tests__/verdicts/serverVerdict';
import {
  unknownIds,
  verdictTable
} from '../../src/core/metadata/__tests__/verdicts/verdictTable';

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    creds: { type: 'string' },
    publish: { type: 'boolean', default: false }
  }
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function asking(base: string, token: string): Ask {
  const ask: Ask = async (method, path, body) => {
    const answer = await fetch(`${base}/api${path}`, {
      method,
      headers: {
        Accept: 'application/vnd.inveniordm.v1+json',
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          'Content-Type':
            typeof body === 'string'
              ? 'application/octet-stream'
              : 'application/json'
        })
      },
      body: typeof body === 'string' ? body : body && JSON.stringify(body)
    });
    const text = await answer.text();
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get('Retry-After') ?? 60);
      await new Promise(resolve => setTimeout(resolve, seconds * 1000));
      return ask(method, path, body);
    }
    try {
      return { status: answer.status, json: text ? JSON.parse(text) : null };
    } catch {
      throw new Error(`${answer.status} ${text.slice(0, 200)}`);
    }
  };
  return ask;
}

/** Ask for each form, and say where the answer is another one. */
async function run(ask: Ask): Promise<number> {
  let differ = 0;
  for (const { name, change, refused, stricter } of [
    ...verdictTable,
    ...unknownIds
  ]) {
    const expected = stricter ? [] : sortedFields(refused);
    const theirs = await serverVerdict(ask, form(change)).catch(
      (error: unknown) => [String(error)]
    );
    if (theirs.join() !== expected.join()) {
      differ += 1;
      say(`${name}: [${theirs.join(', ')}], not [${expected.join(', ')}]`);
    }
  }
  for (const { name, change, refused } of values.publish ? verdictTable : []) {
    const trouble =
      refused.length === 0 ? await publishing(ask, form(change)) : '';
    if (trouble) {
      differ += 1;
      say(`${name}: ${trouble}`);
    }
  }
  say(
    `${verdictTable.length + unknownIds.length} forms, ${differ} verdicts differ`
  );
  return differ;
}

if (values.base && values.creds) {
  const { token } = JSON.parse(readFileSync(values.creds, 'utf8')) as {
    token: string;
  };
  void run(asking(values.base.replace(/\/+$/, ''), token)).then(differ => {
    process.exitCode = differ === 0 ? 0 : 1;
  });
} else {
  process.stderr.write(
    'Say where it is: npm run test:verdicts -- --base http://127.0.0.1:5055 --creds creds.json\n'
  );
  process.exitCode = 2;
}
