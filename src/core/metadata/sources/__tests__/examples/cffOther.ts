import { type IExample, organisation } from './example';

/** `CITATION.cff`: texts, licences, types, and files that are odd as a whole. */
export const cffOther: readonly IExample[] = [
  {
    name: 'the minimum that is valid',
    text: `cff-version: 1.2.0
message: If you use this, cite it.
title: My Research Software
authors:
  - name: The author
`,
    record: {
      metadata: {
        title: 'My Research Software',
        creators: [organisation('The author')]
      }
    }
  },
  {
    name: 'version 1.0.3, in which the message came first',
    text: `cff-version: 1.0.3
message: Cite it.
title: "Rose scent: treatment  means"
version: 1.10
date-released: 2020-01-01
authors: []
`,
    record: {
      metadata: { title: 'Rose scent: treatment means', version: '1.10' }
    }
  },
  {
    name: 'a version with a letter, and one that is a date',
    text: 'version: v2026-11-21\n',
    record: { metadata: { version: 'v2026-11-21' } }
  },
  {
    name: 'an abstract in a block that keeps its lines',
    text: `abstract: |
  What it
  does & why: a < b.

  How to run it.
`,
    record: {
      metadata: {
        description:
          '<p>What it does &amp; why: a &lt; b.</p><p>How to run it.</p>'
      }
    }
  },
  {
    name: 'an abstract in a block that is folded',
    text: `abstract: >-
  One line
  and the same.

  Another.
`,
    record: {
      metadata: {
        description: '<p>One line and the same. Another.</p>'
      }
    }
  },
  {
    name: 'an abstract in HTML',
    text: 'abstract: "<p>One &amp; <b>two</b>.</p>"\n',
    record: { metadata: { description: '<p>One &amp; <b>two</b>.</p>' } }
  },
  {
    name: 'a title over two lines, with quotes and a colon',
    text: `title: "Roses: a 'study' of
  their scent"
`,
    record: { metadata: { title: "Roses: a 'study' of their scent" } }
  },
  {
    name: 'keywords that YAML takes for other things',
    text: 'keywords: [FAIR, 3, true, 2020-01-01, fair, null, ~, ]\n',
    record: {
      metadata: {
        subjects: [
          { subject: 'FAIR' },
          { subject: '3' },
          { subject: 'true' },
          { subject: '2020-01-01' }
        ]
      }
    }
  },
  {
    name: 'keywords in one line',
    text: 'keywords: rose, scent\n',
    record: {
      metadata: { subjects: [{ subject: 'rose' }, { subject: 'scent' }] }
    }
  },
  {
    name: 'no keywords',
    text: 'keywords:\ntitle: Roses\n',
    record: { metadata: { title: 'Roses' } }
  },
  {
    name: 'one licence',
    text: 'license: BSD-3-Clause\n',
    record: { metadata: { rights: [{ id: 'bsd-3-clause' }] } }
  },
  {
    name: 'a choice of licences',
    text: 'license:\n  - Apache-2.0\n  - MIT\n',
    record: { metadata: { rights: [{ id: 'apache-2.0' }, { id: 'mit' }] } },
    findings: ['2: license-choice']
  },
  {
    name: 'licences that SPDX calls otherwise now',
    text: 'license: [LGPL-2.1+, AGPL-3.0]\n',
    record: {
      metadata: {
        rights: [{ id: 'lgpl-2.1-or-later' }, { id: 'agpl-3.0-only' }]
      }
    },
    findings: ['1: license-choice']
  },
  {
    name: 'an expression of licences',
    text: 'license: MIT OR Apache-2.0\n',
    record: { metadata: { rights: [{ id: 'mit' }, { id: 'apache-2.0' }] } },
    findings: ['1: license-choice']
  },
  {
    name: 'licences that hold together, which no id says',
    text: 'license: MIT AND CC-BY-4.0\n',
    record: {},
    findings: ['1: license-unknown']
  },
  {
    name: 'a licence of its own with an address',
    text: 'license-url: https://example.org/terms\n',
    record: {
      metadata: {
        rights: [
          { title: { en: 'License' }, link: 'https://example.org/terms' }
        ]
      }
    }
  },
  {
    name: 'the address of a known licence',
    text: 'license-url: https://opensource.org/licenses/MIT\n',
    record: { metadata: { rights: [{ id: 'mit' }] } }
  },
  {
    name: 'a data set',
    text: 'type: dataset\n',
    record: { metadata: { resource_type: { id: 'dataset' } } }
  },
  {
    name: 'software, which notebooks are',
    text: 'type: software\n',
    record: {}
  },
  {
    name: 'a type of something else',
    text: 'type: poem\n',
    record: {},
    findings: ['1: not-understood']
  },
  {
    name: 'keys that are not of the format, with comments',
    text: `# made by hand
title: Roses # of course
doi-url: https://example.org
funding: EU
`,
    record: { metadata: { title: 'Roses' } },
    findings: ['3: not-used', '4: not-used']
  },
  {
    name: 'JSON, which is YAML',
    text: '{"cff-version": "1.2.0", "title": "Rose scent", "version": 2}',
    record: { metadata: { title: 'Rose scent', version: '2' } }
  },
  {
    name: 'line ends of Windows',
    text: 'title: Rose scent\r\nversion: 1\r\nkeywords:\r\n- rose\r\n',
    record: {
      metadata: {
        title: 'Rose scent',
        version: '1',
        subjects: [{ subject: 'rose' }]
      }
    }
  },
  {
    name: 'other scripts, emoji and a marker of the document',
    text: '---\ntitle: Duft der Rosen 🌹 バラ\n...\n',
    record: { metadata: { title: 'Duft der Rosen 🌹 バラ' } }
  },
  {
    name: 'wrong types everywhere',
    text: `title: [Rose]
abstract: {en: x}
version: [1]
license: {id: MIT}
keywords: {a: b}
`,
    record: {},
    findings: [
      '1: not-understood',
      '2: not-understood',
      '3: not-understood',
      '4: not-understood',
      '5: not-understood'
    ]
  }
];
