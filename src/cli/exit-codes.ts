/**
 * How a command ends, for scripts: every code there is, with what it means. docs/operations.md shows this table, which a test compares.
 *
 * A process that a signal ends by force has the shell's 128 and the signal's number; `serve` and `work` end with 0 when they are asked to stop.
 */
export const EXIT_CODES = {
  0: 'done',
  1: 'not done, and nothing was changed unless it says so: refused, not found, no database there, used wrongly, a bad configuration, or a fault; why stands on standard error; of `adjourn doctor`: there is something to mend',
  2: 'of `adjourn doctor` alone: it could not look',
} as const;

export type ExitCode = keyof typeof EXIT_CODES;
