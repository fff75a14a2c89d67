import { ITomlTable, newTable, TomlReader, TomlValue } from './tomlReader';

/**
 * Read a TOML document (https://toml.io/en/v1.0.0). It is read for what others
 * wrote with their tools, so what is wrong but clear is let pass.
 *
 * @throws TomlError
 */
export function parseToml(text: string): ITomlTable {
  return new TomlReader(text).document();
}

/** A value as a table; an empty one where it is none. */
export function tomlTable(value: TomlValue | undefined): ITomlTable {
  return typeof value === 'object' && !Array.isArray(value)
    ? value
    : newTable();
}

/** A value as the tables of an array; the others are left out. */
export function tomlTables(value: TomlValue | undefined): ITomlTable[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is ITomlTable =>
          typeof item === 'object' && !Array.isArray(item)
      )
    : [];
}

/** A value as text; '' where it is none. */
export function tomlText(value: TomlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of an array; what else it holds is left out. */
export function tomlTexts(value: TomlValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
