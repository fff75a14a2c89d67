/** Texts about secrets that hold none: placeholders, look-ups, near misses. */
import { BASE64, HEX, UPPER } from './random';
import { Snippet } from './snippet';

/** Texts about secrets that hold none. */
export const nearMisses: readonly Snippet[] = [
  ['your', 'code', () => 'api_key = "YOUR_API_KEY_HERE"'],
  ['your-lower', 'code', () => "password = 'your-password-here'"],
  [
    'angle',
    'code',
    () => 'token = "<paste your token here>"\nsecret = "<secret>"'
  ],
  ['xxx', 'code', () => 'auth_token = "xxxxxxxxxxxxxxxxxxxx"'],
  ['stars', 'code', () => 'password = "**********"'],
  ['dots', 'code', () => 'api_key="sk-...."'],
  ['changeme', 'yaml', () => 'password: "changeme123"\n'],
  ['example', 'code', () => 'client_secret = "example-client-secret-1"'],
  ['my', 'code', () => 'password = "my_secret_password1"'],
  ['test', 'code', () => 'secret_key = "test-secret-key-7"'],
  ['dummy', 'code', () => 'api_key = "dummy-Key-9a8b"'],
  [
    'insert',
    'script-r',
    () => 'api_key <- "INSERT KEY"\nsecret <- "insertYourKeyHere1"\n'
  ],
  ['environ', 'code', () => 'api_key = os.environ["OPENAI_API_KEY"]'],
  ['environ-get', 'code', () => 'password = os.environ.get("DB_PASSWORD", "")'],
  ['getenv', 'script-r', () => 'token <- Sys.getenv("ZENODO_TOKEN_SANDBOX")\n'],
  ['getpass', 'code', () => 'password = getpass.getpass("Zenodo password: ")'],
  ['input', 'code', () => 'api_key = input("Please paste the API key: ")'],
  ['userdata', 'code', () => "secret = userdata.get('HF_TOKEN')"],
  ['config', 'code', () => 'password = config["database"]["password"]'],
  ['dotenv', 'code', () => 'SECRET = dotenv_values(".env")["CLIENT_SECRET"]'],
  ['keyring', 'code', () => 'pw = keyring.get_password("zenodo", "someone")'],
  ['fstring', 'code', () => 'h = {"Authorization": f"Bearer {ACCESS_TOKEN}"}'],
  [
    'header-env',
    'shell',
    () => 'curl -H "Authorization: Bearer $ZENODO_TOKEN_VALUE" x\n'
  ],
  [
    'header-doc',
    'markdown',
    () => 'Send `Authorization: Bearer <ACCESS_TOKEN>`.'
  ],
  [
    'header-yours',
    'markdown',
    () => 'Authorization: token YOUR_PERSONAL_ACCESS_TOKEN'
  ],
  [
    'url-doc',
    'markdown',
    () =>
      '`https://zenodo.org/api/deposit/depositions?access_token=ACCESS_TOKEN`'
  ],
  [
    'url-yours',
    'code',
    () => 'u = "https://api.x.org/v1?api_key=YOUR_API_KEY_GOES_HERE"'
  ],
  [
    'url-format',
    'code',
    () => 'u = f"https://api.x.org/v1?apikey={os.environ[\'K\']}"'
  ],
  [
    'dsn-env',
    'code',
    () => 'e = create_engine(f"postgresql://{user}:{password}@{host}/db")'
  ],
  ['dsn-dollar', 'yaml', () => 'url: postgres://$USER:$PASSWORD@db/x\n'],
  ['dsn-doc', 'markdown', () => '`mysql://username:password@localhost/mydb`'],
  [
    'dsn-doc2',
    'markdown',
    () => 'scheme `https://user:pass@host.example.com/path`'
  ],
  [
    'aws-doc-id',
    'code',
    () => `aws_access_key_id = "AK${'IA'}IOSFODNN7EXAMPLE"`
  ],
  [
    'aws-doc-secret',
    'code',
    () =>
      `aws_secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}"`
  ],
  ['aws-short', 'code', r => `x = "AK${'IA'}${r.from(UPPER, 15)}"`],
  ['gh-short', 'code', r => `x = "gh${'p_'}${r.mixed(35)}"`],
  ['gh-var', 'code', () => 'ghp_token_from_the_settings_of_the_user = None'],
  ['hf-model', 'code', () => 'm = "hf_hub_download_with_retries_of_the_model"'],
  [
    'sk-learn',
    'code',
    () =>
      'import sklearn as sk\nsk-learn-project-template-with-a-rather-long-name = 1'
  ],
  ['sk-short', 'code', r => `x = "sk${'-proj-'}${r.mixed(20)}"`],
  ['google-long', 'html', r => `AI${'za'}${r.mixed(60)}`],
  ['slack-doc', 'markdown', () => 'tokens begin with `xoxb-` or `xoxp-`'],
  ['glpat-doc', 'markdown', () => 'tokens begin with `glpat-`, `gldt-`'],
  ['jwt-head', 'markdown', () => 'begins with `eyJhbGciOiJIUzI1NiJ9.` always'],
  [
    'npm-var',
    'shell',
    () => 'npm_config_registry=https://registry.npmjs.org/ npm i\n'
  ],
  [
    'pypi-name',
    'lock',
    () => 'pypi-attestations-and-a-very-long-package-name==0.0.1\n'
  ],
  [
    'kaggle-hash',
    'stream',
    r => `kaggle: downloaded iris.zip md5 ${r.from(HEX, 31)}\n`
  ],
  [
    'wandb-commit',
    'stream',
    r =>
      `wandb: run summary\nnothing here but a long text before it ${r.from(HEX, 40)}\n`
  ],
  ['zenodo-59', 'code', r => `zenodo_token = "${r.mixed(59)}"`],
  ['zenodo-61', 'stream', r => `zenodo file ${r.mixed(61)}\n`],
  [
    'zenodo-far',
    'stream',
    r => `zenodo ${'is far away from here. '.repeat(4)} ${r.mixed(60)}\n`
  ],
  ['jupyter-doc', 'markdown', () => 'http://localhost:8888/?token=<token>'],
  ['jupyter-dots', 'stream', () => 'http://hub:8888/lab?token=...\n'],
  ['env-some', 'stream', () => 'PATH=/usr/bin\nHOME=/home/jovyan\nLANG=C\n'],
  [
    'settings',
    'code',
    () =>
      Array.from(
        { length: 14 },
        (_, i) => `PARAMETER_${String.fromCharCode(65 + i)} = ${i}.5`
      ).join('\n')
  ],
  [
    'dockerfile',
    'shell',
    () => 'ENV PATH=/opt/conda/bin:$PATH\nENV HOME=/home/jovyan\nENV LANG=C\n'
  ],
  [
    'pem-doc',
    'markdown',
    () => 'The file begins with `BEGIN RSA PRIVATE KEY` between dashes.'
  ],
  ['sig-short', 'markdown', r => `https://a.b.net/c?se=1&sig=${r.mixed(20)}`],
  [
    'account-doc',
    'markdown',
    () => 'AccountName=x;AccountKey=<key>;EndpointSuffix=core'
  ],
  ['stripe-doc', 'markdown', () => 'use `sk_test_...` or `sk_live_...`'],
  [
    'keyword-words',
    'code',
    () => 'password_label = "enterthecode"\nsecret_santa = "who-gives-whom"'
  ],
  [
    'keyword-column',
    'code',
    () => 'access_key_column = "user_name_of_account"'
  ],
  [
    'keyword-path',
    'code',
    () => 'credentials_file = "config/credentials.json"'
  ],
  [
    'keyword-url',
    'code',
    () => 'auth_token_url = "https://auth.x.org/oauth/token"'
  ],
  [
    'keyword-type',
    'script-js',
    () => 'const passwordType = "java.lang.String";\n'
  ],
  ['keyword-empty', 'yaml', () => 'password: ""\nsecret: null\napi_key: ~\n'],
  ['keyword-short', 'code', () => 'password = "abc12"'],
  [
    'keyword-compare',
    'code',
    () =>
      'if password == "":\n    raise ValueError("The password must not be empty!")'
  ],
  [
    'keyword-message',
    'code',
    () => 'secret: raise KeyError("Secret 7 is not in the store, sorry")'
  ],
  ['keyword-key', 'code', () => 'public_api_keys = {"name": "Station_17_B"}'],
  [
    'keyword-help',
    'code',
    () => 'parser.add_argument("--password", help="Password_of_DB2")'
  ],
  [
    'env-unset',
    'env',
    () => 'DB_PASSWORD=\nAPI_KEY=changeme\nSECRET_KEY=${SECRET}\n'
  ],
  [
    'env-ref',
    'env',
    () => 'export API_KEY=$(cat ~/.key)\nTOKEN_FILE=/run/secrets/token\n'
  ],
  [
    'azure-guid',
    'code',
    r =>
      `tenant = "${r.from(HEX, 8)}-${r.from(HEX, 4)}-4abc-9def-${r.from(HEX, 12)}"`
  ],
  ['b64', 'code', r => `payload = "${r.from(BASE64, 120)}"`],
  ['name-env-doc', 'name', () => 'docs/env.md'],
  ['name-key', 'name', () => 'data/answer.key.csv'],
  ['name-keyboard', 'name', () => 'src/keyboard.py'],
  ['name-pub', 'name', () => 'docs/credentials.md'],
  ['name-environment', 'name', () => 'environment.yml'],
  ['name-jupyter', 'name', () => 'jupyter/notes.md']
];
