/** Looks for texts that are cut off, run out of their box, or lie on others. */
import type { Locator } from '@playwright/test';

/**
 * Texts within a part of the page that cannot be read in full, in a line each;
 * [] where all is well. What can be read another way is: what scrolls up and
 * down, code that scrolls sideways, and what has its whole text as a `title`.
 */
export function cutOff(part: Locator): Promise<string[]> {
  return part.evaluate(root => {
    /** Pixels that fonts and borders may be off. */
    const slack = 2;
    const found: string[] = [];
    const name = (one: Element) =>
      `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`;
    const styleOf = (one: Element) => getComputedStyle(one);
    /** Ancestors within the part, from the element itself on. */
    const upwards = (from: Element): Element[] => {
      const all: Element[] = [];
      for (
        let one: Element | null = from;
        one && root.contains(one);
        one = one.parentElement
      ) {
        all.push(one);
      }
      return all;
    };

    /** What only screen readers have, or nobody: it is clipped away on purpose. */
    const isAside = (one: Element) =>
      one.closest('[aria-hidden="true"]') !== null ||
      upwards(one).some(box => {
        const { clipPath, position } = styleOf(box);
        return (
          position === 'absolute' &&
          (clipPath !== 'none' || (box as HTMLElement).offsetWidth <= 1)
        );
      });

    // What scrolls sideways, or would have to.
    for (const one of [root, ...root.querySelectorAll('*')]) {
      const { overflowX, display } = styleOf(one);
      if (
        display !== 'inline' &&
        (overflowX === 'auto' || overflowX === 'scroll') &&
        !one.closest('pre, code, textarea, input') &&
        one.scrollWidth > one.clientWidth + slack
      ) {
        found.push(`scrolls sideways: ${name(one)}`);
      }
    }

    interface IText {
      readonly text: string;
      readonly holder: Element;
      readonly rects: readonly DOMRect[];
      /** What lies above other content on purpose. */
      readonly layer: Element | undefined;
    }
    const texts: IText[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const holder = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (!text || !holder || isAside(holder) || holder.closest('select')) {
        continue;
      }
      if (!holder.checkVisibility({ visibilityProperty: true })) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(
        ({ width, height }) => width > 0 && height > 0
      );
      if (rects.length > 0) {
        const layer = upwards(holder).find(one =>
          ['absolute', 'fixed', 'sticky'].includes(styleOf(one).position)
        );
        texts.push({ text, holder, rects, layer });
      }
    }

    for (const { text, holder, rects } of texts) {
      const line = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      const isTold = upwards(holder).some(one =>
        (one.getAttribute('title') ?? '').includes(text)
      );
      let isBoxed = false;
      for (const one of upwards(holder)) {
        const { overflowX, overflowY, display } = styleOf(one);
        const scrollsX = overflowX === 'auto' || overflowX === 'scroll';
        if (display === 'inline' || display === 'contents') {
          continue;
        }
        const box = one.getBoundingClientRect();
        const clipsX = overflowX === 'hidden' || overflowX === 'clip';
        const clipsY = overflowY === 'hidden' || overflowY === 'clip';
        const sideways = rects.some(
          ({ left, right }) =>
            left < box.left - slack || right > box.right + slack
        );
        const upright = rects.some(
          ({ top, bottom }) =>
            top < box.top - slack || bottom > box.bottom + slack
        );
        if (!isTold && ((clipsX && sideways) || (clipsY && upright))) {
          found.push(`cut off: “${line}” by ${name(one)}`);
          break;
        }
        // Its own box, and each that can be seen: text must not run out of it.
        const isSeen =
          !isBoxed || ['BUTTON', 'LI', 'FIELDSET'].includes(one.tagName);
        isBoxed = true;
        if (!scrollsX && isSeen && sideways && !isTold) {
          found.push(`runs out: “${line}” of ${name(one)}`);
          break;
        }
        if (scrollsX || overflowY === 'auto' || overflowY === 'scroll') {
          break;
        }
      }
    }

    /** What can be seen of a text: what scrolls is seen within its box only. */
    const seenOf = ({ holder, rects }: IText): DOMRect[] =>
      upwards(holder)
        .filter(one => styleOf(one).overflowY !== 'visible')
        .map(one => one.getBoundingClientRect())
        .reduce(
          (all, box) =>
            all.flatMap(({ left, right, top, bottom }) => {
              const [x, y] = [Math.max(left, box.left), Math.max(top, box.top)];
              const width = Math.min(right, box.right) - x;
              const height = Math.min(bottom, box.bottom) - y;
              return width > 0 && height > 0
                ? [new DOMRect(x, y, width, height)]
                : [];
            }),
          [...rects]
        );

    // No text lies on another one.
    const seen = texts.map(seenOf);
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        const [one, other] = [texts[a], texts[b]];
        const lies =
          one.layer === other.layer &&
          seen[a].some(p =>
            seen[b].some(
              q =>
                Math.min(p.right, q.right) - Math.max(p.left, q.left) > slack &&
                Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) >
                  // Lines of text are higher than what is seen of them.
                  Math.min(p.height, q.height) / 2
            )
          );
        if (lies) {
          found.push(
            `overlap: “${one.text.slice(0, 40)}” and “${other.text.slice(0, 40)}”`
          );
        }
      }
    }

    // Hints in fields that are too narrow for them.
    const canvas = document.createElement('canvas').getContext('2d');
    for (const field of root.querySelectorAll<
      HTMLInputElement | HTMLTextAreaElement
    >('input[placeholder]')) {
      const { font, paddingLeft, paddingRight } = styleOf(field);
      if (canvas && field.value === '' && field.checkVisibility()) {
        canvas.font = font;
        const room =
          field.clientWidth -
          Number.parseFloat(paddingLeft) -
          Number.parseFloat(paddingRight);
        if (canvas.measureText(field.placeholder).width > room + slack) {
          found.push(`hint cut off: “${field.placeholder}”`);
        }
      }
    }
    return [...new Set(found)];
  });
}
