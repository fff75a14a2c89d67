import { notebookLanguage } from '../notebookLanguage';

describe('notebookLanguage', () => {
  it.each([
    [undefined, 'python'],
    [{ language_info: { name: 'python' } }, 'python'],
    [
      { language_info: { name: 'julia' }, kernelspec: { name: 'python3' } },
      'julia'
    ],
    [{ kernelspec: { name: 'ir44' } }, 'R'],
    [{ kernelspec: { name: 'conda-env-x-py' } }, 'python']
  ])('knows the language of %j', (metadata, expected) => {
    expect(notebookLanguage({ metadata })).toBe(expected);
  });
});
