/**
 * Where an arrow, Home or End leads in an open list; null = the key does not
 * move in lists. -1 = the focus is in the field, as before the first arrow.
 *
 * Source: WAI-ARIA Authoring Practices, "Combobox". Home and End move within
 * the text until the list has been entered.
 */
export function nextOption(
  key: string,
  active: number,
  count: number
): number | null {
  if (count === 0) {
    return null;
  }
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'Home':
      return active < 0 ? null : 0;
    case 'End':
      return active < 0 ? null : count - 1;
    default:
      return null;
  }
}
