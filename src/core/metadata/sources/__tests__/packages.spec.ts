import { plainEnglish as trans } from '../../../text';
import { readDatapackage } from '../datapackage';
import { readJuliaProject } from '../juliaProject';
import { readPackageJson } from '../packageJson';
import { readPyproject } from '../pyproject';
import { readRDescription } from '../rDescription';
import { readRoCrate } from '../roCrate';
import { readSetupCfg } from '../setupCfg';
import { organisation, person, work } from './examples/example';
import { objections, saidBy } from './published';

const ids = ({ findings }: { findings: readonly { id: string }[] }) =>
  findings.map(({ id }) => id.replace('metadata.source.', ''));

describe('pyproject.toml', () => {
  it('of PEP 621', async () => {
    const source = readPyproject(
      `[build-system]
requires = ["hatchling"]
[project]
name = "rosescent"
version = "1.2.0"
description = "Means of all treatments"
license = "MIT OR Apache-2.0"
keywords = ["rose", "scent"]
authors = [
  {name = "Jane Doe", email = "jane@example.org"},
  {email = "nobody@example.org"},
]
maintainers = [{name = "Main Tainer"}]
[project.urls]
"Source Code" = "https://github.com/roses/scent"
Documentation = "https://scent.readthedocs.io"
`,
      'pyproject.toml',
      trans
    );
    expect(saidBy(source.values)).toEqual({
      metadata: {
        version: '1.2.0',
        description: '<p>Means of all treatments</p>',
        rights: [{ id: 'mit' }, { id: 'apache-2.0' }],
        subjects: [{ subject: 'rose' }, { subject: 'scent' }],
        creators: [person('Doe', 'Jane')],
        related_identifiers: [
          work('url', 'https://scent.readthedocs.io', 'isdocumentedby')
        ]
      },
      custom_fields: { 'code:codeRepository': 'https://github.com/roses/scent' }
    });
    expect(source.offers).toEqual({ title: 'rosescent' });
    expect(ids(source)).toEqual(['license-choice']);
    expect(await objections(source.values)).toEqual([]);
  });

  it('of Poetry, with a licence in a classifier', () => {
    const source = readPyproject(
      `[tool.poetry]
name = "x"
version = "0.1"
description = "d"
authors = ["Jane Doe <jane@example.org>", "The Rose Team"]
classifiers = ["License :: OSI Approved :: MIT License"]
repository = "https://github.com/roses/x.git"
homepage = "https://github.com/roses/x"
`,
      'pyproject.toml',
      trans
    );
    expect(saidBy(source.values)).toEqual({
      metadata: {
        version: '0.1',
        description: '<p>d</p>',
        rights: [{ id: 'mit' }],
        creators: [person('Doe', 'Jane'), organisation('The Rose Team')]
      },
      custom_fields: { 'code:codeRepository': 'https://github.com/roses/x' }
    });
  });

  it('without a project, or with a licence in a file', () => {
    const read = (text: string) => readPyproject(text, 'pyproject.toml', trans);
    expect(read('[tool.black]\nline-length = 80\n')).toEqual({
      values: {},
      offers: {},
      findings: []
    });
    expect(read('[project]\nlicense = {file = "LICENSE"}\n').values).toEqual(
      {}
    );
    expect(ids(read('[project]\nlicense = "LicenseRef-x"\n'))).toEqual([
      'license-unknown'
    ]);
  });
});

it('setup.cfg', async () => {
  const source = readSetupCfg(
    `# made by hand
[metadata]
name = rosescent
version = attr: rosescent.__version__
description = Means
Author = Jane Doe, Richard Roe
license = BSD-3-Clause
keywords = rose, scent
url = https://scent.example.org
project_urls =
    Source = https://github.com/roses/scent
    Tracker = https://github.com/roses/scent/issues
[options]
install_requires =
    numpy
`,
    'setup.cfg',
    trans
  );
  expect(saidBy(source.values)).toEqual({
    metadata: {
      description: '<p>Means</p>',
      rights: [{ id: 'bsd-3-clause' }],
      subjects: [{ subject: 'rose' }, { subject: 'scent' }],
      creators: [person('Doe', 'Jane'), person('Roe', 'Richard')],
      related_identifiers: [
        work('url', 'https://scent.example.org', 'isdocumentedby')
      ]
    },
    custom_fields: { 'code:codeRepository': 'https://github.com/roses/scent' }
  });
  expect(source.findings).toEqual([]);
  expect(await objections(source.values)).toEqual([]);
});

it.each([
  ['github:roses/scent', 'https://github.com/roses/scent'],
  ['roses/scent', 'https://github.com/roses/scent'],
  ['gitlab:roses/scent', 'https://gitlab.com/roses/scent'],
  [
    'git+ssh://git@github.com/roses/scent.git',
    'https://github.com/roses/scent'
  ],
  ['git://github.com/roses/scent.git#main', 'https://github.com/roses/scent'],
  ['https://user:secret@host.org:8443/a/b.git', 'https://host.org:8443/a/b']
])('package.json with the repository %s', (repository, address) => {
  const { values } = readPackageJson(
    JSON.stringify({ repository: { type: 'git', url: repository } }),
    'package.json',
    trans
  );
  expect(values.software?.repository).toBe(address);
});

it('package.json', () => {
  const source = readPackageJson(
    JSON.stringify({
      name: 'rosescent',
      version: '1.0.0',
      description: 'Means',
      author: 'Jane Doe <jane@example.org> (https://example.org)',
      contributors: [{ name: 'Richard Roe', email: 'r@example.org' }],
      license: 'ISC',
      keywords: ['rose'],
      dependencies: { x: '1' }
    }),
    'package.json',
    trans
  );
  expect(saidBy(source.values)).toEqual({
    metadata: {
      version: '1.0.0',
      description: '<p>Means</p>',
      rights: [{ id: 'isc' }],
      subjects: [{ subject: 'rose' }],
      creators: [person('Doe', 'Jane')],
      contributors: [person('Roe', 'Richard', { role: 'other' })]
    }
  });
  const license = (text: string) =>
    readPackageJson(JSON.stringify({ license: text }), 'p', trans);
  expect(license('SEE LICENSE IN LICENSE.md').findings).toEqual([]);
  expect(license('UNLICENSED').values).toEqual({});
});

describe('DESCRIPTION', () => {
  const read = (text: string) => readRDescription(text, 'DESCRIPTION', trans);

  it('with Authors@R', async () => {
    const source = read(`Package: scent
Title: Scent of Roses
Version: 0.9-1
Authors@R: c(
    person("Jane", "Doe", , "jane@example.org", role = c("aut", "cre"),
           comment = c(ORCID = "0000-0002-1825-0097")),
    person(given = "Richard", family = "Roe", role = "ctb"), # helped
    person("Rose Press", role = c("cph", "fnd")))
Description: Computes means of
    all treatments.
License: GPL (>= 3)
URL: https://scent.example.org, https://github.com/roses/scent
BugReports: https://github.com/roses/scent/issues
X-schema.org-keywords: rose, scent
`);
    expect(saidBy(source.values)).toEqual({
      metadata: {
        title: 'Scent of Roses',
        version: '0.9-1',
        description: '<p>Computes means of all treatments.</p>',
        creators: [person('Doe', 'Jane', { orcid: '0000-0002-1825-0097' })],
        contributors: [
          person('Roe', 'Richard', { role: 'other' }),
          organisation('Rose Press', { role: 'rightsholder' })
        ],
        funding: [{ funder: { name: 'Rose Press' } }],
        rights: [{ id: 'gpl-3.0-or-later' }],
        subjects: [{ subject: 'rose' }, { subject: 'scent' }],
        related_identifiers: [
          work('url', 'https://scent.example.org', 'isdocumentedby')
        ]
      },
      custom_fields: { 'code:codeRepository': 'https://github.com/roses/scent' }
    });
    expect(source.findings).toEqual([]);
    expect(await objections(source.values)).toEqual([]);
  });

  it('with Author', () => {
    const { values } = read(
      'Author: Jane Doe [aut, cre], Richard Roe <r@x.org>\n'
    );
    expect(saidBy(values)).toEqual({
      metadata: { creators: [person('Doe', 'Jane'), person('Roe', 'Richard')] }
    });
  });

  it('whose authors are computed', () => {
    expect(ids(read('Authors@R: eval(parse("authors.R"))\n'))).toEqual([
      'not-understood'
    ]);
  });

  it.each([
    ['MIT + file LICENSE', ['mit']],
    ['GPL-2 | GPL-3', ['gpl-2.0-only', 'gpl-3.0-only']],
    ['LGPL (>= 2.1)', ['lgpl-2.1-or-later']],
    ['AGPL-3', ['agpl-3.0-only']],
    ['Apache License (>= 2)', ['apache-2.0']],
    ['BSD_3_clause + file LICENSE', ['bsd-3-clause']],
    ['CC0', ['cc0-1.0']],
    ['file LICENSE', []]
  ])('License: %s', (license, expected) => {
    const { values } = read(`License: ${license}\n`);
    expect((values.licenses ?? []).map(({ id }) => id)).toEqual(expected);
  });
});

it('Project.toml', () => {
  const source = readJuliaProject(
    `name = "Scent"
uuid = "7876af07-990d-54b4-ab0e-23690620f79a"
authors = ["Jane Doe <jane@example.org>"]
version = "0.1.0"
[deps]
CSV = "336ed68f-0bac-5ca0-87d4-7b16caf5d00b"
`,
    'Project.toml',
    trans
  );
  expect(saidBy(source.values)).toEqual({
    metadata: { version: '0.1.0', creators: [person('Doe', 'Jane')] }
  });
  expect(source.offers).toEqual({ title: 'Scent' });
});

it.each([
  [
    'version 1',
    [
      {
        title: 'Jane Doe',
        role: 'author',
        organization: 'Some lab',
        path: 'https://orcid.org/0000-0002-1825-0097'
      },
      { title: 'Richard Roe', role: 'wrangler' }
    ]
  ],
  [
    'version 2',
    [
      {
        givenName: 'Jane',
        familyName: 'Doe',
        roles: ['creator'],
        organization: 'Some lab',
        path: 'https://orcid.org/0000-0002-1825-0097'
      },
      { title: 'Richard Roe', roles: ['DataManager', 'wrangler'] }
    ]
  ]
])('datapackage.json of %s', async (version, contributors) => {
  const source = readDatapackage(
    JSON.stringify({
      name: 'rose-scent',
      title: 'Rose scent',
      description: 'Means.',
      version: '1.0',
      contributors,
      licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
      keywords: ['rose'],
      homepage: 'https://scent.example.org',
      sources: [{ title: 'Raw', path: 'https://doi.org/10.1234/raw' }],
      created: '2020-01-01T00:00:00Z',
      resources: [{ name: 'a', path: 'a.csv' }],
      views: []
    }),
    'datapackage.json',
    trans
  ); // prettier-ignore
  expect(saidBy(source.values)).toEqual({
    metadata: {
      title: 'Rose scent',
      description: '<p>Means.</p>',
      version: '1.0',
      creators: [
        person('Doe', 'Jane', {
          orcid: '0000-0002-1825-0097',
          at: ['Some lab']
        })
      ],
      contributors: [
        person('Roe', 'Richard', {
          role: version === 'version 1' ? 'other' : 'datamanager'
        })
      ],
      rights: [{ id: 'cc-by-4.0' }],
      subjects: [{ subject: 'rose' }],
      related_identifiers: [
        work('url', 'https://scent.example.org', 'isdocumentedby'),
        work('doi', '10.1234/raw', 'isderivedfrom')
      ]
    }
  });
  expect(source.offers).toEqual({
    resourceType: 'dataset',
    publicationDate: '2020-01-01'
  });
  expect(ids(source)).toEqual(['not-used']);
  expect(await objections(source.values)).toEqual([]);
});

describe('ro-crate-metadata.json', () => {
  const read = (graph: unknown) =>
    readRoCrate(
      JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': graph }),
      'ro-crate-metadata.json',
      trans
    ); // prettier-ignore

  it('says what its root says', async () => {
    const source = read([
      { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' } },
      {
        '@id': './',
        '@type': 'Dataset',
        name: 'Rose scent',
        description: 'Means.',
        datePublished: '2020-01-01',
        license: { '@id': 'https://spdx.org/licenses/MIT' },
        author: [{ '@id': 'https://orcid.org/0000-0002-1825-0097' }, { '@id': '#team' }],
        keywords: 'rose, scent',
        identifier: { '@id': '#doi' },
        funder: { '@id': 'https://ror.org/00k4n6c32' },
        citation: { '@id': 'https://doi.org/10.1234/x' }
      },
      { '@id': 'https://orcid.org/0000-0002-1825-0097', '@type': 'Person', name: 'Jane Doe', affiliation: { '@id': 'https://ror.org/01ggx4157' } },
      { '@id': 'https://ror.org/01ggx4157', '@type': 'Organization', name: 'CERN' },
      { '@id': '#team', '@type': 'Organization', name: 'Roses' },
      { '@id': '#doi', '@type': 'PropertyValue', value: 'https://doi.org/10.1234/own' }
    ]); // prettier-ignore
    expect(saidBy(source.values)).toEqual({
      metadata: {
        title: 'Rose scent',
        description: '<p>Means.</p>',
        rights: [{ id: 'mit' }],
        creators: [
          person('Doe', 'Jane', {
            orcid: '0000-0002-1825-0097',
            at: [{ id: '01ggx4157' }]
          }),
          organisation('Roses')
        ],
        subjects: [{ subject: 'rose' }, { subject: 'scent' }],
        identifiers: [{ identifier: '10.1234/own', scheme: 'doi' }],
        funding: [{ funder: { id: '00k4n6c32' } }],
        related_identifiers: [work('doi', '10.1234/x', 'cites')]
      }
    });
    expect(source.offers).toEqual({ publicationDate: '2020-01-01' });
    expect(await objections(source.values)).toEqual([]);
  });

  it('is told when it has no root', () => {
    expect(ids(read([{ '@id': '#x' }]))).toEqual(['not-understood']);
  });
});
