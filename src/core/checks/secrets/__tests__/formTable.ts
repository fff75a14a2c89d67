/**
 * The table of rules: for each what it finds, and what it must not: one
 * character short, of a wrong alphabet, a placeholder. Everything is made at
 * run time, so that no scanner takes this file for a leak.
 */
import { BASE64, HEX, Random } from './labelled/random';
import { pem } from './labelled/tokens';

export const r = new Random('the table of rules');
export const hex = (n: number) => r.from(`${HEX}`, n - 1) + 'b';
/** Parts joined. */
export const name = (parts: string) => parts.replace('|', '');

/** A rule, texts with its secret, and texts that only resemble them. */
export type Row = [rule: string, finds: string[], passes: string[]];

/** Secrets that are known by their form. */
export const formTable: Row[] = [
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
  ]
];
