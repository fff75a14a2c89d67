/* Looking for secrets in 100 MB of notebooks and text, beside secretlint; both in a worker. */
import { atMost, median, seconds } from '../lib/numbers.mjs';

export async function secretsPart({ quick, rounds, open }) {
  const bytes = quick ? 10e6 : 100e6;
  const runs = {
    scanRules: [],
    scanSecretlint: [],
    scanInWorker: [],
    scanInThread: []
  };
  let made;
  for (let round = 0; round < rounds; round++) {
    const browser = await open();
    try {
      made = await browser.call('makeCorpus', bytes);
      for (const name of Object.keys(runs)) {
        runs[name].push(await browser.call(name));
      }
    } finally {
      await browser.close();
    }
  }
  const time = name => median(runs[name].map(run => run.milliseconds));
  const row = (label, name) => [
    label,
    seconds(time(name)),
    runs[name].map(run => seconds(run.milliseconds)).join(', '),
    String(runs[name][0].found)
  ];
  return {
    targets: [
      atMost('time on the same text, ours / secretlint', time('scanRules') / time('scanSecretlint'), 1), // prettier-ignore
      atMost('the same, with reading the notebooks, which secretlint is spared', time('scanInWorker') / time('scanSecretlint'), 1) // prettier-ignore
    ],
    head: ['', 'time (median)', 'each', 'found'],
    rows: [
      row('our rules, in a worker, decoded text', 'scanRules'),
      row('secretlint, in a worker, decoded text', 'scanSecretlint'),
      row('all of our scan, in a worker, from the files', 'scanInWorker'),
      row('the same without a worker', 'scanInThread')
    ],
    notes: [
      `${made.files} files, ${bytes / 1e6} MB; ${(made.characters / 1e6).toFixed(0)} million characters of text, in which there is no secret.`
    ]
  };
}
