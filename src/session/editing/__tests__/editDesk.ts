import { completeDraft } from '../../../core/metadata/__tests__/completeDraft';
import {
  SimulatedSite,
  site
} from '../../../core/publish/__tests__/simulatedSite';
import { plainEnglish } from '../../../core/text';
import { ZenodoClient } from '../../../core/zenodo/client';
import { Wallet } from '../../wallet';
import { withoutSignIn } from '../../signIn/__tests__/simulatedSignIn';
import { EditSession } from '../editSession';

/** A site with one record that was made elsewhere, and the panel in which it is changed. */
export class EditDesk {
  readonly zenodo = new SimulatedSite();
  readonly forms = new Map<string, string>();
  readonly token = this.zenodo.simulator.secrets.token;

  /** As somebody on the site's own page. */
  readonly elsewhere = new ZenodoClient({
    site,
    http: { send: request => this.zenodo.send(request) },
    clock: this.zenodo.clock,
    trans: plainEnglish,
    getToken: () => this.token
  });

  recordId = '';

  /** What was asked before something is given up, and the answer. */
  readonly asked: string[] = [];
  agrees = true;

  /** Publish the record of which all fields say something. */
  async publish(): Promise<void> {
    const { id } = await this.elsewhere.createDraft(completeDraft);
    await this.elsewhere.initFile(id, 'a.csv');
    await this.elsewhere.uploadContent(id, 'a.csv', new Blob(['1,2']));
    await this.elsewhere.commitFile(id, 'a.csv');
    await this.elsewhere.publish(id);
    this.recordId = id;
  }

  /** The record as the site gives it. */
  async record(): Promise<{
    metadata: Readonly<Record<string, unknown>>;
    customFields: Readonly<Record<string, unknown>>;
    access: Readonly<Record<string, unknown>>;
  }> {
    const record = await this.elsewhere.getRecord(this.recordId);
    if (!record) {
      throw new Error('No record');
    }
    const { metadata, customFields, access } = record;
    return { metadata, customFields, access };
  }

  /** Open the panel in a page of its own. */
  async open(token: string | null = this.token): Promise<EditSession> {
    const wallet = new Wallet();
    if (token) {
      wallet.put(site.url, token);
    }
    const session = new EditSession({
      site,
      recordId: this.recordId,
      http: { send: request => this.zenodo.send(request) },
      clock: this.zenodo.clock,
      wallet,
      signIns: withoutSignIn(wallet),
      forms: {
        load: async id => JSON.parse(this.forms.get(id) ?? 'null') as unknown,
        save: async (id, form) => {
          this.forms.set(id, JSON.stringify(form));
        },
        remove: async id => {
          this.forms.delete(id);
        }
      },
      confirmDiscard: async title => {
        this.asked.push(title);
        return this.agrees;
      },
      trans: plainEnglish
    });
    await session.ready;
    return session;
  }
}
