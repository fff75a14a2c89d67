import { DIGITS, HEX, LOWER } from './random';
import { Snippet } from './snippet';

const AMINO = 'ACDEFGHIKLMNPQRSTVWY';

function rows(n: number, row: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => row(i)).join('\n');
}

/** Texts of science that hold no secret. */
export const science: readonly Snippet[] = [
  ['smiles', 'code', () => 'smiles = "CN1C=NC2=C1C(=O)N(C(=O)N2C)C"'],
  ['inchikey', 'csv', () => 'name,key\ncaffeine,RYYVLZVUVIJVGH-UHFFFAOYSA-N\n'],
  ['inchikey-key', 'code', () => 'key = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N"'],
  [
    'fasta',
    'stream',
    r =>
      `>sp|P0${r.from(DIGITS, 4)}| deposited protein\n${rows(6, () => r.from(AMINO, 60))}\n`
  ],
  [
    'zenodo-fasta',
    'stream',
    r => `from zenodo record 4711:\n${rows(3, () => r.from(AMINO, 60))}\n`
  ],
  ['dna', 'code', r => `access_key_sequence = "${r.from('ACGT', 60)}"`],
  [
    'fastq',
    'log',
    r => `@SRR${r.from(DIGITS, 7)}.1\n${r.from('ACGTN', 60)}\n+\n`
  ],
  [
    'accession',
    'csv',
    r => `acc\nGSE${r.from(DIGITS, 6)}\nNM_${r.from(DIGITS, 9)}.2\n`
  ],
  ['orcid', 'markdown', () => 'Author: https://orcid.org/0000-0002-1825-0097'],
  ['doi', 'markdown', () => 'https://doi.org/10.1103/PhysRevLett.116.061102'],
  [
    'zenodo-doi',
    'markdown',
    () =>
      '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.3233118.svg)](https://doi.org/10.5281/zenodo.3233118)'
  ],
  [
    'swhid',
    'markdown',
    r => `swh:1:dir:${r.from(HEX, 40)};origin=https://github.com/a/b`
  ],
  [
    'zenodo-md5',
    'stream',
    r => `zenodo checksum md5:${r.from(HEX, 32)} data.csv\n`
  ],
  [
    'zenodo-sha',
    'code',
    r => `# zenodo\nknown_hash="sha256:${r.from(HEX, 64)}"`
  ],
  [
    'hex-table',
    'stream',
    r => rows(8, i => `${i} ${r.from(HEX, 32)} ${r.from(HEX, 40)}`)
  ],
  [
    'colours',
    'code',
    r =>
      `cmap = [${Array.from({ length: 12 }, () => `"#${r.from(HEX, 6)}"`).join(', ')}]`
  ],
  [
    'array',
    'result',
    r =>
      `array([${Array.from({ length: 30 }, () => `0.${r.from(DIGITS, 8)}`).join(', ')}])`
  ],
  ['geohash', 'csv', r => `token,lat\n${r.from(LOWER + DIGITS, 9)},5.1\n`],
  [
    'grid-id',
    'markdown',
    () => 'GRID grid.5335.0, ROR https://ror.org/013meh722'
  ],
  [
    'wandb-run',
    'stream',
    r =>
      `wandb: View run at https://wandb.ai/lab/p/runs/${r.from(LOWER + DIGITS, 8)}\n`
  ],
  [
    'kaggle-url',
    'markdown',
    () => 'Data: https://www.kaggle.com/datasets/uciml/iris'
  ],
  [
    'simulation',
    'code',
    r => `seed = 0x${r.from(HEX, 16)}\nkey = jax.random.PRNGKey(42)`
  ],
  [
    'jax-keys',
    'code',
    () =>
      'key, subkey = jax.random.split(key)\nkeys = random.split(key, num=32)'
  ],
  [
    'crystal',
    'stream',
    r => `COD ${r.from(DIGITS, 7)} P 21/c a=5.${r.from(DIGITS, 4)}\n`
  ],
  [
    'passband',
    'code',
    () => 'passband = "bessellux"\nPASSWORDLESS = "gaussian_filter"'
  ],
  [
    'tokens-nlp',
    'code',
    () => 'tokenizer.pad_token = "<|endoftext|>"\nsep_token = "[SEP]"'
  ],
  [
    'token-nlp2',
    'code',
    () => 'special = {"eos_token": "</s>", "unk_token": "<unk>"}'
  ],
  [
    'secretory',
    'code',
    () => 'secreted = "SIGNALPEPTIDE"; secretion_path = "endosome/golgi"'
  ],
  [
    'secretary',
    'csv',
    () => 'species,common\nSagittarius serpentarius,"Secretarybird: African"\n'
  ]
];
