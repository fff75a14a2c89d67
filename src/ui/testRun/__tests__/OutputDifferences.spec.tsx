import * as React from 'react';
import { act } from 'react';
import { createRoot, Root } from 'react-dom/client';
import type {
  ICellComparison,
  IOutputDifference
} from '../../../core/testRun/outputs/compareNotebooks';
import type { ShownOutput } from '../../../core/testRun/outputs/shownOutput';
import { plainEnglish } from '../../../core/text';
import { OutputDifferences } from '../OutputDifferences';

let host: HTMLElement;
let root: Root;
let shown: number[];

beforeEach(() => {
  (
    globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
  ).IS_REACT_ACT_ENVIRONMENT = true;
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  shown = [];
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const text = (words: string, isCut = false): ShownOutput => ({
  kind: 'text',
  what: 'stdout',
  text: words,
  isCut
});

const cell = (
  index: number,
  differences: IOutputDifference[],
  more: Partial<ICellComparison> = {}
): ICellComparison => ({
  index,
  verdict: 'different',
  reasons: ['number'],
  share: 0,
  differences,
  more: 0,
  ...more
});

const pair = (
  stored: ShownOutput | null,
  rerun: ShownOutput | null,
  share = 0
): IOutputDifference => ({ reasons: ['number'], share, stored, rerun });

function draw(...differences: ICellComparison[]): void {
  act(() =>
    root.render(
      <OutputDifferences
        differences={differences}
        trans={plainEnglish}
        onShowCell={index => shown.push(index)}
      />
    )
  );
}

const all = (selector: string) => [
  ...host.querySelectorAll<HTMLElement>(selector)
];
const words = (selector: string) =>
  all(selector).map(element => element.textContent);

describe('outputs that differ', () => {
  it('stand side by side, changed lines marked', () => {
    draw(cell(6, [pair(text('a\nmean 1\nb'), text('a\nmean 2\nb'))]));
    expect(words('h4')).toEqual(['Cell 7']);
    expect(words('figcaption')).toEqual([
      'In your notebook text',
      'In the test run text'
    ]);
    expect(words('mark')).toEqual(['differs: mean 1', 'differs: mean 2']);
    expect(all('pre').map(pre => pre.getAttribute('aria-label'))).toEqual([
      'Cell 7, output in your notebook',
      'Cell 7, output in the test run'
    ]);
  });

  it('are shown only of cells that differ', () => {
    draw(
      cell(0, [], { verdict: 'alike' }),
      cell(1, [], { verdict: 'unstored' }),
      cell(2, [pair(text('a'), null)])
    );
    expect(words('h4')).toEqual(['Cell 3']);
    expect(words('figure')[1]).toContain('No output');
  });

  it('lead to their cell in the notebook', () => {
    draw(cell(6, [pair(text('a'), text('b'))]));
    const button = all('button').find(
      one => one.getAttribute('aria-label') === 'Show cell 7 in the notebook'
    );
    act(() => button?.click());
    expect(shown).toEqual([6]);
  });

  it('are pictures as pictures, with names', () => {
    const picture: ShownOutput = {
      kind: 'picture',
      mime: 'image/png',
      base64: 'iVBORw0KGgo='
    };
    draw(cell(1, [pair(picture, { ...picture, base64: 'AAAA' }, 0.034)]));
    expect(all('img').map(one => one.getAttribute('src'))).toEqual([
      'data:image/png;base64,iVBORw0KGgo=',
      'data:image/png;base64,AAAA'
    ]);
    expect(all('img').map(one => one.getAttribute('alt'))).toEqual([
      'Cell 2, output in your notebook',
      'Cell 2, output in the test run'
    ]);
    expect(host.textContent).toContain('3% of the points differ.');
  });

  it('are never HTML', () => {
    const evil = '<img src=x onerror=alert(1)>';
    draw(cell(0, [pair(text(evil), text(`${evil}!`))]));
    expect(all('img')).toEqual([]);
    expect(host.textContent).toContain(evil);
  });

  it('are folded where there are many, and unfold', () => {
    draw(
      ...[0, 1, 2, 3].map(index => cell(index, [pair(text('a'), text('b'))]))
    );
    const toggles = all('h4 button');
    expect(toggles.map(one => one.getAttribute('aria-expanded'))).toEqual([
      ...['true', 'true', 'true', 'false']
    ]);
    expect(all('figure')).toHaveLength(6);
    act(() => toggles[3].click());
    expect(all('figure')).toHaveLength(8);
    act(() => toggles[0].click());
    expect(all('figure')).toHaveLength(6);
  });

  it('say what is not shown', () => {
    draw(
      cell(
        0,
        [pair(text('a', true), { kind: 'other', mime: 'x/y', length: 5 })],
        {
          more: 2
        }
      )
    );
    expect(host.textContent).toContain('Only the beginning is shown.');
    expect(host.textContent).toContain('This cannot be shown here');
    expect(host.textContent).toContain('and 2 more outputs that differ');
  });
});
