/**
 * Each rule of the table with what it finds and what it must not: one
 * character short, of a wrong alphabet, a placeholder. Everything is made at
 * run time, so that no scanner takes this file for a leak.
 */
import { ALNUM, BASE64, HEX, Random } from './labelled/random';
import { jwt, OWN_TOKEN, pem, tokens } from './labelled/tokens';
import { hitsIn, rulesIn } from './scanText';

const r = new Random('the table of rules');
const hex = (n: number) => r.from(`${HEX}`, n - 1) + 'b';
const name = (parts: string) => parts.replace('|', '');

/** A rule, texts with its secret, and texts that only resemble them. */
type Row = [rule: string, finds: string[], passes: string[]];

const dump = (names: string[]) =>
  names.map(n => `${n}=some ${n.length}`).join('\n');
const NAMES = 'PATH HOME A B_C D E F G H I'
  .split(' ')
  .map(n => n.padEnd(2, 'X'));

const table: Row[] = [
  [
    'private-key',
    [
      pem(r, name('RSA PRIV|ATE KEY'), '\n'),
      pem(r, name('EC PRIV|ATE KEY'), '\\n'),
      // Cut off, as in an output.
      pem(r, name('PRIV|ATE KEY'), '\n').slice(0, 250)
    ],
    [
      `-----BEGIN ${name('RSA PRIV|ATE KEY')}-----\n...\n-----END`,
      `if line == "-----BEGIN ${name('PRIV|ATE KEY')}-----": pass`,
      pem(r, 'CERTIFICATE', '\n')
    ]
  ],
  [
    'github',
    [name('gh|p_') + r.mixed(36), name('github|_pat_') + r.mixed(82)],
    [
      name('gh|p_') + r.mixed(35),
      name('gh|p_') + r.mixed(37),
      name('gh|x_') + r.mixed(36),
      `${name('gh|p_')}${'x'.repeat(36)}`,
      `a${name('gh|p_')}${r.mixed(36)}`,
      name('github|_pat_') + r.mixed(81)
    ]
  ],
  [
    'gitlab',
    [name('gl|pat-') + r.mixed(20), name('gl|rt-') + r.mixed(20)],
    [name('gl|pat-') + r.mixed(19), name('gl|xat-') + r.mixed(20)]
  ],
  [
    'openai',
    [
      name('sk|-proj-') + r.mixed(48),
      `sk-${r.mixed(20)}${name('T3Blb|kFJ')}${r.mixed(20)}`
    ],
    [
      name('sk|-proj-') + r.mixed(39),
      name('sk|-team-') + r.mixed(48),
      `sk-${r.mixed(19)}${name('T3Blb|kFJ')}${r.mixed(20)}`,
      name('sk|-proj-') + 'your-key-here-'.repeat(4)
    ]
  ],
  [
    'anthropic',
    [`${name('sk|-ant-')}api03-${r.mixed(95)}`],
    [
      `${name('sk|-ant-')}api03-${r.mixed(79)}`,
      `${name('sk|-ant-')}apixx-${r.mixed(95)}`
    ]
  ],
  [
    'huggingface',
    [name('h|f_') + r.mixed(34)],
    [
      name('h|f_') + r.mixed(33),
      name('h|f_') + `${r.mixed(20)}_${r.mixed(13)}`,
      name('h|f_') + 'x'.repeat(34)
    ]
  ],
  [
    'aws-id',
    [`${name('AK|IA')}${r.from('BJOUXZ234567', 16)}`],
    [
      `${name('AK|IA')}${r.from('BJOUXZ234567', 15)}`,
      `${name('AK|IA')}${r.from('BJOUXZ234567', 15)}1`,
      `${name('AK|IA')}${r.from('BJOUXZ234567', 9)}EXAMPLE`,
      // A peptide of twenty amino acids.
      `${name('AK|IA')}GSLDEVRWTYHNMPQK`
    ]
  ],
  [
    'aws-secret',
    [
      `aws_secret_access_key = "${r.mixed(40, BASE64)}"`,
      `aws_secret_access_key: ${r.mixed(40)}`
    ],
    [
      `aws_secret_access_key = "${r.mixed(39)}" `,
      `aws_secret_access_key = "${'a'.repeat(40)}"`,
      `aws region ${'x '.repeat(12)} = ${r.mixed(40)}`
    ]
  ],
  [
    'google-api',
    [name('AI|za') + r.mixed(35)],
    [name('AI|za') + r.mixed(34), name('AI|za') + r.mixed(36)]
  ],
  [
    'google-sa',
    [`"private_key_id": "${hex(40)}"`],
    [`"private_key_id": "${hex(39)}"`, `"key_id": "${hex(40)}"`]
  ],
  [
    'google-oauth',
    [name('ya|29.') + r.mixed(60), name('GOC|SPX-') + r.mixed(28)],
    [name('ya|29.') + r.mixed(19), name('GOC|SPX-') + r.mixed(27)]
  ],
  [
    'slack',
    [
      `${name('xox|b-')}${r.from('0123456789', 12)}-${r.mixed(24)}`,
      `https://hooks.${name('slack|.com')}/services/T12345678/B12345678/${r.mixed(24)}`
    ],
    [
      `${name('xox|b-')}1234567`,
      `${name('xox|z-')}123456789012-${r.mixed(24)}`,
      `https://hooks.${name('slack|.com')}/services/T1/B1/`
    ]
  ],
  [
    'stripe',
    [name('sk|_live_') + r.mixed(24), name('rk|_prod_') + r.mixed(24)],
    [name('sk|_live_') + 'abc1', name('pk|_live_') + r.mixed(24)]
  ],
  [
    'npm',
    [name('np|m_') + r.mixed(36)],
    [
      name('np|m_') + r.mixed(35),
      name('np|m_') + `${r.mixed(20)}-${r.mixed(15)}`
    ]
  ],
  [
    'pypi',
    [name('py|pi-AgE') + r.mixed(60)],
    [name('py|pi-AgE') + r.mixed(49), name('py|pi-XgE') + r.mixed(60)]
  ],
  [
    'sendgrid',
    [`${name('S|G.')}${r.mixed(22)}.${r.mixed(43)}`],
    [`${name('S|G.')}${r.mixed(22)}.${r.mixed(42)}`]
  ],
  [
    'databricks',
    [name('da|pi') + hex(32)],
    [name('da|pi') + hex(31), name('da|pi') + r.from('ghijkl123', 32)]
  ],
  [
    'azure-key',
    [`Account${name('K|ey=')}${r.mixed(86, BASE64)}==`],
    [`Account${name('K|ey=')}${r.mixed(41)}`, 'AccountKey=<your key>;']
  ],
  [
    'azure-sas',
    [`https://a.net/b?se=1&${name('si|g=')}${r.mixed(43)}%3D`],
    [`${name('si|g=')}${r.mixed(43)}%3D`]
  ],
  [
    's3-presigned',
    [`?X-Amz-${name('Sig|nature=')}${hex(64)}`],
    [
      `?X-Amz-${name('Sig|nature=')}${hex(63)}`,
      `?X-Amz-${name('Sig|nature=')}${'0'.repeat(64)}`
    ]
  ],
  ['jwt', [jwt(r, null)], [jwt(r, null).split('.').slice(0, 2).join('.')]],
  [
    'url-credentials',
    [
      `postgresql+psycopg2://lab:${r.mixed(10)}@db.uni-x.de/x`,
      `redis://:${r.mixed(12)}@cache:6379/0`,
      `https://lab:p%40${r.mixed(8)}@x.org`
    ],
    [
      'postgres://user:password@localhost/db',
      'postgres://{user}:{secret1}@localhost/db',
      'postgres://postgres:postgres@localhost/db',
      'https://x.org:8080/path@2',
      `https://lab:a1@x.org`
    ]
  ],
  [
    'auth-header',
    [
      `Authorization: Bearer ${r.mixed(20)}`,
      `"Authorization": "token ${r.mixed(40)}"`,
      `authorization: Basic ${r.mixed(24)}==`
    ],
    [
      `Authorization: Bearer ${r.mixed(19)}`,
      'Authorization: Bearer YOUR_ACCESS_TOKEN_1234',
      'Authorization: Bearer {access_token_of_zenodo1}',
      `Authorization: Digest ${r.mixed(30)}`,
      `Authorization: Bearer ${'a1'.repeat(12)}`
    ]
  ],
  [
    'url-token',
    [
      `https://x.org/?api_key=${r.mixed(16)}`,
      `https://x.org/a?b=1&key=${r.mixed(20)}`
    ],
    [
      `https://x.org/?api_key=${r.mixed(15)}`,
      'https://x.org/?api_key=YOUR_OWN_API_KEY1',
      `https://x.org/?page=${r.mixed(16)}`,
      'https://x.org/?key=a-long-name-of-a-thing',
      `key=${r.mixed(20)}`
    ]
  ],
  [
    'zenodo',
    [
      `zenodo: ${r.mixed(60)}`,
      `access token ${r.mixed(60)}`,
      `deposit(${r.mixed(60)})`
    ],
    [
      `zenodo: ${r.mixed(59)}`,
      `zenodo: ${r.mixed(61)}`,
      `zenodo: ${r.mixed(59)}_`,
      `zenodo ${'-'.repeat(41)} ${r.mixed(60)}`,
      `zenodo: ${'A'.repeat(60)}`
    ]
  ],
  [
    'own-token',
    [
      OWN_TOKEN,
      btoa(OWN_TOKEN),
      btoa(`user:${OWN_TOKEN}`),
      btoa(`u:${OWN_TOKEN}\n`),
      btoa(`us:${OWN_TOKEN}x`)
    ],
    [OWN_TOKEN.slice(1), OWN_TOKEN.toLowerCase()]
  ],
  [
    'wandb',
    [`wandb.login("${hex(40)}")`],
    [
      `wandb.login("${hex(39)}")`,
      `wandb.login("${hex(39)}g")`,
      `wandb ${'-'.repeat(31)} ${hex(40)}`,
      `wandb commit ${hex(40)}`
    ]
  ],
  [
    'kaggle',
    [`{"username":"a","key":"${hex(32)}"}`, `KAGGLE_KEY=${hex(32)}`],
    [`{"username":"a","key":"${hex(31)}"}`, `{"id":"a","key":"${hex(32)}"}`]
  ],
  [
    'jupyter-token',
    [
      `http://node7:8888/?token=${hex(48)}`,
      `https://hub.x.de/user/a/lab?token=${hex(32)}`
    ],
    [
      `http://node7:8888/?token=${hex(31)}`,
      'http://node7:8888/?token=<token>',
      `http://node7:8888/?id=${hex(48)}`
    ]
  ],
  [
    'env-dump',
    [dump(NAMES), NAMES.map(n => `'${n}': 'a${n}'`).join(', ')],
    [
      dump(NAMES.slice(0, 9)),
      dump(NAMES.filter(n => n !== 'HOME')),
      dump(NAMES).toLowerCase(),
      NAMES.map(n => `${n}=$` + `{${n}}`).join('\n')
    ]
  ],
  [
    'keyword',
    [
      `password = "${r.mixed(10)}"`,
      `"client_secret": "${r.mixed(20)}"`,
      `API_KEY=${r.mixed(20)}`
    ],
    [
      `password = "${r.mixed(7)}"`,
      'password = "correcthorsebattery"',
      'password = "YOUR_PASSWORD_1"',
      `password_file = "${r.mixed(10)}"`,
      `passage = "${r.mixed(10)}"`,
      `password == "${r.mixed(10)}"`,
      'password = os.environ["DB_PASSWORD_1"]',
      `api_key = "aaaaaaaa11"`,
      `secret = "${[8, 4, 4, 4, 12].map(n => r.from(HEX, n)).join('-')}"`
    ]
  ]
];

describe.each(table)('The rule %s', (rule, finds, passes) => {
  it.each(finds.map((text, i) => [i, text] as const))(
    'finds %i',
    async (_, text) => {
      expect(await rulesIn(`some words\n${text}\nand more`)).toContain(rule);
    }
  );

  it.each(passes.map((text, i) => [i, text] as const))(
    'passes %i',
    async (_, text) => {
      expect(await rulesIn(`some words\n${text}\nand more`)).not.toContain(
        rule
      );
    }
  );
});

describe('Files known by their names', () => {
  it.each([
    '.env',
    'a/.env.local',
    '.netrc',
    'id_rsa',
    'k/server.pem',
    'kaggle.json',
    '.jupyter/jupyter_config.py'
  ])('stops %s', async path => {
    const [hit] = await hitsIn('', path);
    expect(hit).toMatchObject({ rule: 'dotfile', level: 'stop', path });
  });

  it.each([
    'env.txt',
    '.environment',
    '.env.example',
    'id_rsa.pub',
    'pem.txt',
    'credentials.md',
    'jupyter/a.py'
  ])('passes %s', async path => {
    expect(await hitsIn('', path)).toEqual([]);
  });
});

describe('What matters less', () => {
  it.each([
    ['jwt', jwt(r, 1), 'note', 'expired'],
    ['jwt', jwt(r, 9999999999), 'warn', undefined],
    [
      'jupyter-token',
      `http://localhost:8888/?token=${hex(48)}`,
      'warn',
      'local'
    ],
    ['stripe', name('sk|_test_') + r.mixed(24), 'warn', 'test-key'],
    ['keyword', `pwd = "${r.from(ALNUM, 12)}7x"`, 'warn', undefined]
  ])('%s', async (rule, text, level, remark) => {
    const [hit] = await hitsIn(text);
    expect([hit.rule, hit.level, hit.remark]).toEqual([rule, level, remark]);
  });

  it('A Google key in a page may be a map’s', async () => {
    const [hit] = await hitsIn(name('AI|za') + r.mixed(35), 'map.html');
    expect(hit).toMatchObject({ level: 'stop', remark: 'map-key' });
  });

  it('the more exact rule is believed', async () => {
    const [maker] = tokens.github;
    const text = `Authorization: token ${maker(r)}`;
    expect(await rulesIn(text)).toEqual(['github']);
  });
});
