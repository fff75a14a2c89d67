import { ISettings } from '../../../../simulator/settings';
import { includedEntries } from '../../bundle/edit';
import { planBundle } from '../../bundle/plan';
import { MemoryFiles } from '../../memoryFiles';
import { emptyCreator, emptyMetadata } from '../../metadata/empty';
import { IMetadata } from '../../metadata/model';
import { InThreadScanner, ISecretScanner } from '../../checks/secrets/secretScanner'; // prettier-ignore
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../../zenodo/client';
import type { WaitListener } from '../../zenodo/retry';
import { IContext } from '../context';
import { Journal, MemoryJournalStore } from '../journal';
import { IJournalEntry, newEntry } from '../journalEntry';
import { PublicationMachine } from '../machine';
import { IStepObserver, noObserver } from '../observer';
import { archiveName, IPublicationRequest } from '../request';
import type { ITransferRoute } from '../transferStep';
import { deleteTwins } from '../twins';
import { site, SimulatedSite } from './simulatedSite';

export const notebook = (text: string): string =>
  JSON.stringify(
    {
      cells: [
        { cell_type: 'markdown', id: 'a', metadata: {}, source: [text] },
        {
          cell_type: 'code',
          execution_count: 1,
          id: 'b',
          metadata: { trusted: true },
          outputs: [],
          source: ['import numpy']
        }
      ],
      metadata: { kernelspec: { name: 'python3', display_name: 'Python 3' } },
      nbformat: 4,
      nbformat_minor: 5
    },
    null,
    1
  ) + '\n';

/** A folder with two notebooks and what belongs with them. */
export const folder: Readonly<Record<string, string>> = {
  'rivers/01-clean.ipynb': notebook('# Clean'),
  'rivers/02-plot.ipynb': notebook('# Plot'),
  'rivers/README.md': '# Rivers\n\nAbout rivers.\n',
  'rivers/requirements.txt': 'numpy==2.1.0\n',
  'rivers/data/levels.csv': 'day,level\n1,2.5\n'
};

export const metadata: IMetadata = {
  ...emptyMetadata('2026-11-21'),
  title: 'Rivers',
  creators: [
    { ...emptyCreator('1'), familyName: 'Silva', givenName: 'Ana Marques' }
  ],
  licenses: [{ id: 'mit', title: 'MIT License' }]
};

let pages = 0;

/**
 * One publication on a simulated site: its files and journal outlive the page,
 * all else belongs to it.
 */
export class Publication {
  /** @param beside - the same publication in another page, with the same surroundings */
  constructor(changes: Partial<ISettings> = {}, beside?: Publication) {
    this.zenodo = beside?.zenodo ?? new SimulatedSite(changes);
    this.files = beside?.files ?? new MemoryFiles({ ...folder });
    this.store = beside?.store ?? new MemoryJournalStore();
    this.token = beside?.token ?? this.zenodo.simulator.secrets.token;
    this.choices = beside?.choices ?? {};
    this.scanner = beside?.scanner;
    this.badges = beside?.badges ?? this.badges;
    this.route = beside?.route ?? null;
    this.openPage();
  }

  readonly zenodo: SimulatedSite;
  readonly files: MemoryFiles;
  readonly store: MemoryJournalStore;
  /** The token the user is signed in with. */
  token: string;
  metadata = metadata;
  badges = ['01-clean.ipynb', '02-plot.ipynb'];
  observer: Partial<IStepObserver> = {};
  onWait: WaitListener = () => undefined;
  /** Jupyter's server sends the files; null = the page does. */
  route: ITransferRoute | null = null;
  /** Instead of the real one. */
  scanner: ISecretScanner | undefined;
  /** What the user says to the confirmation, and how often it was asked for. */
  answer = true;
  confirmations = 0;

  /** A page opened anew: knows only what the journal and the folder hold. */
  openPage(): void {
    const { clock } = this.zenodo;
    this._machine = new PublicationMachine();
    this._journal = new Journal({
      store: this.store,
      clock,
      trans: plainEnglish
    });
    this._owner = `page ${++pages}`;
    this._client = new ZenodoClient({
      site,
      // Each page has its own way to the site.
      http: { send: request => this.zenodo.send(request) },
      clock,
      trans: plainEnglish,
      getToken: () => this.token
    });
  }

  async request(): Promise<IPublicationRequest> {
    const plan = await planBundle({
      files: this.files,
      selection: ['rivers'],
      trans: plainEnglish
    });
    const files = includedEntries(plan);
    const notebooks = files
      .map(({ path }) => path)
      .filter(path => path.endsWith('.ipynb'));
    return {
      id: 'one',
      site,
      selection: ['rivers'],
      metadata: this.metadata,
      files,
      notebooks,
      badges: this.badges,
      root: plan.root,
      archiveName: this._archiveName ?? archiveName(plan.root, notebooks),
      binderReady: true,
      layout: 'zip',
      crate: false,
      environmentFile: null,
      copyEdits: {},
      accepted: [],
      ...this.choices
    };
  }

  /** What the user chose otherwise. */
  choices: Partial<IPublicationRequest>;

  /** Another choice of files gives the archive another name. */
  async rename(name: string): Promise<void> {
    this._archiveName = name;
    await this.files.write('rivers/new.txt', 'new');
  }

  /** What the user's `Publish` and `Resume` do. */
  async run(signal?: AbortSignal): Promise<IJournalEntry> {
    const context = await this._context(signal);
    const draft = await this._machine.toVerifiedDraft(
      context,
      await this._claimed()
    );
    return this._machine.publish(context, draft, async () => {
      this.confirmations++;
      return this.answer;
    });
  }

  /** What `Save draft` does. */
  async saveDraft(): Promise<IJournalEntry> {
    return this._machine.toVerifiedDraft(
      await this._context(),
      await this._claimed()
    );
  }

  /** What is tidied when all is done. */
  async tidy(): Promise<number> {
    return deleteTwins(await this._context(), await this.entry());
  }

  /** Write to the journal as the session does. */
  write(entry: IJournalEntry): Promise<IJournalEntry> {
    return this._journal.write(entry);
  }

  /** The same publication in another tab or browser, which takes it over. */
  secondPage(): Publication {
    return new Publication({}, this);
  }

  /** The journal's entry, or a new one. */
  async entry(): Promise<IJournalEntry> {
    return (
      (await this._journal.read('one')) ??
      newEntry({
        id: 'one',
        owner: this._owner,
        siteId: site.id,
        siteUrl: site.url,
        selection: ['rivers'],
        title: this.metadata.title,
        nonce: '5f0e4a52-91c0-4d3a-9f0c-3f3a2c2f1b11'
      })
    );
  }

  private async _claimed(): Promise<IJournalEntry> {
    return (await this._journal.claim('one', this._owner)) ?? this.entry();
  }

  private async _context(signal?: AbortSignal): Promise<IContext> {
    return {
      client: this._client,
      files: this.files,
      journal: this._journal,
      clock: this.zenodo.clock,
      trans: plainEnglish,
      observer: { ...noObserver, ...this.observer },
      request: await this.request(),
      scanner:
        this.scanner ??
        new InThreadScanner(
          { salt: 'a salt of sixteen characters', token: this.token },
          this.zenodo.clock
        ),
      route: this.route,
      onWait: wait => this.onWait(wait),
      signal: signal ?? new AbortController().signal
    };
  }

  private _owner = '';
  private _archiveName: string | null = null;
  private _machine!: PublicationMachine;
  private _journal!: Journal;
  private _client!: ZenodoClient;
}
