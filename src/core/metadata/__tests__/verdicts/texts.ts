import type { IAdditionalDescription, IAdditionalTitle } from '../../model';
import { cases } from './verdictCase';

const title = (change: Partial<IAdditionalTitle>) => ({
  additionalTitles: [
    { key: '1', title: 'A subtitle', type: 'subtitle', language: null, ...change } // prettier-ignore
  ]
});

const description = (change: Partial<IAdditionalDescription>) => ({
  additionalDescriptions: [
    { key: '1', description: 'Made with care.', format: 'text' as const, type: 'notes', language: null, ...change } // prettier-ignore
  ]
});

const html = (text: string) => ({
  description: text,
  descriptionFormat: 'html' as const
});

const markdown = (text: string) => ({
  description: text,
  descriptionFormat: 'markdown' as const
});

/** Titles, descriptions, keywords, languages, version, publisher. */
export const texts = [
  ...cases('title', [
    ['of three characters', { title: 'abc' }],
    ['of two characters', { title: 'ab' }, 'title'],
    ['of two characters and blanks', { title: ' ab \t' }, 'title'],
    ['missing', { title: '' }, 'title'],
    ['of three emoji', { title: '🌹🌹🌹' }],
    ['of two emoji', { title: '🌹🌹' }, 'title'],
    ['of two letters with an accent apart', { title: 'e\u0301a' }, 'title'],
    ['with invisible characters', { title: 'a\u200b\u200bb' }, 'title'],
    ['of Chinese characters', { title: '玫瑰香' }],
    ['very long', { title: 'x'.repeat(3000) }],
    ['with HTML', { title: '<b>x</b>' }]
  ]),
  ...cases('additional title', [
    ['complete', title({ language: { id: 'deu', title: 'German' } })],
    ['too short', title({ title: 'ab' }), 'additionalTitles.0.title'],
    ['missing', title({ title: '' }), 'additionalTitles.0.title'],
    ['without type', title({ type: '' }), 'additionalTitles.0.type'],
    [
      'without type, and too short',
      title({ type: '', title: 'x' }),
      ['additionalTitles.0.title', 'additionalTitles.0.type']
    ],
    [
      'the second of two',
      {
        additionalTitles: [
          ...title({}).additionalTitles,
          { key: '2', title: 'x', type: 'other', language: null }
        ]
      },
      'additionalTitles.1.title'
    ]
  ]),
  ...cases('resource type', [
    ['a dataset', { resourceType: 'dataset' }],
    ['a thesis', { resourceType: 'publication-dissertation' }],
    ['missing', { resourceType: '' }, 'resourceType']
  ]),
  ...cases('description', [
    ['of one character, in a paragraph', { description: 'a' }],
    ['with what looks like tags', { description: 'a <b, <script> & $x<y$' }],
    ['in Markdown', markdown('# A\n\n*b* [c](https://example.org)')],
    ['in Markdown, of a rule only', markdown('---')],
    ['in HTML', html('<p>Text</p>')],
    ['in HTML, too short', html('ab'), 'description'],
    ['in HTML, of a picture', html('<img src="https://a.b/c.svg">'), 'description'], // prettier-ignore
    ['in HTML, of a comment', html('<!-- what -->'), 'description'],
    ['in HTML, of a picture in a paragraph', html('<p><img src="x"></p>')],
    ['in HTML, of a short list', html('<ul><li>a</li></ul>')],
    ['in HTML, of a rule', html('<hr><hr>'), 'description']
  ]),
  ...cases('additional description', [
    ['complete', description({ language: { id: 'eng', title: '' } })],
    ['of methods', description({ type: 'methods' })],
    ['missing', description({ description: ' ' }), 'additionalDescriptions.0.description'], // prettier-ignore
    ['without type', description({ type: '' }), 'additionalDescriptions.0.type'], // prettier-ignore
    ['in HTML, too short', description({ description: 'x', format: 'html' }), 'additionalDescriptions.0.description'], // prettier-ignore
    ['in HTML', description({ description: '<p>x</p>', format: 'html' })]
  ]),
  ...cases('keywords', [
    ['two', { keywords: ['rose', 'scent'] }],
    ['the same twice', { keywords: ['rose', 'rose'] }],
    ['of one character', { keywords: ['r'] }],
    ['of an empty one', { keywords: [' '] }, 'keywords', 'stricter'],
    [
      'with a subject',
      {
        keywords: ['rose'],
        subjects: [{ id: 'http://127.0.0.1/subjects/astronomy', subject: 'Astronomy', scheme: 'LOCAL' }] // prettier-ignore
      }
    ]
  ]),
  ...cases('languages', [
    ['two', { languages: [{ id: 'eng', title: '' }, { id: 'deu', title: '' }] }], // prettier-ignore
    ['the same twice', { languages: [{ id: 'eng', title: '' }, { id: 'eng', title: '' }] }] // prettier-ignore
  ]),
  ...cases('version', [
    ['of 191 characters', { version: 'x'.repeat(191) }],
    ['of 192 characters', { version: 'x'.repeat(192) }, 'version'],
    ['with blanks around', { version: ` ${'x'.repeat(191)} ` }]
  ]),
  ...cases('publisher', [['of its own', { publisher: 'Rose Press' }]]),
  ...cases('copyright', [
    ['plain', { copyright: '© 2026 Jane Doe <jane> & others' }],
    ['of one character', { copyright: 'x' }]
  ]),
  ...cases('nothing', [
    [
      'at all',
      { title: '', resourceType: '', publicationDate: '', creators: [] },
      ['title', 'resourceType', 'publicationDate', 'creators']
    ]
  ])
];
