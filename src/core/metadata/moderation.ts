/** More than this many links, or pictures of feelings, look like advertising. */
const MOST_LINKS = 5;
const MOST_EMOJI = 3;

/** What a site's filter may take a description for advertising by. */
export interface ISpamSigns {
  readonly links: number;
  readonly emoji: number;
  readonly tooManyLinks: boolean;
  readonly tooManyEmoji: boolean;
}

/**
 * Count what Zenodo's filter counts when a record is published: it may block the
 * account of somebody whom it does not know yet.
 *
 * Source: zenodo-rdm, moderation rules (zenodo-api.md, section 10).
 *
 * @param html - the description as it is sent
 */
export function spamSigns(html: string): ISpamSigns {
  const marked = html.match(/<a\s/gi)?.length ?? 0;
  // An address between <a> and </a> is the same link.
  const outside = html
    .split(/<a\s/i)
    .map((part, index) =>
      index === 0 ? part : (part.split(/<\/a>/i)[1] ?? '')
    )
    .join(' ');
  const bare = outside.match(/\bhttps?:\/\//gi)?.length ?? 0;
  const links = marked + bare;
  const emoji =
    html.match(/\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/gu)
      ?.length ?? 0;
  return {
    links,
    emoji,
    tooManyLinks: links > MOST_LINKS,
    tooManyEmoji: emoji > MOST_EMOJI
  };
}
