/** Somebody who is to be forgotten: an address as it is compared, and what stands in its place from then on. */
export type ErasedAddress = { address: string; alias: string };

/** Who is to be forgotten, and where. */
export type Erasure = {
  tenantId: number;
  people: ErasedAddress[];
  /** What they are called in what is kept of them. */
  names: string[];
  /** The events that they have to do with. */
  eventIds: number[];
};

/** How many of what was changed or deleted, by what it is. */
export type ErasedCounts = Record<string, number>;

/** The domain of the names that stand in the place of addresses: no mail ever goes there (RFC 2606 §2). */
export const ERASED_DOMAIN = 'erased.invalid';

/** What stands where words named somebody. */
export const ERASED = '[erased]';

/** What somebody is called whose row has to stay. */
export const ERASED_NAME = 'Forgotten';

/** Regular expressions of PostgreSQL for what names those people. Addresses are looked for in any case, names in their own. */
export type ErasurePatterns = {
  addresses: string;
  /** Whole names in the words of somebody: a reason. */
  names: string;
  /** Names of two words or more, which are no words of a language, in the titles and descriptions of the house. */
  fullNames: string;
  /** Names as whole values in JSON. */
  values: string;
};

// A letter alone is everywhere.
const SHORTEST_NAME = 2;
const NEVER = String.raw`\y\Y`;

export function patternsOf({ people, names }: Pick<Erasure, 'people' | 'names'>): ErasurePatterns {
  const known = [...new Set(names.map((name) => name.trim()))].filter((name) => Array.from(name).length >= SHORTEST_NAME);
  const anyOf = (parts: string[]) => (parts.length === 0 ? NEVER : `(?:${parts.join('|')})`);
  const whole = (name: string) => String.raw`(?:^|(?<![[:alnum:]]))${escaped(name)}(?![[:alnum:]])`;
  return {
    addresses: anyOf(people.map(({ address }) => escaped(address))),
    names: anyOf(known.map(whole)),
    fullNames: anyOf(known.filter((name) => /\S\s+\S/.test(name)).map(whole)),
    // The name of a member is followed by a colon.
    values: anyOf(known.map((name) => String.raw`${escaped(JSON.stringify(name))}(?!\s*:)`)),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, String.raw`\$&`);
}
