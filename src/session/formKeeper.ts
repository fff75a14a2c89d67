import { generatedEntry } from '../core/bundle/generated';
import type { MetadataField } from '../core/metadata/model';
import type { AccountPart } from './accountPart';
import type { BadgesPart } from './badgesPart';
import type { ContentsPart } from './contentsPart';
import { IForm, readForm } from './form';
import type { MetadataPart } from './metadataPart';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';

/** The parts that hold what a user typed, ticked and chose. */
export interface IFormParts {
  readonly contents: ContentsPart;
  readonly metadata: MetadataPart;
  readonly account: AccountPart;
  readonly badges: BadgesPart;
}

/** Keeps what was typed over a reload of the page, but for the token. */
export class FormKeeper {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _parts: IFormParts
  ) {}

  /** Put back what was kept. False = nothing was. */
  async restore(): Promise<boolean> {
    const { forms, clock, trans } = this._ports;
    const form = readForm(await forms.load(this._store.state.id));
    if (!form) {
      return false;
    }
    const { contents, metadata, account, badges } = this._parts;
    metadata.touched = new Set(form.touched as MetadataField[]);
    contents.choices = form.choices;
    contents.generated = Object.entries(form.generated).map(([path, content]) =>
      generatedEntry({
        path,
        content,
        reason: trans.__('made here from your kernel'),
        lastModified: new Date(clock.now()).toISOString()
      })
    );
    badges.without = form.withoutBadge;
    badges.readmeInFolder = form.readmeInFolder;
    account.takeSite(form.site);
    this._store.update('metadata', { values: form.metadata });
    this._store.update('publish', { when: form.when });
    return true;
  }

  /** Keep the form as it is now. Losing it loses typing only, so it is not waited for. */
  keep(): void {
    const { id, selection, metadata, account, publish, environment } =
      this._store.state;
    const { contents, badges } = this._parts;
    const form: IForm = {
      version: 1,
      selection,
      kept: new Date(this._ports.clock.now()).toISOString(),
      site: account.site.id,
      metadata: metadata.values,
      touched: [...this._parts.metadata.touched],
      choices: contents.choices,
      when: publish.when,
      withoutBadge: badges.without,
      readmeInFolder: badges.readmeInFolder,
      generated: environment.generated
    };
    void this._ports.forms.save(id, form);
  }

  /** The publication is over: what was typed is in the record. */
  forget(): void {
    void this._ports.forms.remove(this._store.state.id);
  }
}
