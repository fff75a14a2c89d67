import { plainEnglish } from '../../text';
import { kernelCheck } from '../kernelName';
import { code, markdown, notebookFile, PYTHON, run } from './notebookFiles';

const check = kernelCheck(plainEnglish);
const cells = [code('1', 1)];
const withMetadata = (metadata: unknown) =>
  run(check, notebookFile(cells, { metadata }));
const kernel = (name: unknown, language: string, info: object = {}) =>
  withMetadata({
    kernelspec: { name, language, display_name: `My ${name}` },
    language_info: { name: language, ...info }
  });

describe('kernel', () => {
  it.each([
    ['python3', 'python'],
    ['ir', 'R'],
    ['julia-1.10', 'julia'],
    /* The check for Python 2 speaks of this one. */
    ['python2', 'python']
  ])('accepts %s', async (name, language) => {
    expect(await kernel(name, language)).toEqual([]);
  });

  it('accepts spellings of one language', async () => {
    for (const [name, language] of [
      ['python', 'ipython'],
      ['R', 'r'],
      ['c++', 'C++17']
    ]) {
      const found = await withMetadata({
        kernelspec: { name: 'python3', language: name },
        language_info: { name: language }
      });
      expect(found).toEqual([]);
    }
  });

  it.each([
    ['myenv', 'python', {}, 'python3'],
    ['conda-env-foo-py', 'python', {}, 'python3'],
    ['python3x', 'python', {}, 'python3'],
    ['ir44', 'R', {}, 'ir'],
    ['julia-4-threads-1.9', 'julia', { version: '1.9.3' }, 'julia-1.9']
  ])('offers Binder’s kernel for %s', async (name, language, info, other) => {
    const [finding, ...rest] = await kernel(name, language, info);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      id: 'notebook.kernel-name',
      severity: 'warning',
      section: 'environment',
      excerpt: `My ${name}`,
      fixes: [
        {
          fix: {
            kind: 'edit-copy',
            path: 'analysis.ipynb',
            edit: { kind: 'set-kernel', name: other }
          }
        }
      ]
    });
  });

  it.each([
    ['bash', 'bash', {}],
    ['julia-mine', 'julia', {}]
  ])('offers nothing for %s', async (name, language, info) => {
    const [finding] = await kernel(name, language, info);
    expect(finding).toMatchObject({
      id: 'notebook.kernel-name',
      severity: 'info'
    });
    expect(finding).not.toHaveProperty('fixes');
  });

  it('finds another language than the one that ran', async () => {
    const [finding] = await withMetadata({
      kernelspec: { name: 'ir', language: 'R', display_name: 'R' },
      language_info: PYTHON.language_info
    });
    expect(finding).toMatchObject({
      id: 'notebook.kernel-language',
      severity: 'warning',
      fixes: [{ fix: { edit: { name: 'python3' } } }]
    });
  });

  it.each([[{}], [null], [{ kernelspec: 'x' }], [{ kernelspec: { name: 3 } }]])(
    'finds none in %j',
    async metadata => {
      const [finding] = await withMetadata(metadata);
      expect(finding).toMatchObject({
        id: 'notebook.kernel-missing',
        severity: 'warning',
        fixes: [{ fix: { edit: { name: 'python3' } } }]
      });
    }
  );

  it('asks nothing of a notebook without code', async () => {
    const file = notebookFile([markdown('a')], { metadata: {} });
    expect(await run(check, file)).toEqual([]);
  });
});
