import { plainEnglish } from '../../text';
import { positionsCheck } from '../positions';
import { code, display, markdown, places, run } from './notebookFiles';
import { base64, jpeg, png, tiff } from './pictures';

const check = positionsCheck(plainEnglish);
const POSITION = [1, 2, 3, 4];
const photo = jpeg(tiff('MM', POSITION));
const photo64 = base64(photo);
const plot = base64(png('eXIf', tiff('II', [0])));

describe('position', () => {
  it('finds it in outputs, once for a cell, and in pasted pictures', async () => {
    const lines = photo64.match(/.{1,76}/g)?.map(line => `${line}\n`);
    const found = await run(check, [
      code('a', 1, [display({ 'image/png': plot })]),
      code('b', 2, [display({ 'image/jpeg': lines }), display({ 'image/jpeg': photo64 })]), // prettier-ignore
      markdown('![a](attachment:a.jpg)', {
        attachments: { 'a.jpg': { 'image/jpeg': photo64 } }
      })
    ]);
    expect(places(found)).toEqual([
      'notebook.position 2',
      'notebook.position 3'
    ]);
    expect(found[0]).toMatchObject({
      severity: 'info',
      fixes: [{ fix: { edit: { kind: 'clear-outputs', cell: 1 } } }]
    });
    expect(found[1].fixes).toBeUndefined();
  });

  it('finds it in files', async () => {
    const found = await run(check, [], {
      files: [
        { path: 'a.jpg', size: 9, head: photo },
        { path: 'b.jpg', size: 9 },
        { path: 'c.png', size: 9, head: png('eXIf', []) }
      ]
    });
    expect(found.map(({ id, place }) => [id, place?.path])).toEqual([
      ['bundle.position', 'a.jpg']
    ]);
  });

  it('reads the beginning of large pictures only', async () => {
    const decode = jest.spyOn(globalThis, 'atob');
    const large = photo64.replace(/=+$/, '').padEnd(5_000_000, 'A');
    const found = await run(check, [code('a', 1, [display({ 'image/jpeg': large })])]); // prettier-ignore
    expect(places(found)).toEqual(['notebook.position 1']);
    expect(decode.mock.calls.map(([text]) => text.length < 200_000)).toEqual([
      true
    ]);
    decode.mockRestore();
  });

  it.each([
    `${photo64.slice(0, 20)}*${photo64}`,
    '====',
    'A',
    3,
    { a: 1 },
    [null]
  ])('passes over %.30j, which is no base64', async data => {
    const cells = [code('a', 1, [display({ 'image/jpeg': data })])];
    expect(await run(check, cells)).toEqual([]);
  });
});
