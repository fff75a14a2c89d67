import { noVersion } from '../../session/versionState';
import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { act } from 'react';
import { createRoot, Root } from 'react-dom/client';
import type { IPlanEntry } from '../../core/bundle/plan';
import type { IFinding, IFix } from '../../core/finding';
import { emptyCreator, emptyMetadata } from '../../core/metadata/empty';
import type { IMetadata } from '../../core/metadata/model';
import { validateMetadata } from '../../core/metadata/validate';
import { stepNames } from '../../core/publish/steps';
import { ITranslator, plainEnglish } from '../../core/text';
import type { Route } from '../../core/transfer/jupyterServer';
import { zenodo, zenodoSandbox } from '../../core/zenodo/sites';
import { commonLists } from '../../session/lists/lists';
import type {
  IFilePreview,
  IPickable
} from '../../session/actions/contentsActions';
import type { ILookUpActions } from '../../session/actions/detailsActions';
import type { IPublicationSession } from '../../session/publicationSession';
import { noRequests } from '../../session/requests/requestsView';
import { noTestRun } from '../../session/testRun/testRunState';
import type { IPublicationState } from '../../session/state';
import { PublishPanel } from '../PublishPanel';
import { noSignIn } from '../../session/signIn/signInState';

declare global {
  // React asks for it before it lets `act` be used.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** A line of the plan. */
export function entry(
  path: string,
  included: boolean,
  more: Partial<IPlanEntry> = {}
): IPlanEntry {
  return {
    path,
    source: path,
    kind: 'file',
    size: 1000,
    lastModified: '',
    included,
    reason: included ? 'selected by you' : 'left out',
    reasonKind: included ? 'selected' : 'unselected',
    ...more
  };
}

export const metadata: IMetadata = {
  ...emptyMetadata('2026-11-21'),
  title: 'Soil moisture',
  resourceType: 'dataset',
  creators: ['Silva', 'Costa', 'Reis'].map(familyName => ({
    ...emptyCreator(familyName),
    familyName
  })),
  keywords: ['soil']
};

/** A publication that could go out. */
export function readyState(): IPublicationState {
  return {
    id: 'one',
    selection: ['work/a.ipynb'],
    phase: 'editing',
    contents: {
      reading: null,
      checking: null,
      root: 'work',
      roots: ['work', ''],
      above: [],
      packedBytes: null,
      usesGitignore: false,
      showsHidden: true,
      layout: 'zip',
      layouts: [
        { layout: 'zip', possible: true, why: [], preview: null },
        { layout: 'files', possible: false, why: ['Folders.'], preview: null }
      ],
      crate: true,
      bulk: 'small',
      bulky: [],
      picked: [],
      notPicked: [],
      entries: [
        entry('a.ipynb', true),
        entry('data/in.csv', true),
        entry('data/out.csv', false),
        entry('README.md', true)
      ],
      count: 3,
      bytes: 3000,
      unsaved: []
    },
    data: {
      ...{ paths: [], bytes: 0, title: '', defaultTitle: 'Data of “Soil”' },
      ...{ license: 'cc-by-4.0', cells: [], foreign: [] }
    },
    version: noVersion,
    testRun: noTestRun,
    environment: {
      file: 'requirements.txt',
      pythonVersion: '3.12',
      packages: 2,
      accepted: true,
      coverage: null,
      capture: 'not-possible',
      generated: [],
      notebook: null,
      lockFiles: []
    },
    metadata: {
      values: metadata,
      origins: { title: 'CITATION.cff' },
      candidates: {},
      lists: {
        ...commonLists(plainEnglish),
        resourceTypes: [{ id: 'dataset', title: 'Dataset' }]
      },
      errors: {}
    },
    account: {
      sites: [zenodo, zenodoSandbox],
      site: zenodo,
      status: 'signed-in',
      refused: null,
      otherSite: null,
      signIn: noSignIn,
      problems: []
    },
    publish: {
      when: 'after-upload',
      reviewFirst: false,
      route: { offered: false, by: 'browser', unseen: 0 },
      review: null,
      requests: noRequests,
      badges: [{ path: 'a.ipynb', on: true }],
      readme: null,
      steps: stepNames.map(name => ({ name, status: 'to-come', detail: '' })),
      progress: null,
      asking: false,
      trouble: null,
      draft: null,
      outcome: null
    },
    findings: [],
    setAside: [],
    asked: false
  };
}

/** A session that changes its state as told, and writes down what it is asked. */
export class FakeSession implements IPublicationSession {
  constructor(
    public state: IPublicationState = readyState(),
    readonly trans: ITranslator = plainEnglish
  ) {}

  readonly stateChanged: Signal<IPublicationSession, void> = new Signal<
    IPublicationSession,
    void
  >(this);
  readonly calls: unknown[][] = [];
  /** What time it is, in milliseconds since 1970. */
  time = Date.now();
  /** Whether comments arrive. */
  answers = true;
  /** Whether the site gives citations. */
  cites = true;
  /** The lists that were asked for. */
  readonly loaded = new Set<string>();
  /** What look-ups answer; those that are missing find nothing. */
  found: Partial<Omit<ILookUpActions, 'loadList'>> = {};

  now(): number {
    return this.time;
  }

  change(change: Partial<IPublicationState>): void {
    this.state = { ...this.state, ...change };
    this.stateChanged.emit();
  }

  readonly findings = {
    apply: async (finding: IFinding, fix: IFix, where: string) =>
      this._note('apply', finding.id, fix.fix.kind, where),
    ignore: (finding: IFinding) => this._note('ignore', finding.id),
    accept: (finding: IFinding, reason: string) =>
      this._note('accept', finding.id, reason),
    bringBack: (finding: IFinding) => this._note('bringBack', finding.id)
  };

  readonly contents = {
    reload: async () => this._note('reload'),
    stopReading: () => this._note('stopReading'),
    setIncluded: (path: string, included: boolean) =>
      this._note('setIncluded', path, included),
    open: (path: string, cell?: number) =>
      this._note(...['open', path, cell].filter(one => one !== undefined)),
    setRoot: async (folder: string) => this._note('setRoot', folder),
    setAbove: (path: string, included: boolean) =>
      this._note('setAbove', path, included),
    setUsesGitignore: async (on: boolean) => this._note('setUsesGitignore', on),
    setLayout: (layout: string) => this._note('setLayout', layout),
    setCrate: (on: boolean) => this._note('setCrate', on),
    findHidden: async () => this._note('findHidden')
  };

  readonly data = {
    split: async (paths: readonly string[]) => this._note('split', ...paths),
    join: async () => this._note('join'),
    setTitle: (title: string) => this._note('setTitle', title),
    setLicense: (license: string) => this._note('setLicense', license),
    setCell: (path: string, on: boolean) => this._note('setCell', path, on),
    preview: () => 'def _fetch_data():'
  };

  readonly picked = {
    pick: async (files: readonly IPickable[], at?: string) =>
      this._note(
        'pick',
        files.map(({ name }) => name),
        ...(at ? [at] : [])
      ),
    move: async (path: string, to: string) => this._note('move', path, to),
    remove: async (path: string) => this._note('remove', path)
  };

  /** What files hold that are made here, by path. */
  readonly made = new Map<string, IFilePreview>();
  readonly previews = { of: (path: string) => this.made.get(path) ?? null };

  readonly version = {
    publishAs: (as: string) => this._note('publishAs', as),
    chooseRecord: (id: string) => this._note('chooseRecord', id)
  };

  readonly testRun = {
    choose: (path: string, on: boolean) => this._note('chooseRun', path, on),
    setLimit: (of: string, minutes: string) =>
      this._note('setLimit', of, minutes),
    start: async () => this._note('startRun'),
    cancel: async () => this._note('cancelRun'),
    showLog: (on: boolean) => this._note('showLog', on),
    setTells: (on: boolean) => this._note('setTells', on)
  };

  readonly environment = {
    capture: async () => this._note('capture'),
    drop: async () => this._note('drop'),
    edit: async (path: string, text: string) => this._note('edit', path, text),
    save: async () => this._note('save'),
    convertLock: async (path: string) => this._note('convertLock', path)
  };

  readonly metadata = {
    set: (change: Partial<IMetadata>) => {
      const values = { ...this.state.metadata.values, ...change };
      const errors = validateMetadata(values, this.trans);
      this.change({ metadata: { ...this.state.metadata, values, errors } });
    },
    refill: async () => this._note('refill'),
    choose: (field: string, index: number) =>
      this._note('choose', field, index),
    undo: (field: string) => this._note('undo', field),
    writeFile: async (kind: string) => this._note('writeFile', kind)
  };

  readonly lookUps: ILookUpActions = {
    licenses: this._lookUp('licenses'),
    languages: this._lookUp('languages'),
    programmingLanguages: this._lookUp('programmingLanguages'),
    people: this._lookUp('people'),
    affiliations: this._lookUp('affiliations'),
    funders: this._lookUp('funders'),
    awards: (text, funder, signal) => {
      this._note('awards', text, funder);
      return this.found.awards?.(text, funder, signal) ?? Promise.resolve([]);
    },
    communities: this._lookUp('communities'),
    subjects: this._lookUp('subjects'),
    loadList: async name => {
      this.loaded.add(name);
    }
  };

  readonly account = {
    setSite: (id: string) => this._note('setSite', id),
    signIn: async (token: string) => this._note('signIn', token),
    tryOtherSite: async () => this._note('tryOtherSite'),
    there: {
      begin: () => this._note('signInThere'),
      show: () => this._note('showWindow'),
      cancel: () => this._note('cancelSignIn')
    },
    signOut: () => this._note('signOut')
  };

  readonly badges = {
    set: (path: string, on: boolean) => this._note('setBadge', path, on),
    setReadmeInFolder: (on: boolean) => this._note('setReadmeInFolder', on),
    preview: () => '[DOI](https://doi.org/10.5281/zenodo.0000000)',
    readmePreview: () => ({
      path: 'README.md',
      text: '[DOI](https://doi.org/10.5281/zenodo.0000000)'
    })
  };

  readonly copy = {
    doi: () => this._note('copyDoi'),
    badge: () => this._note('copyBadge'),
    citation: async (format: string) => {
      this._note('copyCitation', format);
      return this.cites;
    },
    details: () => this._note('copyDetails')
  };

  readonly publication = {
    setWhen: (when: string) => this._note('setWhen', when),
    saveDraft: async () => this._ask('saveDraft'),
    publish: async () => this._ask('publish'),
    cancel: () => this._note('cancel'),
    resume: async () => this._note('resume'),
    takeOver: async () => this._note('takeOver'),
    useDetails: async (details: string) => this._note('useDetails', details),
    discardDraft: async () => this._note('discardDraft'),
    newVersion: async () => this._note('newVersion'),
    publishForReal: () => this._note('publishForReal'),
    showInList: () => this._note('showInList')
  };

  readonly route = {
    choose: (by: Route) => this._note('chooseRoute', by)
  };
  readonly review = {
    setFirst: (on: boolean) => this._note('setFirst', on),
    check: async () => this._note('check'),
    withdraw: async () => this._note('withdraw'),
    insertBadges: async () => this._note('insertBadges'),
    leaveFiles: async () => this._note('leaveFiles'),
    requests: {
      refresh: async () => this._note('refreshRequests'),
      answer: async (id: string, text: string) => {
        this._note('answer', id, text);
        return this.answers;
      },
      withdraw: async (id: string) => this._note('withdrawRequest', id)
    }
  };

  private _lookUp<
    K extends Exclude<keyof ILookUpActions, 'awards' | 'loadList'>
  >(name: K): ILookUpActions[K] {
    const ask = (text: string, signal: AbortSignal) => {
      this._note(name, text);
      return this.found[name]?.(text, signal) ?? Promise.resolve([]);
    };
    return ask as ILookUpActions[K];
  }

  private _note(...call: unknown[]): void {
    this.calls.push(call);
  }

  private _ask(name: string): void {
    this._note(name);
    this.change({ asked: true });
  }
}

/** A panel in the page, and ways to find and use what is in it. */
export class Page {
  constructor(readonly session = new FakeSession()) {
    this.host = document.createElement('div');
    document.body.append(this.host);
    this._root = createRoot(this.host);
    act(() =>
      this._root.render(
        <PublishPanel session={session} trans={session.trans} />
      )
    );
  }

  readonly host: HTMLElement;

  dispose(): void {
    act(() => this._root.unmount());
    this.host.remove();
  }

  change(change: Partial<IPublicationState>): void {
    act(() => this.session.change(change));
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.host.querySelectorAll<T>(selector)];
  }

  one<T extends HTMLElement = HTMLElement>(selector: string): T {
    const [found] = this.all<T>(selector);
    if (!found) {
      throw new Error(`Nothing matches ${selector}`);
    }
    return found;
  }

  buttons(name: string): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('button').filter(
      button => nameOf(button) === name
    );
  }

  button(name: string): HTMLButtonElement {
    const found = this.buttons(name);
    if (found.length !== 1) {
      throw new Error(`${found.length} buttons are named ${name}`);
    }
    return found[0];
  }

  field<T extends HTMLElement = HTMLInputElement>(label: string): T {
    const found = this.all<HTMLLabelElement>('label[for]').filter(
      one => one.textContent === label
    );
    if (found.length !== 1) {
      throw new Error(`${found.length} fields are named ${label}`);
    }
    const control = document.getElementById(found[0].htmlFor);
    if (!control) {
      throw new Error(`The label ${label} leads nowhere`);
    }
    return control as T;
  }

  focus(element: HTMLElement): void {
    act(() => element.focus());
  }

  press(element: Element): void {
    act(() => (element as HTMLElement).click());
  }

  key(key: string, element: Element | null = document.activeElement): void {
    act(() => {
      element?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      );
    });
  }

  type(element: HTMLElement, value: string): void {
    const prototype = Object.getPrototypeOf(element);
    act(() => {
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(
        element,
        value
      );
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  private readonly _root: Root;
}

/** The accessible name of a button. */
export function nameOf(element: Element): string {
  const said = element.cloneNode(true) as Element;
  said.querySelectorAll('[aria-hidden="true"]').forEach(one => one.remove());
  return (
    element.getAttribute('aria-label') ??
    said.textContent?.replace(/\s+/g, ' ').trim() ??
    ''
  );
}

/** The text of the element that has the focus. */
export function focused(): string {
  return document.activeElement ? nameOf(document.activeElement) : '';
}
