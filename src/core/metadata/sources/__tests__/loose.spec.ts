import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FileAccessError, type IFiles } from '../../../files';
import { MemoryFiles } from '../../../memoryFiles';
import { plainEnglish as trans } from '../../../text';
import { asNotebook } from '../../../notebook/notebook';
import { readGit } from '../git';
import { languageChoice } from '../languages';
import { readLicenseText, recogniseLicense } from '../licenseText';
import { readNotebookSource } from '../notebookSource';
import { readReadme } from '../readmeSource';
import { rorId } from '../ror';

describe('a licence’s text', () => {
  const modules = path.resolve(__dirname, '../../../../../node_modules');
  const texts = readdirSync(modules).flatMap(name => {
    const manifest = path.join(modules, name, 'package.json');
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']
      .map(one => path.join(modules, name, one))
      .find(existsSync);
    const license = existsSync(manifest)
      ? (JSON.parse(readFileSync(manifest, 'utf8')) as { license?: unknown })
          .license
      : null;
    return file && typeof license === 'string'
      ? [{ name, license, text: readFileSync(file, 'utf8') }]
      : [];
  });
  const single = texts.filter(({ license }) => /^[\w.-]+$/.test(license));

  it('is never taken for another one', () => {
    expect(single.length).toBeGreaterThan(300);
    const wrong = single.filter(({ license, text }) => {
      const ids = recogniseLicense(text);
      return ids.length > 0 && !ids.includes(license.toLowerCase());
    });
    expect(wrong.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it('is mostly recognised', () => {
    const found = single.filter(
      ({ text }) => recogniseLicense(text).length > 0
    );
    expect(found.length / single.length).toBeGreaterThan(0.9);
  });

  it('is not recognised when something was added, or is missing', () => {
    const text = single.find(({ license }) => license === 'MIT')?.text ?? '';
    expect(recogniseLicense(text)).toEqual(['mit']);
    expect(recogniseLicense(`${text}\nNot for the military.${' x'.repeat(40)}`)).toEqual([]); // prettier-ignore
    expect(recogniseLicense(text.slice(0, text.length / 2))).toEqual([]);
    expect(recogniseLicense(`${text}\n${text}`)).toEqual([]);
  });

  it('offers the copyright', () => {
    const text = single.find(({ license }) => license === 'MIT')?.text ?? '';
    const own = text.replace(/^.*copyright.*\d{4}.*$/im, 'Copyright (c) 2026 Jane Doe. All rights reserved.'); // prettier-ignore
    const { values, offers, findings } = readLicenseText(own, 'LICENSE', trans);
    expect(values).toEqual({ licenses: [{ id: 'mit', title: 'mit' }] });
    expect(offers).toEqual({ copyright: 'Copyright (c) 2026 Jane Doe.' });
    expect(findings).toEqual([]);
  });

  it('of one’s own is told', () => {
    expect(readLicenseText('Do what you like.', 'LICENSE', trans)).toEqual({
      values: {},
      offers: {},
      findings: [
        expect.objectContaining({
          id: 'metadata.source.license-text',
          place: { path: 'LICENSE' }
        })
      ]
    });
  });
});

describe('git', () => {
  const sha = (digit: string) => digit.repeat(40);
  const config = `[core]
\trepositoryformatversion = 0
[user]
\tname = Jane van Doe
\temail = jane@example.org
[remote "origin"]
\turl = git@github.com:roses/scent.git
\tfetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]
\tremote = origin
`;
  const packed = `# pack-refs with: peeled fully-peeled sorted
${sha('a')} refs/heads/main
${sha('b')} refs/tags/v0.9
${sha('c')} refs/tags/v1.0
^${sha('a')}
`;

  const read = (contents: Record<string, string>, root = 'work/project') =>
    readGit({ files: new MemoryFiles(contents), root, trans });

  it('knows the repository, the tag and who commits', async () => {
    const source = await read({
      'work/project/.git/config': config,
      'work/project/.git/HEAD': 'ref: refs/heads/main\n',
      'work/project/.git/packed-refs': packed
    });
    expect(source).toEqual({
      values: {
        software: {
          repository: 'https://github.com/roses/scent',
          programmingLanguages: [],
          developmentStatus: ''
        },
        version: '1.0',
        creators: [
          expect.objectContaining({
            familyName: 'van Doe',
            givenName: 'Jane'
          })
        ]
      },
      findings: []
    });
  });

  it('is found above the bundle’s root', async () => {
    const source = await read({ '.git/config': config });
    expect(source?.values.software?.repository).toBe(
      'https://github.com/roses/scent'
    );
    expect(await read({ '.git/config': config }, 'a/b/c/d')).toBeNull();
  });

  it('has no version where HEAD is not tagged', async () => {
    const source = await read({
      'work/project/.git/config': config,
      'work/project/.git/HEAD': 'ref: refs/heads/main\n',
      'work/project/.git/refs/heads/main': `${sha('d')}\n`,
      'work/project/.git/packed-refs': packed
    });
    expect(source?.values).not.toHaveProperty('version');
  });

  it('is quiet where it cannot be read', async () => {
    const files: IFiles = {
      list: async () => [],
      stat: async file => {
        throw new FileAccessError(file, file);
      },
      read: async file => {
        throw new FileAccessError(file, file);
      }
    };
    expect(await readGit({ files, root: 'a', trans })).toBeNull();
    expect(await read({})).toBeNull();
  });

  it('drops passwords', async () => {
    const source = await read({
      'work/project/.git/config':
        '[remote "origin"]\n\turl = https://me:secret@git.example.org/a/b.git\n'
    });
    expect(source?.values.software?.repository).toBe(
      'https://git.example.org/a/b'
    );
  });
});

describe('a notebook', () => {
  const read = (metadata: object, ...sources: string[]) =>
    readNotebookSource(
      asNotebook({
        nbformat: 4,
        nbformat_minor: 5,
        metadata,
        cells: sources.map(source => ({
          cell_type: source.startsWith('---') ? 'raw' : 'markdown',
          source
        }))
      }),
      'work/01-rose_scent.ipynb',
      trans
    );

  it('says its title, authors and language', () => {
    const { values } = read(
      {
        title: 'Rose scent',
        authors: [
          { name: 'Jane Doe', orcid: '0000-0002-1825-0097', affiliation: 'A' },
          'Richard Roe'
        ],
        kernelspec: { name: 'ir', language: 'R', display_name: 'R' }
      },
      '# Another heading\n\nWhat this computes.\n\nMore.'
    );
    expect(values).toEqual({
      title: 'Rose scent',
      description: 'What this computes.',
      descriptionFormat: 'text',
      creators: [
        expect.objectContaining({
          familyName: 'Doe',
          orcid: '0000-0002-1825-0097',
          affiliations: [{ name: 'A' }]
        }),
        expect.objectContaining({ familyName: 'Roe', givenName: 'Richard' })
      ],
      software: {
        repository: '',
        programmingLanguages: [
          { id: 'r', title: 'R' },
          { id: 'jupyter_notebook', title: 'Jupyter Notebook' }
        ],
        developmentStatus: ''
      }
    });
  });

  it('says in its front matter what a paper says', () => {
    const { values, offers } = read(
      { language_info: { name: 'python' } },
      `---
title: "Rose scent"
subtitle: Means
author:
  - name: Jane Doe
    orcid: 0000-0002-1825-0097
    affiliations: [{name: Some lab}]
  - name: {given: Richard, family: Roe}
date: 2026-01-02
abstract: Means of all.
keywords: [rose]
license: CC BY 4.0
---
`,
      '# Heading'
    );
    expect(values).toMatchObject({
      title: 'Rose scent',
      additionalTitles: [{ title: 'Means', type: 'subtitle' }],
      creators: [
        {
          familyName: 'Doe',
          orcid: '0000-0002-1825-0097',
          affiliations: [{ name: 'Some lab' }]
        },
        { familyName: 'Roe', givenName: 'Richard' }
      ],
      description: 'Means of all.',
      keywords: ['rose'],
      licenses: [{ id: 'cc-by-4.0' }]
    });
    expect(offers).toEqual({ publicationDate: '2026-01-02' });
  });

  it('has a name at least', () => {
    expect(read({}, '# Introduction').values.title).toBe('Rose scent');
  });
});

it.each([
  [
    '# Rose scent [![DOI](a)](b)\n\nMeans of all.',
    'Rose scent',
    'Means of all.'
  ],
  ['Rose scent\n==========\n\nMeans of all.', 'Rose scent', 'Means of all.'],
  [
    'Only text that says something.',
    undefined,
    'Only text that says something.'
  ]
])('the README %j', (text, title, description) => {
  const { values } = readReadme(text, 'README.md');
  expect(values.title).toBe(title);
  expect(values.description).toBe(description);
});

it('a README with a line above its title', () => {
  const text = '==========\nRose scent\n==========\n\nMeans of all.\n';
  expect(readReadme(text, 'README.rst').values.title).toBe('Rose scent');
});

it.each([
  ['en', 'eng'],
  ['en-GB', 'eng'],
  ['deu', 'deu'],
  ['ger', 'deu'],
  ['zh', 'zho'],
  ['English', 'eng'],
  ['French', 'fra'],
  ['qqq', undefined],
  ['', undefined],
  ['constructor', undefined]
])('the language %s', (written, id) => {
  expect(languageChoice(written)?.id).toBe(id);
});

it.each([
  ['01ggx4157', '01ggx4157'],
  ['https://ror.org/01GGX4157', '01ggx4157'],
  ['ror.org/052gg0110/', '052gg0110'],
  ['01ggx4158', null],
  ['0000-0002-1825-0097', null]
])('the ROR id %s', (written, id) => {
  expect(rorId(written)).toBe(id);
});
