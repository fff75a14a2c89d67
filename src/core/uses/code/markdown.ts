/** Images and links in Markdown, with the HTML that stands in it. */
import { isUrl } from '../fileNames';
import { IPathNote, IUrlNote, Sureness } from './note';

/* Longer targets are data. */
const longest = 1000;
/* More text in one cell is no text that somebody wrote. */
const longestText = 300_000;

/** The files and addresses that a Markdown cell shows or leads to. */
export function markdownNotes(source: string): (IPathNote | IUrlNote)[] {
  const text = withoutCode(source.slice(0, longestText));
  const notes: (IPathNote | IUrlNote)[] = [];
  const add = (target: string, sure: Sureness, at: number) => {
    const note = noteOf(target, sure, at);
    if (note) {
      notes.push(note);
    }
  };
  inlineTargets(text, add);
  for (const match of text.matchAll(
    /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+(\S{1,1000})/gm
  )) {
    add(match[1].replace(/^<|>$/g, ''), 'low', match.index);
  }
  for (const match of text.matchAll(
    /<(img|source|video|audio|embed|iframe|a)\b([^<>]{0,2000})>/gi
  )) {
    const target =
      /\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(
        match[2]
      );
    const isLink = /^a$/i.test(match[1]);
    add(
      target?.[1] ?? target?.[2] ?? target?.[3] ?? '',
      isLink ? 'low' : 'high',
      match.index
    );
  }
  return notes;
}

/** `![text](target "title")` and `[text](target)`. */
function inlineTargets(
  text: string,
  add: (target: string, sure: Sureness, at: number) => void
): void {
  /* For each open bracket, whether an exclamation mark stands before it. */
  const open: boolean[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') {
      i++;
    } else if (character === '[') {
      open.push(text[i - 1] === '!');
    } else if (character === ']') {
      const isImage = open.pop();
      if (isImage !== undefined && text[i + 1] === '(') {
        const rest = text.slice(i + 2, i + 2 + longest);
        const target =
          /^\s{0,20}<([^<>\n]*)>/.exec(rest)?.[1] ??
          /^\s{0,20}((?:[^\s()]|\([^\s()]*\))*)/.exec(rest)?.[1] ??
          '';
        add(target, isImage ? 'high' : 'low', i);
      }
    }
  }
}

function noteOf(
  target: string,
  sure: Sureness,
  at: number
): IPathNote | IUrlNote | null {
  if (isUrl(target)) {
    return { type: 'url', text: target, at };
  }
  // `attachment:`, `data:` and `mailto:` are no files; `#part` is on this page.
  if (!target || /^(?:[a-z][a-z0-9+.-]+:(?!\\)|#|\/\/|\{|\$)/i.test(target)) {
    return null;
  }
  const text = decoded(target.split(/[?#]/)[0]);
  return text && /[\p{L}\p{N}]/u.test(text)
    ? { type: 'path', role: 'read', text, anchor: 'file', sure, at }
    : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%` is a part of the name.
    return text;
  }
}

/** Blank what is shown as code. */
function withoutCode(text: string): string {
  let fence = '';
  const lines = text.split('\n').map(line => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence) {
      fence = mark.startsWith(fence) && !line.trim().slice(mark.length) ? '' : fence; // prettier-ignore
      return '';
    }
    fence = mark;
    return mark ? '' : line;
  });
  return lines.join('\n').replace(/`[^`\n]{1,1000}`/g, ' ');
}
