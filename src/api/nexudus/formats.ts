/*
 * Formatters, made once for each locale and kept: making one takes longer than all else that an answer needs. As many as tenants' locales,
 * zones and currencies.
 */

const prices = new Map<string, Intl.NumberFormat>();
const currencyNames = new Map<string, Intl.DisplayNames>();
const moments = new Map<string, Intl.DateTimeFormat>();

export function priceFormat(locale: string, currency: string): Intl.NumberFormat {
  return prices.getOrInsertComputed(`${locale} ${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency }));
}

export function currencyNamesIn(locale: string): Intl.DisplayNames {
  return currencyNames.getOrInsertComputed(locale, () => new Intl.DisplayNames(locale, { type: 'currency' }));
}

export function momentFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return moments.getOrInsertComputed(
    `${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
  );
}
