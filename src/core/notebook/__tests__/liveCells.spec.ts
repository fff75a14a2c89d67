import { badgeEdit } from '../liveCells';
import { BADGE_TAG, ICell } from '../notebook';

const raw = { cell_type: 'raw', metadata: {}, source: '---' };
const text = { cell_type: 'markdown', metadata: {}, source: 'text' };
const badge = {
  cell_type: 'markdown',
  metadata: { tags: [BADGE_TAG] },
  source: ['ol', 'd']
};
const insert = (index: number) => ({ kind: 'insert', index, remove: [] });

describe('badgeEdit', () => {
  it.each<[string, ICell[], object]>([
    ['nothing', [], insert(0)],
    ['text', [text], insert(0)],
    ['front matter', [raw, text], insert(1)],
    ['front matter alone', [raw], insert(1)],
    ['raw cells later', [text, raw], insert(0)],
    ['two raw cells', [raw, raw], insert(1)],
    [
      'a badge somewhere',
      [text, badge],
      { kind: 'replace', index: 1, unchanged: false, remove: [] }
    ],
    [
      'several badges',
      [raw, badge, text, badge, badge],
      { kind: 'replace', index: 1, unchanged: false, remove: [3, 4] }
    ],
    ['the tag on code', [{ ...badge, cell_type: 'code' }], insert(0)],
    ['broken metadata', [{ ...badge, metadata: null }], insert(0)],
    ['broken tags', [{ ...badge, metadata: { tags: BADGE_TAG } }], insert(0)]
  ])('with %s', (_, cells, expected) => {
    expect(badgeEdit(cells, 'new')).toEqual(expected);
  });

  it('says when there is nothing to do', () => {
    expect(badgeEdit([badge], 'old')).toMatchObject({ unchanged: true });
    expect(badgeEdit([text], null)).toEqual({ kind: 'remove', remove: [] });
  });

  it('removes all badges where there shall be none', () => {
    expect(badgeEdit([badge, text, badge], null)).toEqual({
      kind: 'remove',
      remove: [0, 2]
    });
  });
});
