import { completeDraft } from '../../metadata/__tests__/completeDraft';
import { recorded } from '../../zenodo/__tests__/recorded';
import { setUpSimulator } from '../../zenodo/__tests__/simulated';
import { parseDraft } from '../../zenodo/parse';
import { changedFields, detailsOf, fieldDigests } from '../seenDraft';

const recordedFields = (name: string) => {
  const draft = parseDraft(recorded(name).json);
  if (!draft) {
    throw new Error(`${name} is no draft`);
  }
  return fieldDigests(detailsOf(draft));
};

describe('what is kept of a draft that was seen', () => {
  it('is the same for what is sent and what is answered', async () => {
    const { client } = setUpSimulator();
    const sent = await fieldDigests(completeDraft);
    const draft = await client.createDraft(completeDraft);
    const answered = await fieldDigests(detailsOf(draft));
    expect(changedFields(answered, [sent])).toEqual([]);
    const seen = await client.getDraft(draft.id);
    expect(await fieldDigests(detailsOf(seen))).toEqual(answered);
  });

  it('is the same in two answers of a real server', async () => {
    expect(await recordedFields('draft.get')).toEqual(
      await recordedFields('draft.create.full')
    );
  });

  it('tells the fields that are another, gone, or new', async () => {
    const before = await fieldDigests({
      metadata: { title: 'A', version: '1', publisher: 'Zenodo' },
      access: { record: 'public', files: 'public' }
    });
    const after = await fieldDigests({
      metadata: { title: 'B', publisher: 'Zenodo', subjects: [{ id: 's' }] },
      access: {
        record: 'public',
        files: 'public',
        status: 'open',
        embargo: { active: false, reason: null }
      }
    });
    expect(changedFields(after, [before])).toEqual([
      'metadata.subjects',
      'metadata.title',
      'metadata.version'
    ]);
    expect(changedFields(after, [before, after])).toEqual([]);
  });

  it('is small and of no field that the server invents', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`f${at}`.padEnd(200), 'x'])
    );
    const fields = await fieldDigests({ metadata: many });
    expect(JSON.stringify(fields).length).toBeLessThan(10_000);
  });
});
