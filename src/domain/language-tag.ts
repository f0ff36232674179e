/** A BCP 47 tag in its own spelling ("EN-gb" → "en-GB"), or null when it is none. */
export function languageTagOf(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
