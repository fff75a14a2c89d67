import { CancelledError, PublisherError } from '../../core/error';
import type { IPublicationItem } from '../../core/publications/item';
import type { IRequest } from '../../core/zenodo/requests';
import type { ITranslator } from '../../core/text';
import { readTitles, RecordRequests } from '../requests/recordRequests';
import {
  IRequestActions,
  IRequestsView,
  noRequests
} from '../requests/requestsView';
import type { SiteList } from './siteList';

/**
 * What communities were asked about all publications. One question to each
 * site tells how all requests stand; what was written is read when an entry is
 * unfolded. Asked with the list, and never by itself.
 */
export class RequestBook {
  constructor(
    private readonly _trans: ITranslator,
    private readonly _onChange: () => void
  ) {}

  /** Ask how the requests of all sites stand. Never rejects: without an answer, they are as they were. */
  async load(lists: readonly SiteList[]): Promise<void> {
    await Promise.all(lists.map(list => this._load(list)));
    this._onChange();
  }

  /** What is known of a publication's requests. */
  view({ site, depositId }: IPublicationItem): IRequestsView {
    return this._known.get(`${site.url} ${depositId}`)?.view ?? noRequests;
  }

  /** What can be done about a publication's requests. */
  actions(
    { depositId }: IPublicationItem,
    list: SiteList,
    onDone: () => Promise<void>
  ): IRequestActions {
    const requests = this._of(list, depositId ?? '');
    return {
      refresh: () => requests.refresh(),
      answer: (id, text) => requests.answer(id, text),
      withdraw: async id => {
        await requests.withdraw(id);
        await onDone();
      }
    };
  }

  /** The user of a site signed out, or is another one. */
  forget(siteUrl: string): void {
    for (const key of this._known.keys()) {
      if (key.startsWith(`${siteUrl} `)) {
        this._known.delete(key);
      }
    }
  }

  private async _load(list: SiteList): Promise<void> {
    if (!list.token) {
      return;
    }
    try {
      const all = await list.client.requests.own();
      const byTopic = new Map<string, IRequest[]>();
      for (const request of all) {
        const { topic } = request;
        byTopic.set(topic, [...(byTopic.get(topic) ?? []), request]);
      }
      await readTitles(list.client, all, this._titles);
      for (const [topic, requests] of byTopic) {
        this._of(list, topic).take(requests);
      }
    } catch (error) {
      if (
        !(error instanceof PublisherError) ||
        error instanceof CancelledError
      ) {
        throw error;
      }
    }
  }

  private _of(list: SiteList, topic: string): RecordRequests {
    const key = `${list.site.url} ${topic}`;
    const known =
      this._known.get(key) ??
      new RecordRequests(topic, {
        client: () => list.client,
        trans: this._trans,
        titles: this._titles,
        onChange: this._onChange
      });
    this._known.set(key, known);
    return known;
  }

  private readonly _known = new Map<string, RecordRequests>();
  private readonly _titles = new Map<string, string>();
}
