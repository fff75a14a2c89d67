/** A worker that looks through texts with secretlint's recommended preset. */
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

const rules = [
  { id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }
];

async function scan(texts: readonly string[]): Promise<number> {
  let found = 0;
  for (const [i, content] of texts.entries()) {
    const { messages } = await lintSource({
      source: { filePath: `${i}.txt`, content, contentType: 'text', ext: '' },
      options: { config: { rules } }
    });
    found += messages.length;
  }
  return found;
}

self.onmessage = async ({ data }: MessageEvent<readonly string[]>) => {
  self.postMessage(await scan(data));
};
