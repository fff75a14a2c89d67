import * as fc from 'fast-check';
import { processorTime } from '../../core/__tests__/processorTime';
import { DiffLine, lineDiff } from '../lineDiff';

const signs = { same: '  ', old: '- ', new: '+ ' };

function shown(before: string | null, after: string): string[] {
  return (lineDiff(before, after)?.lines ?? []).map(line =>
    line.kind === 'gap' ? `@${line.count}` : `${signs[line.kind]}${line.text}`
  );
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `line ${index}`);

describe('lineDiff', () => {
  it('shows old lines before new ones', () => {
    expect(shown('python-3.12.4\n', 'python-3.12\n')).toEqual([
      '- python-3.12.4',
      '+ python-3.12'
    ]);
    expect(shown('a\nb\n', 'c\nd\n')).toEqual(['- a', '- b', '+ c', '+ d']);
  });

  it('keeps two lines beside a change, and says how many are left out', () => {
    const lines = numbered(20);
    const after = [...lines.slice(0, 10), 'more', ...lines.slice(10)];
    expect(shown(lines.join('\n'), after.join('\n'))).toEqual([
      '@8',
      '  line 8',
      '  line 9',
      '+ more',
      '  line 10',
      '  line 11',
      '@8'
    ]);
  });

  it('leaves lines out between two changes only where it saves some', () => {
    const between = (count: number) => {
      const lines = numbered(count).join('\n');
      return shown(`a\n${lines}\nb`, `A\n${lines}\nB`);
    };
    expect(between(5).filter(line => line.startsWith('@'))).toEqual([]);
    expect(between(6)).toEqual([
      '- a',
      '+ A',
      '  line 0',
      '  line 1',
      '@2',
      '  line 4',
      '  line 5',
      '- b',
      '+ B'
    ]);
  });

  it('shows the first 40 lines of a new file', () => {
    const diff = lineDiff(null, `${numbered(43).join('\n')}\n`);
    expect(diff?.lines).toHaveLength(40);
    expect(diff?.lines[39]).toEqual({ kind: 'new', text: 'line 39' });
    expect(diff?.more).toBe(3);
    expect(lineDiff(null, numbered(40).join('\n'))?.more).toBe(0);
  });

  it('tells where no line differs', () => {
    expect(shown('a\r\nb', 'a\nb\n')).toEqual([]);
    expect(shown('', '')).toEqual([]);
    expect(shown(null, '')).toEqual([]);
  });

  it('shows what cannot be seen, or turns text around', () => {
    expect(shown('\ufeffa\n', 'a\n')).toEqual(['- \\ufeffa', '+ a']);
    expect(shown(null, 'x\u202ey\tz\u0000')).toEqual(['+ x\\u202ey\tz\\u0000']);
  });

  it('stays small and quick with big files', () => {
    const many = numbered(50_000).join('\n');
    const other = many.replace(/line/g, 'Line');
    const start = processorTime();
    const diff = lineDiff(many, other);
    expect(diff?.lines).toHaveLength(120);
    expect(diff?.more).toBe(100_000 - 120);
    expect(shown(many, `${many}\nend`)).toEqual([
      '@49998',
      '  line 49998',
      '  line 49999',
      '+ end'
    ]);
    expect(lineDiff('a'.repeat(1_000_001), 'b')).toBeNull();
    expect(shown(null, 'a'.repeat(1000))[0].length).toBeLessThan(310);
    expect(processorTime() - start).toBeLessThan(5000);
  });

  it('tells the whole change, and nothing else', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {
      maxLength: 25
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before.join('\n'), after.join('\n'))?.lines;
        if (lines?.length === 0) {
          expect(before.join('')).toBe(after.join(''));
          return;
        }
        let i = 0;
        let j = 0;
        const step: Record<DiffLine['kind'], (line: DiffLine) => void> = {
          gap: line => {
            const count = line.kind === 'gap' ? line.count : 0;
            expect(count).toBeGreaterThan(1);
            expect(before.slice(i, i + count)).toEqual(
              after.slice(j, j + count)
            );
            i += count;
            j += count;
          },
          same: line => {
            expect(line).toHaveProperty('text', before[i]);
            expect(before[i++]).toBe(after[j++]);
          },
          old: line => expect(line).toHaveProperty('text', before[i++]),
          new: line => expect(line).toHaveProperty('text', after[j++])
        };
        lines?.forEach(line => step[line.kind](line));
        expect([i, j]).toEqual([before.length, after.length]);
      })
    );
  });
});
