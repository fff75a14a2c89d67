import { PublisherError } from '../core/error';
import type { IChoice, ILicense, ISubject } from '../core/metadata/model';
import type { IVocabularyItem } from '../core/zenodo/types';
import type { Vocabularies } from '../core/zenodo/vocabularies';
import type {
  IAwardEntry,
  ICommunityEntry,
  IOrganisationEntry,
  IPersonEntry
} from '../core/zenodo/vocabularyEntries';
import type { AccountPart } from './accountPart';
import type { ListName } from './lists/lists';
import type { ILookUpActions } from './actions/detailsActions';
import type { IPublicationState } from './state';
import type { IStore } from './store';

/** What the chosen site knows: searched while the user types. */
export class LookUps implements ILookUpActions {
  constructor(
    private readonly _store: IStore<Pick<IPublicationState, 'metadata'>>,
    private readonly _account: AccountPart
  ) {}

  async licenses(text: string, signal: AbortSignal): Promise<ILicense[]> {
    return choices(await this._site.licenses(text, signal));
  }

  async languages(text: string, signal: AbortSignal): Promise<IChoice[]> {
    return choices(await this._site.languages(text, signal));
  }

  async programmingLanguages(
    text: string,
    signal: AbortSignal
  ): Promise<IChoice[]> {
    return choices(await this._site.programmingLanguages(text, signal));
  }

  people(text: string, signal: AbortSignal): Promise<readonly IPersonEntry[]> {
    return this._site.people(text, signal);
  }

  affiliations(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]> {
    return this._site.affiliations(text, signal);
  }

  funders(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]> {
    return this._site.funders(text, signal);
  }

  awards(
    text: string,
    funder: string,
    signal: AbortSignal
  ): Promise<readonly IAwardEntry[]> {
    return this._site.awards(text, funder, signal);
  }

  communities(
    text: string,
    signal: AbortSignal
  ): Promise<readonly ICommunityEntry[]> {
    return this._site.communities(text, signal);
  }

  subjects(text: string, signal: AbortSignal): Promise<readonly ISubject[]> {
    return this._site.subjects(text, signal);
  }

  async loadList(name: ListName): Promise<void> {
    const site = this._site;
    try {
      const found = choices(await ask(site, name));
      const { lists } = this._store.state.metadata;
      if (found.length > 0 && site === this._site) {
        this._store.update('metadata', { lists: { ...lists, [name]: found } });
      }
    } catch (error) {
      // The usual entries stay: the form works without the site.
      if (!(error instanceof PublisherError)) {
        throw error;
      }
    }
  }

  private get _site(): Vocabularies {
    return this._account.client.vocabularies;
  }
}

function ask(
  site: Vocabularies,
  name: ListName
): Promise<readonly IVocabularyItem[]> {
  switch (name) {
    case 'resourceTypes':
      return site.resourceTypes();
    case 'linkableTypes':
      return site.linkableTypes();
    case 'titleTypes':
      return site.all('titletypes');
    case 'descriptionTypes':
      return site.all('descriptiontypes');
    case 'dateTypes':
      return site.all('datetypes');
    case 'creatorRoles':
      return site.all('creatorsroles');
    case 'contributorRoles':
      return site.all('contributorsroles');
    case 'relations':
      return site.all('relationtypes');
    case 'developmentStatuses':
      return site.all('code:developmentStatus');
  }
}

function choices(items: readonly IVocabularyItem[]): IChoice[] {
  return items.map(({ id, title }) => ({ id, title }));
}
