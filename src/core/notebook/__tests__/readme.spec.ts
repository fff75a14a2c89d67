import * as fc from 'fast-check';

import { putReadmeBadge, removeReadmeBadge } from '../readme';
import { readmeSourceHash } from '../sourceHash';

const START = '<!-- zenodo-publisher-badge -->';
const END = '<!-- /zenodo-publisher-badge -->';
const block = `${START}\nB\n${END}\n`;

describe('putReadmeBadge', () => {
  it.each([
    ['after an ATX heading', '# T\n', '\ntext\n'],
    ['after a lower heading', 'intro\n\n## T ##\n', 'text'],
    ['after a setext heading', 'Title\nof two lines\n===\n', '\ntext'],
    ['after a setext heading of level 2', 'Title\n---\n', '\ntext'],
    ['not in fenced code', '```\n# no\n```\n# T\n', 'x'],
    ['not in tilde code', '~~~ a\n```\n# no\n~~~~\n# T\n', 'x'],
    ['not in a comment', '<!-- a\n# no\n-->\n# T\n', 'x'],
    ['not in front matter', '---\ntitle: x\n# no\n---\n# T\n', 'x'],
    ['not after a rule', 'a\n\n---\n# T\n', 'x'],
    ['not after a list', '- a\n---\n# T\n', 'x'],
    ['not after #hashtag', '#no\n#### T\n', 'x'],
    ['at the top without a heading', '', 'text\n'],
    ['at the top of nothing', '', ''],
    ['after front matter without a heading', '---\na: b\n---\n', 'text'],
    ['after a byte-order mark', '\ufeff', 'text'],
    ['after a heading with a byte-order mark', '\ufeff# T\n', 'text']
  ])('goes %s', (_, before, after) => {
    const text = putReadmeBadge(before + after, 'B');
    expect(text).toBe(before + block + after);
    expect(putReadmeBadge(text, 'B')).toBe(text);
    expect(putReadmeBadge(text, 'C')).toBe(text.replace('\nB\n', '\nC\n'));
    expect(removeReadmeBadge(text)).toBe(before + after);
    expect(putReadmeBadge(text, '')).toBe(before + after);
  });

  it('keeps CRLF', () => {
    const text = putReadmeBadge('# T\r\ntext\r\n', 'B');
    expect(text).toBe(`# T\r\n${block.replace(/\n/g, '\r\n')}text\r\n`);
    expect(removeReadmeBadge(text)).toBe('# T\r\ntext\r\n');
  });

  it('adds no line end at the end', () => {
    const text = putReadmeBadge('# T', 'B');
    expect(text).toBe(`# T\n${START}\nB\n${END}`);
    expect(removeReadmeBadge(text)).toBe('# T');
  });

  it('replaces the first and removes the others', () => {
    const text = `# T\n${block}a\n${block}b\n`;
    expect(putReadmeBadge(text, 'B')).toBe(`# T\n${block}a\nb\n`);
    expect(removeReadmeBadge(text)).toBe('# T\na\nb\n');
  });

  it('leaves blocks in code and half a block alone', () => {
    const text = '```\n' + block + '```\n' + `${START}\ntext\n`;
    expect(removeReadmeBadge(text)).toBe(text);
  });

  it('gives back every text', async () => {
    const line = fc.constantFrom(
      '# T',
      'Title',
      '===',
      '---',
      '```',
      '~~~',
      '<!--',
      '-->',
      '',
      'text',
      '- a',
      '> b',
      '    code',
      'a: b'
    );
    const texts = fc
      .tuple(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        fc.boolean()
      )
      .map(
        ([lines, end, mark, last]) => mark + lines.join(end) + (last ? end : '')
      );
    await fc.assert(
      fc.asyncProperty(texts, async text => {
        const badged = putReadmeBadge(text, 'B');
        expect(badged).toContain('B');
        expect(removeReadmeBadge(badged)).toBe(text);
        expect(putReadmeBadge(badged, 'B')).toBe(badged);
        const hash = (value: string) =>
          readmeSourceHash(new TextEncoder().encode(value));
        expect(await hash(badged)).toBe(await hash(text));
      }),
      { numRuns: 300 }
    );
  });
});
