/** What a terminal, and JupyterLab, show of a stream. */

/* Colours and the like (ECMA-48, 5.4), titles and links (OSC, ended by BEL or ST). */
const ESCAPES =
  /\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][^\u0007\u001b\n]{0,2000}(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>78])/g;

/** Parts between carriage returns that are written over each other; of more, only the last. */
const OVERWRITES = 2_000;

/** Characters of a line, beyond which only its last part is taken. */
const LONG = 20_000;

/** A text without a terminal's colours. */
export function withoutEscapes(text: string): string {
  return text.includes('\u001b') ? text.replace(ESCAPES, '') : text;
}

/**
 * The text that stays on the screen: what carriage returns and backspaces
 * write over is gone.
 */
export function onScreen(text: string): string {
  return /[\r\b]/.test(text)
    ? text
        .split('\n')
        .map(line => overwritten(backspaced(line)))
        .join('\n')
    : text;
}

function overwritten(line: string): string {
  if (!line.includes('\r')) {
    return line;
  }
  const parts = line.split('\r').filter(part => part !== '');
  const last = parts[parts.length - 1] ?? '';
  if (parts.length > OVERWRITES || parts.some(part => part.length > LONG)) {
    return last;
  }
  let shown = '';
  for (const part of parts) {
    shown = part + shown.slice(part.length);
  }
  // A bar that became shorter leaves nothing but blanks behind in a notebook's reader.
  return shown.trimEnd() === last.trimEnd() ? last : shown;
}

function backspaced(line: string): string {
  if (!line.includes('\b')) {
    return line;
  }
  const kept: string[] = [];
  for (const character of line) {
    if (character === '\b') {
      kept.pop();
    } else {
      kept.push(character);
    }
  }
  return kept.join('');
}
