import { nameOf } from '../../paths';
import { parseToml } from '../toml';
import { ITomlTable, TomlError } from '../tomlReader';
import { DeclarationList } from './declaration';

/** A file as TOML; null where it is none, which the list then says. */
export function tomlOf(
  path: string,
  text: string,
  list: DeclarationList
): ITomlTable | null {
  try {
    return parseToml(text);
  } catch (error) {
    if (!(error instanceof TomlError)) {
      throw error;
    }
    list.notRead(path, nameOf(path));
    return null;
  }
}
