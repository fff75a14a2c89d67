import { plainEnglish } from '../../../text';
import { validateMetadata } from '../../validate';
import { vocabularyUses } from '../../vocabularyUses';
import { form } from '../forms';
import { RecordServer } from '../recordServer';
import { publishing, serverVerdict, sortedFields } from './serverVerdict';
import { unknownIds, verdictTable } from './verdictTable';

const server = new RecordServer();

describe('what is refused here and there', () => {
  it('is told of many forms, good and bad, each by its name', () => {
    const names = verdictTable.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
    const good = verdictTable.filter(({ refused }) => refused.length === 0);
    expect(good.length).toBeGreaterThan(70);
    expect(names.length - good.length).toBeGreaterThan(70);
  });

  it.each(verdictTable)('$name', async ({ change, refused, stricter }) => {
    const metadata = form(change);
    const fields = sortedFields(refused);
    expect(
      sortedFields(Object.keys(validateMetadata(metadata, plainEnglish)))
    ).toEqual(fields);
    expect(await serverVerdict(server.ask, metadata)).toEqual(
      stricter ? [] : fields
    );
  });

  it.each(verdictTable.filter(({ refused }) => refused.length === 0))(
    'and can be published: $name',
    async ({ change }) => {
      expect(await publishing(server.ask, form(change))).toBe('');
    }
  );

  it.each(unknownIds)('$name', async ({ change, refused }) => {
    const metadata = form(change);
    expect(validateMetadata(metadata, plainEnglish)).toEqual({});
    const unknown: string[] = [];
    for (const { field, vocabulary, id } of vocabularyUses(metadata)) {
      if (!(await server.knows(vocabulary, id))) {
        unknown.push(field);
      }
    }
    expect(unknown).toEqual(refused);
    expect(await serverVerdict(server.ask, metadata)).toEqual(refused);
  });
});
