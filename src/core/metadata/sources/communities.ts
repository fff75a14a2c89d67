import type { ICommunity } from '../model';

/** A community of which the name in addresses is known only; the rest is looked up later. */
export function communityOf(slug: string): ICommunity {
  return { id: '', slug, title: slug, submissionPolicy: '', reviewPolicy: '' };
}
