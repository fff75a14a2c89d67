/** The table of rules, continued (see `formTable.ts`): what is known by what stands around it. */
import { hex, r, Row } from './formTable';
import { HEX } from './labelled/random';
import { jwt, OWN_TOKEN } from './labelled/tokens';

const dump = (names: string[]) =>
  names.map(n => `${n}=some ${n.length}`).join('\n');
const NAMES = 'PATH HOME A B_C D E F G H I'
  .split(' ')
  .map(n => n.padEnd(2, 'X'));

/** Secrets that are known by their place. */
export const placeTable: Row[] = [
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
