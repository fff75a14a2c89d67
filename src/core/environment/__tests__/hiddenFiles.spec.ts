import { plainEnglish } from '../../text';
import { readHiddenFiles } from '../hiddenFiles';
import {
  KernelAnswerError,
  KernelUnavailableError,
  ScriptedKernel
} from '../kernel';
import { FakeSite, pythons, RealPython } from './python';

describe.each(pythons)('readHiddenFiles() with %s', python => {
  const site = new FakeSite();
  afterAll(() => site.dispose());

  it('reads what a bundle wants, and nothing else', async () => {
    site.write(site.work, '.zenodo.json', '{"title": "Flüsse"}\r\n');
    site.write(site.work, '.binder/requirements.txt', 'numpy\n');
    site.write(site.work, '.binder/.hidden', 'no\n');
    site.write(site.work, '.env', 'TOKEN=1\n');
    site.write(site.work, 'open.txt', 'no\n');
    const found = await readHiddenFiles(
      new RealPython(python, site),
      '.',
      plainEnglish
    );
    expect(Object.fromEntries(found)).toEqual({
      '.zenodo.json': '{"title": "Flüsse"}\r\n',
      '.binder/requirements.txt': 'numpy\n'
    });
  });

  it('finds nothing in another folder', async () => {
    const kernel = new RealPython(python, site);
    expect((await readHiddenFiles(kernel, '..', plainEnglish)).size).toBe(0);
  });
});

describe('readHiddenFiles()', () => {
  it('takes only what was asked for from an answer', async () => {
    const answer = JSON.stringify({
      '.zenodo.json': 'a',
      '.binder/../../x': 'b',
      '.ssh/id': 'c',
      '.zenodoignore': 7
    });
    const kernel = new ScriptedKernel(answer);
    const found = await readHiddenFiles(kernel, '.', plainEnglish);
    expect([...found]).toEqual([['.zenodo.json', 'a']]);
  });

  it('asks no kernel of another language', async () => {
    await expect(
      readHiddenFiles(new ScriptedKernel('{}', 'R'), '.', plainEnglish)
    ).rejects.toThrow(KernelUnavailableError);
  });

  it('says when the answer makes no sense', async () => {
    await expect(
      readHiddenFiles(new ScriptedKernel('oh'), '.', plainEnglish)
    ).rejects.toThrow(KernelAnswerError);
  });
});
