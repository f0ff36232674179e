import fc from 'fast-check';
import { addressOf } from '../../src/domain/people/address.ts';

const of = (units: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...Array.from(units)), minLength: 1, maxLength });

/** What may stand before and behind the @ of an address, or nearly: letters that are folded, mapped, composed and refused. */
export const locals = of("aZmI09.!#&/+=~`|'üÜİıſéइ日😀", 20);
export const hosts = fc
  .tuple(of('abzXÄßçñøœűžσςжя日本例اहि한😀-09', 12), fc.constantFrom('example', 'EXAMPLE', 'рф', 'テスト', 'xn--p1ai'))
  .map((labels) => labels.join('.'));

/** Addresses of every kind that there is, as people spell them. */
export const addresses = fc
  .tuple(locals, hosts)
  .map(([local, host]) => addressOf(`${local}@${host}`))
  .filter((address) => address !== null);
