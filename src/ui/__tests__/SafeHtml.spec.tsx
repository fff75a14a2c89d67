import { act } from 'react';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import * as fc from 'fast-check';
import { SafeHtml } from '../SafeHtml';
// React's tests want its setting.
import './testing';

/** The HTML that comes of HTML. */
function shown(html: string): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  act(() => root.render(<SafeHtml html={html} />));
  const { innerHTML } = host;
  act(() => root.unmount());
  return innerHTML;
}

describe('SafeHtml', () => {
  it.each([
    ['<p>a <em>b</em><br>c</p>', '<p>a <em>b</em><br>c</p>'],
    ['<script>alert(1)</script>x', 'x'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<p onclick="alert(1)" style="color:red">x</p>', '<p>x</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<span>x</span>'],
    [
      '<a href="https://a.org" onclick="x()">x</a>',
      '<a href="https://a.org" target="_blank" rel="noopener noreferrer">x</a>'
    ],
    ['<iframe src="https://a.org"></iframe><form>x</form>', 'x'],
    ['<svg><script>alert(1)</script></svg>', ''],
    ['<h1>Title</h1>', '<p><strong>Title</strong></p>'],
    ['<details>open</details>', 'open'],
    ['a &lt;b&gt; $x&lt;y$', 'a &lt;b&gt; $x&lt;y$']
  ])('shows %s', (html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it('takes any nesting', () => {
    expect(shown('<blockquote>'.repeat(5000) + 'deep')).toContain('deep');
  });

  it('makes no element and no attribute that is not meant', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<a href=', '"javascript:x"', '>', '<b on', 'x=y'],
      ...['<table><tr><td>', '<svg', '/onload=z', "'", '&lt;', '<li>', 'text']
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const host = document.createElement('div');
        host.innerHTML = shown(pieces.join(''));
        for (const one of host.querySelectorAll('*')) {
          expect(['SCRIPT', 'SVG', 'IMG', 'IFRAME']).not.toContain(one.tagName);
          for (const { name, value } of one.attributes) {
            expect(['href', 'target', 'rel']).toContain(name);
            expect(value).not.toMatch(/^javascript:/i);
          }
        }
      })
    );
  });
});
