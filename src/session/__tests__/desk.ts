import { folder, metadata } from '../../core/publish/__tests__/publication';
import {
  SimulatedSite,
  site
} from '../../core/publish/__tests__/simulatedSite';
import { InThreadSums } from '../../core/bundle/sums/inThreadSums';
import { InThreadScanner } from '../../core/checks/secrets/secretScanner';
import { IKernel, noKernel } from '../../core/environment/kernel';
import { PublisherError } from '../../core/error';
import { MemoryFiles } from '../../core/memoryFiles';
import {
  type IMetadataDefaults,
  noDefaults
} from '../../core/metadata/sources/defaults';
import { MemoryJournalStore } from '../../core/publish/journal';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import { plainEnglish } from '../../core/text';
import {
  type IJupyterServer,
  noServer
} from '../../core/transfer/jupyterServer';
import type { IFreshKernels } from '../../core/testRun/freshKernels';
import type { IHttp } from '../../core/zenodo/http';
import { ISite, zenodoSandbox } from '../../core/zenodo/sites';
import { IConfirmation } from '../state';
import {
  IOpenedRecords,
  ISessionPorts,
  IWorkingBadge,
  noOpenedRecords
} from '../ports';
import type { IForm } from '../form';
import { PublicationSession } from '../session';
import type { IVersionChoices } from '../versionState';
import { Wallet } from '../wallet';
import type { ISignIns } from '../signIn/signInState';
import { withoutSignIn } from '../signIn/__tests__/simulatedSignIn';

/** The same simulated site as one to practise on. */
export const testSite: ISite = {
  ...site,
  id: 'practice',
  name: 'Practice',
  url: 'http://127.0.0.1:5056',
  binder: null,
  test: true
};

/** All that outlives a page: the site, the files, what was kept. */
export class Desk {
  constructor(
    private readonly _site: ISite = site,
    private readonly _selection: readonly string[] = ['rivers']
  ) {}

  readonly zenodo = new SimulatedSite();
  readonly files = new MemoryFiles({ ...folder });
  readonly journal = new MemoryJournalStore();
  /** What one browser keeps, and what all of them find. */
  forms = new Map<string, string>();
  readonly sharedForms = new Map<string, string>();
  /** Signing in on the site's own page; null = nobody can. */
  signIns: ISignIns | null = null;
  /** Of the page that is open; a reload makes a new one. */
  wallet = new Wallet();
  readonly token = this.zenodo.simulator.secrets.token;
  /** Details that can be published. */
  readonly metadata = metadata;

  /** One way to the site for all sessions, as in one page; else each is a page of its own. */
  http: IHttp | null = null;

  /** What the user answers, and what was asked. */
  answers = { publish: true, discard: true, save: true, badges: true };
  readonly asked: (IConfirmation | string)[] = [];

  /** The kernel of every notebook. */
  kernel: IKernel = noKernel('There is no kernel.', 'R');

  /** Jupyter's server, as far as it helps. */
  server: IJupyterServer = noServer;

  /** Runs notebooks in the page; null = nothing does. */
  freshKernels: IFreshKernels | null = null;

  /** Patterns of what the settings leave out. */
  ignored: string[] = [];

  /** What an institution wants to stand in its people's records. */
  defaults: IMetadataDefaults = noDefaults;

  /** The records that were opened into folders. */
  opened: IOpenedRecords = noOpenedRecords;

  /** Called before a file is read; may throw. */
  beforeRead: (path: string) => void = () => undefined;

  /** Called before a text file is written; may throw. */
  beforeWrite: (path: string) => void = () => undefined;

  /** Open documents with unsaved changes, and those that were saved. */
  unsaved: string[] = [];
  readonly saved: string[] = [];

  /** Badges that were put into working notebooks, by path. */
  readonly badges = new Map<string, IWorkingBadge>();
  /** Working notebooks that cannot be changed. */
  locked: string[] = [];
  readonly copied: string[] = [];
  /** Records that were to be shown among all publications. */
  readonly shown: string[] = [];

  /** Open the panel: in the first page, or in one that was loaded anew. */
  async open(id = 'one'): Promise<PublicationSession> {
    this.wallet = new Wallet();
    return this.openBeside(id);
  }

  /** Open a further panel in the same page. */
  async openBeside(id: string): Promise<PublicationSession> {
    const session = this.openUnread(id);
    await session.ready;
    return session;
  }

  /** The same, as it is before anything was read. */
  openUnread(id: string, version?: IVersionChoices): PublicationSession {
    return new PublicationSession({
      ...this._ports(),
      id,
      selection: this._selection,
      version
    });
  }

  /** Open it, fill in what is missing, and sign in. */
  async openReady(): Promise<PublicationSession> {
    const session = await this.open();
    session.metadata.set(metadata);
    await session.account.signIn(this.token);
    return session;
  }

  /** What the journal holds. */
  get entry(): IJournalEntry | undefined {
    const { publications } = JSON.parse(
      this.journal.text || '{"publications":{}}'
    ) as { publications: Record<string, IJournalEntry> };
    return publications.one;
  }

  private _ports(): ISessionPorts {
    return {
      files: {
        list: folder => this.files.list(folder),
        stat: path => this.files.stat(path),
        read: async path => {
          this.beforeRead(path);
          return this.files.read(path);
        }
      },
      documents: {
        unsaved: paths => this.unsaved.filter(path => paths.includes(path)),
        busy: () => [],
        save: async paths => {
          this.saved.push(...paths);
          this.unsaved = [];
        }
      },
      writer: {
        putBadge: async (path, badge) => {
          if (this.locked.includes(path)) {
            throw new Error('read-only');
          }
          this.badges.set(path, badge);
        },
        removeBadge: async path => this.badges.delete(path),
        changeText: async (path, change) =>
          this.files.write(
            path,
            change(new TextDecoder().decode(this.files.bytes(path)))
          ),
        writeText: async (path, before, after) => {
          this.beforeWrite(path);
          const now = await this.files.stat(path).then(
            () => new TextDecoder().decode(this.files.bytes(path)),
            () => null
          );
          if (now !== before) {
            throw new PublisherError(`${path} was changed meanwhile.`);
          }
          await this.files.write(path, after);
        }
      },
      kernelFor: () => this.kernel,
      http: this.http ?? { send: request => this.zenodo.send(request) },
      server: this.server,
      freshKernels: this.freshKernels,
      clock: this.zenodo.clock,
      journal: this.journal,
      forms: {
        load: async id =>
          [this.forms, this.sharedForms]
            .map(forms => JSON.parse(forms.get(id) ?? 'null') as IForm | null)
            .sort((a, b) => (b?.kept ?? '').localeCompare(a?.kept ?? ''))[0],
        save: async (id, form) => {
          this.forms.set(id, JSON.stringify(form));
        },
        share: async (id, form) => {
          this.sharedForms.set(id, JSON.stringify(form));
        },
        remove: async id => {
          this.forms.delete(id);
          this.sharedForms.delete(id);
        }
      },
      opened: this.opened,
      dialogs: {
        confirmPublish: async facts => {
          this.asked.push(facts);
          return this.answers.publish;
        },
        confirmDiscard: async doi => {
          this.asked.push(`discard ${doi}`);
          return this.answers.discard;
        },
        confirmKeepFiles: async doi => {
          this.asked.push(`keep files ${doi}`);
          return this.answers.discard;
        },
        confirmNoBadges: async (doi, paths) => {
          this.asked.push(`no badges ${doi} ${paths.join()}`);
          return this.answers.badges;
        },
        confirmSave: async paths => {
          this.asked.push(`save ${paths.join(', ')}`);
          return this.answers.save;
        }
      },
      wallet: this.wallet,
      signIns: this.signIns ?? withoutSignIn(this.wallet),
      sites: {
        all: [...new Set([this._site, site, testSite, zenodoSandbox])],
        defaultId: this._site.id,
        problems: []
      },
      ignored: this.ignored,
      defaults: this.defaults,
      startSums: async () => new InThreadSums(),
      makeScanner: options => new InThreadScanner(options, this.zenodo.clock),
      trans: plainEnglish,
      copy: text => this.copied.push(text),
      openPath: () => undefined,
      showInList: (siteUrl, id) => this.shown.push(`${siteUrl} ${id}`),
      identity: {}
    };
  }
}
