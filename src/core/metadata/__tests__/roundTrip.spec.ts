import { zenodo } from '../../zenodo/sites';
import type { IDraft } from '../../zenodo/types';
import { emptyAward } from '../empty';
import { fromRecord } from '../fromRecord';
import { mergeIntoRecord } from '../mergeIntoRecord';
import type { IMetadata } from '../model';
import { reduceRecord } from '../record/reduce';
import { validateMetadata } from '../validate';
import { complete } from './complete';
import { completeDraft } from './completeDraft';
import { draftOf, recordedRecords, RecordServer } from './recordServer';
import { plainEnglish } from '../../text';
import { toDraftBody } from '../toRecord';

const recorded = recordedRecords();

/** Some answers, as to opening a draft again, name vocabularies' entries by ids alone. */
const isExpanded = ({ metadata }: IDraft) =>
  !metadata.resource_type || 'title' in (metadata.resource_type as object);

/** What a draft says of the work. */
function contentOf(draft: IDraft) {
  const { metadata, customFields, access } = draft;
  const { status: _, ...rest } = access;
  return { metadata, customFields, access: rest };
}

/** A form without its keys. */
function sayingOf(form: IMetadata): unknown {
  return JSON.parse(
    JSON.stringify(form, (name, value: unknown) =>
      name === 'key' ? undefined : value
    )
  );
}

/** What is not there yet is no objection to what is. */
function objections(draft: IDraft) {
  return draft.errors.filter(
    ({ field, messages }) =>
      field !== 'files.enabled' &&
      messages.some(message => !message.startsWith('Missing '))
  );
}

describe('every recorded draft and record', () => {
  const server = new RecordServer();

  it('is among the exchanges', () => {
    expect(recorded.length).toBeGreaterThanOrEqual(100);
    const bare = recorded.filter(({ json }) => !isExpanded(draftOf(json)));
    expect(bare.length).toBeLessThan(10);
  });

  it.each(recorded)(
    'is not changed by coming and going: $name',
    async ({ json }) => {
      const original = draftOf(json);
      // Made again here, it is the same: nothing is lost on the way out and in.
      const body = reduceRecord(original);
      const { default_preview: _, ...files } = body.files;
      const made = await server.create({ ...body, files });
      // Some were refused in part when they were recorded; nothing else is now.
      expect(objections(original)).toEqual(
        expect.arrayContaining(objections(made))
      );
      expect(contentOf(made)).toEqual(
        isExpanded(original) ? contentOf(original) : expect.anything()
      );
      expect({ ...reduceRecord(made), files }).toEqual({ ...body, files });

      const form = fromRecord(made);
      const put = mergeIntoRecord(made, form, form, zenodo);
      const kept = await server.update(made.id, put);
      expect(objections(kept)).toEqual(objections(made));
      expect(contentOf(kept)).toEqual(contentOf(made));
      expect(put).toEqual(reduceRecord(made));
    }
  );

  it.each(recorded)('changes in its title only: $name', async ({ json }) => {
    const body = reduceRecord(draftOf(json));
    const { default_preview: _, ...files } = body.files;
    const made = await server.create({ ...body, files });
    const form = fromRecord(made);
    const put = mergeIntoRecord(
      made,
      form,
      { ...form, title: 'Another title' },
      zenodo
    );
    const { metadata, ...rest } = contentOf(await server.update(made.id, put));
    const before = contentOf(made);
    expect(rest).toEqual({
      customFields: before.customFields,
      access: before.access
    });
    expect(metadata).toEqual({ ...before.metadata, title: 'Another title' });
  });
});

describe('a record in which every field says something', () => {
  const server = new RecordServer();

  it('comes back as the form was', async () => {
    const made = await server.create(completeDraft);
    expect(objections(made)).toEqual([]);
    const award = {
      ...(complete.funding[0].award ?? emptyAward),
      title: 'HORIZON-ZEN: Zenodo for Horizon Europe'
    };
    const [work] = complete.relatedWorks;
    expect(sayingOf(fromRecord(made))).toEqual(
      sayingOf({
        ...complete,
        // Paragraphs are plain text, whoever wrote them.
        description: 'What it does.',
        descriptionFormat: 'text',
        // The server completes what it knows.
        funding: [
          { ...complete.funding[0], award },
          ...complete.funding.slice(1)
        ],
        relatedWorks: [
          { ...work, identifier: '10.1038/s41588-018-0110-3', scheme: 'doi' }
        ],
        // These are no part of a draft.
        communities: []
      })
    );
  });

  it('is sent again as it was', async () => {
    const made = await server.create(completeDraft);
    const form = fromRecord(made);
    expect(validateMetadata(form, plainEnglish)).toEqual({});
    const again = await server.create(
      toDraftBody({ metadata: form, site: zenodo })
    );
    expect(contentOf(again)).toEqual(contentOf(made));
  });
});
