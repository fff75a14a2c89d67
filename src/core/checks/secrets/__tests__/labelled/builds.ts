import { ALNUM, BASE64, DIGITS, HEX, LOWER, Random, UPPER } from './random';
import { Snippet } from './snippet';

function uuid(r: Random): string {
  return [8, 4, 4, 4, 12].map(n => r.from(HEX, n)).join('-');
}

/** Texts that software makes and that hold no secret. */
export const builds: readonly Snippet[] = [
  [
    'git-sha',
    'stream',
    r => `commit ${r.from(HEX, 40)}\nAuthor: A <a@example.org>\n`
  ],
  ['uuid', 'metadata', r => JSON.stringify({ run_id: uuid(r) })],
  [
    'guid',
    'json',
    r => `{"secretId": "${uuid(r)}", "subscription": "${uuid(r)}"}`
  ],
  [
    'integrity',
    'lock',
    r =>
      `{"a": {"version": "1.0.0", "integrity": "sha512-${r.from(BASE64, 86)}=="}}`
  ],
  [
    'yarn-lock',
    'lock',
    r => `"tokenize@npm:1.0.0":\n  checksum: ${r.from(HEX, 128)}\n`
  ],
  [
    'conda-lock',
    'lock',
    r =>
      `- name: keyring\n  hash:\n    md5: ${r.from(HEX, 32)}\n    sha256: ${r.from(HEX, 64)}\n`
  ],
  [
    'pip-hash',
    'lock',
    r => `cryptography==41.0.1 \\\n    --hash=sha256:${r.from(HEX, 64)}\n`
  ],
  [
    'conda-url',
    'lock',
    r =>
      `https://conda.anaconda.org/conda-forge/noarch/x-1.tar.bz2#${r.from(HEX, 32)}\n`
  ],
  [
    'lfs',
    'csv',
    r =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${r.from(HEX, 64)}\nsize 12345\n`
  ],
  [
    'image',
    'html',
    r =>
      `<img src="data:image/png;base64,iVBORw0KGgo${r.from(BASE64, 4000)}="/>`
  ],
  [
    'image-md',
    'markdown',
    r => `![x](data:image/jpeg;base64,/9j/4AAQ${r.from(BASE64, 3000)})`
  ],
  [
    'minified',
    'html',
    r =>
      `<script>!function(t){var e={};${Array.from({ length: 300 }, () => `e.${r.from(LOWER, 1)}${r.from(ALNUM, 5)}=function(t){return t.key+"${r.from(ALNUM, 12)}"};`).join('')}}(0)</script>`
  ],
  [
    'minified-password',
    'html',
    r =>
      `<script>var a="${r.from(ALNUM, 3000)}",inputPassword="${r.mixed(14)}";</script>`
  ],
  [
    'sourcemap',
    'script-js',
    r =>
      `//# sourceMappingURL=data:application/json;base64,${r.from(BASE64, 2000)}\n`
  ],
  [
    'plotly',
    'html',
    r =>
      `<div id="${uuid(r)}" class="plotly-graph-div"></div><script>Plotly.newPlot("${uuid(r)}")</script>`
  ],
  [
    'bokeh',
    'html',
    r =>
      `<script>docs_json={"${uuid(r)}":{"roots":["p${r.from(DIGITS, 4)}"]}};root_id="${uuid(r)}"</script>`
  ],
  [
    'widget',
    'metadata',
    r =>
      JSON.stringify({
        widgets: {
          state: {
            [r.from(HEX, 32)]: {
              model_name: 'PasswordModel',
              model_module_version: '2.0.0'
            }
          }
        }
      })
  ],
  [
    'colab',
    'metadata',
    r =>
      JSON.stringify({
        colab: { base_uri: 'https://localhost:8080/', outputId: uuid(r) }
      })
  ],
  [
    'nbgrader',
    'metadata',
    r =>
      JSON.stringify({
        nbgrader: {
          checksum: r.from(HEX, 32),
          grade_id: `cell-${r.from(HEX, 16)}`
        }
      })
  ],
  [
    'hash-meta',
    'metadata',
    r =>
      JSON.stringify({
        interpreter: { hash: r.from(HEX, 64) },
        vscode: { interpreter: { hash: r.from(HEX, 64) } }
      })
  ],
  [
    'java-id',
    'script-js',
    () =>
      'const AbstractSingletonProxyFactoryBeanPasswordEncoderConfiguration = 1;\n'
  ],
  ['docker', 'yaml', r => `image: python@sha256:${r.from(HEX, 64)}\n`],
  [
    'ssh-pub',
    'stream',
    r => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.mixed(43)} me@host\n`
  ],
  [
    'certificate',
    'stream',
    r =>
      `-----BEGIN CERTIFICATE-----\n${r.from(BASE64, 64)}\n-----END CERTIFICATE-----\n`
  ],
  [
    'public-key',
    'stream',
    r =>
      `-----BEGIN PUBLIC KEY-----\n${r.from(BASE64, 64)}\n-----END PUBLIC KEY-----\n`
  ],
  [
    'url-plain',
    'markdown',
    () => 'See https://user.example.org:8080/a@b and http://[::1]:80/'
  ],
  [
    'ssh-url',
    'shell',
    () => 'git clone git@github.com:org/repo.git\nrsync me@host:/data .\n'
  ],
  [
    'image-query',
    'markdown',
    r => `https://i.x.org/p.png?v=${r.from(HEX, 12)}&key=value&token=abc`
  ],
  ['sas-doc', 'markdown', () => 'add `?sv=…&sig=<signature>` to the URL'],
  [
    'etag',
    'log',
    r => `ETag: "${r.from(HEX, 32)}"\nX-Request-Id: ${uuid(r)}\n`
  ],
  ['base32', 'csv', r => `id\n${r.from(`${UPPER}234567`, 20)}\n`],
  [
    'mapbox-public',
    'html',
    r => `<script>L.accessToken='pk.eyJ${r.mixed(40)}'</script>`
  ]
];
