import { markdownNotes } from '../markdown';

describe('images and links in Markdown', () => {
  it.each<[string, string[]]>([
    ['![a](b.png)', ['high b.png']],
    ['![a](b.png "title")', ['high b.png']],
    ['![a](<b c.png>)', ['high b c.png']],
    ['![a](b%20c.png) ![](100%.png)', ['high b c.png', 'high 100%.png']],
    ['![a](b(1).png)', ['high b(1).png']],
    ['[![a](b.png)](c.html)', ['high b.png', 'low c.html']],
    ['[a](d/b.csv#x) [b](c.ipynb?x=1)', ['low d/b.csv', 'low c.ipynb']],
    ['[a]: b.png\n[c]: <d.png>', ['low b.png', 'low d.png']],
    ['<img src="a.png" width=3><IMG SRC=\'b.png\'/><img alt="" src=c.png>', ['high a.png', 'high b.png', 'high c.png']], // prettier-ignore
    ['<a href="a.pdf">x</a>', ['low a.pdf']],
    ['![a](attachment:b.png) ![](data:image/png;base64,AA)', []],
    ['[a](#b) [c](mailto:d@e.fr) [x](//y.z/a.png)', []],
    ['`![a](b.png)`\n```\n![a](c.png)\n```\n![a](d.png)', ['high d.png']],
    ['\\![a] (b.png) [ ] x[1] (c)', []],
    ['![a](https://x.y/a.png)', ['url https://x.y/a.png']]
  ])('%s', (text, expected) => {
    const said = markdownNotes(text).map(note => `${note.type === 'path' ? note.sure : note.type} ${note.text}`); // prettier-ignore
    expect(said.sort()).toEqual([...expected].sort());
  });
});
