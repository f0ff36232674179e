// SQLSTATEs: check_violation (seats_add_up), unique_violation (an address that was seated meanwhile), serialization_failure, deadlock_detected.
const CODES = new Set(['23514', '23505', '40001', '40P01']);

/** Whether a statement that was decided on what was read a moment before failed because somebody else wrote in between. */
export function isContention(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.has(String(error.code));
}
