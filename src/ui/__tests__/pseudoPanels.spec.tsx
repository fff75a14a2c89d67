import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { complete } from '../../core/metadata/__tests__/complete';
import { validateMetadata } from '../../core/metadata/validate';
import { zenodo, zenodoSandbox } from '../../core/zenodo/sites';
import type { IEditSession, IEditState } from '../../session/editing/editState';
import type { IConfirmation } from '../../session/state';
import { commonLists } from '../../session/lists/lists';
import type { IOpenRecordState } from '../../session/records/state';
import { ConfirmationBody, confirmationTitle } from '../ConfirmationBody';
import EditPanel from '../editing/EditPanel';
import { DeletionBody } from '../publications/DeletionBody';
import { PublicationsPanel } from '../publications/PublicationsPanel';
import {
  FakeList,
  siteView,
  stopped,
  view
} from '../publications/__tests__/listPage';
import { OpenRecordPanel } from '../records/OpenRecordPanel';
import { FakeOpening, record, result } from '../records/__tests__/fakeOpening';
import { pseudoLocale } from './pseudo';
import { FakeSession, readyState } from './testing';
import { textsOf, unfold, untranslatedIn } from './untranslated';
import { noSignIn } from '../../session/signIn/signInState';

let host: HTMLElement;
let root: Root;

/** Draw it, all unfolded. @returns what is not translated but for the data */
function look(what: JSX.Element, data: unknown): string[] {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() => root.render(what));
  unfold(host);
  expect(host.textContent).toContain('⟦');
  return untranslatedIn(host, textsOf(data));
}

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

describe('every string goes through the translator: opening a record', () => {
  const leftOut = [
    { path: '../evil.txt', reason: 'outside' },
    { path: '.env', reason: 'hidden' }
  ] as unknown as NonNullable<IOpenRecordState['result']>['leftOut'];

  const states: readonly (readonly [string, Partial<IOpenRecordState>])[] = [
    ['which', {}],
    [
      'which site',
      {
        ...{ address: '17', problem: '⟦1⟧', siteId: null },
        sites: [zenodo, zenodoSandbox],
        signIn: {
          ...{ site: zenodo, status: 'signed-out' },
          ...{ refused: '⟦2⟧', otherSite: zenodoSandbox, signIn: noSignIn }
        }
      }
    ],
    ['looking', { phase: 'looking', address: '17' }],
    ['found', { phase: 'found', record, name: 'rivers', parent: 'work' }],
    [
      'an older one with a wrong name',
      {
        ...{ phase: 'found', name: 'rivers', nameProblem: '⟦3⟧' },
        record: { ...record, isLatest: false }
      }
    ],
    [
      'running',
      {
        ...{ phase: 'running', record, name: 'rivers' },
        progress: {
          ...{ step: 'download', file: 'rivers.zip', waiting: null },
          ...{ doneBytes: 10, totalBytes: 1000 }
        }
      }
    ],
    [
      'stopped',
      {
        ...{ phase: 'stopped', record },
        stop: {
          ...{ text: '⟦4⟧', isCancelled: true, notice: '' },
          kept: { folder: 'work/rivers', files: 2 }
        }
      }
    ],
    [
      'done',
      {
        ...{ phase: 'done', record },
        result: { ...result, leftOut, packageLists: ['requirements.txt'] }
      }
    ]
  ];

  it.each(states)('%s', (_name, change) => {
    const session = new FakeOpening(change);
    const { state } = session;
    const data = [record.title.split(' '), state];
    expect(
      look(<OpenRecordPanel session={session} trans={pseudoLocale} />, [
        data,
        state.name,
        state.parent
      ])
    ).toEqual([]);
  });
});

describe('every string goes through the translator: publications', () => {
  const requests = {
    isBusy: false,
    problem: '⟦1⟧',
    requests: (
      ['submitted', 'accepted', 'declined', 'cancelled', 'expired'] as const
    ).map((status, at) => ({
      ...{
        id: `${at}`,
        status,
        community: 'Rivers',
        url: '',
        canWithdraw: true
      },
      kind: at % 2 ? ('review' as const) : ('inclusion' as const),
      active: '2026-11-21T12:00:00Z',
      comments: (['you', 'curator', 'site'] as const).map(who => ({
        ...{ id: who, who, text: 'Please', at: '2026-11-21T12:00:00Z' }
      }))
    }))
  };
  const comparison = {
    added: ['new.csv'],
    changed: ['a.ipynb'],
    removed: ['old.csv']
  } as never;

  it('in all states, with requests, to sign in and in trouble', () => {
    const all = [
      ...(['new-version', 'open-here', 'compare', 'replace-files'] as const),
      ...(['edit', 'discard-edit', 'launch', 'insert-badge'] as const),
      ...(['remove-badge', 'copy-doi', 'copy-citation', 'share'] as const),
      ...(['unshare', 'open', 'discard', 'delete', 'show', 'resume'] as const)
    ];
    const list = new FakeList({
      sites: [
        siteView({ hasMore: true, problem: '⟦2⟧' }),
        siteView({
          ...{ site: zenodoSandbox, status: 'signed-out', count: 0 },
          ...{ refused: '⟦3⟧', otherSite: zenodo }
        })
      ],
      items: [
        view({ actions: all, requests, hasEdit: true, doiResolves: false }),
        view({ depositId: '102', key: '2', comparison, earlier: 2 }),
        stopped({ key: '3' }),
        ...(
          ['draft', 'in-review', 'deleted', 'uploaded', 'running'] as const
        ).map((status, at) => view({ key: `s${at}`, status: status as never }))
      ],
      elsewhere: 2,
      notice: { tone: 'ok', text: '⟦4⟧' },
      problem: '⟦5⟧'
    });
    const words = ['Soil moisture', 'Groundwater', 'Rivers', 'Please'];
    expect(
      look(<PublicationsPanel session={list} trans={pseudoLocale} />, [
        words,
        list.state
      ])
    ).toEqual([]);
  });

  it('with nothing in it', () => {
    const list = new FakeList({ items: [], query: 'rain' });
    expect(
      look(<PublicationsPanel session={list} trans={pseudoLocale} />, ['rain'])
    ).toEqual([]);
  });
});

describe('every string goes through the translator: changing details', () => {
  const shown: readonly (readonly [string, Partial<IEditState>])[] = [
    ['signed out', { phase: 'signed-out' }],
    ['loading', { phase: 'loading' }],
    ['missing', { phase: 'missing', problem: '⟦1⟧' }],
    ['nothing changed', {}],
    ['changed', { changed: ['title', 'creators'], isBegun: true }],
    ['saving', { phase: 'saving', changed: ['title'] }],
    ['done', { done: '⟦2⟧' }],
    [
      'wrong',
      {
        asked: true,
        changed: ['title'],
        metadata: {
          ...readyState().metadata,
          values: { ...complete, title: '', publicationDate: '1.1.' },
          lists: commonLists(pseudoLocale),
          errors: validateMetadata(
            { ...complete, title: '', publicationDate: '1.1.' },
            pseudoLocale
          )
        }
      }
    ]
  ];

  it.each(shown)('%s', (_name, change) => {
    const fake = new FakeSession(readyState(), pseudoLocale);
    const { account, metadata } = readyState();
    const state: IEditState = {
      ...{ phase: 'editing', isBegun: false, changed: [], problem: null },
      ...{ done: null, asked: false, findings: [], account },
      record: {
        ...{ id: '9', title: 'Rose scent', doi: '10.5281/9' },
        ...{ doiUrl: 'https://doi.org/9', pageUrl: 'https://zenodo.org/9' }
      },
      metadata: {
        ...metadata,
        ...{ values: complete, lists: commonLists(pseudoLocale) },
        ...{ origins: {}, candidates: {} }
      },
      ...change
    };
    const session: IEditSession = {
      state,
      stateChanged: new Signal<IEditSession, void>({} as IEditSession),
      metadata: fake.metadata,
      lookUps: fake.lookUps,
      account: fake.account,
      publish: async () => undefined,
      discard: async () => undefined,
      reload: async () => undefined
    };
    const data = [state.metadata.values, state.record, 'What it does.'];
    expect(
      look(<EditPanel session={session} trans={pseudoLocale} />, data)
    ).toEqual([]);
  });
});

describe('every string goes through the translator: dialogs', () => {
  const facts: IConfirmation = {
    site: zenodo,
    title: 'Rose scent',
    creators: ['Silva, Ana'],
    files: 2,
    bytes: 2000,
    layout: 'zip',
    licenses: [],
    access: 'public',
    communities: ['Rivers'],
    changed: ['a.ipynb'],
    doi: null,
    until: new Date(Date.UTC(2026, 11, 21))
  } as unknown as IConfirmation;

  it.each<[string, Partial<IConfirmation>]>([
    ['publishing', {}],
    ['a test', { site: zenodoSandbox, changed: [] }],
    ['a review', { review: 'Rivers' } as never],
    ['other files', { replaces: ['old.zip'] }],
    ['restricted files', { access: 'restricted-files' } as never],
    ['single files', { layout: 'files', licenses: ['MIT'] }]
  ])('%s', (_name, change) => {
    const all = { ...facts, ...change };
    expect(
      look(
        <>
          <h1>{confirmationTitle(all, pseudoLocale)}</h1>
          <ConfirmationBody facts={all} trans={pseudoLocale} />
        </>,
        [facts, change]
      )
    ).toEqual([]);
  });

  it('deleting', () => {
    const deletion = {
      ...{ site: zenodo, title: 'Rose scent', doi: '10.5281/9' },
      until: new Date(Date.UTC(2026, 11, 21)),
      reasons: [{ id: 'spam', title: 'Spam' }]
    } as never;
    expect(
      look(
        <DeletionBody
          {...{ deletion, isMissing: true, trans: pseudoLocale }}
          onReason={() => undefined}
        />,
        deletion
      )
    ).toEqual([]);
  });
});
