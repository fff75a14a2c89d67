/**
 * Do what moves things in the panel when a field is left: at once with the
 * keyboard, but with a mouse or finger only when it is lifted. Between press and
 * release, what was pressed would move away, and nothing would be clicked.
 */
export function afterPress(action: () => void): void {
  // Something is active from press to release.
  if (!document.querySelector('body :active')) {
    action();
    return;
  }
  const done = new AbortController();
  const later = () => {
    done.abort();
    setTimeout(action);
  };
  for (const type of ['pointerup', 'pointercancel', 'dragend']) {
    document.addEventListener(type, later, {
      capture: true,
      signal: done.signal
    });
  }
}
