/** What a server, a notebook or a file says is text, whatever it is; and no link but to the web. */
import * as React from 'react';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { plainEnglish } from '../../core/text';
import type { IPublicationState } from '../../session/state';
import { ConfirmationBody } from '../ConfirmationBody';
import { ExternalLink } from '../ExternalLink';
import { SafeHtml } from '../SafeHtml';
import { TransProvider } from '../context';
import { DeletionBody } from '../publications/DeletionBody';
import { ListPage, FakeList, view, stopped, siteView } from '../publications/__tests__/listPage'; // prettier-ignore
import { FakeSession, Page, readyState } from './testing';
import { zenodo } from '../../core/zenodo/sites';

const texts = {
  'an image': '<img data-hostile src=x onerror="globalThis.hostile=1">',
  'a script': '</script><script data-hostile>globalThis.hostile=1</script>',
  'the end of its element': '</h2></div></textarea><svg data-hostile onload="globalThis.hostile=1">', // prettier-ignore
  'marks and a link': '**<b data-hostile>** `</code>` [x](javascript:globalThis.hostile=1)', // prettier-ignore
  'an entity': '&lt;img data-hostile&gt;&#60;script data-hostile&#62;'
};

/** What code knows by heart, or what React has as a key: not a text of somebody else. */
const ours =
  /^(?:id|phase|status|kind|section|severity|name|reason|reasonKind|layout|url|site|tone|path|key|size|actions|doiResolver|binder|publicationDate|lastModified|when|as|bulk|capture|descriptionFormat|type|access|schemes?)$/;

let count = 0;

/** The same with a hostile text in place of every other text. */
function poisoned<T>(value: T, text: string, name = ''): T {
  if (typeof value === 'string') {
    // No two are the same: some are keys of what is repeated.
    return (ours.test(name) ? value : `${text} ${count++}`) as T;
  }
  if (Array.isArray(value)) {
    return value.map(one => poisoned(one as unknown, text, name)) as T;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      poisoned(part as unknown, text, key)
    ])
  ) as T;
}

function expectOnlyText(host: HTMLElement, text: string): void {
  expect(host.querySelectorAll('[data-hostile], script, svg[onload]')).toHaveLength(0); // prettier-ignore
  expect((globalThis as { hostile?: unknown }).hostile).toBeUndefined();
  for (const link of host.querySelectorAll('[href], [src], [action]')) {
    for (const name of ['href', 'src', 'action']) {
      const address = link.getAttribute(name);
      expect(address === null || /^(https?:\/\/|#)/.test(address)).toBe(true);
    }
  }
  for (const element of host.querySelectorAll('*')) {
    expect(element.getAttributeNames().filter(one => /^on/.test(one))).toEqual([]); // prettier-ignore
  }
  const values = [
    ...host.querySelectorAll<HTMLInputElement>('input, textarea')
  ];
  const shown = [host.textContent, ...values.map(({ value }) => value)].join();
  expect(shown).toContain(text.slice(2, 12));
}

const trouble = {
  happened: 'x',
  kept: 'x',
  next: 'x',
  details: 'x',
  actions: ['sign-in', 'resume', 'take-over', 'use-site', 'use-mine', 'discard'] as const // prettier-ignore
};

/** The panel while something stopped, and when it is published. */
function states(): IPublicationState[] {
  const ready = readyState();
  const { publish, metadata, account } = ready;
  const stoppedState: IPublicationState = {
    ...ready,
    phase: 'stopped',
    asked: true,
    metadata: {
      ...metadata,
      errors: { title: 'x', creators: 'x', 'creators.0.familyName': 'x' },
      candidates: {
        title: [{ origin: 'x', values: { title: 'x' } }] as never
      }
    },
    account: { ...account, refused: 'x', problems: ['x'] },
    findings: [
      { id: 'x', severity: 'error', section: 'contents', message: 'x' },
      { id: 'y', severity: 'warning', section: 'metadata', message: 'x' }
    ],
    publish: {
      ...publish,
      trouble,
      draft: { id: '1', doi: 'x', url: 'javascript:globalThis.hostile=1' }
    }
  };
  return [
    stoppedState,
    {
      ...ready,
      phase: 'published',
      publish: {
        ...publish,
        outcome: {
          isReplacement: false,
          undoUntil: null,
          proposals: [{ title: 'x', note: 'x' }],
          data: { doi: 'x', doiUrl: 'x', recordUrl: 'x' },
          doi: 'x',
          doiUrl: 'x',
          recordUrl: 'x',
          launchUrl: 'x',
          launchPath: 'x',
          doiResolves: true,
          badgeMarkdown: 'x',
          publishedAt: '2026-11-21T12:00:00.000Z',
          writtenBack: [
            { path: 'a.ipynb', done: false, note: 'x' },
            { path: 'b.ipynb', done: true, note: 'x' }
          ]
        }
      }
    }
  ];
}

describe.each(Object.entries(texts))('%s', (_, text) => {
  it.each([0, 1])('is text in the panel (%i)', which => {
    const state = poisoned(states()[which], text);
    const session = new FakeSession(state);
    const page = new Page(session);
    // What is folded is unfolded.
    for (const button of page.all('button[aria-expanded="false"]')) {
      page.press(button);
    }
    expectOnlyText(page.host, text);
    page.dispose();
  });

  it('is text in the list of publications', () => {
    const items = [
      view(),
      stopped({ notice: { tone: 'error', text: 'x' } }),
      view({ key: 'b', depositId: '7', status: 'withdrawn' })
    ].map(item => poisoned(item, text));
    const list = new FakeList({
      items,
      problem: `${text} 1`,
      query: text,
      notice: { tone: 'ok', text: `${text} 2` },
      sites: [siteView({ refused: text, problem: `${text} 3` })]
    });
    const page = new ListPage(list);
    for (const button of page.all('button[aria-expanded="false"]')) {
      act(() => button.click());
    }
    expectOnlyText(page.host, text);
    page.dispose();
  });

  it('is text in the dialogs', () => {
    const host = document.createElement('div');
    const root = createRoot(host);
    act(() =>
      root.render(
        <>
          <DeletionBody
            deletion={{
              site: { ...zenodo, name: text },
              title: text,
              doi: text,
              until: new Date(0),
              reasons: [{ id: 'x', title: text, tags: [] }] as never
            }}
            isMissing
            onReason={() => undefined}
            trans={plainEnglish}
          />
          <ConfirmationBody
            trans={plainEnglish}
            facts={{
              site: { ...zenodo, name: text },
              title: text,
              creators: [text, `${text} 2`],
              files: 2,
              bytes: 10,
              layout: 'zip',
              licenses: [text],
              access: 'public',
              replaces: null,
              versionOf: text,
              communities: [text],
              data: { title: text, files: 1, bytes: 1, licenses: [text] },
              doi: text,
              changed: [text],
              until: new Date(0)
            }}
          />
        </>
      )
    );
    expectOnlyText(host, text);
    act(() => root.unmount());
  });
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://zenodo.org/1',
  'file:///etc/passwd',
  '//zenodo.example.net',
  'https:zenodo.org',
  ''
])('makes no link of %j', href => {
  const host = document.createElement('div');
  const root = createRoot(host);
  act(() =>
    root.render(
      <TransProvider value={plainEnglish}>
        <ExternalLink href={href}>words</ExternalLink>
        <SafeHtml
          html={`<a href="${href.replace(/"/g, '&quot;')}">words</a>`}
        />
      </TransProvider>
    )
  );
  expect(host.querySelectorAll('[href]')).toHaveLength(0);
  expect(host.textContent).toContain('words');
  act(() => root.unmount());
});
