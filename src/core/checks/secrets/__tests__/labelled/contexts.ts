/** Secrets that only their surroundings make known: labelled by hand. */
import { IItem, Kind } from './item';
import { BASE64, HEX, LOWER, Random } from './random';

type Snippet = readonly [kind: Kind, text: (r: Random) => string];

const q = '"';

const snippets: Record<string, readonly Snippet[]> = {
  'aws-secret': [
    ['code', r => `aws_secret_access_key = "${r.mixed(40, BASE64)}"`],
    ['code', r => `boto3.client("s3", aws_secret_access_key='${r.mixed(40)}')`],
    [
      'env',
      r => `AWS_SECRET_ACCESS_KEY=${r.mixed(40, BASE64)}\nAWS_REGION=x\n`
    ],
    ['json', r => `{"awsSecretKey": "${r.mixed(40, BASE64)}", "region": "eu"}`],
    ['stream', r => `{'AWS_SECRET_ACCESS_KEY': '${r.mixed(40, BASE64)}'}\n`],
    ['yaml', r => `aws:\n  aws_secret_access_key: ${r.mixed(40, BASE64)}\n`]
  ],
  'google-sa': [
    [
      'json',
      r =>
        `{\n  "type": "service_account",\n  "private_key_id": "${r.from(HEX, 40)}",\n  "client_id": "1"\n}`
    ],
    ['code', r => `info = {"private_key_id": "${r.from(HEX, 40)}"}`],
    ['stream', r => `{'private_key_id': '${r.from(HEX, 40)}'}`],
    [
      'code',
      r => `info = json.loads('{"private_key_id":"${r.from(HEX, 40)}"}')`
    ]
  ],
  'auth-header': [
    ['code', r => `h = {"Authorization": "Bearer ${r.mixed(32)}"}`],
    ['code', r => `h = {'Authorization': f'token ${r.mixed(40)}'}`],
    [
      'shell',
      r => `curl -H ${q}Authorization: Bearer ${r.mixed(44)}${q} $URL\n`
    ],
    [
      'traceback',
      r => `send: b'GET /x\\r\\nAuthorization: Basic ${r.mixed(28)}=='`
    ],
    ['log', r => `> Authorization: Bearer ${r.mixed(60)}\n< 200 OK\n`],
    ['script-r', r => `add_headers(Authorization = "Bearer ${r.mixed(50)}")\n`]
  ],
  zenodo: [
    ['code', r => `ACCESS_TOKEN = '${r.mixed(60)}'\nr = requests.get(url)`],
    ['code', r => `zenodo_token = "${r.mixed(60)}"`],
    ['code', r => `params = {'access_token': "${r.mixed(60)}"}`],
    [
      'script-r',
      r => `z <- ZenodoManager$new(\n  token = "${r.mixed(60)}"\n)\n`
    ],
    ['env', r => `ZENODO_ACCESS_TOKEN=${r.mixed(60)}\n`],
    ['yaml', r => `zenodo:\n  sandbox: ${r.mixed(60)}\n`],
    ['stream', r => `Zenodo access token: ${r.mixed(60)}\n`],
    [
      'shell',
      r =>
        `curl https://zenodo.org/api/deposit/depositions?access_token=${r.mixed(60)}\n`
    ],
    ['script-jl', r => `ENV["ZENODO_TOKEN"] = "${r.mixed(60)}"\n`],
    ['markdown', r => `My Zenodo token is \`${r.mixed(60)}\`.`]
  ],
  wandb: [
    ['code', r => `wandb.login(key="${r.from(HEX, 40)}")`],
    ['code', r => `os.environ["WANDB_API_KEY"] = "${r.from(HEX, 40)}"`],
    ['shell', r => `wandb login ${r.from(HEX, 40)}\n`],
    ['env', r => `WANDB_API_KEY=${r.from(HEX, 40)}\n`],
    ['stream', r => `wandb: key ${r.from(HEX, 40)}\n`]
  ],
  kaggle: [
    ['code', r => `k = {"username":"jo","key":"${r.from(HEX, 32)}"}`],
    ['code', r => `os.environ['KAGGLE_KEY'] = '${r.from(HEX, 32)}'`],
    [
      'shell',
      r =>
        `echo '{"username": "jo", "key": "${r.from(HEX, 32)}"}' > ~/.kaggle/k.json\n`
    ],
    ['stream', r => `{'username': 'ada', 'key': '${r.from(HEX, 32)}'}\n`],
    ['env', r => `KAGGLE_USERNAME=ada\nKAGGLE_KEY=${r.from(HEX, 32)}\n`]
  ],
  'env-dump': [
    ['stream', r => dump(r, (k, v) => `${k}=${v}`, '\n')],
    ['result', r => `environ({${dump(r, (k, v) => `'${k}': '${v}'`, ', ')}})`],
    ['result', r => `{${dump(r, (k, v) => `'${k}': '${v}'`, ',\n ')}}`],
    ['log', r => dump(r, (k, v) => `export ${k}="${v}"`, '\n')],
    ['json', r => `{${dump(r, (k, v) => `"${k}": "${v}"`, ',\n  ')}}`]
  ],
  keyword: [
    ['code', r => `password = "${r.mixed(14)}"`],
    [
      'code',
      r => `conn = connect(host="db", user="me", passwd='${r.mixed(9)}!')`
    ],
    ['code', r => `os.environ["OPENWEATHER_API_KEY"] = "${r.mixed(32)}"`],
    ['code', r => `API_KEY: str = "${r.mixed(24)}"`],
    ['script-r', r => `api_key <- "${r.mixed(28)}"\n`],
    ['script-r', r => `Sys.setenv(CENSUS_API_KEY = "${r.from(HEX, 40)}")\n`],
    ['script-js', r => `const clientSecret = '${r.mixed(30)}';\n`],
    ['script-jl', r => `auth_token = "${r.mixed(26)}"\n`],
    ['script-m', r => `db_password = '${r.mixed(11)}#';\n`],
    ['json', r => `{"user": "me", "db_password": "${r.mixed(16)}"}`],
    ['json', r => JSON.stringify({ source: `pwd = "${r.mixed(12)}"` })],
    ['yaml', r => `login:\n  client_secret: "${r.mixed(24)}"\n`],
    ['toml', r => `[db]\nsecret_key = "${r.mixed(30)}"\n`],
    ['env', r => `MODE=a\nDB_PASSWORD=${r.mixed(15)}\n`],
    ['env', r => `export MAPS_API_KEY=${r.from(HEX, 32)}\n`],
    ['metadata', r => JSON.stringify({ db: { password: r.mixed(13) } })],
    ['stream', r => `{'user': 'x', 'secret_token': '${r.mixed(20)}'}\n`],
    ['script-py', r => `# credentials = "${r.mixed(18)}"\nx = 1\n`],
    [
      'traceback',
      r =>
        `\x1b[0;32m----> 1\x1b[0m login(password\x1b[0;34m=\x1b[0m"${r.mixed(12)}"\x1b[0m)`
    ]
  ]
};

const names =
  'SHELL PWD LOGNAME LANG TERM USER CONDA_PREFIX SLURM_JOB_ID EDITOR HOSTNAME XDG_DATA MPLBACKEND'.split(
    ' '
  );

function dump(
  r: Random,
  pair: (key: string, value: string) => string,
  between: string
): string {
  const start = r.int(0, 2);
  return [
    pair('PATH', '/usr/bin:/bin'),
    ...names.slice(start, start + 10).map(k => pair(k, r.from(LOWER, 8))),
    pair('HOME', `/home/${r.from(LOWER, 6)}`),
    pair('OLDPWD', '/tmp')
  ].join(between);
}

/** The items whose secrets are known by what stands around them. */
export function contextItems(): IItem[] {
  return Object.entries(snippets).flatMap(([rule, list]) =>
    list.map(([kind, text], i): IItem => {
      const id = `context/${rule}/${i}`;
      return { id, kind, text: text(new Random(id)), expected: [rule] };
    })
  );
}

const dotfiles = [
  '.env',
  'config/.env.local',
  '.netrc',
  '_netrc',
  '.pypirc',
  'sub/.npmrc',
  'kaggle.json',
  '.aws/credentials',
  'keys/id_rsa',
  'id_ed25519',
  'server.pem',
  'lab.p12',
  'lab.pfx',
  'tls/site.key',
  '.htpasswd',
  'service-account-prod.json',
  '.git-credentials',
  'lab.kdbx',
  '.Renviron',
  '.jupyter/jupyter_server_config.json'
];

/** Files that give themselves away by name; the text is the path. */
export function nameItems(): IItem[] {
  return dotfiles.map(path => ({
    id: `name/${path}`,
    kind: 'name',
    text: path,
    expected: ['dotfile']
  }));
}
