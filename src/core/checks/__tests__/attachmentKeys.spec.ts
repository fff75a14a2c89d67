import { processorTime } from '../../__tests__/processorTime';
import { plainEnglish } from '../../text';
import { attachmentsCheck } from '../attachmentKeys';
import { code, markdown, run } from './notebookFiles';

const check = attachmentsCheck(plainEnglish);
const PNG = { 'image/png': 'AA==' };
const cell = (source: string, attachments?: unknown) =>
  run(check, [markdown(source, attachments === undefined ? {} : { attachments })]); // prettier-ignore

describe('attachments', () => {
  it.each([
    ['![a](attachment:a.png)', { 'a.png': PNG }],
    ['![a](attachment:my%20a.png "Title")', { 'my a.png': PNG }],
    ['![a](<attachment:my a.png>)', { 'my a.png': PNG }],
    ['![a](attachment:a%20(1).png)', { 'a (1).png': PNG }],
    ['![a](attachment:a(1).png)', { 'a(1).png': PNG }],
    ['<img src="attachment:a.png" width="3">', { 'a.png': PNG }],
    ['![a][b]\n\n[b]: attachment:a.png', { 'a.png': PNG }],
    ['![a](attachment:100%.png)', { '100%.png': PNG }],
    ['An attachment: see below. ![a](a.png)', undefined]
  ])('accepts %j', async (source, attachments) => {
    expect(await cell(source, attachments)).toEqual([]);
  });

  it.each([
    ['![a](attachment:a.png)', undefined, 'a.png'],
    ['![a](attachment:a.png)', { 'b.png': PNG }, 'a.png'],
    ['![a](attachment:a.png)', { 'a.png': {} }, 'a.png'],
    ['![a](attachment:a.png)', { 'a.png': 'AA==' }, 'a.png'],
    ['![a](attachment:a.png)', ['a.png'], 'a.png'],
    ["<img src = 'attachment:b%20c.png'>", {}, 'b c.png'],
    ['[b]: attachment:a.png', {}, 'a.png']
  ])('finds %j with %j', async (source, attachments, excerpt) => {
    const found = await cell(source, attachments);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      place: { cell: 0 },
      excerpt
    });
  });

  it('tells a picture once, and leaves code alone', async () => {
    const twice = '![a](attachment:a.png) ![b](attachment:a.png)';
    expect(await cell(twice)).toHaveLength(1);
    expect(await run(check, [code(`'${twice}'`, 1)])).toEqual([]);
  });

  it('is not held up by a hostile cell', async () => {
    const started = processorTime();
    await cell('](<attachment:'.repeat(20_000));
    await cell('src' + ' '.repeat(200_000) + 'attachment:');
    expect(processorTime() - started).toBeLessThan(2_000);
  });
});
