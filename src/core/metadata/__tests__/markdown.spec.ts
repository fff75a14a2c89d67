import fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { markdownToHtml } from '../markdown/markdown';

describe('markdownToHtml', () => {
  it.each([
    ['', ''],
    ['a\nb', '<p>a\nb</p>'],
    ['a  \nb\\\nc', '<p>a<br>\nb<br>\nc</p>'],
    ['a\n\nb', '<p>a</p><p>b</p>'],
    ['# One #\n###### Six\n#no', '<h1>One</h1><h5>Six</h5><p>#no</p>'],
    ['a *b* **c _d_** e', '<p>a <em>b</em> <strong>c <em>d</em></strong> e</p>'], // prettier-ignore
    ['2 * 3 * 4, snake_case_name, 5*', '<p>2 * 3 * 4, snake_case_name, 5*</p>'],
    ['__a__ _b_', '<p><strong>a</strong> <em>b</em></p>'],
    ['`a < b` ``c ` d``', '<p><code>a &lt; b</code> <code>c ` d</code></p>'],
    ['$x<y$ & "z"', '<p>$x&lt;y$ &amp; &quot;z&quot;</p>'],
    ['[a](https://b.c "t") <https://d.e>', '<p><a href="https://b.c">a</a> <a href="https://d.e">https://d.e</a></p>'], // prettier-ignore
    ['[a](javascript:alert(1)) [b](data:x)', '<p>[a](javascript:alert(1)) b</p>'], // prettier-ignore
    ['![badge](https://mybinder.org/badge.svg)', '<p>badge</p>'],
    ['[![Binder](https://a.b/c.svg)](https://d.e)', '<p>[Binder](https://d.e)</p>'], // prettier-ignore
    ['\\*a\\* <script>x</script>', '<p>*a* &lt;script&gt;x&lt;/script&gt;</p>'],
    ['- a\n- b\n  - c\n\n- d', '<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>'], // prettier-ignore
    ['1. a\n   more\n2. b\ntext', '<ol><li>a\nmore</li><li>b\ntext</li></ol>'],
    ['> a\n> > b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'], // prettier-ignore
    ['```py\na < *b*\n```\nc', '<pre><code>a &lt; *b*</code></pre><p>c</p>'],
    ['a\n\n---\n\nb', '<p>a</p><p>b</p>']
  ])('makes of %j: %s', (text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });

  const marks = fc.constantFrom(
    ...['*', '_', '`', '[', ']', '(', ')', '<', '>', '#', '- ', '1. ', '> '],
    ...['\n', '  ', '\\', '!', '"', 'a', 'https://b.c', '```', '&', '~~~', '\t']
  );

  it('lets no tag or address of the text through', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), parts => {
        const html = markdownToHtml(parts.join(''));
        const rest = html
          .replace(/<a href="https:\/\/[^"<>]*">/g, '<a>')
          .replace(
            /<\/?(?:p|a|em|strong|code|pre|ul|ol|li|blockquote|h[1-5]|br)>/g,
            ''
          );
        expect(rest).not.toMatch(/[<>"]/);
      })
    );
  });

  it('closes what it opens, in order', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), parts => {
        const open: string[] = [];
        const html = markdownToHtml(parts.join(''));
        for (const [, end, tag] of html.matchAll(/<(\/?)([a-z\d]+)/g)) {
          if (end) {
            expect(open.pop()).toBe(tag);
          } else if (tag !== 'br') {
            open.push(tag);
          }
        }
        expect(open).toEqual([]);
      })
    );
  });

  it.each([
    '*',
    '_',
    '`',
    '[',
    '![',
    '<',
    '**a',
    '> ',
    '- ',
    '\\',
    '[a](',
    '# '
  ])('is done with 100,000 times %j in no time', mark => {
    const start = processorTime();
    markdownToHtml(mark.repeat(100_000));
    markdownToHtml(`${mark}\n`.repeat(20_000));
    expect(processorTime() - start).toBeLessThan(5000);
  });
});
