import { lengthOf } from '../plain-text.ts';

// NIST SP 800-63B-4 §3.1.1.2 asks for fifteen where the password is the only factor; eight is its floor.
export const LEAST_PASSWORD = 8;
// Longer ones are none that a person has, and cost hashing.
const MOST_PASSWORD = 1_000;

/** What keeps a text from being a password here; null where nothing does. */
export function passwordFault(text: string): 'too_short' | 'too_long' | null {
  const length = lengthOf(text);
  return length < LEAST_PASSWORD ? 'too_short' : length > MOST_PASSWORD ? 'too_long' : null;
}
