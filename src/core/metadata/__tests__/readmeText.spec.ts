import * as fc from 'fast-check';
import { processorTime } from '../../__tests__/processorTime';
import { firstParagraph } from '../readmeText';

describe('firstParagraph', () => {
  it.each([
    ['plain text', 'One\ntwo.\n\nThree.', 'One two.'],
    ['a heading before', '# Title\n\nText here.', 'Text here.'],
    ['a heading just before', '# Title\nText here.', 'Text here.'],
    ['an underlined heading', 'Title\n=====\nText here.', 'Text here.'],
    ['an underlined heading with a blank', 'T i\n---\n\nText.', 'Text.'],
    [
      'badges',
      '[![DOI](https://zenodo.org/badge/DOI/10.5281/zenodo.1.svg)](https://doi.org/10.5281/zenodo.1)\n![x](y)\n\nText here.',
      'Text here.'
    ],
    [
      'badges in HTML',
      '<p align="center">\n  <a href="x"><img src="y"></a>\n</p>\n\nText here.',
      'Text here.'
    ],
    ['a heading in HTML', '<h1 align="center">T</h1>\n\nText.', 'Text.'],
    ['comments', '<!-- toc\n\nnot this -->\nText here.', 'Text here.'],
    ['an open comment', 'Text.\n<!-- never closed', 'Text.'],
    ['front matter', '---\ntitle: x\n---\nText here.', 'Text here.'],
    [
      'a row of links',
      '[Docs](a) | [Paper](b) | [Demo](c)\n\nText here.',
      'Text here.'
    ],
    ['a table of contents', '- [A](#a)\n- [B](#b)\n\nText here.', 'Text here.'],
    ['a table', '| a | b |\n|---|---|\n\nText here.', 'Text here.'],
    ['code', '```\ncode here\n\nmore\n```\n\nText here.', 'Text here.'],
    ['indented code', '    code here\n\nText here.', 'Text here.'],
    ['a quotation', '> [!NOTE]\n> Read me.\n\nText here.', 'Text here.'],
    ['a rule', '***\nText here.', ''],
    ['a definition', '[x]: https://example.org "words"\n\nText.', 'Text.'],
    ['a directive', '.. image:: some text\n\nText here.', 'Text here.'],
    ['a list after it', 'Text here:\n- a\n- b', 'Text here:'],
    ['line ends of Windows', '# T\r\n\r\nOne\r\ntwo.\r\n', 'One two.'],
    [
      'marks',
      'The **bold** and *soft* `x<y`, a [link](https://a.b "t"), &amp; snake_case_name[^1].',
      'The bold and soft x<y, a link, & snake_case_name.'
    ],
    ['nothing', '', ''],
    ['only a heading', '# Title', '']
  ])('sees past %s', (_name, readme, paragraph) => {
    expect(firstParagraph(readme)).toBe(paragraph);
  });

  it('gives one line, in time', () => {
    const piece = fc.constantFrom(
      ...['![', '](', '[', ')', '<', '!--', '*', '_', '`', '\n', '# ', 'ab ']
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), pieces => {
        expect(firstParagraph(pieces.join(''))).not.toMatch(/\n/);
      })
    );
    for (const part of [
      '[',
      '![',
      '<a ',
      '*a ',
      '`',
      '<!--',
      '](',
      '$',
      '_a '
    ]) {
      const started = processorTime();
      firstParagraph(part.repeat(20_000 / part.length));
      expect(processorTime() - started).toBeLessThan(2000);
    }
  });
});
