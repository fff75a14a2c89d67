import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { act } from 'react';
import { createRoot, Root } from 'react-dom/client';
import { type ITranslator, plainEnglish } from '../../../core/text';
import { zenodo, zenodoSandbox } from '../../../core/zenodo/sites';
import type {
  IPublicationsSession,
  IPublicationsState,
  IPublicationView,
  ISiteView
} from '../../../session/publications/state';
import { nameOf } from '../../__tests__/testing';
import { PublicationsPanel } from '../PublicationsPanel';
import type { ISite } from '../../../core/zenodo/sites';
import { noSignIn } from '../../../session/signIn/signInState';

/** A published record, as the list shows it. */
export function view(more: Partial<IPublicationView> = {}): IPublicationView {
  return {
    key: `https://zenodo.org ${more.depositId ?? '101'}`,
    site: zenodo,
    title: 'Soil moisture',
    status: 'published',
    doi: '10.5281/zenodo.101',
    conceptDoi: '10.5281/zenodo.100',
    depositId: '101',
    version: '1.0.0',
    earlier: 0,
    updated: '2026-11-21T12:00:00.000Z',
    publishedAt: '2026-11-21T12:00:00.000Z',
    undoUntil: Date.UTC(2026, 11, 21, 12),
    hasEdit: false,
    replaces: false,
    here: {
      id: 'a',
      selection: ['a'],
      notebooks: [],
      binderReady: true,
      readme: null
    },
    comparison: null,
    doiResolves: null,
    actions: [
      ...(['new-version', 'edit', 'launch', 'insert-badge'] as const),
      ...(['copy-doi', 'copy-citation', 'open', 'delete'] as const)
    ],
    pageUrl: 'https://zenodo.org/records/101',
    doiUrl: 'https://doi.org/10.5281/zenodo.101',
    launchUrl: 'https://mybinder.org/v2/zenodo/10.5281/zenodo.101/',
    isBusy: false,
    notice: null,
    ...more
  };
}

/** A publication that stopped. */
export const stopped = (more: Partial<IPublicationView> = {}) =>
  view({
    title: 'Groundwater',
    status: 'stopped',
    depositId: '201',
    publishedAt: '',
    undoUntil: null,
    doiUrl: '',
    launchUrl: '',
    pageUrl: 'https://zenodo.org/uploads/201',
    actions: ['resume', 'copy-doi', 'share', 'open', 'discard'],
    ...more
  });

export function siteView(more: Partial<ISiteView> = {}): ISiteView {
  return {
    site: zenodo,
    status: 'signed-in',
    refused: null,
    otherSite: null,
    signIn: noSignIn,
    isLoading: false,
    hasMore: false,
    problem: null,
    count: 1,
    ...more
  };
}

const sandbox = siteView({
  site: zenodoSandbox,
  status: 'signed-out',
  count: 0
});

/** A list that changes as told, and writes down what it is asked. */
export class FakeList implements IPublicationsSession {
  constructor(change: Partial<IPublicationsState> = {}) {
    this.state = {
      sites: [siteView(), sandbox],
      defaultSiteId: zenodo.id,
      siteId: null,
      query: '',
      items: [view()],
      revealed: null,
      isReading: false,
      notice: null,
      problem: null,
      canOpen: true,
      elsewhere: 0,
      ...change
    };
  }

  state: IPublicationsState;
  readonly stateChanged: Signal<IPublicationsSession, void> = new Signal<
    IPublicationsSession,
    void
  >(this);
  readonly calls: unknown[][] = [];

  change(change: Partial<IPublicationsState>): void {
    this.state = { ...this.state, ...change };
    this.stateChanged.emit();
  }

  refresh = async () => this._note('refresh');
  signInThere = ({ id }: ISite) => ({
    begin: () => this._note('signInThere', id),
    show: () => this._note('showWindow', id),
    cancel: () => this._note('cancelSignIn', id)
  });
  search = async (text: string) => {
    this._note('search', text);
    this.change({ query: text });
  };
  showSite = (id: string | null) => {
    this._note('showSite', id);
    this.change({ siteId: id });
  };
  more = async () => this._note('more');
  signIn = async (id: string, token: string) => this._note('signIn', id, token);
  tryOtherSite = async (id: string) => this._note('tryOtherSite', id);
  signOut = (id: string) => this._note('signOut', id);
  openRecord = () => this._note('openRecord');
  look = async (key: string) => this._note('look', key);
  reveal = (site: string, id: string) => this._note('reveal', site, id);
  act = async (key: string, action: string) => this._note('act', key, action);
  requests = (key: string) => ({
    refresh: async () => this._note('refreshRequests', key),
    answer: async (id: string, text: string) => {
      this._note('answer', id, text);
      return true;
    },
    withdraw: async (id: string) => this._note('withdraw', id)
  });

  private _note(...call: unknown[]): void {
    this.calls.push(call);
  }
}

/** The side panel in the page. */
export class ListPage {
  constructor(
    readonly list = new FakeList(),
    trans: ITranslator = plainEnglish
  ) {
    this.host = document.createElement('div');
    document.body.append(this.host);
    this._root = createRoot(this.host);
    act(() =>
      this._root.render(<PublicationsPanel session={list} trans={trans} />)
    );
  }

  readonly host: HTMLElement;

  dispose(): void {
    act(() => this._root.unmount());
    this.host.remove();
  }

  change(change: Partial<IPublicationsState>): void {
    act(() => this.list.change(change));
  }

  all<T extends HTMLElement = HTMLElement>(selector: string): T[] {
    return [...this.host.querySelectorAll<T>(selector)];
  }

  texts(selector: string): string[] {
    return this.all(selector).map(nameOf);
  }

  button(name: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('button').filter(
      button => nameOf(button) === name
    );
    if (found.length !== 1) {
      throw new Error(`${found.length} buttons are named ${name}`);
    }
    return found[0];
  }

  field<T extends HTMLElement = HTMLInputElement>(label: string): T {
    const [found] = this.all<HTMLLabelElement>('label[for]').filter(
      one => one.textContent === label
    );
    return document.getElementById(found?.htmlFor) as T;
  }

  press(name: string): void {
    act(() => {
      this.button(name).focus();
      this.button(name).click();
    });
  }

  /** Type into a field, or choose in a list. */
  enter(field: HTMLElement, value: string): void {
    const prototype = Object.getPrototypeOf(field) as object;
    act(() => {
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(
        field,
        value
      );
      const kind = field.tagName === 'SELECT' ? 'change' : 'input';
      field.dispatchEvent(new Event(kind, { bubbles: true }));
    });
  }

  private readonly _root: Root;
}
