import { descriptionHtml } from '../html';
import { spamSigns } from '../moderation';

describe('spamSigns', () => {
  const link = '<a href="https://a.org">https://a.org</a>';
  const links = (html: string) => spamSigns(html).links;

  it('counts a link once, marked or bare', () => {
    expect(links(`<p>${link} and https://b.org, ${link}</p>`)).toBe(3);
    expect(links('<p>no link, about http</p>')).toBe(0);
    expect(links(descriptionHtml('https://a.org', 'markdown'))).toBe(1);
  });

  it('minds more than five links', () => {
    expect(spamSigns(link.repeat(5)).tooManyLinks).toBe(false);
    expect(spamSigns(link.repeat(6)).tooManyLinks).toBe(true);
  });

  it('minds emoji, but neither digits nor signs', () => {
    expect(spamSigns('© 2026 ™ #1 → ☃').emoji).toBe(0);
    expect(spamSigns('🎉🚀❤️').tooManyEmoji).toBe(false);
    expect(spamSigns('🎉🚀❤️🔥').tooManyEmoji).toBe(true);
  });
});
