import { spliceNotebook } from '../../../core/notebook/splice';
import { PublisherError } from '../../../core/error';
import { site } from '../../../core/publish/__tests__/simulatedSite';
import { plainEnglish } from '../../../core/text';
import { Desk, testSite } from '../../__tests__/desk';
import type { IDeletion } from '../ports';
import { PublicationsSession } from '../session';
import type { IPublicationView } from '../state';
import { withoutSignIn } from '../../signIn/__tests__/simulatedSignIn';

/** The list beside the panels of a desk: same files, journal, tokens and site. */
export class ListDesk {
  readonly desk = new Desk();
  /** What the user answers. */
  answers = {
    discard: true,
    edit: true,
    reason: 'test-record' as string | null,
    badges: true,
    noBadges: true
  };
  readonly asked: (string | IDeletion)[] = [];
  /** The panels that were opened: what for, and whose. */
  readonly opened: string[] = [];
  /** What the settings leave out. */
  ignored: string[] = [];
  atWork: string[] = [];
  inPage: string[] = [];
  /** Notebooks that cannot be changed. */
  locked: string[] = [];

  /** The list, as a page shows it that was just opened. */
  open(): PublicationsSession {
    const { desk } = this;
    const note = <T>(what: string | IDeletion, answer: T) => {
      this.asked.push(what);
      return answer;
    };
    const change = async (path: string, badge: string | null, of?: object) => {
      if (this.locked.includes(path)) {
        throw new PublisherError(`${path} is read-only.`);
      }
      const bytes = spliceNotebook(desk.files.bytes(path), {
        badge,
        identity: (of ?? null) as never
      });
      await desk.files.write(path, new TextDecoder().decode(bytes));
    };
    return new PublicationsSession({
      files: desk.files,
      writer: {
        putBadge: (path, badge) => change(path, badge.source, badge.identity),
        removeBadge: async path => {
          await change(path, null);
          return true;
        },
        changeText: async (path, edit) => {
          const text = new TextDecoder().decode(desk.files.bytes(path));
          await desk.files.write(path, edit(text));
        }
      },
      ignored: this.ignored,
      http: desk.zenodo,
      clock: desk.zenodo.clock,
      journal: desk.journal,
      dialogs: {
        confirmDiscard: async doi =>
          note(`discard ${doi}`, this.answers.discard),
        confirmKeepFiles: async doi =>
          note(`keep files ${doi}`, this.answers.discard),
        confirmDiscardEdit: async title =>
          note(`edit ${title}`, this.answers.edit),
        confirmDelete: async deletion => note(deletion, this.answers.reason),
        confirmBadges: async (_doi, paths) =>
          note(`badges ${paths.join(', ')}`, this.answers.badges),
        confirmNoBadges: async (_doi, paths, isGone) =>
          note(
            `no badges${isGone ? '' : ' (the record stays)'} ${paths.join(', ')}`,
            this.answers.noBadges
          )
      },
      wallet: desk.wallet,
      signIns: withoutSignIn(desk.wallet),
      sites: { all: [site, testSite], defaultId: site.id, problems: [] },
      panels: {
        resume: async (selection, id) => {
          this.opened.push(`resume ${id}: ${selection.join(', ')}`);
        },
        openNext: async (selection, id) => {
          this.opened.push(`next ${id}: ${selection.join(', ')}`);
        },
        edit: async (siteId, recordId) => {
          this.opened.push(`edit ${recordId} on ${siteId}`);
        },
        replaceFiles: async (selection, recordId) => {
          this.opened.push(`replace ${recordId}: ${selection.join(', ')}`);
        },
        opened: () => new Set(this.inPage)
      },
      atWork: async () => new Set(this.atWork),
      trans: plainEnglish,
      copy: text => desk.copied.push(text),
      openRecord: address => this.opened.push(`record ${address ?? ''}`)
    });
  }

  /** What is written from now on is newer than what was published. */
  later(): void {
    Object.assign(this.desk.files, { _time: this.desk.zenodo.clock.now() });
  }

  /** Publish the desk's folder, and open the list signed in. */
  async openPublished(): Promise<PublicationsSession> {
    const session = await this.desk.openReady();
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    session.dispose();
    return this.openRefreshed();
  }

  /** The list, once the index of the site is up to date and all is read. */
  async openRefreshed(): Promise<PublicationsSession> {
    await this.desk.zenodo.clock.sleep(5_000);
    const list = this.open();
    await list.refresh();
    return list;
  }
}

/** The only publication in the list. */
export function only(list: PublicationsSession): IPublicationView {
  expect(list.state.items).toHaveLength(1);
  return list.state.items[0];
}
