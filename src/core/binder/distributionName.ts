/** The form in which names of distributions are compared. Source: PEP 503. */
export function normalizedName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** Whether a text is the name of a distribution. Source: PEP 508. */
export function isDistributionName(text: string): boolean {
  return (
    text.length <= 200 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(text)
  );
}

/** Whether a text can be a version. Source: PEP 440; also older ones and conda's. */
export function isVersion(text: string): boolean {
  return text.length <= 100 && /^[a-z0-9][a-z0-9.!+_-]*$/i.test(text);
}
