import { PublisherError } from '../../../error';
import { TokenRefusedError } from '../../../zenodo/errors';
import {
  DraftChangedError,
  DraftGoneError,
  OpenElsewhereError,
  TokenEndedError
} from '../../errors';
import { withoutDraft } from '../../journalEntry';
import type { IDraftChoice, IPublicationRequest } from '../../request';
import { nonceReference } from '../../../zenodo/nonce';
import { notebook, Publication } from '../publication';
import { communityOf, decide, submissionsOf } from '../reviews';
import { PageGone } from '../simulatedSite';
import type { IFaultRow } from './rows';
import type { IStep } from './steps';

/** How a publication went. */
export interface IOutcome {
  /** What the user read each time that it stopped; `(the page is gone)` = there was nobody to read. */
  readonly stops: readonly string[];
  /** Whether the fault befell anything. */
  readonly met: boolean;
}

/** A small publication, watched all the time. */
export function smallPublication(layout: 'zip' | 'files' = 'zip'): Publication {
  const publication = new Publication();
  const { files, store, zenodo } = publication;
  for (const path of ['02-plot.ipynb', 'requirements.txt', 'data/levels.csv']) {
    files.remove(`rivers/${path}`);
  }
  files.write('rivers/01-clean.ipynb', notebook('# Clean'));
  publication.badges = ['01-clean.ipynb'];
  publication.choices = { layout };
  publication.scanner = { scan: async () => [], mask: async (_, bytes) => bytes }; // prettier-ignore
  keepRequest(publication);
  const save = store.save.bind(store);
  store.save = async document => {
    await save(document);
    for (const token of zenodo.simulator.state.tokens.keys()) {
      if (store.text.includes(token)) {
        throw new Error('The journal holds a token');
      }
    }
  };
  return publication;
}

/** The folder does not change in most runs, so it is planned once for all of them. */
const planned = new Map<string, Promise<IPublicationRequest>>();

function keepRequest(publication: Publication): void {
  const plan = publication.request.bind(publication);
  const { layout } = publication.choices;
  publication.request = async () => {
    const kept = planned.get(layout ?? '') ?? plan();
    planned.set(layout ?? '', kept);
    return { ...(await kept), ...publication.choices };
  };
}

/** Lead a publication through one fault, and resume it until it is published. */
export async function tryOut(
  step: IStep,
  row: IFaultRow,
  times: number
): Promise<IOutcome> {
  const publication = smallPublication();
  const { zenodo } = publication;
  if (step.review) {
    publication.choices = {
      ...publication.choices,
      review: communityOf(zenodo, 'open-comm')
    };
  }
  step.provoke?.(publication);
  if (step.diedAfter) {
    zenodo.dieAfter(step.diedAfter);
    await publication.run().catch(ignoreGone);
    await reload(publication);
  }
  if (step.rename) {
    publication.choices = {
      ...publication.choices,
      archiveName: 'lakes.zip',
      binderReady: false
    };
  }
  const isMet = arm(publication, step, row, times);
  const end = () => {
    zenodo.simulator.faults.clear();
    zenodo.before = zenodo.after = () => undefined;
  };
  const stops = await runToTheEnd(publication, {
    ...{ mend: end, end, patience: 4 },
    choice: row.choice,
    isPublishing: row.isPublishing
  });
  return { stops, met: isMet() };
}

/** How a publication is led to its end. */
export interface ICourse extends Pick<IFaultRow, 'choice' | 'isPublishing'> {
  /** What happens each time before it is resumed. */
  readonly mend: () => void;
  /** What happens when it is published. */
  readonly end: () => void;
  /** Resumed at most so often. */
  readonly patience: number;
}

/** Run and resume until it is published, and look whether all is well. */
export async function runToTheEnd(
  publication: Publication,
  { mend, end, patience, choice, isPublishing }: ICourse
): Promise<string[]> {
  const untouched = texts(publication);
  const stops: string[] = [];
  for (;;) {
    try {
      const entry = await publication.run();
      if (entry.record) {
        break;
      }
      end();
      await decide(publication.zenodo, 'accept');
    } catch (error) {
      stops.push(await told(publication, error));
      await checkStopped(publication);
      if (stops.length > patience) {
        throw new Error(`It does not end: ${stops.join(' / ')}`);
      }
      mend();
      await remedy(publication, error, choice);
    }
  }
  end();
  await checkPublished(publication, isPublishing === true);
  expect(texts(publication)).toEqual(untouched);
  return stops;
}

/** A page needs a moment to be there again. */
async function reload(publication: Publication): Promise<void> {
  await publication.zenodo.clock.sleep(5_000);
  publication.openPage();
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof PageGone)) {
    throw error;
  }
}

function arm(
  publication: Publication,
  { match }: IStep,
  { fault, before, after, only, needsDraft }: IFaultRow,
  times: number
): () => boolean {
  const { zenodo } = publication;
  let met = 0;
  const fits = (line: string) => {
    const [method, path] = line.split(' ');
    return match.method === method && match.path?.test(path);
  };
  zenodo.before = async (line, request) => {
    const can = !needsDraft || zenodo.drafts.length > 0;
    if (fits(line) && met < times && can && (only?.(request) ?? true)) {
      if (fault || before) {
        met++;
      }
      if (fault) {
        zenodo.simulator.faults.add({ ...fault, match });
      }
      await before?.(publication);
    }
  };
  if (after) {
    zenodo.after = async line => {
      if (fits(line) && met < times) {
        met++;
        await after(publication);
      }
    };
  }
  return () => met > 0;
}

/** What the user reads. Errors that are none of ours have no text for them. */
async function told(publication: Publication, error: unknown): Promise<string> {
  if (error instanceof PageGone) {
    return '(the page is gone)';
  }
  if (!(error instanceof PublisherError) || error.message === '') {
    throw error;
  }
  for (
    let cause: unknown = error;
    cause instanceof Error;
    cause = (cause as { cause?: unknown }).cause
  ) {
    expect(JSON.stringify(cause) + String(cause)).not.toContain(
      publication.token
    );
  }
  return `“${error.message}”`;
}

/** The user knows of every draft, or is told that there may be one. */
async function checkStopped(publication: Publication): Promise<void> {
  const { zenodo } = publication;
  const entry = await publication.entry();
  const mayBe = entry.step === 'check' && entry.status === 'begun';
  for (const draft of zenodo.simulator.state.drafts.values()) {
    if (draft.id !== entry.draft?.id && !mayBe) {
      expect(isTwin(draft.metadata.references, entry.nonce)).toBe(true);
    }
  }
  expect(zenodo.records.length).toBeLessThanOrEqual(1);
}

function isTwin(references: unknown, nonce: string): boolean {
  return JSON.stringify(references ?? []).includes(nonceReference(nonce));
}

/** What the user, or the session, does about it. */
async function remedy(
  publication: Publication,
  error: unknown,
  details: IDraftChoice['details'] = 'mine'
): Promise<void> {
  const { zenodo } = publication;
  if (error instanceof PageGone || error instanceof OpenElsewhereError) {
    await reload(publication);
  } else if (
    error instanceof TokenEndedError ||
    error instanceof TokenRefusedError
  ) {
    zenodo.simulator.state.revoked.clear();
  } else if (error instanceof DraftGoneError) {
    const entry = await publication.entry();
    await publication.write(withoutDraft(entry, `${entry.nonce}-again`));
  } else if (error instanceof DraftChangedError) {
    const { id, revision } = error.draft;
    publication.choices = {
      ...publication.choices,
      draftChoice: { id, revision, details }
    };
  }
}

async function checkPublished(
  publication: Publication,
  byTheUser: boolean
): Promise<void> {
  const { zenodo } = publication;
  const entry = await publication.entry();
  // What is still on its way arrives, and the index knows of it.
  zenodo.simulator.state.revoked.clear();
  await zenodo.clock.sleep(60_000);
  await zenodo.simulator.arriveLate();
  await zenodo.clock.sleep(5_000);
  await publication.tidy();
  expect(zenodo.records).toEqual([entry.record?.id]);
  expect(zenodo.drafts).toEqual([]);
  const [record] = zenodo.simulator.state.records.values();
  const { files } = record.bucket;
  expect(entry.record?.doi).toBe(`10.5281/zenodo.${record.id}`);
  if (byTheUser) {
    return;
  }
  expect(
    [...files.values()].map(({ key, bytes }) => `${key} ${bytes?.md5}`).sort()
  ).toEqual(entry.pack?.uploads.map(({ key, md5 }) => `${key} ${md5}`).sort());
  expect(isTwin(record.metadata.references, '')).toBe(false);
  expect(
    submissionsOf(zenodo).filter(({ topic }) => topic === record.id).length
  ).toBe(publication.choices.review ? 1 : 0);
  expect(
    zenodo.simulator.log.filter(
      ({ path, status }) => path.endsWith('/publish') && status === 202
    ).length
  ).toBeLessThanOrEqual(1);
}

function texts({ files }: Publication): string[] {
  return ['01-clean.ipynb', 'README.md'].map(name =>
    new TextDecoder().decode(files.bytes(`rivers/${name}`))
  );
}
