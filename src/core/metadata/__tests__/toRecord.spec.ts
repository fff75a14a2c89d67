import * as fc from 'fast-check';
import { zenodo, zenodoSandbox } from '../../zenodo/sites';
import { emptyCreator, emptyEmbargo, emptyMetadata, localDate } from '../empty';
import { paragraphsToHtml } from '../html';
import { nonceReference } from '../../zenodo/nonce';
import { publisherOf, toDraftBody } from '../toRecord';
import { complete } from './complete';
import { completeDraft } from './completeDraft';
import { form, jane } from './forms';

describe('toDraftBody', () => {
  it('sends all that the form holds', () => {
    const metadata = form({
      title: '  Rose scent\u200b ',
      creators: [
        {
          ...jane,
          orcid: 'https://www.orcid.org/0000-0002-1825-0097',
          affiliations: [
            { name: 'CERN ' },
            { name: ' ' },
            {
              id: '01ggx4157',
              name: 'European Organization for Nuclear Research'
            }
          ]
        },
        {
          ...emptyCreator('2', 'organisation'),
          name: 'The Team',
          familyName: 'left over'
        }
      ],
      description: 'What $x<y$ does.\n\nHow to run it.',
      licenses: [
        { id: 'mit', title: 'MIT License' },
        { id: 'mit', title: 'MIT License' },
        {
          id: '',
          title: 'Ask first ',
          own: { key: '1', description: '', link: 'https://example.org/terms ' }
        }
      ],
      keywords: [' rose '],
      version: '1.2.0'
    });
    expect(
      toDraftBody({
        metadata,
        site: zenodo,
        nonce: 'abc',
        defaultPreview: 'a.ipynb',
        relatedIdentifiers: [
          {
            identifier: 'https://mybinder.org/v2/zenodo/10.5281/zenodo.1/',
            scheme: 'url',
            relation_type: { id: 'issupplementedby' },
            resource_type: { id: 'software' }
          }
        ]
      })
    ).toEqual({
      access: { record: 'public', files: 'public' },
      files: { enabled: true, default_preview: 'a.ipynb' },
      metadata: {
        publisher: 'Zenodo',
        title: 'Rose scent',
        resource_type: { id: 'software-computationalnotebook' },
        publication_date: '2026-11-21',
        creators: [
          {
            person_or_org: {
              type: 'personal',
              family_name: 'Doe',
              given_name: 'Jane',
              identifiers: [
                { scheme: 'orcid', identifier: '0000-0002-1825-0097' }
              ]
            },
            affiliations: [{ name: 'CERN' }, { id: '01ggx4157' }]
          },
          { person_or_org: { type: 'organizational', name: 'The Team' } }
        ],
        description: '<p>What $x&lt;y$ does.</p><p>How to run it.</p>',
        rights: [
          { id: 'mit' },
          { title: { en: 'Ask first' }, link: 'https://example.org/terms' }
        ],
        subjects: [{ subject: 'rose' }],
        version: '1.2.0',
        references: [{ reference: 'jupyterlab-zenodo-publisher:abc' }],
        related_identifiers: [
          {
            identifier: 'https://mybinder.org/v2/zenodo/10.5281/zenodo.1/',
            scheme: 'url',
            relation_type: { id: 'issupplementedby' },
            resource_type: { id: 'software' }
          }
        ]
      }
    });
  });

  it('sends every field of the form', () => {
    expect(toDraftBody({ metadata: complete, site: zenodo })).toEqual(
      completeDraft
    );
  });

  it.each([
    [{ access: 'public' }, { record: 'public', files: 'public' }],
    [
      { access: 'restricted-record', embargo: emptyEmbargo },
      { record: 'restricted', files: 'restricted' }
    ],
    [
      { embargo: { active: true, until: ' ', reason: '' } },
      { record: 'public', files: 'restricted', embargo: { active: true } }
    ]
  ] as const)('of %j makes the access %j', (change, access) => {
    const metadata = { ...complete, ...change };
    expect(toDraftBody({ metadata, site: zenodo }).access).toEqual(access);
  });

  it('keeps the places of elements that are not complete', () => {
    const metadata = form({
      relatedWorks: [
        { key: '1', identifier: ' ', scheme: 'doi', relation: '', resourceType: '' }, // prettier-ignore
        { key: '2', identifier: '10.1/a', scheme: '', relation: 'cites', resourceType: '' } // prettier-ignore
      ],
      dates: [{ key: '1', date: '2026/..', type: 'valid', description: '' }]
    });
    expect(toDraftBody({ metadata, site: zenodo }).metadata).toMatchObject({
      related_identifiers: [
        {},
        { identifier: '10.1/a', relation_type: { id: 'cites' } }
      ],
      dates: [{ type: { id: 'valid' } }]
    });
  });

  it('adds a work unless the form has it', () => {
    const link = {
      identifier: 'https://a.b/c',
      scheme: 'url',
      relation_type: { id: 'issupplementedby' }
    };
    const work = {
      key: '1',
      identifier: ' https://a.b/c',
      scheme: '',
      relation: 'issupplementedby',
      resourceType: ''
    };
    const added = (relation: string) =>
      toDraftBody({
        metadata: form({ relatedWorks: [{ ...work, relation }] }),
        site: zenodo,
        relatedIdentifiers: [link]
      }).metadata.related_identifiers;
    expect(added('cites')?.slice(1)).toEqual([link]);
    expect(added('issupplementedby')).toHaveLength(1);
  });

  it.each([
    ['text', '<p>a *b* &lt;c&gt;</p>'],
    ['markdown', '<p>a <em>b</em> &lt;c&gt;</p>'],
    ['html', 'a *b* <c>']
  ] as const)('sends a description in %s as %s', (descriptionFormat, html) => {
    const metadata = form({ description: 'a *b* <c> ', descriptionFormat });
    expect(toDraftBody({ metadata, site: zenodo }).metadata.description).toBe(
      html
    );
  });

  it.each([
    ['© Jane <jane@example.org> & others', '<span>© Jane &lt;jane@example.org&gt; &amp; others</span>'], // prettier-ignore
    ['© Jane & others', '© Jane &amp; others'],
    [' ', undefined]
  ])('sends the copyright %j as %j', (copyright, html) => {
    const metadata = form({ copyright });
    expect(toDraftBody({ metadata, site: zenodo }).metadata.copyright).toBe(
      html
    );
  });

  it('sends HTML that shows tags in a tag of its own', () => {
    const metadata = form({
      description: 'a &lt;b&gt;',
      descriptionFormat: 'html'
    });
    expect(toDraftBody({ metadata, site: zenodo }).metadata.description).toBe(
      '<p>a &lt;b&gt;</p>'
    );
  });

  it('leaves out what is empty', () => {
    const { metadata, files } = toDraftBody({
      metadata: { ...emptyMetadata('2026'), resourceType: '' },
      site: zenodo
    });
    expect(metadata).toEqual({
      publisher: 'Zenodo',
      publication_date: '2026'
    });
    expect(files).toEqual({ enabled: true });
  });

  it('never sends a date at which the server stumbles', () => {
    const { metadata } = toDraftBody({
      metadata: form({ publicationDate: '2026/..' }),
      site: zenodo
    });
    expect(metadata).not.toHaveProperty('publication_date');
  });
});

describe('publisherOf', () => {
  it('is Zenodo on its own sites, else the site', () => {
    expect(publisherOf(zenodo)).toBe('Zenodo');
    expect(publisherOf(zenodoSandbox)).toBe('Zenodo');
    expect(publisherOf({ name: 'My archive' })).toBe('My archive');
  });
});

describe('paragraphsToHtml', () => {
  it.each([
    ['', ''],
    [' \n\n ', ''],
    ['a', '<p>a</p>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['a\r\n \t\r\n\r\nb\n', '<p>a</p><p>b</p>'],
    ['"<b>" & \'c\'', "<p>&quot;&lt;b&gt;&quot; &amp; 'c'</p>"]
  ])('makes of %j: %s', (text, html) => {
    expect(paragraphsToHtml(text)).toBe(html);
  });

  it('lets no tag of the text through', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const html = paragraphsToHtml(text);
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"]/);
      })
    );
  });
});

describe('the nonce', () => {
  it('is what the client looks for', () => {
    expect(nonceReference('x')).toBe('jupyterlab-zenodo-publisher:x');
  });
});

describe('localDate', () => {
  it('is the day where the user is', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
