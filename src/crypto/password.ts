import { hash, verify } from '@node-rs/argon2';

/** An argon2id hash of a password, with its salt and costs inside (the library's defaults are OWASP's: 19 MiB, two passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether a password is the one that was hashed. Takes tens of milliseconds, off the main thread. */
export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}
