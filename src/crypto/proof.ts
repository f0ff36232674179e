import { createHmac, hkdfSync } from 'node:crypto';

/**
 * What only who has this SECRET_KEY can say to a word of somebody else's: so that one process knows another of its installation without either
 * telling the key. `challenge` is any text.
 */
export function proofOf(secretKey: string, challenge: string): string {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'adjourn proof 1', 32));
  return createHmac('sha256', key).update(challenge).digest('base64url');
}
