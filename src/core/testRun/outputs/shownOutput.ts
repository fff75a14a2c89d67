/** An output in the form in which a difference is shown: bounded, and never HTML. */
import { ComparedOutput, textOf } from './cellOutputs';
import { richestMime } from './compareOutput';
import { htmlParts } from './htmlParts';
import { onScreen, withoutEscapes } from './terminalText';

/** Characters of a text that are shown. */
const MOST_TEXT = 20_000;

/** Characters of a picture in base64, or of a drawing, that is shown. */
const MOST_PICTURE = 8_000_000;

/** Types of pictures that browsers show without running anything. */
const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;

/** An output as it is shown. */
export type ShownOutput =
  | {
      readonly kind: 'text';
      /** What it is: of HTML and data the text in it. */
      readonly what: 'stdout' | 'stderr' | 'text' | 'html' | 'data' | 'error';
      readonly text: string;
      /** It goes on. */
      readonly isCut: boolean;
    }
  | {
      readonly kind: 'picture';
      readonly mime:
        | 'image/png'
        | 'image/jpeg'
        | 'image/gif'
        | 'image/webp'
        | 'image/svg+xml';
      /** Without white space; of a drawing its text in UTF-8. */
      readonly base64: string;
    }
  /** Of a type that cannot be shown, or too large a picture. */
  | { readonly kind: 'other'; readonly mime: string; readonly length: number };

/**
 * The form in which an output is shown.
 *
 * @param asHtml - take the text of HTML, also where there is plain text beside.
 */
export function shownOutput(
  output: ComparedOutput,
  asHtml = false
): ShownOutput {
  switch (output.kind) {
    case 'stream':
      return shownText(output.name, onScreen(withoutEscapes(output.text)));
    case 'error': {
      const { name, value, traceback } = output;
      const trace = withoutEscapes(traceback);
      return shownText('error', trace.trim() ? trace : `${name}: ${value}`);
    }
    case 'data':
      return shownData(output.data, asHtml);
  }
}

function shownData(
  data: Readonly<Record<string, unknown>>,
  asHtml: boolean
): ShownOutput {
  const mimes = Object.keys(data);
  // Of a widget or chart, what else says what it is.
  const picture = mimes.find(one => PICTURES.test(one));
  const mime = picture ?? richestMime(mimes);
  const value = data[mime];
  if (picture || mime === 'image/svg+xml') {
    const text = textOf(value);
    const base64 = picture ? text.replace(/\s/g, '') : '';
    const isFine = picture ? /^[A-Za-z0-9+/]+={0,2}$/.test(base64) : true;
    return text.length > MOST_PICTURE || !isFine
      ? { kind: 'other', mime, length: text.length }
      : {
          kind: 'picture',
          mime: mime as 'image/png',
          base64: picture ? base64 : inBase64(text)
        };
  }
  if (mime === 'text/html') {
    const { text } = htmlParts(textOf(value));
    const plain = textOf(data['text/plain']);
    // A table's columns stand in its plain text; `<…object>` says nothing.
    return text && (asHtml || plain === '' || plain.startsWith('<'))
      ? shownText('html', text)
      : shownText('text', plain);
  }
  if (/widget-view\+json$/.test(mime)) {
    return shownText('text', onScreen(textOf(data['text/plain'])));
  }
  if (/[/+]json$/.test(mime)) {
    return shownText('data', JSON.stringify(value, null, 1) ?? '');
  }
  return /^text\//.test(mime)
    ? shownText('text', onScreen(withoutEscapes(textOf(value))))
    : { kind: 'other', mime, length: textOf(value).length };
}

function shownText(
  what: Extract<ShownOutput, { kind: 'text' }>['what'],
  text: string
): ShownOutput {
  const isCut = text.length > MOST_TEXT;
  return {
    kind: 'text',
    what,
    text: isCut ? text.slice(0, MOST_TEXT) : text,
    isCut
  };
}

function inBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}
