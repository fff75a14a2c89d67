import { StateDB } from '@jupyterlab/statedb';
import { StateOpenedRecords } from '../openedRecords';

const record = (folder: string, recordId = '17') => ({
  ...{ folder, recordId },
  siteUrl: 'https://zenodo.org',
  doi: `10.5281/zenodo.${recordId}`,
  conceptDoi: '',
  title: 'Rivers'
});

describe('StateOpenedRecords', () => {
  it('knows the record of a folder, for all that is in it', async () => {
    const opened = new StateOpenedRecords(new StateDB());
    await opened.note(record('work/rivers'));
    expect(await opened.of(['work/rivers'])).toEqual([record('work/rivers')]);
    expect(
      await opened.of(['work/rivers/a.ipynb', 'work/rivers/b/c.ipynb'])
    ).toHaveLength(1);
    expect(await opened.of(['work/rivers/a.ipynb', 'other'])).toEqual([]);
    expect(await opened.of(['work/rivers-2/a.ipynb'])).toEqual([]);
    expect(await opened.of(['work'])).toEqual([]);
    expect(await opened.of([])).toEqual([]);
  });

  it('forgets a folder that was made anew, and the oldest of many', async () => {
    const opened = new StateOpenedRecords(new StateDB());
    await opened.note(record('first'));
    await opened.note(record('a', '1'));
    await opened.note(record('a', '2'));
    expect(await opened.of(['a'])).toEqual([record('a', '2')]);
    for (let i = 0; i < 99; i++) {
      await opened.note(record(`f${i}`));
    }
    expect(await opened.of(['first'])).toEqual([]);
    expect(await opened.of(['a'])).toHaveLength(1);
  });

  it('loses only proposals when the database is in trouble', async () => {
    const broken = new StateDB({
      connector: {
        fetch: async () => {
          throw new Error('gone');
        }
      } as never
    });
    const opened = new StateOpenedRecords(broken);
    await expect(opened.note(record('a'))).resolves.toBeUndefined();
    expect(await new StateOpenedRecords(null).of(['a'])).toEqual([]);
    const odd = new StateDB();
    await odd.save('jupyterlab-zenodo-publisher-opened:records', {
      records: [17, null, { folder: 'a' }, { ...record('a'), doi: '' }]
    });
    expect(await new StateOpenedRecords(odd).of(['a'])).toEqual([]);
  });
});
