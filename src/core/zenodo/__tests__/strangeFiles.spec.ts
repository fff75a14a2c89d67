import { strangeFiles } from '../uploadFile';
import { setUp } from './common';
import { recorded } from './recorded';

const key = 'analysis.ipynb';

describe('strangeFiles', () => {
  it('tells which files are not ours', async () => {
    const { client } = setUp([recorded('files.list')]);
    const strange = await strangeFiles(client, '100118', [key]);
    expect(strange.length).toBeGreaterThan(0);
    expect(strange.some(file => file.key === key)).toBe(false);
  });
});
