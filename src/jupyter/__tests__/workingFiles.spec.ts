import { ISharedFile, ISharedNotebook, YNotebook } from '@jupyter/ydoc';
import { BADGE_TAG } from '../../core/notebook/notebook';
import { putBadgeLive } from '../badgeCells';
import { makeDesk, notebook } from './desk';

const identity = {
  version: 1,
  site: 'zenodo',
  record: '17',
  doi: '10.5281/zenodo.17'
} as const;
const badge = { source: 'the badge', identity };

describe('WorkingFiles', () => {
  describe('#putBadge() into a closed notebook', () => {
    it('adds the cell and the metadata, and leaves the rest', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      await desk.files.putBadge('a.ipynb', badge);
      const after = await desk.read('a.ipynb');
      expect(after.cells).toEqual([
        {
          cell_type: 'markdown',
          id: BADGE_TAG,
          metadata: { tags: [BADGE_TAG] },
          source: 'the badge'
        },
        ...notebook().cells
      ]);
      expect(after.metadata).toEqual({
        ...notebook().metadata,
        zenodo_publisher: identity
      });
    });

    it('gives the cell no id in a format without ids', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook(4));
      await desk.files.putBadge('a.ipynb', badge);
      expect((await desk.read('a.ipynb')).cells[0]).not.toHaveProperty('id');
    });

    it('replaces the badge of an earlier version, and does nothing the second time', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      await desk.files.putBadge('a.ipynb', { ...badge, source: 'old' });
      await desk.files.putBadge('a.ipynb', badge);
      const save = jest.mocked(desk.contents.save);
      save.mockClear();
      await desk.files.putBadge('a.ipynb', badge);
      const { cells } = await desk.read('a.ipynb');
      expect(cells).toHaveLength(2);
      expect(cells[0].source).toBe('the badge');
      expect(save).not.toHaveBeenCalled();
    });

    it('leaves numbers alone that JavaScript cannot write', async () => {
      const desk = makeDesk();
      const before = `\ufeff${JSON.stringify(notebook(), null, 2)}`.replace(
        '"metadata": {',
        '"metadata": {\r\n  "seed": 18446744073709551615, "step": 1.0,'
      );
      const file = { type: 'file', format: 'text' } as const;
      await desk.contents.save('a.ipynb', { ...file, content: before });
      await desk.files.putBadge('a.ipynb', badge);
      const { content } = await desk.contents.get('a.ipynb', file);
      expect(content).toMatch(/^\ufeff\{/);
      expect(content).toContain('\r\n  "seed": 18446744073709551615');
      expect(content).toContain('"step": 1.0,');
      expect(content).toContain('the badge');
      expect(content).toContain('10.5281/zenodo.17');
      const save = jest.mocked(desk.contents.save);
      save.mockClear();
      await desk.files.putBadge('a.ipynb', badge);
      expect(save).not.toHaveBeenCalled();
    });

    it('says that the notebook is gone', async () => {
      const desk = makeDesk();
      await expect(
        desk.files.putBadge('gone.ipynb', badge)
      ).rejects.toMatchObject({ reason: 'missing', path: 'gone.ipynb' });
    });

    it('never overwrites what was saved between reading and writing', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      let reads = 0;
      desk.alter(model => ({ ...model, last_modified: `moment ${++reads}` }));
      const save = jest.mocked(desk.contents.save);
      save.mockClear();
      await expect(desk.files.putBadge('a.ipynb', badge)).rejects.toMatchObject(
        { reason: 'changed' }
      );
      expect(save).not.toHaveBeenCalled();
    });

    it('says that the notebook is read-only', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      desk.alter(model => ({ ...model, writable: false }));
      await expect(desk.files.putBadge('a.ipynb', badge)).rejects.toMatchObject(
        { reason: 'read-only' }
      );
    });
  });

  describe('#putBadge() into an open notebook', () => {
    it('goes into the model and is saved', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      const context = await desk.open('a.ipynb');
      const model = context.model.sharedModel as ISharedNotebook;
      await desk.files.putBadge('a.ipynb', badge);
      expect(model.cells.map(cell => cell.getSource())).toEqual([
        'the badge',
        'print(1)'
      ]);
      expect((await desk.read('a.ipynb')).cells[0]).toMatchObject({
        metadata: { tags: [BADGE_TAG] },
        source: 'the badge'
      });
      expect((await desk.read('a.ipynb')).metadata.zenodo_publisher).toEqual(
        identity
      );
      expect(context.model.dirty).toBe(false);
    });

    it('can be undone in one step', () => {
      const model = new YNotebook();
      model.fromJSON(notebook());
      model.clearUndoHistory();
      putBadgeLive(model, badge);
      expect(model.cells).toHaveLength(2);
      model.undo();
      expect(model.cells.map(cell => cell.getSource())).toEqual(['print(1)']);
    });

    it('keeps what was typed and not yet saved', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      const context = await desk.open('a.ipynb');
      const model = context.model.sharedModel as ISharedNotebook;
      model.getCell(0).setSource('print(2)');
      await desk.files.putBadge('a.ipynb', badge);
      expect((await desk.read('a.ipynb')).cells[1].source).toBe('print(2)');
    });

    it('replaces the first badge cell and removes others', async () => {
      const desk = makeDesk();
      const old = (id: string) => ({
        cell_type: 'markdown',
        id,
        metadata: { tags: [BADGE_TAG] },
        source: 'old'
      });
      const content = notebook();
      await desk.write('a.ipynb', {
        ...content,
        cells: [old('x'), ...content.cells, old('y'), old('z')]
      });
      const context = await desk.open('a.ipynb');
      await desk.files.putBadge('a.ipynb', badge);
      const model = context.model.sharedModel as ISharedNotebook;
      expect(model.cells.map(cell => [cell.id, cell.getSource()])).toEqual([
        ['x', 'the badge'],
        ['a1', 'print(1)']
      ]);
    });

    it('leaves a read-only notebook alone', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      const context = await desk.open('a.ipynb');
      context.model.readOnly = true;
      await expect(desk.files.putBadge('a.ipynb', badge)).rejects.toMatchObject(
        { reason: 'read-only' }
      );
      expect((await desk.read('a.ipynb')).cells).toHaveLength(1);
    });
  });

  describe('#removeBadge()', () => {
    const of = { site: 'zenodo', record: '17' };

    it('gives back a closed notebook as it was', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      await desk.files.putBadge('a.ipynb', badge);
      expect(await desk.files.removeBadge('a.ipynb', of)).toBe(true);
      expect(await desk.read('a.ipynb')).toEqual(notebook());
      expect(await desk.files.removeBadge('a.ipynb', of)).toBe(false);
    });

    it('gives back the bytes where numbers are at stake', async () => {
      const desk = makeDesk();
      const before = JSON.stringify(notebook(), null, 1).replace(
        '"metadata": {',
        '"metadata": {\r\n  "seed": 18446744073709551615, "step": 1.0,'
      );
      const file = { type: 'file', format: 'text' } as const;
      await desk.contents.save('a.ipynb', { ...file, content: before });
      await desk.files.putBadge('a.ipynb', badge);
      expect(await desk.files.removeBadge('a.ipynb', of)).toBe(true);
      const { content } = await desk.contents.get('a.ipynb', file);
      expect(content).toBe(before);
    });

    it('takes it out of an open one, in one step to undo', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      const context = await desk.open('a.ipynb');
      const model = context.model.sharedModel as YNotebook;
      await desk.files.putBadge('a.ipynb', badge);
      model.clearUndoHistory();
      expect(await desk.files.removeBadge('a.ipynb', of)).toBe(true);
      expect(model.cells.map(cell => cell.getSource())).toEqual(['print(1)']);
      expect(model.getMetadata('zenodo_publisher')).toBeUndefined();
      expect((await desk.read('a.ipynb')).cells).toHaveLength(1);
      model.undo();
      expect(model.cells).toHaveLength(2);
    });

    it('leaves the badge of another record', async () => {
      const desk = makeDesk();
      await desk.write('a.ipynb', notebook());
      await desk.files.putBadge('a.ipynb', badge);
      const other = [
        { site: 'zenodo', record: '18' },
        { site: 'https://other.example', record: '17' }
      ];
      const look = async () => {
        for (const one of other) {
          expect(await desk.files.removeBadge('a.ipynb', one)).toBe(false);
        }
      };
      await look();
      expect((await desk.read('a.ipynb')).cells).toHaveLength(2);
      await desk.open('a.ipynb');
      await look();
      expect((await desk.read('a.ipynb')).cells).toHaveLength(2);
    });
  });

  describe('#changeText()', () => {
    it('changes a closed file', async () => {
      const desk = makeDesk();
      await desk.write('README.md', '# Title\n');
      await desk.files.changeText('README.md', text => `${text}badge\n`);
      expect(await desk.read('README.md')).toBe('# Title\nbadge\n');
    });

    it.each([
      ['# A\nend', '# A\nbadge\nend'],
      ['one two three', 'one three'],
      ['aaa', 'aaaa'],
      ['x😀y', 'x😁y'],
      ['😀', '😀😀'],
      ['😁', '😀'],
      ['a', '']
    ])('changes an open file from %j to %j', async (before, after) => {
      const desk = makeDesk();
      await desk.write('README.md', before);
      const context = await desk.open('README.md');
      await desk.files.changeText('README.md', () => after);
      const model = context.model.sharedModel as unknown as ISharedFile;
      expect(model.getSource()).toBe(after);
      expect(await desk.read('README.md')).toBe(after);
    });
  });

  describe('#writeText()', () => {
    it('writes a new file where JupyterLite says null of what is not there', async () => {
      const desk = makeDesk();
      jest.mocked(desk.contents.get).mockResolvedValueOnce(null as never);
      await desk.files.writeText('new.txt', null, 'text');
      expect(desk.contents.save).toHaveBeenLastCalledWith(
        'new.txt',
        expect.objectContaining({ content: 'text' })
      );
    });
  });
});

describe('OpenDocuments', () => {
  it('tells unsaved documents and saves only them', async () => {
    const desk = makeDesk();
    await desk.write('a.ipynb', notebook());
    await desk.write('b.ipynb', notebook());
    await desk.write('c.txt', 'c');
    const a = await desk.open('a.ipynb');
    await desk.open('b.ipynb');
    const c = await desk.open('c.txt');
    (a.model.sharedModel as ISharedNotebook).getCell(0).setSource('new');
    (c.model.sharedModel as unknown as ISharedFile).setSource('new');
    c.model.dirty = true;
    const paths = ['a.ipynb', 'b.ipynb', 'c.txt', 'closed.ipynb'];
    expect(desk.documents.unsaved(paths)).toEqual(['a.ipynb', 'c.txt']);
    const save = jest.mocked(desk.contents.save);
    save.mockClear();
    await desk.documents.save(paths);
    expect(save.mock.calls.map(([path]) => path)).toEqual(['a.ipynb', 'c.txt']);
    expect(desk.documents.unsaved(paths)).toEqual([]);
    expect((await desk.read('a.ipynb')).cells[0].source).toBe('new');
  });

  it('names the document that could not be saved', async () => {
    const desk = makeDesk();
    await desk.write('a.ipynb', notebook());
    const a = await desk.open('a.ipynb');
    a.model.dirty = true;
    a.model.readOnly = true;
    await expect(desk.documents.save(['a.ipynb'])).rejects.toMatchObject({
      path: 'a.ipynb',
      reason: 'read-only'
    });
  });
});
