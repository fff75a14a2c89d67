/** `tsx simulator/cli.ts`: a simulated Zenodo on this machine. */

import { writeFileSync } from 'node:fs';

import { credentials } from './credentials';
import { serve } from './server';
import { ISettings, Profile, settingsOf } from './settings';
import { Simulator } from './simulator';

const HELP = `A simulated Zenodo on 127.0.0.1.

  --port N               port (5055); 0 takes a free one
  --profile P            sandbox (default) or production
  --creds FILE           where to write tokens and ids (creds.json)
  --no-creds             do not write them
  --doi-delay MS         production: how long a new DOI does not resolve (0)
  --lag MS               how long searches lag behind (1000)
  --quota BYTES          bytes per record (50000000000)
  --user-limit N         requests a minute for a token (1000)
  --limiter-first        count token holders as guests, as Zenodo sometimes does
  --oauth-redirects URIS exact redirect URIs of the OAuth clients, blank separated
  --client ID:SECRET     id and secret of the confidential OAuth client
`;

interface IOptions {
  port: number;
  profile: Profile;
  creds: string | null;
  settings: Partial<ISettings>;
}

function parse(args: string[]): IOptions | null {
  const options: IOptions = {
    port: 5055,
    profile: 'sandbox',
    creds: 'creds.json',
    settings: {}
  };
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--no-creds') {
      options.creds = null;
      continue;
    }
    if (name === '--limiter-first') {
      options.settings.limiterFirst = true;
      continue;
    }
    const value = args[++at];
    if (value === undefined || !set(options, name, value)) {
      return null;
    }
  }
  return options;
}

function set(options: IOptions, name: string, value: string): boolean {
  const number = Number(value);
  switch (name) {
    case '--port':
      options.port = number;
      return Number.isInteger(number) && number >= 0;
    case '--profile':
      options.profile = value as Profile;
      return value === 'sandbox' || value === 'production';
    case '--creds':
      options.creds = value;
      return true;
    case '--doi-delay':
      options.settings.doiDelay = number;
      return number >= 0;
    case '--lag':
      options.settings.lag = number;
      return number >= 0;
    case '--quota':
      options.settings.quota = number;
      return number > 0;
    case '--user-limit': {
      const limit = {
        count: number,
        seconds: 60,
        name: `${number} per 1 minute`
      };
      options.settings.limits = {
        ...settingsOf('sandbox').limits,
        user: [limit]
      };
      return number > 0;
    }
    case '--oauth-redirects':
      options.settings.redirectUris = value.split(/\s+/).filter(uri => uri);
      return true;
    case '--client': {
      const [id, secret] = value.split(':');
      options.settings.client = { id, secret };
      return Boolean(id && secret);
    }
    default:
      return false;
  }
}

async function main(): Promise<void> {
  const options = parse(process.argv.slice(2));
  if (!options) {
    process.stdout.write(HELP);
    process.exitCode = 2;
    return;
  }
  const simulator = new Simulator(options.profile, options.settings);
  const { base } = await serve(simulator, options.port);
  if (options.creds) {
    const text = JSON.stringify(credentials(base, simulator.secrets), null, 1);
    writeFileSync(options.creds, text, { mode: 0o600 });
  }
  process.stdout.write(
    `Simulated Zenodo (${options.profile}) on ${base}${options.creds ? `, credentials in ${options.creds}` : ''}\n`
  );
}

void main();
