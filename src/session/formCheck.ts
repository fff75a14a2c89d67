import type { IFinding } from '../core/finding';
import type { AccountPart } from './accountPart';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import { siteResourceTypes } from './lists/siteResourceTypes';
import { checkForm, type IVocabularyCheck, unchecked } from './vocabularyCheck';

/** What the chosen site says of what the form names. */
export class FormCheck {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: Pick<ISessionPorts, 'trans'>,
    private readonly _account: AccountPart
  ) {}

  /** What is odd about the site's lists. */
  findings: readonly IFinding[] = [];

  /** What was found out from the site that is chosen now. */
  get checked(): IVocabularyCheck {
    return this._site === this._account.site.url ? this._checked : unchecked;
  }

  /**
   * Look up entries of vocabularies that the form names, for their titles, and
   * because an unknown one would make the site refuse the whole draft.
   *
   * @param which - `untitled` = nobody is signed in yet: only what would be
   *   shown by its id, and nothing where there is none
   */
  async look(which: 'all' | 'untitled'): Promise<void> {
    const run = ++this._run;
    const { vocabularies } = this._account.client;
    const { values } = this._store.state.metadata;
    const { checked, complete } = await checkForm(values, vocabularies, which);
    if (
      run === this._run &&
      vocabularies === this._account.client.vocabularies
    ) {
      this._checked = checked;
      this._site = this._account.site.url;
      this._store.update('metadata', {
        values: complete(this._store.state.metadata.values)
      });
    }
  }

  /** Take the site's own list of resource types, where it can be had. */
  async loadResourceTypes(): Promise<void> {
    const { types, findings } = await siteResourceTypes(
      this._account.client.vocabularies,
      this._ports.trans
    );
    this.findings = findings;
    if (types.length > 0) {
      const { lists } = this._store.state.metadata;
      this._store.update('metadata', {
        lists: { ...lists, resourceTypes: types }
      });
    }
  }

  private _checked = unchecked;
  private _site = '';
  private _run = 0;
}
