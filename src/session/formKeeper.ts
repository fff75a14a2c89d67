import { UUID } from '@lumino/coreutils';
import type { MetadataField } from '../core/metadata/model';
import type { AccountPart } from './accountPart';
import type { BadgesPart } from './badgesPart';
import type { ContentsPart } from './contentsPart';
import type { EnvironmentPart } from './environmentPart';
import type { DataPart } from './dataPart';
import type { FindingsPart } from './findingsPart';
import { IForm, readForm } from './form';
import type { Inspection } from './inspection';
import type { MetadataPart } from './metadataPart';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';
import type { VersionPart } from './versionPart';

/** The parts that hold what a user typed, ticked and chose. */
export interface IFormParts {
  readonly contents: ContentsPart;
  readonly metadata: MetadataPart;
  readonly account: AccountPart;
  readonly badges: BadgesPart;
  readonly environment: EnvironmentPart;
  readonly findings: FindingsPart;
  readonly inspection: Inspection;
  readonly data: DataPart;
  readonly version: VersionPart;
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
    const { forms } = this._ports;
    const form = readForm(await forms.load(this._store.state.id));
    if (!form?.salt) {
      this._parts.inspection.salt = UUID.uuid4();
    }
    if (!form) {
      return false;
    }
    const { contents, environment, metadata, account, badges, findings, inspection, data } = this._parts; // prettier-ignore
    metadata.filling.touched = new Set(form.touched as MetadataField[]);
    metadata.filling.filledFrom = form.filledFrom;
    metadata.ofSite = form.ofSite;
    contents.choices = form.contents;
    contents.picked = form.picked.map(one => ({
      ...one,
      content: null,
      hash: ''
    }));
    environment.restore(form.made);
    data.choices = form.data;
    this._parts.version.choices = form.versionOf;
    findings.aside = form.aside;
    inspection.salt = form.salt || inspection.salt;
    badges.without = form.withoutBadge;
    badges.readmeInFolder = form.readmeInFolder;
    account.takeSite(form.site);
    this._store.update('metadata', { values: form.metadata });
    const { when, reviewFirst } = form;
    this._store.update('publish', { when, reviewFirst });
    return true;
  }

  /** Keep the form as it is now. Losing it loses typing only, so it is not waited for. */
  keep(): void {
    const { id, selection, metadata, account, publish } = this._store.state;
    const { contents, environment, badges, findings, inspection, data } = this._parts; // prettier-ignore
    const form: IForm = {
      version: 1,
      selection,
      kept: new Date(this._ports.clock.now()).toISOString(),
      site: account.site.id,
      metadata: metadata.values,
      touched: [...this._parts.metadata.filling.touched],
      filledFrom: this._parts.metadata.filling.filledFrom,
      ofSite: this._parts.metadata.ofSite,
      contents: contents.choices,
      salt: inspection.salt,
      aside: findings.aside,
      when: publish.when,
      reviewFirst: publish.reviewFirst,
      withoutBadge: badges.without,
      readmeInFolder: badges.readmeInFolder,
      made: environment.made,
      data: data.choices,
      versionOf: this._parts.version.choices,
      picked: contents.picked.map(({ content, hash, ...kept }) => kept)
    };
    void this._ports.forms.save(id, form);
  }

  /** The publication is over: what was typed is in the record. */
  forget(): void {
    void this._ports.forms.remove(this._store.state.id);
  }
}
