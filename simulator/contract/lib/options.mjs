// The command line of the replay.
import { SPECIAL } from './load.mjs';

const HELP = `node simulator/contract/run.mjs [--traces FILE] --base http://127.0.0.1:PORT --creds creds.json
  --only REGEX      report only exchanges whose name matches (all others are sent too: they make the state)
  --skip REGEX      do not send these
  --include LIST    send also special groups: ${SPECIAL.map(s => s.need).join(',')} or all
  --base-for G=URL  another server for a special group (repeatable), e.g. quota=http://127.0.0.1:5056
  --held FILE       compare withheld answers with this file too (else they are sent, not compared)
  --doi-prefix P    the live server's DOI prefix (10.5072)
  --origin URL      the origin the live server writes into links, if not --base (repeatable)
  --settle MS       before a search, wait until MS have passed since the last change (real server: 1500)
  --no-pause        leave out the recorded pauses (a server whose searches never lag)
  --ignore FILE     differences not to count, with reasons (ignore.json beside this file)
  --json FILE       full report;  --fail-list  list what differs;  --verbose  soft remarks as well
  --min-status P --min-full P    exit 1 only below these percentages (else: at any difference)`;

/** Read the arguments; ends the process when they make no sense. */
export function options(args, traces) {
  const argv = [...args];
  const opt = { include: [], baseFor: {}, origin: [], traces };
  while (argv.length) {
    const a = argv.shift();
    const v = () => {
      if (!argv.length) {
        fail(a + ' needs a value');
      }
      return argv.shift();
    };
    if (a === '--help' || a === '-h') {
      process.stdout.write(HELP + '\n');
      process.exit(0);
    } else if (
      [
        '--traces',
        '--base',
        '--creds',
        '--only',
        '--skip',
        '--held',
        '--json',
        '--doi-prefix',
        '--settle',
        '--ignore',
        '--min-status',
        '--min-full'
      ].includes(a)
    ) {
      opt[a.slice(2).replace(/-(\w)/g, (_, c) => c.toUpperCase())] = v();
    } else if (a === '--include') {
      opt.include.push(...v().split(','));
    } else if (a === '--base-for') {
      const [g, ...u] = v().split('=');
      opt.baseFor[g] = u.join('=');
    } else if (a === '--origin') {
      opt.origin.push(v());
    } else if (['--fail-list', '--verbose', '--no-pause'].includes(a)) {
      opt[a.slice(2).replace(/-(\w)/g, (_, c) => c.toUpperCase())] = true;
    } else {
      fail('unknown option ' + a);
    }
  }
  for (const k of ['traces', 'base', 'creds']) {
    if (!opt[k]) {
      fail('--' + k + ' is missing');
    }
  }
  return opt;
}

function fail(t) {
  process.stderr.write(t + '\n' + HELP + '\n');
  process.exit(2);
}
