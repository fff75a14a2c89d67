import type { ITranslator } from '../core/text';

/** The language of the page, which JupyterLab sets; else the browser's. */
export function pageLanguage(): string | undefined {
  const language = document.documentElement.lang.replace('_', '-');
  try {
    return Intl.getCanonicalLocales(language || [])[0];
  } catch {
    return undefined;
  }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function unitOf(bytes: number): number {
  let unit = 0;
  let rest = bytes;
  while (rest >= 999.5 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return unit;
}

/** Number formats, made once: to make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const language = pageLanguage();
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}

const named = (unit: number): Intl.NumberFormatOptions => ({
  style: 'unit',
  unit: units[unit],
  unitDisplay: unit === 0 ? 'long' : 'short'
});

function inUnit(bytes: number, unit: number, withName: boolean): string {
  const digits = unit >= 2 ? 1 : 0;
  return numberFormat({
    ...(withName ? named(unit) : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  }).format(bytes / 1000 ** unit);
}

/** A size as people read it: `58.0 MB`, `84 kB`, `12 bytes`. */
export function formatSize(bytes: number): string {
  return inUnit(bytes, unitOf(bytes), true);
}

/** A size that is only a guess: `58 MB`, `1.2 GB`. */
export function formatRoughly(bytes: number): string {
  const unit = unitOf(bytes);
  return numberFormat({
    ...named(unit),
    maximumSignificantDigits: 2
  }).format(bytes / 1000 ** unit);
}

/** How much of a whole, both in the unit of the whole: `35.4 of 58.0 MB`. */
export function formatPart(
  done: number,
  total: number,
  trans: ITranslator
): string {
  return trans.__(
    '%1 of %2',
    inUnit(done, unitOf(total), false),
    formatSize(total)
  );
}

/** A percentage without decimals. */
export function formatPercent(share: number): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(
    share
  );
}

/** How long it still takes, in words; coarser the longer it is. */
export function formatLeft(seconds: number, trans: ITranslator): string {
  if (seconds < 8) {
    return trans.__('a few seconds left');
  }
  if (seconds < 90) {
    const rounded = Math.ceil(seconds / 5) * 5;
    return trans._n('about %1 second left', 'about %1 seconds left', rounded);
  }
  if (seconds < 90 * 60) {
    return trans._n(
      'about %1 minute left',
      'about %1 minutes left',
      Math.round(seconds / 60)
    );
  }
  return trans._n(
    'about %1 hour left',
    'about %1 hours left',
    Math.round(seconds / 3600)
  );
}

/** A day: `21 December 2026` in English as Zenodo writes it; `?` for what is not a date. */
export function formatDate(date: Date): string {
  return Number.isNaN(date.getTime())
    ? '?'
    : new Intl.DateTimeFormat(dayFirst(), { dateStyle: 'long' }).format(date);
}

/** A day and a time of day; '' for what is not a date. */
export function formatMoment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat(dayFirst(), {
        dateStyle: 'long',
        timeStyle: 'short'
      }).format(date);
}

/** Plain English is written day first, the order of the rest of the product. */
function dayFirst(): string | undefined {
  const language = pageLanguage();
  return language === 'en' || language === undefined ? 'en-GB' : language;
}

/** The host of an address, or the address itself where it has none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
