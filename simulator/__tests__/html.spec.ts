import { cleanHtml, stripHtml } from '../html';

describe('cleaning of HTML', () => {
  it.each([
    ['keeps what is allowed', '<p>a <b>b</b></p>', '<p>a <b>b</b></p>'],
    ['keeps the text of dropped tags', '<script>x</script>', 'x'],
    ['drops images', 'a<img src="x" onerror="y">b', 'ab'],
    [
      'drops attributes',
      '<a href="https://a.b" target="_blank" onclick="x">c</a>',
      '<a href="https://a.b">c</a>'
    ],
    ['drops dangerous addresses', '<a href="javascript:x">c</a>', '<a>c</a>'],
    [
      'sees through blanks in a scheme',
      '<a href="java\nscript:x">c</a>',
      '<a>c</a>'
    ],
    ['escapes a lone bracket', 'a < b & c', 'a &lt; b &amp; c'],
    ['keeps entities', '&lt;p&gt; &#233;', '&lt;p&gt; &#233;'],
    ['drops comments', 'a<!-- <b> -->b', 'ab'],
    ['closes what is left open', '<ul><li>a', '<ul><li>a</li></ul>'],
    ['drops a stray end', 'a</b>c', 'ac'],
    ['does not merge pieces into a tag', '<scr<b>ipt>x', 'ipt&gt;x']
  ])('%s', (_, source, clean) => {
    expect(cleanHtml(source)).toBe(clean);
  });

  it('can be repeated', () => {
    const once = cleanHtml('<p>a < b <i>c &amp; d</p><img>');
    expect(cleanHtml(once)).toBe(once);
  });

  it('leaves the text', () => {
    expect(stripHtml('<p>a &amp; <b>b</b></p>')).toBe('a & b');
  });
});
