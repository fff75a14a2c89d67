import { emptySoftware } from '../empty';
import type { IMetadata } from '../model';
import { withKeys } from './people';
import { present } from './present';
import { repositoryAddress, webAddress } from './workIdentifier';

const REPOSITORY =
  /^(?:repository|repo|source|source ?code|code|github|gitlab)$/i;
const DOCUMENTATION = /^(?:homepage|documentation|docs|website|url)$/i;
const HOST =
  /^https:\/\/(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//i;

/**
 * The repository and pages of a package, from links with labels, in any
 * capitals. A page that is the repository itself is not linked twice.
 */
export function projectLinks(
  links: readonly (readonly [label: string, address: string])[]
): Partial<IMetadata> {
  const labelled = (pattern: RegExp) =>
    links.filter(([label]) => pattern.test(label)).map(([, url]) => url.trim());
  const repository =
    labelled(REPOSITORY)
      .map(repositoryAddress)
      .find(url => url) ??
    labelled(DOCUMENTATION)
      .filter(url => HOST.test(url))
      .map(repositoryAddress)[0] ??
    '';
  const pages = new Set(
    labelled(DOCUMENTATION)
      .map(webAddress)
      .filter(url => url && repositoryAddress(url) !== repository)
  );
  const works = [...pages].map(identifier => ({
    identifier,
    scheme: 'url',
    relation: 'isdocumentedby',
    resourceType: ''
  }));
  return {
    ...(repository && { software: { ...emptySoftware, repository } }),
    ...present('relatedWorks', withKeys(works))
  };
}
