/**
 * Secrets that are known by their form, made of parts at run time: nothing in
 * this repository looks like a secret to a scanner.
 */
import {
  ALNUM,
  BASE64,
  BASE64URL,
  DIGITS,
  HEX,
  LOWER,
  Random,
  UPPER
} from './random';

/** The token that the product is told to look for in these tests. */
export const OWN_TOKEN = new Random('own').mixed(60);

function base64(text: string): string {
  return btoa(text);
}

function base64url(text: string): string {
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

const dashes = '-'.repeat(5);

/** A private key in PEM, with a given line end. */
export function pem(r: Random, kind: string, lineEnd: string): string {
  const lines = Array.from({ length: r.int(4, 20) }, () => r.from(BASE64, 64));
  return [
    `${dashes}BEGIN ${kind}${dashes}`,
    ...lines,
    `${r.from(BASE64, r.int(10, 50))}==`,
    `${dashes}END ${kind}${dashes}`
  ].join(lineEnd);
}

/** A JSON web token that runs out at a time (seconds since 1970). */
export function jwt(r: Random, exp: number | null): string {
  const head = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));
  const claims = { sub: r.from(DIGITS, 10), ...(exp === null ? {} : { exp }) };
  const body = base64url(JSON.stringify(claims));
  return `${head}.${body}.${r.from(BASE64URL, 42)}${r.from(ALNUM, 1)}`;
}

/** One maker or more for each rule that knows a secret by its form alone. */
export const tokens: Record<string, readonly ((r: Random) => string)[]> = {
  'private-key': [
    r => pem(r, ['RSA', 'PRIVATE', 'KEY'].join(' '), '\n'),
    r => pem(r, ['OPENSSH', 'PRIVATE', 'KEY'].join(' '), '\n'),
    r => pem(r, ['PRIVATE', 'KEY'].join(' '), '\\n'),
    r => pem(r, ['PGP', 'PRIVATE', 'KEY', 'BLOCK'].join(' '), '\n')
  ],
  github: [
    r => `gh${'p_'}${r.mixed(36)}`,
    r => `gh${r.pick(['o', 'u', 's', 'r'])}_${r.mixed(36)}`,
    r => `github${'_pat_'}${r.mixed(22)}_${r.mixed(59)}`
  ],
  gitlab: [
    r => `gl${'pat-'}${r.mixed(20, BASE64URL)}`,
    r => `gl${r.pick(['dt', 'rt', 'ptt'])}-${r.mixed(20)}`
  ],
  openai: [
    r => `sk${'-proj-'}${r.mixed(r.int(60, 150), BASE64URL)}z`,
    r => `sk${'-svcacct-'}${r.mixed(80)}`,
    r => `sk-${r.mixed(20)}T3Blbk${'FJ'}${r.mixed(20)}`
  ],
  anthropic: [r => `sk${'-ant-'}api03-${r.mixed(93, BASE64URL)}AA`],
  huggingface: [
    r => `h${'f_'}${r.mixed(34, UPPER + LOWER + DIGITS)}`,
    r => `api${'_org_'}${r.mixed(34)}`
  ],
  'aws-id': [
    r => `AK${'IA'}${r.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 15)}Q`,
    r => `AS${'IA'}${r.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 15)}7`
  ],
  'google-api': [r => `AI${'za'}Sy${r.mixed(32, BASE64URL)}w`],
  'google-oauth': [
    r => `ya${'29.'}a0${r.mixed(120, BASE64URL)}k`,
    r => `GOC${'SPX-'}${r.mixed(27, BASE64URL)}k`
  ],
  slack: [
    r => `xox${'b-'}${r.from(DIGITS, 12)}-${r.from(DIGITS, 12)}-${r.mixed(24)}`,
    r =>
      `https://hooks.${'slack.com'}/services/T${r.from(UPPER, 8)}/B${r.from(UPPER, 8)}/${r.mixed(24)}`
  ],
  stripe: [
    r => `sk${'_live_'}${r.mixed(24)}`,
    r => `rk${'_live_'}${r.mixed(40)}`,
    r => `sk${'_test_'}${r.mixed(24)}`
  ],
  npm: [r => `np${'m_'}${r.mixed(36)}`],
  pypi: [r => `py${'pi-'}AgEIcHlwaS5vcmc${r.mixed(130, BASE64URL)}Q`],
  sendgrid: [
    r => `S${'G.'}${r.mixed(22, BASE64URL)}.${r.mixed(42, BASE64URL)}c`
  ],
  databricks: [r => `da${'pi'}${r.from(HEX, 32)}`],
  'azure-key': [
    r =>
      `DefaultEndpointsProtocol=https;AccountName=${r.from(LOWER, 9)};Account${'Key='}${r.mixed(86, BASE64)}==;EndpointSuffix=core.windows.net`,
    r =>
      `Endpoint=sb://${r.from(LOWER, 8)}.servicebus.windows.net/;SharedAccessKeyName=all;SharedAccess${'Key='}${r.mixed(43, BASE64)}=`
  ],
  'azure-sas': [
    r =>
      `https://${r.from(LOWER, 8)}.blob.core.windows.net/data/a.csv?sv=2022-11-02&sr=b&sp=r&${'sig='}${r.mixed(43)}%3D`
  ],
  's3-presigned': [
    r =>
      `https://${r.from(LOWER, 7)}.s3.amazonaws.com/x.nc?X-Amz-Expires=3600&X-Amz-${'Signature='}${r.from(HEX, 64)}`
  ],
  jwt: [r => jwt(r, null), r => jwt(r, 4102444800), r => jwt(r, 1500000000)],
  'url-credentials': [
    r =>
      `postgresql+psycopg2://${r.from(LOWER, 6)}:${r.mixed(12)}@db.${r.from(LOWER, 6)}.org:5432/measurements`,
    r => `https://${r.from(LOWER, 8)}:${r.mixed(16)}@git.uni-x.de/group/p.git`,
    r => `mongodb+srv://lab:${r.mixed(10)}!@cluster0.ab1cd.mongodb.net/test`
  ],
  'url-token': [
    r => `https://api.weather.org/v1/obs?lat=5&${'api_key'}=${r.mixed(32)}`,
    r =>
      `https://data.x.eu/dl?${'token'}=${r.from(HEX, 40)}&file=all_stations.csv`,
    r => `https://maps.y.org/tiles/1/2/3.png?${'access_token'}=${r.mixed(64)}`
  ],
  'jupyter-token': [
    r =>
      `http://node17.cluster.uni-x.de:8888/lab?${'token'}=${r.from(HEX, 48)}`,
    r => `http://127.0.0.1:8888/tree?${'token'}=${r.from(HEX, 48)}`,
    r => `http://localhost:8889/?${'token'}=${r.from(HEX, 32)}`
  ],
  'own-token': [() => OWN_TOKEN, () => base64(OWN_TOKEN)]
};
