import { processorTime } from '../../__tests__/processorTime';
import { FileAccessError } from '../../files';
import { MemoryFiles } from '../../memoryFiles';
import { plainEnglish as trans } from '../../text';
import { planBundle } from '../plan';
import { ids } from './helpers';

async function plan(contents: Record<string, string>) {
  const result = await planBundle({
    files: new MemoryFiles({ 'p/a.ipynb': '{}', ...contents }),
    selection: ['p'],
    trans
  });
  const out = result.entries.filter(e => !e.included).map(e => e.path);
  return { result, out };
}

describe('files with rules that are broken or hostile', () => {
  it('are a finding when they cannot be read', async () => {
    class Guarded extends MemoryFiles {
      async read(path: string) {
        if (path.endsWith('ignore')) {
          throw new FileAccessError(path, '403');
        }
        return super.read(path);
      }
    }
    const { findings } = await planBundle({
      files: new Guarded({ 'p/a.ipynb': '{}', 'p/zenodoignore': '*' }),
      selection: ['p'],
      trans
    });
    expect(findings).toMatchObject([
      { id: 'bundle.ignore-file', place: { path: 'zenodoignore' } }
    ]);
  });

  it('have no effect when they are too long', async () => {
    for (const text of [
      'a.ipynb\n'.repeat(10_000),
      'a.ipynb\n'.repeat(2_001)
    ]) {
      const { result, out } = await plan({ 'p/zenodoignore': text });
      expect(out).toEqual([]);
      expect(ids(result.findings)).toEqual(['bundle.ignore-file']);
    }
  });

  it('cannot make a pattern that takes minutes', async () => {
    const name = 'a'.repeat(255);
    const started = processorTime();
    const { result, out } = await plan({
      'p/zenodoignore': `${'*a'.repeat(12)}b\n${'**/a/'.repeat(9)}x\n*.tmp\n`,
      [`p/${name}`]: '',
      'p/x.tmp': ''
    });
    expect(processorTime() - started).toBeLessThan(5_000);
    expect(out).toEqual(['x.tmp']);
    expect(result.findings.map(f => f.place?.line)).toEqual([1, 2]);
  });

  it.each(['!', '\\', '[', '[z-a]', '/', '**', 'a\\', '  ', '\u0000'])(
    'survive the pattern %j',
    async pattern => {
      const { result } = await plan({ 'p/zenodoignore': `${pattern}\n*.tmp` });
      expect(result.entries.length).toBeGreaterThan(0);
    }
  );
});
