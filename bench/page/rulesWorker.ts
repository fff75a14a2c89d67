/** A worker that looks through texts with our rules alone, as secretlint is given them. */
import { secretRules } from '../../src/core/checks/secrets/rules';
import {
  TextMatcher,
  withoutOverlaps
} from '../../src/core/checks/secrets/textMatcher';

function scan(texts: readonly string[]): number {
  const matcher = new TextMatcher(secretRules('x'.repeat(60)));
  const context = { now: Date.now(), web: false };
  let found = 0;
  for (const text of texts) {
    const all = matcher.match(text, 0, text.length, context, rule => {
      throw new Error(`The rule ${rule} is broken.`);
    });
    found += withoutOverlaps(all).length;
  }
  return found;
}

self.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
  self.postMessage(scan(data));
};
