import * as React from 'react';

interface ISteadyFocusProps {
  /** What scrolls. */
  scroll: React.RefObject<HTMLElement>;
  children: React.ReactNode;
}

/** What has the focus, and how far down the window it stood, px. */
interface IStand {
  readonly element: Element;
  readonly top: number;
}

/**
 * Keeps what has the focus where it is on the screen when something above it
 * grows, shrinks or unfolds by itself, as sections do once the files are read.
 * Browsers do not while nothing is scrolled out at the top, and some never do
 * (CSS Scroll Anchoring 1). A class, as only a class is asked before the page
 * changes.
 */
export class SteadyFocus extends React.Component<ISteadyFocusProps> {
  getSnapshotBeforeUpdate(): IStand | null {
    const scroll = this.props.scroll.current;
    const element = document.activeElement;
    if (
      !scroll ||
      !element ||
      element === scroll ||
      !scroll.contains(element)
    ) {
      return null;
    }
    const { top, bottom } = element.getBoundingClientRect();
    const view = scroll.getBoundingClientRect();
    // Who has scrolled away from it looks at something else.
    return bottom > view.top && top < view.bottom ? { element, top } : null;
  }

  componentDidUpdate(
    _props: ISteadyFocusProps,
    _state: unknown,
    stand: IStand | null
  ): void {
    const scroll = this.props.scroll.current;
    if (!scroll || !stand || document.activeElement !== stand.element) {
      return;
    }
    // What is folded away has no boxes.
    const [box] = stand.element.getClientRects();
    if (box) {
      scroll.scrollTop += box.top - stand.top;
    }
  }

  render(): React.ReactNode {
    return this.props.children;
  }
}
