import { IFault } from '../../../../simulator/faults';
import { CancelledError, PublisherError } from '../../error';
import {
  AnswerLostError,
  ChecksumMismatchError,
  NotFoundError,
  RefusedMetadataError,
  SiteError,
  SiteUnreachableError
} from '../../zenodo/errors';
import { failure } from '../../zenodo/__tests__/common';
import { HttpConnectionError } from '../../zenodo/http';
import {
  DraftGoneError,
  PublicationUnknownError,
  TokenEndedError
} from '../errors';
import { withoutDraft } from '../journalEntry';
import { metadata, Publication } from './publication';
import { PageGone } from './simulatedSite';

const content = { method: 'PUT', path: /content$/ };
const commit = { method: 'POST', path: /commit$/ };
const create = { method: 'POST', path: /^\/api\/records$/ };
const publish = { method: 'POST', path: /actions\/publish$/ };

/** Whatever happened: one record, no draft left over, one DOI, the journal knows. */
async function expectPublishedOnce(publication: Publication): Promise<void> {
  const { zenodo } = publication;
  const entry = await publication.entry();
  expect(entry.record?.doi).toBe(`10.5281/zenodo.${entry.record?.id}`);
  expect(zenodo.records).toEqual([entry.record?.id]);
  expect(zenodo.drafts).toEqual([]);
  const [record] = zenodo.simulator.state.records.values();
  expect([...record.bucket.files.keys()]).toEqual(['rivers.zip']);
  expect(record.metadata.references ?? []).toEqual([]);
  expect(publication.store.text).not.toContain(zenodo.simulator.secrets.token);
}

describe('what passes by itself, without the user', () => {
  it.each<{ what: string; fault: IFault }>([
    { what: 'a rate limit', fault: { kind: 'rate-limit', match: content } },
    {
      what: 'a page of the front server while uploading',
      fault: { kind: 'gateway', status: 502, match: content }
    },
    {
      what: 'a connection that breaks in the upload',
      fault: { kind: 'drop', bytes: 100, match: content }
    },
    {
      what: 'content that is gone at the commit',
      fault: { kind: 'lose-content', match: content }
    },
    {
      what: 'the lost answer to the commit',
      fault: { kind: 'lose-answer', match: commit }
    },
    {
      what: 'the lost answer to "create draft"',
      fault: { kind: 'lose-answer', match: create }
    },
    {
      what: 'a 504 for "create draft" that did happen',
      fault: { kind: 'gateway-after', status: 504, match: create }
    },
    {
      what: 'the lost answer to the reservation',
      fault: { kind: 'lose-answer', match: { path: /pids\/doi$/ } }
    },
    {
      what: 'the lost answer to the last details',
      fault: {
        kind: 'lose-answer',
        match: { method: 'PUT', path: /draft$/ }
      }
    },
    {
      what: 'a 504 for "publish" that did happen',
      fault: { kind: 'gateway-after', status: 504, match: publish }
    },
    {
      what: 'the lost answer to "publish"',
      fault: { kind: 'lose-answer', match: publish }
    },
    {
      what: 'a rate limit for "publish"',
      fault: { kind: 'rate-limit', match: publish }
    }
  ])('$what', async ({ fault }) => {
    const publication = new Publication();
    const { zenodo } = publication;
    zenodo.simulator.faults.add(fault);
    await publication.run();
    expect(zenodo.simulator.faults.size).toBe(0);
    await expectPublishedOnce(publication);
    expect(publication.confirmations).toBe(1);
    expect(
      zenodo.simulator.log.filter(
        ({ path, status }) => path.endsWith('/publish') && status === 202
      ).length
    ).toBeLessThanOrEqual(1);
  });
});

type ErrorClass = abstract new (...parts: never[]) => Error;

interface ICase {
  readonly what: string;
  readonly error: ErrorClass;
  readonly before?: (publication: Publication) => void;
  /** What the user does before `Resume`. */
  readonly remedy?: (publication: Publication) => void | Promise<void>;
}

const cases: readonly ICase[] = [
  {
    what: 'a wrong token',
    error: TokenEndedError,
    before: publication => {
      publication.token = 'wrong';
    },
    remedy: publication => {
      publication.token = publication.zenodo.simulator.secrets.token;
    }
  },
  {
    what: 'a token that is revoked during the upload',
    error: TokenEndedError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({ kind: 'revoke-token', match: content }),
    remedy: publication => {
      publication.token = publication.zenodo.simulator.secrets.tokenNoScope;
    }
  },
  {
    what: 'a token that is revoked before publishing',
    error: TokenEndedError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({ kind: 'revoke-token', match: publish }),
    remedy: publication => {
      publication.token = publication.zenodo.simulator.secrets.tokenNoScope;
    }
  },
  {
    what: 'a site that is away while uploading',
    error: SiteError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({
        kind: 'drop',
        match: content,
        times: Infinity
      })
  },
  {
    what: 'a front server that answers all with pages',
    error: AnswerLostError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({
        kind: 'gateway',
        status: 502,
        match: create,
        times: Infinity
      })
  },
  {
    what: 'content that is always gone at the commit',
    error: SiteError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({
        kind: 'lose-content',
        match: content,
        times: Infinity
      })
  },
  {
    what: 'other bytes than those that were sent',
    error: ChecksumMismatchError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({ kind: 'corrupt', match: content })
  },
  {
    what: 'a 504 for "publish" that did not happen',
    error: PublicationUnknownError,
    before: ({ zenodo }) =>
      zenodo.simulator.faults.add({
        kind: 'gateway',
        status: 504,
        match: publish
      })
  },
  {
    what: 'a site that is away from "publish" on, which happened',
    error: PublicationUnknownError,
    before: ({ zenodo }) => {
      zenodo.simulator.faults.add({ kind: 'lose-answer', match: publish });
      zenodo.simulator.faults.add({
        kind: 'drop',
        match: { method: 'GET', path: /^\/api\/records\/\d+$/ },
        times: Infinity
      });
    }
  },
  {
    what: "the site's objection to an id",
    error: RefusedMetadataError,
    before: publication => {
      publication.metadata = {
        ...metadata,
        licenses: [{ id: 'no-such-licence', title: 'None' }]
      };
    },
    remedy: publication => {
      publication.metadata = metadata;
    }
  },
  {
    what: "the site's objections to fields",
    error: RefusedMetadataError,
    before: publication => {
      publication.metadata = { ...metadata, title: '', creators: [] };
    },
    remedy: publication => {
      publication.metadata = metadata;
    }
  },
  {
    what: 'a page that dies after "create draft"',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/^POST \/api\/records$/)
  },
  {
    what: 'a page that dies after the reservation',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/pids\/doi$/)
  },
  {
    what: 'a page that dies after the announcement of the file',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/^POST .*draft\/files$/)
  },
  {
    what: 'a page that dies after the content',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/content$/)
  },
  {
    what: 'a page that dies after the commit',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/commit$/)
  },
  {
    what: 'a page that dies after the last details',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/^PUT .*draft$/)
  },
  {
    what: 'a page that dies after "publish"',
    error: PageGone,
    before: ({ zenodo }) => zenodo.dieAfter(/actions\/publish$/)
  },
  {
    what: 'a file that changes while it is packed',
    error: PublisherError,
    before: publication => {
      publication.zenodo.before = line => {
        if (/pids\/doi$/.test(line)) {
          publication.files.write('rivers/data/levels.csv', 'day,level\n1,3\n');
        }
      };
    },
    remedy: publication => {
      publication.zenodo.before = () => undefined;
    }
  }
];

describe('what stops a publication, and Resume', () => {
  describe.each(['the same page', 'a new page'])('in %s', where => {
    it.each(cases)('$what', async ({ error, before, remedy }) => {
      const publication = new Publication();
      const { zenodo } = publication;
      before?.(publication);
      const stopped = await failure(publication.run());
      expect(stopped).toBeInstanceOf(error);
      expect(String(stopped)).not.toContain(publication.token);
      expect(publication.store.text).not.toContain(publication.token);
      zenodo.simulator.faults.clear();
      await remedy?.(publication);
      if (where === 'a new page' || error === PageGone) {
        publication.openPage();
      }
      await publication.run();
      await expectPublishedOnce(publication);
    });
  });

  it('names the fields that the site objects to', async () => {
    const publication = new Publication();
    publication.metadata = { ...metadata, title: '' };
    const error = await failure(publication.run());
    expect(error).toBeInstanceOf(RefusedMetadataError);
    expect(
      (error as RefusedMetadataError).errors.map(({ field }) => field)
    ).toEqual(['metadata.title']);
    expect(publication.zenodo.drafts).toHaveLength(1);
  });

  it('asks only whether it was published, when it was', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    zenodo.dieAfter(/actions\/publish$/);
    await failure(publication.run());
    expect(await publication.entry()).toMatchObject({
      step: 'publish',
      status: 'begun',
      record: null
    });
    publication.openPage();
    const before = zenodo.lines.length;
    const { confirmations } = publication;
    await publication.run();
    expect(zenodo.lines.slice(before)).toEqual([
      `GET /api/records/${zenodo.records[0]}`
    ]);
    expect(publication.confirmations).toBe(confirmations);
  });

  it('takes a clear no to "publish" for a no', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    zenodo.before = line => {
      if (line.endsWith('actions/publish')) {
        const [draft] = zenodo.simulator.state.drafts.values();
        draft.metadata = {};
      }
    };
    expect(await failure(publication.run())).toBeInstanceOf(
      RefusedMetadataError
    );
    expect(await publication.entry()).toMatchObject({
      step: 'upload',
      status: 'done'
    });
    zenodo.before = () => undefined;
    await publication.run();
    await expectPublishedOnce(publication);
  });

  it('cancels during the upload', async () => {
    const publication = new Publication();
    const controller = new AbortController();
    publication.observer = {
      progress: (name, _file, done) => {
        if (name === 'upload' && done > 0) {
          controller.abort();
        }
      }
    };
    expect(await failure(publication.run(controller.signal))).toBeInstanceOf(
      CancelledError
    );
    const [draft] = publication.zenodo.drafts;
    publication.observer = {};
    await publication.run();
    expect(publication.zenodo.records).toEqual([draft]);
    await expectPublishedOnce(publication);
  });

  it('does not publish twice when cancelled while publishing', async () => {
    const publication = new Publication();
    const controller = new AbortController();
    publication.zenodo.after = line => {
      if (line.endsWith('actions/publish')) {
        controller.abort();
      }
    };
    expect(await failure(publication.run(controller.signal))).toBeInstanceOf(
      CancelledError
    );
    await publication.run();
    await expectPublishedOnce(publication);
  });

  it('does not upload again what is there', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    await publication.saveDraft();
    publication.openPage();
    await publication.run();
    expect(zenodo.count(/content$/)).toBe(1);
    await expectPublishedOnce(publication);
  });

  it('uploads again what changed, in place of the old', async () => {
    const publication = new Publication();
    const { zenodo, files } = publication;
    await publication.saveDraft();
    files.write('rivers/data/levels.csv', 'day,level\n1,9.5\n');
    await publication.run();
    expect(zenodo.count(/content$/)).toBe(2);
    await expectPublishedOnce(publication);
  });

  it('gives up the archive of another name', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    await publication.saveDraft();
    const request = await publication.request();
    publication.request = async () => ({
      ...request,
      files: request.files.filter(({ path }) => path !== 'data/levels.csv'),
      archiveName: 'other.zip'
    });
    await publication.run();
    const [record] = zenodo.simulator.state.records.values();
    expect([...record.bucket.files.keys()]).toEqual(['other.zip']);
  });
});

describe('a draft that is gone', () => {
  it.each(['the check', 'the upload', '"publish"'])(
    'is noticed at %s, and a new one has a new DOI',
    async at => {
      const publication = new Publication();
      const { zenodo } = publication;
      const old = await publication.saveDraft();
      const id = old.draft?.id ?? '';
      const remove = () => zenodo.byHand('DELETE', `records/${id}/draft`);
      if (at === 'the check') {
        await remove();
      } else {
        publication.files.write('rivers/data/levels.csv', 'day,level\n1,9\n');
        publication.observer = {
          step: (name, status) => {
            if (
              (at === 'the upload' && name === 'upload' && status === 'now') ||
              (at !== 'the upload' && name === 'publish' && status === 'now')
            ) {
              zenodo.simulator.state.drafts.delete(id);
            }
          }
        };
      }
      expect(await failure(publication.run())).toBeInstanceOf(DraftGoneError);
      publication.observer = {};
      const entry = await publication.entry();
      const journal = withoutDraft(entry, 'another-nonce');
      await publication.store.save({
        format: 2,
        publications: { one: { ...journal, sequence: entry.sequence + 1 } }
      });
      await publication.run();
      await expectPublishedOnce(publication);
      expect(zenodo.records).not.toEqual([id]);
      const archive = await zenodo.published('rivers.zip');
      expect(archive.length).toBeGreaterThan(0);
    }
  );

  it('is not taken for deleted because one address says so', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    const { draft } = await publication.saveDraft();
    await zenodo.clock.sleep(5_000);
    zenodo.simulator.faults.add({
      kind: 'refuse',
      status: 404,
      match: { method: 'GET', path: /draft$/ },
      times: Infinity
    });
    expect(await failure(publication.run())).toBeInstanceOf(NotFoundError);
    zenodo.simulator.faults.clear();
    await publication.run();
    expect(zenodo.records).toEqual([draft?.id]);
  });

  it('is a record when the user published it on the site', async () => {
    const publication = new Publication();
    const { zenodo } = publication;
    const { draft } = await publication.saveDraft();
    await zenodo.byHand('POST', `records/${draft?.id}/draft/actions/publish`);
    await publication.run();
    await expectPublishedOnce(publication);
    expect(publication.confirmations).toBe(0);
  });
});

it('waits a minute, as a refused preflight looks like a site that is away', async () => {
  const publication = new Publication();
  const { zenodo } = publication;
  const waits: number[] = [];
  publication.onWait = wait => {
    waits.push(wait ? wait.until - zenodo.clock.now() : 0);
  };
  const begun = zenodo.clock.now();
  zenodo.before = () => {
    if (zenodo.clock.now() < begun + 59_000) {
      throw new HttpConnectionError('Failed to fetch');
    }
  };
  await publication.run();
  await expectPublishedOnce(publication);
  expect(Math.max(...waits)).toBeGreaterThan(20_000);
});

it('does not know a site that never answers, and loses nothing', async () => {
  const publication = new Publication();
  publication.zenodo.simulator.faults.add({
    kind: 'drop',
    match: { method: 'PUT', path: /draft$/ },
    times: Infinity
  });
  expect(await failure(publication.run())).toBeInstanceOf(SiteUnreachableError);
  publication.zenodo.simulator.faults.clear();
  await publication.run();
  expect(publication.zenodo.count(/content$/)).toBe(1);
  await expectPublishedOnce(publication);
});
