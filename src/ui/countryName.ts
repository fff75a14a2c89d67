/** A country by its code (ISO 3166-1, as `CH`) in the page's language; the code where it is unknown. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) {
    return code;
  }
  const language = document.documentElement.lang || 'en';
  try {
    return (
      new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ??
      code
    );
  } catch {
    // The page's language is none that the browser knows.
    return code;
  }
}
