/** What can be set about a simulated site. */

/** The two sites that are simulated. */
export type Profile = 'sandbox' | 'production';

/** So many requests in so many seconds; `name` is what the 429 answer says. */
export interface ILimit {
  count: number;
  seconds: number;
  name: string;
}

/** Settings of a simulator. */
export interface ISettings {
  profile: Profile;
  /** Prefix of the DOIs, without a slash. */
  doiPrefix: string;
  /** The first id that is given out. */
  firstId: number;
  /** Whether `/api/handles` and `/doi` know the DOIs of published records. */
  resolves: boolean;
  /** How long after publishing a DOI starts to resolve, in milliseconds. */
  doiDelay: number;
  /** How long the search index lags behind, in milliseconds. */
  lag: number;
  /** Bytes per record (and per file). */
  quota: number;
  /** Limits of a guest, of a token's user, of the record search, of badges. */
  limits: {
    guest: ILimit[];
    user: ILimit[];
    search: ILimit[];
    badge: ILimit[];
  };
  /**
   * Whether the rate limiter runs before the token is looked at, so that a
   * token holder is counted as a guest. On Zenodo this changes from one server
   * process to the next (FINDINGS 38).
   */
  limiterFirst: boolean;
  /** The redirect URIs that the two OAuth clients have registered. */
  redirectUris: string[];
  /** Id and secret of the confidential client; null = new ones. */
  client: { id: string; secret: string } | null;
  /** The present time in milliseconds; tests may set their own clock. */
  now: () => number;
  /** How a delayed request waits; tests may set their own clock. */
  sleep: (milliseconds: number) => Promise<void>;
}

const perMinute = (count: number): ILimit => ({
  count,
  seconds: 60,
  name: `${count} per 1 minute`
});

const perHour = (count: number): ILimit => ({
  count,
  seconds: 3600,
  name: `${count} per 1 hour`
});

/** The settings of a profile, with some of them replaced. */
export function settingsOf(
  profile: Profile,
  changes: Partial<ISettings> = {}
): ISettings {
  const production = profile === 'production';
  return {
    profile,
    doiPrefix: production ? '10.5281' : '10.5072',
    firstId: production ? 900000000 : 100001,
    resolves: production,
    doiDelay: 0,
    lag: 1000,
    quota: 50 * 10 ** 9,
    limits: {
      guest: [perMinute(133), perHour(8000)],
      user: [perMinute(1000), perHour(25000)],
      search: [perMinute(30)],
      badge: [perMinute(120)]
    },
    limiterFirst: false,
    redirectUris: ['http://127.0.0.1:8888/zenodo/callback'],
    client: null,
    now: () => Date.now(),
    sleep: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
    ...changes
  };
}
