import { createHash } from 'node:crypto';
import type { Random } from '../../src/domain/random.ts';

/** The same ids and bytes on every run with the same seed. */
export function seededRandom(seed: string): Random {
  let drawn = 0;
  const bytes = (count: number): Uint8Array => {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () => createHash('sha256').update(`${seed} ${drawn++}`).digest());
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, count));
  };
  return {
    bytes,
    uuid() {
      const hex = Buffer.from(bytes(16)).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
