/** What one dependency of an environment.yml says. */
import { normalizedName } from './distributionName';
import { IListItem } from './listItem';

/** A dependency of conda: `channel::name`, and what follows the name. */
export interface ICondaDependency {
  readonly item: IListItem;
  readonly name: string;
  /** With its operator; '' for none. */
  readonly version: string;
  readonly build: string | null;
}

/** Read a dependency; the name is '' where there is none. */
export function readDependency(item: IListItem): ICondaDependency {
  const bare = item.text.replace(/^[^\s:]+::/, '').trim();
  const [name] = /^[\w.-]+/.exec(bare) ?? [''];
  const rest = bare.slice(name.length).trim();
  const [, version, build] =
    /^(={1,2}\s*[^\s=<>!]+)[\s=]+([\w.*]+)$/.exec(rest) ?? [];
  return version === undefined
    ? { item, name: normalizedName(name), version: rest, build: null }
    : { item, name: normalizedName(name), version, build };
}
