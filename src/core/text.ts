/**
 * What core needs of a translator. JupyterLab's `TranslationBundle` has this
 * shape, so the adapters pass theirs on; core itself never imports it.
 */
export interface ITranslator {
  /** Translate a literal; `%1`, `%2` … stand for the values. */
  __(msgid: string, ...values: (string | number)[]): string;
  /** Translate a literal that counts something; `%1` is the number. */
  _n(
    singular: string,
    plural: string,
    count: number,
    ...values: (string | number)[]
  ): string;
}

function fill(text: string, values: (string | number)[]): string {
  return text.replace(/%(\d+)/g, (whole, index: string) => {
    const value = values[Number(index) - 1];
    return value === undefined ? whole : String(value);
  });
}

/** The translator that leaves English as it is. */
export const plainEnglish: ITranslator = {
  __: (msgid, ...values) => fill(msgid, values),
  _n: (singular, plural, count, ...values) =>
    fill(count === 1 ? singular : plural, [count, ...values])
};
