/** Notebooks as people publish them, without a secret: made, and different each. */
import { notebookOf } from './asFile';
import { BASE64, DIGITS, HEX, LOWER, Random } from './random';

type Maker = (r: Random) => object;

const code = (source: string, outputs: object[] = []) => ({
  cell_type: 'code',
  execution_count: 1,
  id: 'aB3dE5fG',
  metadata: {},
  outputs,
  source: source.split(/(?<=\n)/)
});
const markdown = (source: string) => ({
  cell_type: 'markdown',
  metadata: {},
  source
});
const stream = (text: string) => ({
  output_type: 'stream',
  name: 'stdout',
  text
});
const shown = (data: object) => ({
  output_type: 'display_data',
  metadata: {},
  data
});
const uuid = (r: Random) => [8, 4, 4, 4, 12].map(n => r.from(HEX, n)).join('-');
const table = (n: number, row: () => string) =>
  Array.from({ length: n }, row).join('\n');

const makers: readonly Maker[] = [
  r =>
    markdown(
      `# ${r.from(LOWER, 8)}\n\nSee https://doi.org/10.5281/zenodo.${r.from(DIGITS, 7)}.`
    ),
  r =>
    markdown(
      `![plot](data:image/png;base64,iVBORw0KGgo${r.from(BASE64, 3000)}==)`
    ),
  () =>
    markdown(
      'Get a token on zenodo.org and put it into `ACCESS_TOKEN`:\n\n`?access_token=ACCESS_TOKEN`'
    ),
  () =>
    code(
      'import os\ntoken = os.environ["ZENODO_TOKEN"]\nheaders = {"Authorization": f"Bearer {token}"}\nr = requests.get(url, params={"access_token": token})'
    ),
  () =>
    code(
      'from getpass import getpass\npassword = getpass("Password: ")\nengine = create_engine(f"postgresql://{user}:{password}@localhost/db")'
    ),
  () =>
    code(
      'client = OpenAI(api_key="sk-...")\nHF_TOKEN = "hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"\nwandb.init(project="a", mode="offline")'
    ),
  () =>
    code(
      '!pip install -q secretstorage keyring\n%env PATH=/usr/bin:/bin\nkey = jax.random.PRNGKey(0)'
    ),
  r =>
    code('df.head()', [
      shown({
        'text/html': `<table>${table(20, () => `<tr><td>${uuid(r)}</td><td>0.${r.from(DIGITS, 12)}</td></tr>`)}</table>`,
        'text/plain': '...'
      })
    ]),
  r =>
    code('fig.show()', [
      shown({
        'image/png': r.from(BASE64, 5000),
        'text/plain': `<Figure ${r.from(HEX, 12)}>`
      })
    ]),
  r =>
    code('px.line(df)', [
      shown({
        'application/vnd.plotly.v1+json': {
          data: [
            { x: [1, 2], uid: uuid(r), marker: { color: `#${r.from(HEX, 6)}` } }
          ],
          layout: {}
        }
      })
    ]),
  r =>
    code('output_notebook()', [
      shown({
        'application/javascript': `(function(root){var id="${uuid(r)}";${Array.from({ length: 200 }, () => `r.${r.from(LOWER, 3)}=function(e){return e.key||"${r.from(LOWER, 6)}"}`).join(';')}})(window)`
      })
    ]),
  r =>
    code('m', [
      shown({
        'application/vnd.jupyter.widget-view+json': {
          model_id: r.from(HEX, 32),
          version_major: 2
        }
      })
    ]),
  r =>
    code('!git log -3; md5sum *', [
      stream(
        table(
          6,
          () => `commit ${r.from(HEX, 40)}\n${r.from(HEX, 32)}  data.csv`
        )
      )
    ]),
  r =>
    code('print(seq)', [
      stream(
        `>zenodo_deposit\n${table(30, () => r.from('ACDEFGHIKLMNPQRSTVWY', 60))}`
      )
    ]),
  r =>
    code('peptides', [
      stream(table(60, () => `AK${'IA'}${r.from('ACDEFGHIKLMNPQRSTVWY', 16)}`))
    ]),
  r =>
    code('np.random.rand(50)', [
      shown({
        'text/plain': `array([${Array.from({ length: 50 }, () => `0.${r.from(DIGITS, 8)}`).join(', ')}])`
      })
    ]),
  r =>
    code('model.fit(x)', [
      stream(
        table(
          20,
          () =>
            `Epoch ${r.from(DIGITS, 2)}/100 loss: 0.${r.from(DIGITS, 4)} - tokens/s ${r.from(DIGITS, 5)}`
        )
      )
    ]),
  r =>
    code('tokenizer("x")', [
      stream(
        `{'input_ids': [${Array.from({ length: 40 }, () => r.from(DIGITS, 4)).join(', ')}], 'pad_token': '[PAD]', 'token': '${r.from(LOWER, 12)}'}`
      )
    ]),
  r =>
    code('wget data', [
      stream(
        `--2024-- https://zenodo.org/records/${r.from(DIGITS, 7)}/files/a.nc?download=1\nchecksum md5:${r.from(HEX, 32)}\n`
      )
    ]),
  r =>
    code('1/0', [
      {
        output_type: 'error',
        ename: 'ZeroDivisionError',
        evalue: 'division by zero',
        traceback: [
          `\u001b[0;31m${'-'.repeat(75)}\u001b[0m`,
          `Cell In[${r.from(DIGITS, 1)}], line 1`,
          '\u001b[0;32m----> 1\u001b[0m \u001b[0;36m1\u001b[0m/0'
        ]
      }
    ]),
  r => code('pooch.retrieve(url, known_hash="sha256:' + r.from(HEX, 64) + '")'),
  r =>
    code('Chem.MolFromSmiles("CN1C=NC2=C1C(=O)N(C(=O)N2C)C")', [
      stream(`InChIKey=${r.from(LOWER, 14).toUpperCase()}-UHFFFAOYSA-N\n`)
    ]),
  r =>
    code('!conda list --explicit', [
      stream(
        table(
          15,
          () =>
            `https://conda.anaconda.org/conda-forge/linux-64/${r.from(LOWER, 6)}-1.0-h${r.from(HEX, 7)}_0.conda#${r.from(HEX, 32)}`
        )
      )
    ]),
  r => ({
    ...code('x = 1'),
    metadata: {
      colab: { base_uri: 'https://localhost:8080/', outputId: uuid(r) },
      nbgrader: { checksum: r.from(HEX, 32) }
    }
  })
];

/** So many clean notebooks, each with some of all these cells. */
export function cleanNotebooks(n: number): string[] {
  return Array.from({ length: n }, (_, i) => {
    const r = new Random(`clean notebook ${i}`);
    const cells = makers.filter(() => r.next() < 0.6);
    return notebookOf(cells.map(make => make(r)));
  });
}
